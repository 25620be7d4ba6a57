"""Plans: what each demand of §§ 14 a and 15 finds, and the weeks."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.law import BadFacts
from app.rules.plan import (
    EDUCATION_ORIENTED,
    WORK_ORIENTED,
    CefrLevel,
    ElementKind,
    Finding,
    FindingCode,
    NorwegianGoals,
    Severity,
    average_work_oriented_hours,
    check_plan,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel, EndGoal
from tests.support.rule_facts import FULL_ELEMENTS, PROGRAMME, day, element, period, plan_facts

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
Kind = ElementKind


def findings(**changes: Any) -> list[Finding]:
    return list(check_plan(plan_facts(**changes)).findings)


def codes(**changes: Any) -> set[FindingCode]:
    return {finding.code for finding in findings(**changes)}


def without(*kinds: ElementKind) -> tuple[Any, ...]:
    return tuple(row for row in FULL_ELEMENTS if row.kind not in kinds)


def test_a_complete_plan_lacks_nothing() -> None:
    answer = check_plan(plan_facts())
    assert (answer.findings, answer.is_complete) == ((), True)


@pytest.mark.parametrize(
    ("changes", "code", "provision"),
    [
        ({"end_goal": None}, FindingCode.END_GOAL_MISSING, "il § 15 (3)"),
        ({"norwegian_goals": None}, FindingCode.NORWEGIAN_GOAL_MISSING, "il § 15 (3)"),
        ({"has_long_term_goals": False}, FindingCode.LONG_TERM_GOALS_MISSING, "il § 15 (3)"),
        ({"norwegian_hours": 0}, FindingCode.NORWEGIAN_EXTENT_MISSING, "il § 15 (3)"),
        (
            {"social_studies_hours": 0},
            FindingCode.SOCIAL_STUDIES_EXTENT_MISSING,
            "il § 15 (3)",
        ),
        ({"has_reasons": False}, FindingCode.REASONS_MISSING, "il § 15 (4)"),
        (
            {"is_appeal_information_given": False},
            FindingCode.APPEAL_INFORMATION_MISSING,
            "il § 15 (3)",
        ),
        (
            {"is_mapping_done_or_explained": False},
            FindingCode.MAPPING_NOT_DONE_OR_EXPLAINED,
            "il § 15 (2)",
        ),
        (
            {"is_guidance_done_or_explained": False},
            FindingCode.GUIDANCE_NOT_DONE_OR_EXPLAINED,
            "il § 15 (2)",
        ),
        ({"review_due_on": None}, FindingCode.REVIEW_DATE_MISSING, "il § 15 (6)"),
        (
            {"end_goal": EndGoal.HIGHER_EDUCATION_PREPARATION},
            FindingCode.END_GOAL_NOT_ALLOWED,
            "il § 14 (1)",
        ),
        (
            {"children_born_on": (day("2020-01-01"),)},
            FindingCode.PARENTAL_GUIDANCE_MISSING,
            "il § 14 a (2)",
        ),
        ({"expects_child": True}, FindingCode.PARENTAL_GUIDANCE_MISSING, "il § 14 a (2)"),
    ],
)
def test_what_the_act_demands_is_missing(
    changes: dict[str, Any], code: FindingCode, provision: str
) -> None:
    (finding,) = findings(**changes)
    assert (finding.code, finding.provision.citation) == (code, provision)
    assert finding.severity is Severity.MISSING
    assert not check_plan(plan_facts(**changes)).is_complete


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (
            {"is_competence_validation_guided": False},
            FindingCode.COMPETENCE_VALIDATION_NOT_GUIDED,
        ),
        ({"social_studies_hours": 74}, FindingCode.SOCIAL_STUDIES_UNDER_75_HOURS),
        ({"assessed_on": day("2026-06-02")}, FindingCode.REVIEW_OVERDUE),
        (
            {"norwegian_goals": propose_norwegian_goals(EducationLevel.NONE)},
            FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL,
        ),
        (
            {"elements": (*FULL_ELEMENTS, element(Kind.OTHER, "1", "2026-12-01", "2026-12-28"))},
            FindingCode.ELEMENT_OUTSIDE_PROGRAMME,
        ),
    ],
)
def test_what_somebody_should_look_at_leaves_the_plan_complete(
    changes: dict[str, Any], code: FindingCode
) -> None:
    answer = check_plan(plan_facts(**changes))
    assert [(row.code, row.severity) for row in answer.findings] == [(code, Severity.WARNING)]
    assert answer.is_complete


def test_a_review_is_due_until_its_day_has_passed() -> None:
    assert codes(assessed_on=day("2026-06-01")) == set()


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.NORWEGIAN_TRAINING, FindingCode.NORWEGIAN_TRAINING_MISSING),
        (Kind.SOCIAL_STUDIES, FindingCode.SOCIAL_STUDIES_MISSING),
        (Kind.WORK_PRACTICE, FindingCode.WORK_OR_EDUCATION_ELEMENT_MISSING),
        (
            Kind.LIFE_SKILLS_MIGRATION_HEALTH,
            FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_MISSING,
        ),
        (Kind.LIFE_SKILLS_CAREER, FindingCode.LIFE_SKILLS_CAREER_MISSING),
    ],
)
def test_every_mandatory_element_is_asked_for(kind: ElementKind, code: FindingCode) -> None:
    assert code in codes(elements=without(kind))


def test_a_plan_without_elements_lacks_them_all() -> None:
    found = codes(elements=())
    assert FindingCode.ELEMENTS_MISSING in found
    assert FindingCode.NOT_YEAR_ROUND in found
    assert FindingCode.WORK_ORIENTED_HOURS_TOO_FEW not in found


def test_collective_protection_needs_no_social_studies() -> None:
    found = codes(
        permit_ground=PermitGround.COLLECTIVE_PROTECTION,
        elements=without(Kind.SOCIAL_STUDIES),
        social_studies_hours=0,
    )
    assert not found & {
        FindingCode.SOCIAL_STUDIES_MISSING,
        FindingCode.SOCIAL_STUDIES_EXTENT_MISSING,
    }


def test_parental_guidance_can_be_in_the_plan() -> None:
    rows = (*FULL_ELEMENTS, element(Kind.PARENTAL_GUIDANCE, "2", "2026-03-02", "2026-04-26"))
    assert codes(elements=rows, expects_child=True) == set()


@pytest.mark.parametrize(
    ("education", "kind", "enough", "too_little"),
    [
        (EducationLevel.NONE, Kind.LIFE_SKILLS_MIGRATION_HEALTH, "10", "9.5"),
        (EducationLevel.LOWER_SECONDARY, Kind.LIFE_SKILLS_CAREER, "15", "14.5"),
        (HIGH, Kind.LIFE_SKILLS_MIGRATION_HEALTH, "5", "4.5"),
        (HIGH, Kind.LIFE_SKILLS_CAREER, "10", "9.5"),
    ],
)
def test_life_skills_have_minimum_hours(
    education: EducationLevel, kind: ElementKind, enough: str, too_little: str
) -> None:
    too_short = {
        FindingCode.LIFE_SKILLS_MIGRATION_HEALTH_TOO_SHORT,
        FindingCode.LIFE_SKILLS_CAREER_TOO_SHORT,
    }
    for hours, expected in ((enough, 0), (too_little, 1)):
        rows = (*without(kind), element(kind, hours, "2026-01-05", "2026-01-07"))
        goals = propose_norwegian_goals(education)
        found = codes(education=education, elements=rows, norwegian_goals=goals)
        assert len(found & too_short) == expected


def test_too_few_hours_are_told_with_numbers() -> None:
    rows = (
        *without(Kind.LIFE_SKILLS_CAREER),
        element(Kind.LIFE_SKILLS_CAREER, "7", "2026-01-05", "2026-01-18"),
    )
    (finding,) = findings(elements=rows)
    assert finding.numbers == (("hours", "14"), ("required_hours", "15"))
    assert finding.provision.citation == "if § 4 (4)"


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


@pytest.mark.parametrize(
    ("goal", "education", "is_allowed"),
    [
        (EndGoal.WORK, HIGH, True),
        (EndGoal.VOCATIONAL_REQUALIFICATION, HIGH, True),
        (EndGoal.UPPER_SECONDARY_PART, HIGH, False),
        (EndGoal.UPPER_SECONDARY_PART, EducationLevel.NONE, True),
    ],
)
def test_the_goal_must_fit_the_education(
    goal: EndGoal, education: EducationLevel, is_allowed: bool
) -> None:
    found = codes(end_goal=goal, education=education)
    assert (FindingCode.END_GOAL_NOT_ALLOWED in found) is not is_allowed


def test_negative_time_is_refused() -> None:
    with pytest.raises(BadFacts, match=r"elements\[0\].hours_per_week"):
        check_plan(plan_facts(elements=(element(Kind.OTHER, "-1"),)))


@pytest.mark.parametrize(
    ("education", "written", "spoken"),
    [
        (EducationLevel.NONE, CefrLevel.A2, CefrLevel.B1),
        (EducationLevel.LOWER_SECONDARY, CefrLevel.B1, CefrLevel.B1),
        (HIGH, CefrLevel.B1, CefrLevel.B2),
    ],
)
def test_norwegian_goals_differ_by_skill(
    education: EducationLevel, written: CefrLevel, spoken: CefrLevel
) -> None:
    expected = NorwegianGoals(written, written, written, spoken)
    assert propose_norwegian_goals(education) == expected


@pytest.mark.parametrize("skill", ["listening", "reading", "writing", "speaking"])
def test_one_skill_below_is_below(skill: str) -> None:
    goals = propose_norwegian_goals(EducationLevel.LOWER_SECONDARY)
    lower = replace(goals, **{skill: CefrLevel.A2})
    assert lower.is_below(goals)
    assert not goals.is_below(goals)
    assert not goals.is_below(lower)


def test_no_element_is_both_work_and_education() -> None:
    assert not WORK_ORIENTED & EDUCATION_ORIENTED
