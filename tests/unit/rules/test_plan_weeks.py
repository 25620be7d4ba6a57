"""Plans week by week: full time, year-round, lessons, and fifteen hours of work."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.rules.plan import (
    ElementKind,
    Finding,
    FindingCode,
    PlanStep,
    average_work_oriented_hours,
    check_plan,
)
from app.rules.policy import FullTimeWeek, LessonTime, Policy, PolicyKey
from app.rules.programme import EducationLevel, EndGoal
from tests.support.plans import check, codes, findings, step, without
from tests.support.rule_facts import FULL_ELEMENTS, PROGRAMME, day, element, period, plan_facts

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
Kind = ElementKind

WORK_AND_NORWEGIAN = (Kind.WORK_PRACTICE, Kind.NORWEGIAN_TRAINING, Kind.OWN_ACTIVITY)


def weekly(hours: str, own_activity: str = "0") -> tuple[Any, ...]:
    """Return elements with so many hours in every week, social studies included."""
    rest = Fraction(hours) - Fraction("16") - Fraction("1.5") - Fraction(own_activity)
    rows = [
        *without(*WORK_AND_NORWEGIAN),
        element(Kind.WORK_PRACTICE, "16"),
        element(Kind.NORWEGIAN_TRAINING, str(rest)),
    ]
    if own_activity != "0":
        rows.append(element(Kind.OWN_ACTIVITY, own_activity))
    return tuple(rows)


@pytest.mark.parametrize(
    ("hours", "own_activity", "expected"),
    [
        ("37.5", "0", set()),
        ("37", "0", {FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY}),
        ("37", "5", set()),
        ("30", "0", {FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY}),
        ("30", "5", set()),
        ("29.5", "5", {FindingCode.NOT_FULL_TIME}),
    ],
)
def test_full_time_is_checked_week_by_week(
    hours: str, own_activity: str, expected: set[FindingCode]
) -> None:
    assert codes(elements=weekly(hours, own_activity)) == expected


def test_weeks_that_lack_the_same_are_one_finding() -> None:
    rows = (
        *without(Kind.WORK_PRACTICE),
        element(Kind.WORK_PRACTICE, "16", "2026-01-05", "2026-06-28"),
        element(Kind.WORK_PRACTICE, "1", "2026-06-29", "2026-07-12"),
        element(Kind.WORK_PRACTICE, "2", "2026-07-13", "2026-07-19"),
        element(Kind.WORK_PRACTICE, "20", "2026-07-20", "2026-12-20"),
        element(Kind.WORK_PRACTICE, "2", "2026-12-21", "2026-12-27"),
    )
    found = [row for row in findings(elements=rows) if row.code is FindingCode.NOT_FULL_TIME]
    assert [(row.period, dict(row.numbers)["hours"]) for row in found] == [
        (period("2026-06-29", "2026-07-12"), "45/2"),
        (period("2026-07-13", "2026-07-19"), "47/2"),
        (period("2026-12-21", "2026-12-27"), "47/2"),
    ]


def with_hole(first: str, resumes: str) -> tuple[Any, ...]:
    """Return elements that stop before `first` and go on from `resumes`."""
    before, after = day(first), day(resumes)
    rows: list[Any] = []
    for row in FULL_ELEMENTS:
        if row.period != PROGRAMME:
            rows.append(row)
            continue
        rows.append(replace(row, period=replace(row.period, last_day=before)))
        rows.append(replace(row, period=replace(row.period, first_day=after)))
    return tuple(rows)


def test_five_empty_weeks_are_holiday() -> None:
    assert codes(elements=with_hole("2026-07-05", "2026-08-10")) == set()


def test_the_sixth_empty_week_is_a_hole() -> None:
    (finding,) = findings(elements=with_hole("2026-07-05", "2026-08-17"))
    assert finding.code is FindingCode.NOT_YEAR_ROUND
    assert (finding.period, finding.numbers) == (period("2026-08-10", "2026-08-16"), ())


def test_planned_holiday_counts_among_the_five_weeks() -> None:
    holidays = (period("2026-07-06", "2026-08-07"),)
    assert codes(days_off=holidays) == set()
    longer = (period("2026-07-06", "2026-08-14"),)
    assert codes(days_off=longer) == {FindingCode.NOT_YEAR_ROUND}


def test_each_programme_year_has_its_own_holiday() -> None:
    facts = plan_facts(programme=period("2026-01-05", "2028-01-02"), elements=())
    holes = [row for row in check_plan(facts).findings if row.code is FindingCode.NOT_YEAR_ROUND]
    assert [row.period.first_day.year for row in holes if row.period] == [2026, 2027]


def test_broken_weeks_at_the_ends_are_not_judged() -> None:
    facts = plan_facts(programme=period("2026-01-07", "2026-12-24"))
    answer = check_plan(facts)
    assert [answer.weeks[0].is_whole, answer.weeks[1].is_whole] == [False, True]
    assert not answer.weeks[-1].is_whole
    assert {row.code for row in answer.findings} == {FindingCode.ELEMENT_OUTSIDE_PROGRAMME}


def test_work_oriented_hours_average_fifteen_from_the_seventh_month() -> None:
    early = element(Kind.WORK_PRACTICE, "1", "2026-01-05", "2026-07-05")
    norwegian = element(Kind.NORWEGIAN_TRAINING, "20")
    rest = without(Kind.WORK_PRACTICE)
    enough = element(Kind.WORK_PRACTICE, "15", "2026-07-06", "2026-12-27")
    too_few = element(Kind.WORK_PRACTICE, "14.5", "2026-07-06", "2026-12-27")
    assert codes(elements=(*rest, norwegian, early, enough)) == set()
    (finding,) = findings(elements=(*rest, norwegian, early, too_few))
    assert finding.code is FindingCode.WORK_ORIENTED_HOURS_TOO_FEW
    assert finding.numbers == (("average_hours", "29/2"), ("required_hours", "15"))
    assert finding.period == period("2026-07-06", "2026-12-27")
    education = EndGoal.UPPER_SECONDARY_PART
    assert codes(elements=(*rest, norwegian, early, too_few), end_goal=education) == set()


def test_no_weeks_have_no_average() -> None:
    assert average_work_oriented_hours([]) is None


ALWAYS = Policy(full_time_week=FullTimeWeek.ALWAYS_37_5)
WITH_PREPARATION = Policy(lesson_time=LessonTime.WITH_PREPARATION)


@pytest.mark.parametrize(
    ("hours", "own_activity", "expected"),
    [
        ("37.5", "5", set()),
        ("37", "5", {FindingCode.NOT_FULL_TIME}),
        ("37", "0", {FindingCode.NOT_FULL_TIME}),
    ],
)
def test_the_municipality_may_ask_for_a_full_week_always(
    hours: str, own_activity: str, expected: set[FindingCode]
) -> None:
    rows = findings(ALWAYS, elements=weekly(hours, own_activity))
    assert {row.code for row in rows} == expected
    assert all(dict(row.numbers)["required_hours"] == "75/2" for row in rows)


@pytest.mark.parametrize("policy", [Policy(), ALWAYS])
@pytest.mark.parametrize(
    ("hours", "is_named"),
    [("19.5", False), ("29.5", True), ("30", True), ("37", True), ("37.5", False)],
)
def test_the_setting_of_full_time_is_named_where_it_decides(
    policy: Policy, hours: str, is_named: bool
) -> None:
    # The first weeks hold five or ten hours of life skills more.
    answer = check(policy, elements=weekly(hours, "2"))
    assert answer.policies == ((PolicyKey.FULL_TIME_WEEK,) if is_named else ())


def ends_with_programme(finding: Finding) -> bool:
    """Leave out the first weeks, which hold life skills as well."""
    return finding.period is not None and finding.period.last_day == PROGRAMME.last_day


def lessons(count: int) -> tuple[Any, ...]:
    """Return 17.5 hours a week, and so many lessons of Norwegian."""
    return (
        *without(*WORK_AND_NORWEGIAN),
        element(Kind.WORK_PRACTICE, "16"),
        replace(element(Kind.NORWEGIAN_TRAINING, "0"), lessons_per_week=count),
    )


@pytest.mark.parametrize(
    ("policy", "count", "expected"),
    [
        (Policy(), 16, {FindingCode.NOT_FULL_TIME}),
        (Policy(), 17, {FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY}),
        (WITH_PREPARATION, 9, {FindingCode.NOT_FULL_TIME}),
        (WITH_PREPARATION, 10, {FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY}),
        (WITH_PREPARATION, 16, set()),
    ],
)
def test_a_lesson_counts_as_the_municipality_has_chosen(
    policy: Policy, count: int, expected: set[FindingCode]
) -> None:
    answer = check(policy, elements=lessons(count))
    assert {row.code for row in answer.findings if ends_with_programme(row)} == expected
    assert PolicyKey.LESSON_TIME in answer.policies


def test_the_setting_of_lessons_is_not_named_where_it_changes_nothing() -> None:
    answer = check(elements=lessons(60))
    assert (answer.findings, answer.policies) == ((), ())


def test_preparation_fills_no_minimum_hours() -> None:
    short = replace(
        element(Kind.LIFE_SKILLS_CAREER, "0", "2026-01-05", "2026-01-07"), lessons_per_week=19
    )
    enough = replace(short, lessons_per_week=20)
    code = FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT
    rest = without(Kind.LIFE_SKILLS_CAREER)
    assert code in codes(WITH_PREPARATION, elements=(*rest, short))
    assert code not in codes(WITH_PREPARATION, elements=(*rest, enough))


def practice(hours: str, first: str = "2026-01-05") -> tuple[Any, ...]:
    return (
        *without(Kind.WORK_PRACTICE),
        element(Kind.NORWEGIAN_TRAINING, "25"),
        element(Kind.WORK_PRACTICE, hours, first),
    )


@pytest.mark.parametrize(
    ("education", "required_from", "first", "before"),
    [
        (EducationLevel.LOWER_SECONDARY, "2026-07-05", "2026-07-06", "2026-07-12"),
        (HIGH, "2026-04-05", "2026-04-06", "2026-04-12"),
    ],
)
def test_the_average_begins_with_the_first_week_after_the_threshold(
    education: EducationLevel, required_from: str, first: str, before: str
) -> None:
    numbers, citation = step(PlanStep.WORK_ORIENTED_AVERAGE, education=education)
    assert (numbers["required_from"], citation) == (required_from, "il § 14 a (3)")
    too_few = FindingCode.WORK_ORIENTED_HOURS_TOO_FEW
    assert too_few not in codes(education=education, elements=practice("15", first))
    late = day(before).fromordinal(day(before).toordinal() + 1).isoformat()
    assert too_few in codes(education=education, elements=practice("15", late))


@pytest.mark.parametrize(("minutes", "is_enough"), [(900, True), (899, False)])
def test_fifteen_hours_are_enough_to_the_minute(minutes: int, is_enough: bool) -> None:
    rows = practice("0")
    exact = (*rows[:-1], replace(rows[-1], minutes_per_week=minutes))
    found = codes(elements=exact)
    assert (FindingCode.WORK_ORIENTED_HOURS_TOO_FEW in found) is not is_enough


def test_one_week_above_makes_up_for_one_below() -> None:
    rows = (
        *practice("15"),
        element(Kind.PART_TIME_WORK, "2", "2026-08-03", "2026-08-09"),
    )
    low = replace(rows[-2], period=period("2026-01-05", "2026-12-20"))
    last = element(Kind.NAV_MEASURE, "13", "2026-12-21", "2026-12-27")
    assert codes(elements=(*rows[:-2], rows[-1], low, last)) == set()
    less = replace(last, minutes_per_week=last.minutes_per_week - 1)
    found = codes(elements=(*rows[:-2], rows[-1], low, less))
    assert found == {FindingCode.WORK_ORIENTED_HOURS_TOO_FEW}


def test_weeks_are_shown() -> None:
    numbers, citation = step(PlanStep.FULL_TIME_WEEKS)
    assert numbers == {"weeks": "51", "required_hours": "30", "weeks_below": "0"}
    assert citation == "il § 14 (1)"
    numbers, citation = step(PlanStep.FREE_WEEKS, education=HIGH)
    assert numbers == {"from": "2026-01-05", "weeks": "0", "allowed_weeks": "5"}
    assert citation == "il § 13 (3)"


def test_programme_years_keep_the_day_of_the_start() -> None:
    answer = check(programme=period("2024-02-29", "2027-12-26"))
    years = [dict(row.numbers)["from"] for row in answer.steps if row.what is PlanStep.FREE_WEEKS]
    assert years == ["2024-02-29", "2025-03-01", "2026-03-01", "2027-03-01"]
