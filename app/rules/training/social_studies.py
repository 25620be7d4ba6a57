"""Samfunnskunnskap: how many hours, what counts, and until when.

Provision: integreringsloven §§ 33 and 37 d; integreringsforskriften §§ 2, 73 and 74.
In one sentence: 75 hours in a language the participant understands, within a year of the offered
start and approved leave; hours from the reception centre count.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import add_months
from app.rules.law.grounds import Clarification, Ground, Step
from app.rules.law.parameter import Parameter
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.plan_content import SOCIAL_STUDIES_HOURS
from app.rules.parameters.training_limits import SOCIAL_STUDIES_WITHIN
from app.rules.training.answers import Reasons, TrainingDoubt, TrainingGround, TrainingStep
from app.rules.training.length import SECTION_74, add_leave
from app.rules.training.types import TrainingFacts

_REQUIREMENT = INTEGRERINGSLOVEN.section("33", "(1)")
_CREDIT = INTEGRERINGSFORSKRIFTEN.section("2", "(3)")


@dataclass(frozen=True, slots=True)
class SocialStudiesRequirement:
    """The hours, what is left of them, and the last day to complete them."""

    hours: int
    hours_left: Fraction
    deadline: date | None
    reasons: Reasons


def assess_social_studies(facts: TrainingFacts) -> SocialStudiesRequirement:
    """Return what § 33 requires of somebody whom the municipality trains."""
    row = SOCIAL_STUDIES_HOURS.row_on(facts.counts_from_permit_of)
    credited = _sum_of(facts, in_reception_centre=True)
    done = _sum_of(facts, in_reception_centre=False)
    left = max(row.value - credited - done, Fraction(0))
    numbers = (
        ("hours", str(row.value)),
        ("credited", str(credited)),
        ("done", str(done)),
        ("left", str(left)),
    )
    deadline, deadline_reasons = within_a_year(
        facts, SOCIAL_STUDIES_WITHIN, TrainingStep.SOCIAL_STUDIES_DEADLINE
    )
    reception_hours = (("hours", str(credited)),)
    credit = Step(TrainingStep.RECEPTION_CENTRE_HOURS, reception_hours, _CREDIT)
    hours = Step(TrainingStep.SOCIAL_STUDIES_HOURS, numbers, row.provision)
    steps = (credit, hours) if credited else (hours,)
    reasons = Reasons(_not_counted(facts), steps=steps) + deadline_reasons
    return SocialStudiesRequirement(row.value, left, deadline, reasons)


def within_a_year(
    facts: TrainingFacts, within: Parameter[int | None], what: TrainingStep
) -> tuple[date | None, Reasons]:
    """Return the last day of a deadline that counts from the offered start, leave added."""
    row = within.row_on(facts.counts_from_permit_of)
    if row.value is None:
        doubt = Clarification(TrainingDoubt.OLDER_LENGTH, SECTION_74)
        return None, Reasons(doubts=(doubt,))
    first_day = facts.offered_start_on
    if first_day is None:
        return None, Reasons()
    last_day, leave_days = add_leave(
        add_months(first_day, row.value), facts.approved_leave, first_day
    )
    return last_day, _deadline_step(what, row.provision, first_day, row.value, leave_days, last_day)


def _deadline_step(
    what: TrainingStep,
    provision: Provision,
    first_day: date,
    months: int,
    leave_days: int,
    last_day: date,
) -> Reasons:
    numbers = (
        ("first_day", first_day.isoformat()),
        ("months", str(months)),
        ("leave_days", str(leave_days)),
        ("last_day", last_day.isoformat()),
    )
    return Reasons(steps=(Step(what, numbers, provision),))


def _sum_of(facts: TrainingFacts, *, in_reception_centre: bool) -> Fraction:
    """Add up the hours that count: all from a reception centre, others in a known language."""
    counted = (
        row.hours
        for row in facts.social_studies
        if row.is_in_reception_centre is in_reception_centre
        and (in_reception_centre or row.is_in_understood_language)
    )
    return sum(counted, Fraction(0))


def _not_counted(facts: TrainingFacts) -> tuple[Ground[TrainingGround], ...]:
    if all(
        row.is_in_reception_centre or row.is_in_understood_language for row in facts.social_studies
    ):
        return ()
    return (Ground(TrainingGround.HOURS_IN_OTHER_LANGUAGE_NOT_COUNTED, _REQUIREMENT),)
