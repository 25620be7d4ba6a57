"""Helårig og på fulltid: the plan week by week, and the 15 hours of work.

Provision: integreringsloven §§ 13 third paragraph, 14 first paragraph and 14 a third paragraph.
In one sentence: every whole week holds full time, no more than five weeks a year are empty, and
a programme for work averages 15 hours of work-oriented elements after three or six months.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from fractions import Fraction

from app.core.period import ONE_DAY, Period, add_months
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters import plan_content
from app.rules.parameters.programme_duration import WORK_ORIENTED_HOURS_PER_WEEK
from app.rules.plan.types import Finding, FindingCode, PlanFacts, PlanWeek, Severity
from app.rules.programme.content import SECTION_14_A_WORK, work_oriented_hours_required_from

_MONTHS_A_YEAR = 12


def check_extent(facts: PlanFacts, weeks: Sequence[PlanWeek]) -> Iterator[Finding]:
    """Yield the weeks that are not full time or empty, and a missing average of work."""
    provision = (
        INTEGRERINGSLOVEN.section("13", "(3)")
        if facts.education.is_upper_secondary_or_higher
        else INTEGRERINGSLOVEN.section("14", "(1)")
    )
    whole = [week for week in weeks if week.is_whole]
    yield from _check_year_round(facts, whole, provision)
    busy = [week for week in whole if week.minutes > 0 and not week.is_off]
    asked_on = facts.programme.first_day
    least = plan_content.FULL_TIME_MINUTES_WITH_OWN_ACTIVITY.on(asked_on)
    full_time = plan_content.FULL_TIME_MINUTES.on(asked_on)
    too_few = [week for week in busy if week.minutes < least]
    code = FindingCode.NOT_FULL_TIME
    yield from _findings(too_few, code, provision, Severity.MISSING, least)
    needs_activity = [
        week for week in busy if least <= week.minutes < full_time and not week.own_activity_minutes
    ]
    code = FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY
    yield from _findings(needs_activity, code, provision, Severity.WARNING, full_time)
    yield from _check_work_hours(facts, busy)


def average_work_oriented_hours(weeks: Iterable[PlanWeek]) -> Fraction | None:
    """Return the average hours a week of work-oriented elements; None without weeks."""
    minutes = [week.work_oriented_minutes for week in weeks]
    if not minutes:
        return None
    return Fraction(sum(minutes), len(minutes) * plan_content.MINUTES_AN_HOUR)


def _check_year_round(
    facts: PlanFacts, whole: Sequence[PlanWeek], provision: Provision
) -> Iterator[Finding]:
    """Allow five weeks without elements in each year of the programme, as holiday."""
    for year in _programme_years(facts.programme):
        free = [
            week
            for week in whole
            if week.week.first_day in year and (week.minutes == 0 or week.is_off)
        ]
        too_many = free[plan_content.HOLIDAY_WEEKS_A_YEAR.on(year.first_day) :]
        yield from _findings(too_many, FindingCode.NOT_YEAR_ROUND, provision, Severity.MISSING, 0)


def _programme_years(programme: Period) -> Iterator[Period]:
    first_day = programme.first_day
    while first_day <= programme.last_day:
        next_year = add_months(first_day, _MONTHS_A_YEAR)
        yield Period(first_day, next_year - ONE_DAY)
        first_day = next_year


def _check_work_hours(facts: PlanFacts, busy: Sequence[PlanWeek]) -> Iterator[Finding]:
    """Average over the weeks from the threshold on that hold anything: holiday does not count."""
    required_from = work_oriented_hours_required_from(
        facts.programme.first_day, facts.education, facts.end_goal
    )
    if required_from is None:
        return
    counted = [week for week in busy if week.week.first_day >= required_from]
    average = average_work_oriented_hours(counted)
    required = WORK_ORIENTED_HOURS_PER_WEEK.on(required_from)
    if average is None or average >= required:
        return
    yield Finding(
        FindingCode.WORK_ORIENTED_HOURS_TOO_FEW,
        SECTION_14_A_WORK,
        Severity.MISSING,
        Period(counted[0].week.first_day, counted[-1].week.last_day),
        (
            ("average_hours", str(average)),
            ("required_hours", str(required)),
        ),
    )


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
            ("hours", str(Fraction(run[0].minutes, plan_content.MINUTES_AN_HOUR))),
            ("required_hours", str(Fraction(required_minutes, plan_content.MINUTES_AN_HOUR))),
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
