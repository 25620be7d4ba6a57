"""Frister: decision and start of a programme, and registration of the decision.

Provision: integreringsloven § 12 second paragraph; integreringsforskriften § 58 second paragraph.
In force from: 2021-01-01.
In one sentence: three months from settlement with the permit or, without agreement or after a
job, from the claim; two months from the decision to its registration.
"""

from dataclasses import dataclass
from datetime import date

from app.core.period import add_months
from app.rules.eligibility.types import TargetGroupDoubt, TargetGroupFacts, TargetGroupStep
from app.rules.law.grounds import Clarification, Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.decision_limits import REGISTRATION
from app.rules.parameters.target_group_limits import DECISION_AND_START

DECISION_AND_START_PROVISION = INTEGRERINGSLOVEN.section("12", "(2)")
REGISTRATION_PROVISION = INTEGRERINGSFORSKRIFTEN.section("58", "(2)")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A last day with the step that led to it, or the question why there is none yet."""

    last_day: date | None = None
    steps: tuple[Step[TargetGroupStep], ...] = ()
    doubts: tuple[Clarification[TargetGroupDoubt], ...] = ()


def decision_and_start(facts: TargetGroupFacts, *, job_has_ended: bool) -> Deadline:
    """Return the last day for the decision and the start of somebody who has the right.

    A claim counts from settlement, permit or the end of a job, if it was made before them.
    """
    begins_on = max(facts.settled_on, facts.permit.granted_on)
    if job_has_ended and facts.claimed_on is None:
        doubt = Clarification(TargetGroupDoubt.CLAIM_DATE_UNKNOWN, DECISION_AND_START_PROVISION)
        return Deadline(doubts=(doubt,))
    if facts.claimed_on is not None and (job_has_ended or not facts.is_settled_by_agreement):
        begins_on = max(begins_on, facts.claimed_on, facts.work_ended_on or facts.claimed_on)
    return _deadline(
        TargetGroupStep.DECISION_DEADLINE,
        begins_on,
        DECISION_AND_START.on(facts.decided_on),
        DECISION_AND_START_PROVISION,
    )


def registration(decided_on: date) -> Deadline:
    """Return the last day for registering a decision in the national register."""
    return _deadline(
        TargetGroupStep.REGISTRATION_DEADLINE,
        decided_on,
        REGISTRATION.on(decided_on),
        REGISTRATION_PROVISION,
    )


def _deadline(
    what: TargetGroupStep, begins_on: date, months: int, provision: Provision
) -> Deadline:
    last_day = add_months(begins_on, months)
    numbers = (
        ("begins_on", begins_on.isoformat()),
        ("months", str(months)),
        ("last_day", last_day.isoformat()),
    )
    return Deadline(last_day, (Step(what, numbers, provision),))
