"""Enkeltvedtak: whether an act is an administrative decision, who hears an appeal, who decides.

Provision: integreringsloven §§ 46 and 47; integreringsforskriften §§ 42, 64, 69 and 70;
forvaltningsloven § 2.
In one sentence: what § 46 lists and what the municipality decides under chapters 3 to 8 of the
regulation are decisions, holiday is not; an appeal goes to the county governor; and the portal
computes, but a person decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from app.rules.decision.acts import ACT_RULES, Act, ActRule, Listing
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.policy import Policy, PolicyKey

T = TypeVar("T")

_APPEAL = INTEGRERINGSLOVEN.section("47")
_APPEAL_BY_REGULATION = INTEGRERINGSFORSKRIFTEN.section("70", "(1)")
_TEST_COMPLAINT = INTEGRERINGSFORSKRIFTEN.section("42")
AUTOMATION = INTEGRERINGSFORSKRIFTEN.section("64", "(1)")
"""Only the marking of tests with one right answer may be left to a machine."""


class DecisionStatus(StrEnum):
    """Om handlingen er et enkeltvedtak."""

    DECISION = "decision"
    NOT_A_DECISION = "not_a_decision"
    A_PERSON_DECIDES = "a_person_decides"
    """The law does not say; until somebody has, treat it as a decision."""


class DecisionGround(StrEnum):
    """Why an act is a decision or not."""

    LISTED_IN_ACT = "listed_in_act"
    ESSENTIAL_CHANGE = "essential_change"
    NOT_ESSENTIAL_CHANGE = "not_essential_change"
    REACHES_THRESHOLD = "reaches_threshold"
    BELOW_THRESHOLD = "below_threshold"
    MUNICIPALITY_ALWAYS_DECIDES = "municipality_always_decides"
    """Below the threshold, but the municipality writes a decision for every deduction."""
    LISTED_IN_REGULATION = "listed_in_regulation"
    LISTED_IN_GENERAL_ACT = "listed_in_general_act"
    EXCEPTED = "excepted"
    DECIDES_NO_RIGHT_OR_DUTY = "decides_no_right_or_duty"
    NOT_SETTLED = "not_settled"


class DecisionDoubt(StrEnum):
    """What the law leaves open about an act."""

    CLASSIFICATION_OF_ABSENCE = "classification_of_absence"
    """Whether calling an absence invalid is itself a decision."""


class AppealBody(StrEnum):
    """Klageinstans."""

    COUNTY_GOVERNOR = "county_governor"
    """Statsforvalteren, through the municipality."""
    MUNICIPALITY = "municipality"
    """For how a test was held; the result of a machine cannot be appealed."""


@dataclass(frozen=True, slots=True)
class ActFacts:
    """An act, and what its place turns on."""

    act: Act
    is_essential: bool | None = None
    """Whether a change of plan is essential; asked of `CHANGE_PLAN`."""
    meets_46_g: bool | None = None
    """Whether a deduction reaches both limits of § 46 g; asked of `REDUCE_BENEFIT`."""


@dataclass(frozen=True, slots=True)
class ActAssessment:
    """Whether an act is a decision, and what follows."""

    status: DecisionStatus
    grounds: tuple[Ground[DecisionGround], ...]
    basis: Provision | None
    """The provision that the act applies."""
    appeal_body: AppealBody | None
    appeal_provision: Provision | None
    may_be_automated: bool
    """Otherwise the portal computes and a person decides."""
    policies: tuple[PolicyKey, ...] = ()
    clarifications: tuple[Clarification[DecisionDoubt], ...] = ()

    @property
    def is_treated_as_decision(self) -> bool:
        """Whether it is written, reasoned and notified as a decision."""
        return self.status is not DecisionStatus.NOT_A_DECISION


def classify_act(facts: ActFacts, policy: Policy | None = None) -> ActAssessment:
    """Say whether an act is an administrative decision.

    Raises `BadFacts` where a change of plan or a deduction lacks what it turns on.
    """
    rule = ACT_RULES[facts.act]
    policies: tuple[PolicyKey, ...] = ()
    code = _code(facts, rule)
    if code is DecisionGround.BELOW_THRESHOLD:
        policies = (PolicyKey.ALWAYS_DECIDE_REDUCTIONS,)
        if (policy or Policy()).always_decide_reductions:
            code = DecisionGround.MUNICIPALITY_ALWAYS_DECIDES
    status = _status(code)
    body, appeal_provision = _appeal(facts.act, rule, status)
    is_open = status is DecisionStatus.A_PERSON_DECIDES
    doubt = Clarification(DecisionDoubt.CLASSIFICATION_OF_ABSENCE, rule.listed_in)
    return ActAssessment(
        status=status,
        grounds=(Ground(code, rule.listed_in),),
        basis=rule.basis,
        appeal_body=body,
        appeal_provision=appeal_provision,
        may_be_automated=facts.act is Act.AUTOMATED_TEST_RESULT,
        policies=policies,
        clarifications=(doubt,) if is_open else (),
    )


def _code(facts: ActFacts, rule: ActRule) -> DecisionGround:
    code = _CODES[rule.listing]
    if code is DecisionGround.ESSENTIAL_CHANGE and not _required(facts.is_essential, "essential"):
        return DecisionGround.NOT_ESSENTIAL_CHANGE
    if code is DecisionGround.REACHES_THRESHOLD and not _required(facts.meets_46_g, "meets_46_g"):
        return DecisionGround.BELOW_THRESHOLD
    return code


_CODES: Mapping[Listing, DecisionGround] = {
    Listing.LISTED: DecisionGround.LISTED_IN_ACT,
    Listing.IF_ESSENTIAL: DecisionGround.ESSENTIAL_CHANGE,
    Listing.IF_THRESHOLD: DecisionGround.REACHES_THRESHOLD,
    Listing.BY_REGULATION: DecisionGround.LISTED_IN_REGULATION,
    Listing.BY_GENERAL_ACT: DecisionGround.LISTED_IN_GENERAL_ACT,
    Listing.EXCEPTED: DecisionGround.EXCEPTED,
    Listing.NOT_LISTED: DecisionGround.DECIDES_NO_RIGHT_OR_DUTY,
    Listing.OPEN: DecisionGround.NOT_SETTLED,
}
_NOT_DECISIONS = {
    DecisionGround.NOT_ESSENTIAL_CHANGE,
    DecisionGround.BELOW_THRESHOLD,
    DecisionGround.EXCEPTED,
    DecisionGround.DECIDES_NO_RIGHT_OR_DUTY,
}


def _status(code: DecisionGround) -> DecisionStatus:
    if code is DecisionGround.NOT_SETTLED:
        return DecisionStatus.A_PERSON_DECIDES
    if code in _NOT_DECISIONS:
        return DecisionStatus.NOT_A_DECISION
    return DecisionStatus.DECISION


def _appeal(
    act: Act, rule: ActRule, status: DecisionStatus
) -> tuple[AppealBody | None, Provision | None]:
    if status is DecisionStatus.NOT_A_DECISION:
        return None, None
    if act is Act.AUTOMATED_TEST_RESULT:
        return AppealBody.MUNICIPALITY, _TEST_COMPLAINT
    is_by_regulation = rule.listing is Listing.BY_REGULATION
    return AppealBody.COUNTY_GOVERNOR, _APPEAL_BY_REGULATION if is_by_regulation else _APPEAL


def _required(value: T | None, field: str) -> T:
    if value is None:
        raise BadFacts(FactProblem.MISSING, field)
    return value
