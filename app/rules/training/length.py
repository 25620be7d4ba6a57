"""Until when right and duty to Norwegian training last.

Provision: integreringsloven §§ 26 fifth paragraph, 32 and 37 d; integreringsforskriften §§ 73
and 74.
In one sentence: until the Norwegian goal is reached, but no longer than three years, or 18
months with upper secondary education, from the offered start, and approved leave in addition.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import ONE_DAY, Period, add_months, birthday
from app.rules.law.grounds import Clarification, Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.training_limits import (
    NORWEGIAN_HOURS_DUTY_ONLY,
    TRAINING_ENDS_AT_AGE,
    TRAINING_LENGTH,
    TRAINING_LENGTH_COLLECTIVE_PROTECTION,
    TRAINING_LENGTH_UPPER_SECONDARY,
)
from app.rules.training.answers import Reasons, TrainingDoubt, TrainingStep
from app.rules.training.entitlement import Track
from app.rules.training.types import TrainingFacts

_AGE = INTEGRERINGSLOVEN.section("26", "(5)")
_LENGTH = INTEGRERINGSLOVEN.section("32", "(1)")
_HOURS = INTEGRERINGSLOVEN.section("32", "(2)")
_SECTION_37_D = INTEGRERINGSLOVEN.section("37 d", "(2)")
SECTION_74 = INTEGRERINGSFORSKRIFTEN.section("74")
_SECTION_73 = INTEGRERINGSFORSKRIFTEN.section("73", "(4)")


@dataclass(frozen=True, slots=True)
class Length:
    """The end of Norwegian training, and what is left of the hours of a duty."""

    last_day: date | None
    age_limit: date
    hours_left: Fraction | None
    reasons: Reasons


def assess_length(facts: TrainingFacts, track: Track) -> Length:
    """Return until when training lasts for somebody on a track, as far as the facts tell."""
    age_limit = birthday(facts.born_on, TRAINING_ENDS_AT_AGE.on(facts.assessed_on)) - ONE_DAY
    hours_left, hours_reasons = _hours_left(facts, track)
    longest, length_reasons = _longest(facts, track)
    known = [day for day in (longest, facts.goal_reached_on) if day is not None]
    last_day = min([*known, age_limit]) if known else None
    reasons = hours_reasons + length_reasons + _what_ends_it(facts, last_day, age_limit, track)
    return Length(last_day, age_limit, hours_left, reasons)


def add_leave(last_day: date, leave: Iterable[Period], first_day: date) -> tuple[date, int]:
    """Move a last day past the days of leave from the first day on; return it and the days.

    A day of leave that two periods share counts once, and so does leave in the added time.
    """
    days = sorted({day for period in leave for day in period.days()})
    added = 0
    for day in days:
        if first_day <= day <= last_day:
            last_day += ONE_DAY
            added += 1
    return last_day, added


def _longest(facts: TrainingFacts, track: Track) -> tuple[date | None, Reasons]:
    if track is Track.CHAPTER_6_A:
        months = TRAINING_LENGTH_COLLECTIVE_PROTECTION.on(facts.assessed_on)
        return _counted(facts, facts.started_on, months, _SECTION_37_D)
    if track is Track.DUTY_ONLY:
        return None, Reasons()
    lengths = (
        TRAINING_LENGTH_UPPER_SECONDARY
        if facts.education.is_upper_secondary_or_higher
        else TRAINING_LENGTH
    )
    months_or_older = lengths.on(facts.counts_from_permit_of)
    if months_or_older is None:
        doubt = Clarification(TrainingDoubt.OLDER_LENGTH, SECTION_74)
        return None, Reasons(doubts=(doubt,))
    return _counted(facts, facts.offered_start_on, months_or_older, _LENGTH)


def _counted(
    facts: TrainingFacts, first_day: date | None, months: int, provision: Provision
) -> tuple[date | None, Reasons]:
    """Count from the first day; a year ends on the day with the same number."""
    if first_day is None:
        return None, Reasons()
    end = add_months(first_day, months)
    last_day, leave_days = add_leave(end, facts.approved_leave, first_day)
    numbers = (
        ("first_day", first_day.isoformat()),
        ("months", str(months)),
        ("last_day", end.isoformat()),
    )
    full = Reasons(steps=(Step(TrainingStep.FULL_LENGTH, numbers, provision),))
    if not leave_days:
        return last_day, full
    is_under_37_d = provision is _SECTION_37_D
    doubt = Clarification(TrainingDoubt.LEAVE_UNDER_SECTION_37_D, provision)
    numbers_of_leave = (("days", str(leave_days)), ("last_day", last_day.isoformat()))
    added = Step(TrainingStep.LEAVE_ADDED, numbers_of_leave, _LENGTH)
    return last_day, full + Reasons(doubts=(doubt,) if is_under_37_d else (), steps=(added,))


def _hours_left(facts: TrainingFacts, track: Track) -> tuple[Fraction | None, Reasons]:
    if track not in {Track.DUTY_ONLY, Track.COMPLETING_WITH_DUTY}:
        return None, Reasons()
    row = NORWEGIAN_HOURS_DUTY_ONLY.row_on(facts.present_permit_of)
    left = max(row.value - facts.norwegian_hours_done, Fraction(0))
    numbers = (("hours", str(row.value)), ("done", str(facts.norwegian_hours_done)))
    step = Step(TrainingStep.NORWEGIAN_HOURS, (*numbers, ("left", str(left))), row.provision)
    doubt = Clarification(TrainingDoubt.HOURS_AFTER_LATER_ARRIVAL, _SECTION_73)
    is_open = row.provision == _HOURS and facts.permit.granted_on < row.valid_from
    return left, Reasons(doubts=(doubt,) if is_open else (), steps=(step,))


def _what_ends_it(
    facts: TrainingFacts, last_day: date | None, age_limit: date, track: Track
) -> Reasons:
    if last_day is None:
        return Reasons()
    numbers = (("last_day", last_day.isoformat()),)
    if last_day == facts.goal_reached_on:
        provision = _HOURS if track is Track.DUTY_ONLY else _LENGTH
        return Reasons(steps=(Step(TrainingStep.GOAL_REACHED, numbers, provision),))
    if last_day == age_limit:
        return Reasons(steps=(Step(TrainingStep.AGE_LIMIT, numbers, _AGE),))
    return Reasons()
