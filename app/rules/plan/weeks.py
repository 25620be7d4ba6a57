"""The weeks of a programme and what is planned in each.

In one sentence: an element gives its weekly minutes to every week it touches, and what a lesson
gives to a full week is the municipality's setting.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from app.core.period import Period
from app.rules.law.parameter import Parameter
from app.rules.parameters.plan_content import LESSON_MINUTES, LESSON_MINUTES_WITH_PREPARATION
from app.rules.plan.kinds import WORK_ORIENTED, ElementKind
from app.rules.plan.types import PlanElementFacts, PlanFacts, PlanWeek
from app.rules.policy import LessonTime

_WEEK = timedelta(days=7)
_TO_FRIDAY = timedelta(days=4)
_TO_SUNDAY = timedelta(days=6)


def plan_weeks(
    facts: PlanFacts, lesson_time: LessonTime = LessonTime.CLOCK_TIME
) -> tuple[PlanWeek, ...]:
    """Return every Monday-to-Sunday week that the programme touches, in order."""
    return tuple(_week(monday, facts, lesson_time) for monday in _mondays(facts.programme))


def clock_minutes(element: PlanElementFacts) -> int:
    """Return what an element takes in a week: lessons without their preparation."""
    return _with_lessons(element, LESSON_MINUTES)


def total_minutes(element: PlanElementFacts) -> int:
    """Return all minutes of an element: its weekly clock time in each week it touches."""
    return clock_minutes(element) * sum(1 for _ in _mondays(element.period))


def monday_of(day: date) -> date:
    """Return the Monday of the week that `day` lies in."""
    return day - timedelta(days=day.weekday())


def _mondays(period: Period) -> Iterator[date]:
    monday = monday_of(period.first_day)
    while monday <= period.last_day:
        yield monday
        monday += _WEEK


def _full_time_minutes(element: PlanElementFacts, lesson_time: LessonTime) -> int:
    if lesson_time is LessonTime.WITH_PREPARATION:
        return _with_lessons(element, LESSON_MINUTES_WITH_PREPARATION)
    return clock_minutes(element)


def _with_lessons(element: PlanElementFacts, lesson: Parameter[int]) -> int:
    if not element.lessons_per_week:
        return element.minutes_per_week
    lesson_minutes = lesson.on(element.period.first_day)
    return element.minutes_per_week + element.lessons_per_week * lesson_minutes


def _week(monday: date, facts: PlanFacts, lesson_time: LessonTime) -> PlanWeek:
    week = Period(monday, monday + _TO_SUNDAY)
    weekdays = Period(monday, monday + _TO_FRIDAY)
    elements = [element for element in facts.elements if element.period.touches(week)]
    return PlanWeek(
        week=week,
        minutes=sum(_full_time_minutes(element, lesson_time) for element in elements),
        work_oriented_minutes=sum(
            clock_minutes(element) for element in elements if element.kind in WORK_ORIENTED
        ),
        own_activity_minutes=sum(
            clock_minutes(element)
            for element in elements
            if element.kind is ElementKind.OWN_ACTIVITY
        ),
        is_whole=facts.programme.intersection(weekdays) == weekdays,
        is_off=any(off.intersection(weekdays) == weekdays for off in facts.days_off),
    )
