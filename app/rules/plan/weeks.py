"""The weeks of a programme and what is planned in each.

In one sentence: an element gives its weekly minutes to every week it touches.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.period import Period
from app.rules.plan.kinds import WORK_ORIENTED, ElementKind
from app.rules.plan.types import PlanElementFacts, PlanFacts, PlanWeek

_WEEK = timedelta(days=7)
_TO_FRIDAY = timedelta(days=4)
_TO_SUNDAY = timedelta(days=6)


def plan_weeks(facts: PlanFacts) -> tuple[PlanWeek, ...]:
    """Return every Monday-to-Sunday week that the programme touches, in order."""
    return tuple(_week(monday, facts) for monday in _mondays(facts.programme))


def total_minutes(element: PlanElementFacts) -> int:
    """Return all minutes of an element: its weekly minutes in each week it touches."""
    return element.minutes_per_week * sum(1 for _ in _mondays(element.period))


def monday_of(day: date) -> date:
    """Return the Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def _mondays(period: Period) -> Iterator[date]:
    monday = monday_of(period.first_day)
    while monday <= period.last_day:
        yield monday
        monday += _WEEK


def _week(monday: date, facts: PlanFacts) -> PlanWeek:
    week = Period(monday, monday + _TO_SUNDAY)
    weekdays = Period(monday, monday + _TO_FRIDAY)
    elements = [
        element for element in facts.elements if element.period.intersection(week) is not None
    ]
    return PlanWeek(
        week=week,
        minutes=sum(element.minutes_per_week for element in elements),
        work_oriented_minutes=sum(
            element.minutes_per_week for element in elements if element.kind in WORK_ORIENTED
        ),
        own_activity_minutes=sum(
            element.minutes_per_week
            for element in elements
            if element.kind is ElementKind.OWN_ACTIVITY
        ),
        is_whole=facts.programme.intersection(weekdays) == weekdays,
        is_off=any(off.intersection(weekdays) == weekdays for off in facts.days_off),
    )
