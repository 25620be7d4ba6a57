"""The absences of a participant in order, and the scheduled days that they cover."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from app.core.period import ONE_DAY, Period
from app.rules.absence.quotas import Amount
from app.rules.absence.types import Absence
from app.rules.calendar.schedule import Schedule
from app.rules.calendar.virkedag import is_virkedag


class Registered(NamedTuple):
    """An absence with its place in the history."""

    rank: int
    """Its place in order of date."""
    position: int
    """Its place in the facts, for naming it."""
    absence: Absence


class AbsentDay(NamedTuple):
    """One scheduled day, or part of it, that an absence covers."""

    day: date
    rank: int
    """Of the absence."""
    absence: Absence
    hours: Fraction | None
    """None: the whole scheduled day."""
    scheduled_hours: Fraction

    @property
    def missed_hours(self) -> Fraction:
        """Hours missed, also for whole days."""
        return self.scheduled_hours if self.hours is None else self.hours

    @property
    def share_of_day(self) -> Amount:
        """How much of the scheduled day was missed; at most 1."""
        return 1 if self.hours is None else self.hours / self.scheduled_hours


def in_order(absences: Sequence[Absence]) -> list[Registered]:
    """Return absences by date; the order in which they were registered leaves no trace."""
    positions = sorted(range(len(absences)), key=lambda position: _order(absences[position]))
    return [
        Registered(rank, position, absences[position]) for rank, position in enumerate(positions)
    ]


def _order(absence: Absence) -> tuple[object, ...]:
    return (
        absence.first_day,
        absence.last_day,
        absence.reason,
        absence.hours or 0,
        absence.has_medical_certificate,
        absence.is_self_certified,
        absence.is_granted,
        absence.notice_on or date.min,
        -1 if absence.child is None else absence.child,
        absence.welfare_ground or "",
        absence.travel_days,
        absence.was_prevented_from_seeing_doctor,
        absence.lives_with_mother is False,
        absence.assists_mother,
    )


def absent_days(
    absences: Iterable[Registered], schedule: Schedule, period: Period
) -> list[AbsentDay]:
    """Return the scheduled days of a period that absences cover, in order of date."""
    days = [row for registered in absences for row in _days_of(registered, schedule, period)]
    days.sort(key=lambda row: row.day)
    return days


def _days_of(registered: Registered, schedule: Schedule, period: Period) -> Iterator[AbsentDay]:
    rank, _, absence = registered
    day = max(absence.first_day, period.first_day)
    last_day = min(absence.last_day, period.last_day)
    while day <= last_day:
        scheduled = schedule.hours_on(day)
        if scheduled:
            is_whole = absence.hours is None or absence.hours >= scheduled
            yield AbsentDay(day, rank, absence, None if is_whole else absence.hours, scheduled)
        day += ONE_DAY


def follows(first_day: date, earlier_last_day: date, days_off: AbstractSet[date]) -> bool:
    """Whether no virkedag lies between an absence and one that began later."""
    day = earlier_last_day + ONE_DAY
    while day < first_day and not is_virkedag(day, days_off):
        day += ONE_DAY
    return day >= first_day
