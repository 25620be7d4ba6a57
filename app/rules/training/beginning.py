"""From which day right and duty hold.

Provision: integreringsloven § 26 second and fourth paragraph; integreringsforskriften §§ 20–22.
In one sentence: from the grant or the arrival; letter d of § 9 waits for the first renewal,
letter e for settlement by agreement; and who could not begin, begins when training is asked for.
"""

from dataclasses import dataclass
from datetime import date

from app.core.period import add_months
from app.rules.eligibility.permit import PermitGround
from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.training_limits import POSTPONED_START
from app.rules.training.answers import Reasons, TrainingDoubt, TrainingGround, TrainingStep
from app.rules.training.entitlement import Track
from app.rules.training.types import PostponedStart, PostponedStartReason, TrainingFacts

_BEGINS = INTEGRERINGSLOVEN.section("26", "(2)")
_DUTY_BEGINS = INTEGRERINGSLOVEN.section("26", "(4)")
_CLAIM = INTEGRERINGSFORSKRIFTEN.section("20", "(1)")
_CONDITIONS = INTEGRERINGSFORSKRIFTEN.section("20", "(2)")
_TEN_YEARS = INTEGRERINGSFORSKRIFTEN.section("20", "(3)")

_LETTER_D = {PermitGround.UNDOCUMENTED_IDENTITY_A, PermitGround.UNDOCUMENTED_IDENTITY_B}


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first day of right and duty."""

    day: date | None
    """None: what it waits for has not happened."""
    reasons: Reasons
    is_right_only: bool = False
    """Exempted from the duty for care duties: only the right begins."""


def assess_beginning(facts: TrainingFacts, track: Track) -> Beginning:
    """Return from which day right and duty hold for somebody on a track.

    Raises `BadFacts` for dates that cannot stand in that order.
    """
    ordinary = _ordinary(facts, track)
    postponed = facts.postponed_start
    if postponed is None or ordinary.day is None:
        return ordinary
    if track is Track.DUTY_ONLY:
        code = TrainingGround.POSTPONED_START_NOT_FOR_DUTY_ONLY
        return Beginning(ordinary.day, ordinary.reasons + _because(code, _BEGINS))
    return _postponed(facts, postponed, ordinary.day, ordinary.reasons)


def _ordinary(facts: TrainingFacts, track: Track) -> Beginning:
    permit = facts.permit
    provision = _DUTY_BEGINS if track is Track.DUTY_ONLY else _BEGINS
    if permit.ground in _LETTER_D:
        _in_order(permit.granted_on, facts.first_renewed_on, "permit.first_renewed_on")
        return _waiting(
            facts.first_renewed_on,
            TrainingGround.BEGINS_WITH_FIRST_RENEWAL,
            TrainingGround.AWAITS_FIRST_RENEWAL,
        )
    if permit.ground is PermitGround.COLLECTIVE_PROTECTION:
        settled_on = facts.settled_by_agreement_on
        return _waiting(
            settled_on and max(settled_on, permit.granted_on),
            TrainingGround.BEGINS_WITH_SETTLEMENT,
            TrainingGround.AWAITS_SETTLEMENT,
        )
    if permit.arrived_on is not None and permit.arrived_on > permit.granted_on:
        return _begins(permit.arrived_on, TrainingGround.BEGINS_WITH_ARRIVAL, provision)
    return _begins(permit.granted_on, TrainingGround.BEGINS_WITH_PERMIT, provision)


def _waiting(day: date | None, code: TrainingGround, awaits: TrainingGround) -> Beginning:
    if day is None:
        return Beginning(None, _because(awaits, _BEGINS))
    return _begins(day, code, _BEGINS)


def _postponed(
    facts: TrainingFacts, postponed: PostponedStart, first_day: date, reasons: Reasons
) -> Beginning:
    """Move the beginning to the claim, where the municipality granted that in time."""
    _in_order(first_day, postponed.claimed_on, "postponed_start.claimed_on")
    if postponed.claimed_on > add_months(first_day, POSTPONED_START.on(facts.assessed_on)):
        return Beginning(
            first_day, reasons + _because(TrainingGround.CLAIM_AFTER_TEN_YEARS, _TEN_YEARS)
        )
    if postponed.is_granted is None:
        doubt = Clarification(TrainingDoubt.POSTPONED_START_NOT_DECIDED, _CONDITIONS)
        return Beginning(first_day, reasons + Reasons(doubts=(doubt,)))
    if not postponed.is_granted:
        code = TrainingGround.POSTPONED_START_REFUSED
        return Beginning(first_day, reasons + _because(code, _CONDITIONS))
    begins = _begins(postponed.claimed_on, TrainingGround.BEGINS_WITH_CLAIM, _CLAIM)
    if postponed.reason is not PostponedStartReason.EXEMPTED_FOR_CARE:
        return begins
    keeps = _because(TrainingGround.CARE_EXEMPTION_KEEPS_RIGHT, _CLAIM)
    return Beginning(begins.day, begins.reasons + keeps, is_right_only=True)


def _begins(day: date, code: TrainingGround, provision: Provision) -> Beginning:
    step = Step(TrainingStep.BEGINS, (("first_day", day.isoformat()),), provision)
    return Beginning(day, _because(code, provision) + Reasons(steps=(step,)))


def _because(code: TrainingGround, provision: Provision) -> Reasons:
    return Reasons((Ground(code, provision),))


def _in_order(first: date, second: date | None, field: str) -> None:
    if second is not None and second < first:
        raise BadFacts(FactProblem.WRONG_ORDER, field)
