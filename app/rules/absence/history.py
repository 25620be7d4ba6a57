"""The absences of a participant in order, checked against each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.period import Period
from app.rules.absence.types import Absence, AbsenceFacts
from app.rules.calendar.schedule import Schedule
from app.rules.law.bad_facts import BadFacts, FactProblem


@dataclass(frozen=True, slots=True)
class AbsentDay:
    """One scheduled day, or part of it, that an absence covers."""

    day: date
    absence: Absence
    hours: Fraction | None
    """None: the whole scheduled day."""
    scheduled_hours: Fraction

    @property
    def missed_hours(self) -> Fraction:
        """Hours missed, also for whole days."""
        return self.scheduled_hours if self.hours is None else self.hours

    @property
    def share_of_day(self) -> Fraction:
        """How much of the scheduled day was missed; at most 1."""
        return min(Fraction(1), self.missed_hours / self.scheduled_hours)


def in_order(absences: Iterable[Absence]) -> list[Absence]:
    """Return absences by date; the order in which they were registered leaves no trace."""
    return sorted(absences, key=_order)


def _order(absence: Absence) -> tuple[object, ...]:
    return (
        absence.first_day,
        absence.last_day,
        absence.reason.value,
        absence.hours or Fraction(0),
        absence.has_medical_certificate,
        absence.is_self_certified,
        absence.is_granted,
        absence.notice_on or date.min,
        -1 if absence.child is None else absence.child,
    )


def absent_days(absences: Iterable[Absence], schedule: Schedule) -> list[AbsentDay]:
    """Return the scheduled days that absences cover, in order of date."""
    days = [row for absence in in_order(absences) for row in _days_of(absence, schedule)]
    return sorted(days, key=lambda row: row.day)


def _days_of(absence: Absence, schedule: Schedule) -> Iterator[AbsentDay]:
    for day in Period(absence.first_day, absence.last_day).days():
        scheduled = schedule.hours_on(day)
        if scheduled > 0:
            is_whole = absence.hours is None or absence.hours >= scheduled
            yield AbsentDay(day, absence, None if is_whole else absence.hours, scheduled)


def check_absences(facts: AbsenceFacts) -> None:
    """Raise `BadFacts` for absences that cannot be true, alone or together."""
    for position, absence in enumerate(facts.absences):
        field = f"absences[{position}]"
        if absence.last_day < absence.first_day:
            raise BadFacts(FactProblem.WRONG_ORDER, f"{field}.last_day")
        if absence.first_day < facts.participant.programme_start:
            raise BadFacts(FactProblem.ABSENCE_BEFORE_START, f"{field}.first_day")
        if absence.hours is not None and absence.hours <= 0:
            raise BadFacts(FactProblem.NOT_POSITIVE, f"{field}.hours")
        if absence.child is not None and not 0 <= absence.child < len(facts.participant.children):
            raise BadFacts(FactProblem.UNKNOWN_CHILD, f"{field}.child")
    _check_overlaps(facts.absences)
    _check_hours(facts)


def _check_overlaps(absences: tuple[Absence, ...]) -> None:
    """Parts of one day may stand beside each other; a whole day stands alone."""
    positions = sorted(range(len(absences)), key=lambda position: _order(absences[position]))
    active: list[int] = []
    for position in positions:
        later = absences[position]
        active = [other for other in active if absences[other].last_day >= later.first_day]
        for other in active:
            if absences[other].hours is None or later.hours is None:
                newest = max(position, other)
                raise BadFacts(FactProblem.OVERLAPPING_ABSENCES, f"absences[{newest}]")
        active.append(position)


def _check_hours(facts: AbsenceFacts) -> None:
    """No more hours can be missed on a day of the period than were scheduled."""
    missed: dict[date, Fraction] = {}
    for position, absence in enumerate(facts.absences):
        days = Period(absence.first_day, absence.last_day).intersection(facts.period)
        if absence.hours is None or days is None:
            continue
        for day in days.days():
            scheduled = facts.schedule.hours_on(day)
            missed[day] = missed.get(day, Fraction(0)) + absence.hours
            if scheduled > 0 and missed[day] > scheduled:
                raise BadFacts(FactProblem.HOURS_EXCEED_DAY, f"absences[{position}].hours")
