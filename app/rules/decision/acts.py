"""Handlinger: what a municipality does towards a participant, and where each is listed.

Provision: integreringsloven § 46 second paragraph; integreringsforskriften § 69;
forvaltningsloven § 2.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.rules.law.provision import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN


class Act(StrEnum):
    """Handling: an act towards one person, granting or refusing."""

    AWARD_PROGRAMME = "award_programme"
    AWARD_BENEFIT = "award_benefit"
    SET_BENEFIT_RATE = "set_benefit_rate"
    """Full, 5/6, 2/3 or 1/3, and each change: part of the award."""
    AWARD_TRAINING = "award_training"
    EXEMPT_FROM_TRAINING = "exempt_from_training"
    EXEMPT_FROM_TEST = "exempt_from_test"
    MAKE_PLAN = "make_plan"
    """Integreringsplan or norskplan."""
    CHANGE_PLAN = "change_plan"
    STOP_PROGRAMME = "stop_programme"
    """For a time or for good."""
    STOP_TRAINING = "stop_training"
    PERMIT_ABSENCE = "permit_absence"
    GRANT_LEAVE = "grant_leave"
    """Permisjon from the programme."""
    GRANT_LEAVE_FROM_TRAINING = "grant_leave_from_training"
    CLASSIFY_ABSENCE = "classify_absence"
    """Calling an absence valid or invalid, without an application."""
    EXTEND_PROGRAMME = "extend_programme"
    REDUCE_BENEFIT = "reduce_benefit"
    """Trekk, for absence or for what was paid too much."""
    DEMAND_REPAYMENT = "demand_repayment"
    CLAIM_REFUND = "claim_refund"
    """Refusjon in a benefit granted backwards."""
    WITHDRAW_SELF_CERTIFICATION = "withdraw_self_certification"
    WITHDRAW_ILLNESS_BENEFIT = "withdraw_illness_benefit"
    """No benefit during long illness."""
    GRANT_TIME_OFF = "grant_time_off"
    """Fri: pregnancy, birth, breastfeeding, holy days."""
    GRANT_HOLIDAY = "grant_holiday"
    POSTPONE_TRAINING_START = "postpone_training_start"
    SET_NORWEGIAN_GOAL = "set_norwegian_goal"
    ADAPT_TEST = "adapt_test"
    EXPEL_FROM_TEST = "expel_from_test"
    ANNUL_TEST = "annul_test"
    QUARANTINE_FROM_TESTS = "quarantine_from_tests"
    AUTOMATED_TEST_RESULT = "automated_test_result"
    """A test with one right answer, marked by a machine."""
    DISMISS_CASE = "dismiss_case"
    """Avvisning."""
    INTEGRATION_CONTRACT = "integration_contract"
    INTEGRATION_DECLARATION = "integration_declaration"
    ADVANCE_NOTICE = "advance_notice"
    WARN_ABOUT_FACE_COVERING = "warn_about_face_covering"
    """Written warning before a stop under § 40."""
    ISSUE_CERTIFICATE = "issue_certificate"
    """Deltakerbevis."""


class Listing(StrEnum):
    """How the law places an act."""

    LISTED = "listed"
    """Named as an administrative decision."""
    IF_ESSENTIAL = "if_essential"
    """Only an essential change is one."""
    IF_THRESHOLD = "if_threshold"
    """Only from half of a payment and a twelfth of the base amount."""
    BY_REGULATION = "by_regulation"
    """A municipal decision under chapters 3 to 8 of the regulation."""
    BY_GENERAL_ACT = "by_general_act"
    """Forvaltningsloven counts it among decisions."""
    EXCEPTED = "excepted"
    """The regulation excepts it."""
    NOT_LISTED = "not_listed"
    """Decides no right or duty."""
    OPEN = "open"
    """The law does not say."""


@dataclass(frozen=True, slots=True)
class ActRule:
    """Where an act is placed, and what it is done under."""

    listing: Listing
    listed_in: Provision
    basis: Provision | None = None
    """The provision that the act applies; None: it varies, or is the same."""


def _act(
    letter: str, listing: Listing = Listing.LISTED, basis: str = "", detail: str = ""
) -> ActRule:
    listed_in = INTEGRERINGSLOVEN.section("46", f"(2) {letter}")
    return ActRule(listing, listed_in, INTEGRERINGSLOVEN.section(basis, detail))


def _regulation(basis: str, detail: str = "", listing: Listing = Listing.BY_REGULATION) -> ActRule:
    listed_in = INTEGRERINGSFORSKRIFTEN.section("69", "(1)")
    return ActRule(listing, listed_in, INTEGRERINGSFORSKRIFTEN.section(basis, detail))


def _not_listed(provision: Provision) -> ActRule:
    return ActRule(Listing.NOT_LISTED, provision)


ACT_RULES: Mapping[Act, ActRule] = {
    Act.AWARD_PROGRAMME: _act("a", basis="12", detail="(2)"),
    Act.AWARD_BENEFIT: _act("a", basis="19"),
    Act.SET_BENEFIT_RATE: _act("a", basis="20"),
    Act.AWARD_TRAINING: _act("a", basis="30", detail="(1)"),
    Act.EXEMPT_FROM_TRAINING: _act("b", basis="29"),
    Act.EXEMPT_FROM_TEST: _act("b", basis="37", detail="(3)"),
    Act.MAKE_PLAN: _act("c", basis="15"),
    Act.CHANGE_PLAN: _act("c", Listing.IF_ESSENTIAL, "15"),
    Act.STOP_PROGRAMME: _act("d", basis="18"),
    Act.STOP_TRAINING: _act("d", basis="36"),
    Act.PERMIT_ABSENCE: _act("e", basis="17", detail="(1)"),
    Act.GRANT_LEAVE: _act("e", basis="17", detail="(2)"),
    Act.GRANT_LEAVE_FROM_TRAINING: _act("e", basis="35", detail="(2)"),
    Act.CLASSIFY_ABSENCE: _act("e", Listing.OPEN, "21"),
    Act.EXTEND_PROGRAMME: _act("f", basis="14", detail="(4)"),
    Act.REDUCE_BENEFIT: _act("g", Listing.IF_THRESHOLD, "21"),
    Act.DEMAND_REPAYMENT: _act("h", basis="25", detail="(2)"),
    Act.CLAIM_REFUND: _act("i", basis="25", detail="(3)"),
    Act.WITHDRAW_SELF_CERTIFICATION: _regulation("9", "(1)"),
    Act.WITHDRAW_ILLNESS_BENEFIT: _regulation("5", "(2)"),
    Act.GRANT_TIME_OFF: _regulation("17", "(2)"),
    Act.GRANT_HOLIDAY: _regulation("18", listing=Listing.EXCEPTED),
    Act.POSTPONE_TRAINING_START: _regulation("20", "(2)"),
    Act.SET_NORWEGIAN_GOAL: _regulation("27", "(1)"),
    Act.ADAPT_TEST: _regulation("40", "(2)"),
    Act.EXPEL_FROM_TEST: _regulation("43", "(1)"),
    Act.ANNUL_TEST: _regulation("43", "(2)"),
    Act.QUARANTINE_FROM_TESTS: _regulation("43", "(3)"),
    Act.AUTOMATED_TEST_RESULT: ActRule(
        Listing.BY_REGULATION,
        INTEGRERINGSFORSKRIFTEN.section("69", "(2)"),
        INTEGRERINGSFORSKRIFTEN.section("64", "(1)"),
    ),
    Act.DISMISS_CASE: ActRule(Listing.BY_GENERAL_ACT, FORVALTNINGSLOVEN.section("2", "(3)")),
    Act.INTEGRATION_CONTRACT: _not_listed(INTEGRERINGSLOVEN.section("16")),
    Act.INTEGRATION_DECLARATION: _not_listed(INTEGRERINGSLOVEN.section("16")),
    Act.ADVANCE_NOTICE: _not_listed(FORVALTNINGSLOVEN.section("16", "(1)")),
    Act.WARN_ABOUT_FACE_COVERING: _not_listed(INTEGRERINGSLOVEN.section("40", "(2)")),
    Act.ISSUE_CERTIFICATE: _not_listed(INTEGRERINGSLOVEN.section("18 a", "(1)")),
}
"""One row for each act."""
