"""What was registered as absence, against what the attendance says (§ 24).

Who came although an absence was registered was not absent. An absence is cut only at such days, so
that the calendar days of an illness stay together where she stayed away.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from app.core.period import ONE_DAY, Period
from app.rules.absence import Absence

HoursAway = Mapping[date, Fraction]
"""For each day whose attendance is registered in full: the hours that were missed."""


def cut_to_attendance(
    absences: Iterable[Absence], away: HoursAway, scheduled: Mapping[date, Fraction]
) -> Iterator[Absence]:
    """Yield the absences without the days and hours in which she was there after all.

    `scheduled`: the hours of each day that has any. Days outside both mappings stay as they are.
    """
    for absence in absences:
        yield from _cut(absence, away, scheduled)


def _cut(
    absence: Absence, away: HoursAway, scheduled: Mapping[date, Fraction]
) -> Iterator[Absence]:
    begins: date | None = absence.first_day
    for day in Period(absence.first_day, absence.last_day).days():
        missed, planned = away.get(day), scheduled.get(day)
        if missed is None or planned is None or missed >= _claimed(absence, planned):
            # Days without a plan belong to the absence only where she stays away afterwards.
            if begins is None and planned is not None:
                begins = day
            continue
        if begins is not None and _has_plan(begins, day, scheduled):
            yield replace(absence, first_day=begins, last_day=day - ONE_DAY)
        begins = None
        if missed:
            yield replace(absence, first_day=day, last_day=day, hours=missed)
    if begins is not None:
        yield replace(absence, first_day=begins)


def _claimed(absence: Absence, planned: Fraction) -> Fraction:
    """Return the hours of a day that were said to be missed."""
    return planned if absence.hours is None else min(absence.hours, planned)


def _has_plan(begins: date, before: date, scheduled: Mapping[date, Fraction]) -> bool:
    """Tell whether any day from `begins` until the day before `before` has a plan."""
    return begins < before and any(
        day in scheduled for day in Period(begins, before - ONE_DAY).days()
    )
