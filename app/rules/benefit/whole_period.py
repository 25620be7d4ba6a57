"""Hele perioden borte: whether every scheduled day of a payment was missed.

Provision: integreringsloven §§ 20 second paragraph and 21.
In one sentence: where every scheduled day was missed without benefit, and no whole week was free,
the municipality decides whether the payment is lost or only the days.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction

from app.core.period import Period
from app.rules.absence.types import DayAssessment
from app.rules.calendar.schedule import Schedule

_TO_FRIDAY = timedelta(days=4)
_WEEK = timedelta(days=7)


def days_of_whole_period(
    days: Iterable[DayAssessment], entitled: Sequence[Period], schedule: Schedule
) -> int:
    """Return how many scheduled days there were, if all were missed without benefit; else 0."""
    missed: dict[date, Fraction | int] = {}
    for row in days:
        if not row.is_paid:
            missed[row.day] = missed.get(row.day, 0) + row.share_of_day
    scheduled = 0
    for day in (day for stretch in entitled for day in stretch.days()):
        if schedule.hours_on(day) > 0:
            if missed.get(day, 0) < 1:
                return 0
            scheduled += 1
    return 0 if any(_has_free_week(each, schedule) for each in entitled) else scheduled


def _has_free_week(entitled: Period, schedule: Schedule) -> bool:
    """Whether a whole week had nothing scheduled: then the whole period was not missed."""
    monday = entitled.first_day - timedelta(days=entitled.first_day.weekday())
    while monday <= entitled.last_day:
        week = Period(monday, monday + _TO_FRIDAY)
        is_inside = entitled.intersection(week) == week
        if is_inside and not any(schedule.hours_on(day) > 0 for day in week.days()):
            return True
        monday += _WEEK
    return False
