"""Plans: what each demand of §§ 14 a and 15 finds in the text and the elements."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.law import BadFacts, FactProblem
from app.rules.plan import (
    EDUCATION_ORIENTED,
    WORK_ORIENTED,
    ElementKind,
    FindingCode,
    PlanStep,
    Severity,
    check_plan,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel, EndGoal
from tests.support.plans import check, codes, findings, step, without
from tests.support.rule_facts import FULL_ELEMENTS, day, element, period, plan_facts

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
Kind = ElementKind


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
        ({"review_due_on": None}, FindingCode.REVIEW_DATE_MISSING),
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


def test_no_element_is_both_work_and_education() -> None:
    assert not WORK_ORIENTED & EDUCATION_ORIENTED


def test_each_element_may_have_its_own_reasons() -> None:
    def with_reasons(*, practice: bool | None, course: bool | None) -> tuple[Any, ...]:
        return (
            *without(Kind.WORK_PRACTICE),
            replace(element(Kind.WORK_PRACTICE, "16"), has_reasons=practice),
            replace(element(Kind.BRANCH_COURSE, "1"), has_reasons=course),
        )

    covered = with_reasons(practice=True, course=True)
    assert codes(elements=covered, has_reasons=False) == set()
    half = with_reasons(practice=True, course=None)
    assert codes(elements=half, has_reasons=False) == {FindingCode.REASONS_MISSING}
    assert codes(elements=half) == set()
    blank = with_reasons(practice=True, course=False)
    (finding,) = findings(elements=blank)
    assert (finding.code, finding.severity) == (
        FindingCode.ELEMENT_REASONS_MISSING,
        Severity.WARNING,
    )
    assert finding.period == period("2026-01-05", "2026-12-27")


def test_norwegian_needs_no_reasons_of_its_own() -> None:
    rows = (
        *without(Kind.NORWEGIAN_TRAINING),
        replace(element(Kind.NORWEGIAN_TRAINING, "15"), has_reasons=False),
    )
    assert codes(elements=rows) == set()


def test_a_child_born_after_the_programme_needs_no_guidance() -> None:
    missing = FindingCode.PARENTAL_GUIDANCE_MISSING
    assert missing in codes(children_born_on=(day("2026-12-27"),))
    assert missing not in codes(children_born_on=(day("2026-12-28"),))


def test_the_hours_of_life_skills_are_shown() -> None:
    numbers, citation = step(PlanStep.CAREER_HOURS)
    assert (numbers, citation) == ({"hours": "15", "required_hours": "15"}, "if § 4 (4)")
    numbers, citation = step(PlanStep.MIGRATION_HEALTH_HOURS, education=HIGH)
    assert (numbers, citation) == ({"hours": "10", "required_hours": "5"}, "if § 4 (3)")


@pytest.mark.parametrize(
    ("changes", "problem", "field"),
    [
        (
            {"elements": (element(Kind.OTHER, "-1"),)},
            FactProblem.NEGATIVE,
            "elements[0].hours_per_week",
        ),
        (
            {"elements": (replace(element(Kind.OTHER, "1"), lessons_per_week=-1),)},
            FactProblem.NEGATIVE,
            "elements[0].lessons_per_week",
        ),
        (
            {"elements": (element(Kind.OTHER, "168"), element(Kind.OTHER, "168.5"))},
            FactProblem.UNKNOWN_VALUE,
            "elements[1].hours_per_week",
        ),
        (
            {"elements": (replace(element(Kind.OTHER, "0"), lessons_per_week=135),)},
            FactProblem.UNKNOWN_VALUE,
            "elements[0].lessons_per_week",
        ),
        ({"norwegian_hours": -1}, FactProblem.NEGATIVE, "norwegian_hours"),
        ({"social_studies_hours": -1}, FactProblem.NEGATIVE, "social_studies_hours"),
        (
            {"social_studies_understood_hours": -1},
            FactProblem.NEGATIVE,
            "social_studies_understood_hours",
        ),
        (
            {"social_studies_completed_hours": -1},
            FactProblem.NEGATIVE,
            "social_studies_completed_hours",
        ),
        ({"born_on": day("2026-01-06")}, FactProblem.WRONG_ORDER, "programme.first_day"),
        (
            {"born_on": day("1990-01-02"), "decided_on": day("1990-01-01")},
            FactProblem.WRONG_ORDER,
            "decided_on",
        ),
    ],
)
def test_impossible_facts_are_refused(
    changes: dict[str, Any], problem: FactProblem, field: str
) -> None:
    with pytest.raises(BadFacts) as error:
        check(**changes)
    assert (error.value.problem, error.value.field) == (problem, field)
