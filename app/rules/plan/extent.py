"""Helårig og på fulltid: the plan week by week.

Provision: integreringsloven §§ 13 third paragraph and 14 first paragraph.
In one sentence: every whole week holds full time, and no more than five weeks a year are empty.

The hours of full time and the weeks of holiday are the directorate's guidance, not the act's; the
municipality chooses whether 30 hours with own activity are enough, and what a lesson counts for.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from app.core.period import ONE_DAY, Period, after_months
from app.rules.law.grounds import Step
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import plan_content
from app.rules.plan.types import (
    Finding,
    FindingCode,
    Found,
    PlanFacts,
    PlanStep,
    PlanWeek,
    Severity,
)
from app.rules.policy import FullTimeWeek

_MONTHS_A_YEAR = 12


def check_extent(
    facts: PlanFacts, weeks: Sequence[PlanWeek], full_time_week: FullTimeWeek
) -> Iterator[Found]:
    """Yield the weeks that are empty or not full time."""
    provision = (
        INTEGRERINGSLOVEN.section("13", "(3)")
        if facts.education.is_upper_secondary_or_higher
        else INTEGRERINGSLOVEN.section("14", "(1)")
    )
    yield from _check_year_round(facts, weeks, provision)
    yield from _check_full_time(facts, busy_weeks(weeks), full_time_week, provision)


def busy_weeks(weeks: Sequence[PlanWeek]) -> list[PlanWeek]:
    """Return the whole weeks that hold anything and are no holiday."""
    return [week for week in weeks if week.is_whole and week.minutes > 0 and not week.is_off]


def turns_on_own_activity(facts: PlanFacts, weeks: Sequence[PlanWeek]) -> bool:
    """Whether a week lies between 30 and 37.5 hours, so that the setting decides."""
    least = plan_content.FULL_TIME_MINUTES_WITH_OWN_ACTIVITY.on(facts.programme.first_day)
    full_time = plan_content.FULL_TIME_MINUTES.on(facts.programme.first_day)
    return any(least <= week.minutes < full_time for week in busy_weeks(weeks))


def _check_full_time(
    facts: PlanFacts,
    busy: Sequence[PlanWeek],
    full_time_week: FullTimeWeek,
    provision: Provision,
) -> Iterator[Found]:
    full_time = plan_content.FULL_TIME_MINUTES.on(facts.programme.first_day)
    least = full_time
    if full_time_week is FullTimeWeek.GUIDANCE:
        least = plan_content.FULL_TIME_MINUTES_WITH_OWN_ACTIVITY.on(facts.programme.first_day)
    too_few = [week for week in busy if week.minutes < least]
    yield Step(
        PlanStep.FULL_TIME_WEEKS,
        (
            ("weeks", str(len(busy))),
            ("required_hours", _hours(least)),
            ("weeks_below", str(len(too_few))),
        ),
        provision,
    )
    code = FindingCode.NOT_FULL_TIME
    yield from _findings(too_few, code, provision, Severity.MISSING, least)
    needs_activity = [
        week for week in busy if least <= week.minutes < full_time and not week.own_activity_minutes
    ]
    code = FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY
    yield from _findings(needs_activity, code, provision, Severity.WARNING, full_time)


def _check_year_round(
    facts: PlanFacts, weeks: Sequence[PlanWeek], provision: Provision
) -> Iterator[Found]:
    """Allow five weeks without elements in each year of the programme, as holiday."""
    for year in _programme_years(facts.programme):
        free = [
            week
            for week in weeks
            if week.is_whole and week.week.first_day in year and (week.minutes == 0 or week.is_off)
        ]
        allowed = plan_content.HOLIDAY_WEEKS_A_YEAR.on(year.first_day)
        numbers = (
            ("from", year.first_day.isoformat()),
            ("weeks", str(len(free))),
            ("allowed_weeks", str(allowed)),
        )
        yield Step(PlanStep.FREE_WEEKS, numbers, provision)
        code = FindingCode.NOT_YEAR_ROUND
        yield from _findings(free[allowed:], code, provision, Severity.MISSING, 0)


def _programme_years(programme: Period) -> Iterator[Period]:
    years = 0
    first_day = programme.first_day
    while first_day <= programme.last_day:
        years += 1
        next_year = after_months(programme.first_day, years * _MONTHS_A_YEAR)
        yield Period(first_day, next_year - ONE_DAY)
        first_day = next_year


def _hours(minutes: int) -> str:
    return str(Fraction(minutes, plan_content.MINUTES_AN_HOUR))


def _findings(
    weeks: Sequence[PlanWeek],
    code: FindingCode,
    provision: Provision,
    severity: Severity,
    required_minutes: int,
) -> Iterator[Finding]:
    """Yield one finding for each run of weeks that follow each other with the same minutes."""
    for run in _runs(weeks):
        numbers = (
            ("hours", _hours(run[0].minutes)),
            ("required_hours", _hours(required_minutes)),
        )
        period = Period(run[0].week.first_day, run[-1].week.last_day)
        yield Finding(code, provision, severity, period, numbers if required_minutes else ())


def _runs(weeks: Sequence[PlanWeek]) -> Iterator[list[PlanWeek]]:
    run: list[PlanWeek] = []
    for week in weeks:
        follows = run and week.week.first_day - run[-1].week.first_day == timedelta(days=7)
        if run and not (follows and week.minutes == run[-1].minutes):
            yield run
            run = []
        run.append(week)
    if run:
        yield run
