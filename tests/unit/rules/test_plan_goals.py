"""The goals of a plan: education, age, and the Norwegian level of each skill."""

from dataclasses import replace
from typing import Any

import pytest

from app.rules.plan import (
    CefrLevel,
    FindingCode,
    NorwegianGoals,
    PlanDoubt,
    PlanStep,
    TaughtIn,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel, EndGoal
from tests.support.plans import codes, doubts, findings, step
from tests.support.rule_facts import day

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER


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


LOWER = propose_norwegian_goals(EducationLevel.LOWER_SECONDARY)
A2_AND_B1 = propose_norwegian_goals(EducationLevel.NONE)


def test_each_skill_that_is_too_low_is_named_with_its_level() -> None:
    goals = replace(LOWER, reading=CefrLevel.A2, speaking=CefrLevel.A1, writing=CefrLevel.B2)
    (finding,) = findings(norwegian_goals=goals)
    assert finding.code is FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL
    assert finding.details == (
        ("reading", "A2"),
        ("guiding_reading", "B1"),
        ("speaking", "A1"),
        ("guiding_speaking", "B1"),
    )


@pytest.mark.parametrize(
    ("changes", "is_low"),
    [
        ({"education": HIGH, "norwegian_goals": propose_norwegian_goals(HIGH)}, False),
        (
            {
                "education": HIGH,
                "norwegian_goals": propose_norwegian_goals(HIGH),
                "needs_b2": True,
            },
            True,
        ),
        (
            {
                "education": HIGH,
                "norwegian_goals": propose_norwegian_goals(HIGH, needs_b2=True),
                "needs_b2": True,
            },
            False,
        ),
        ({"norwegian_goals": A2_AND_B1, "norwegian_taught_in": TaughtIn.UPPER_SECONDARY}, False),
        (
            {
                "norwegian_goals": A2_AND_B1,
                "norwegian_taught_in": TaughtIn.PREPARATORY_ADULT_EDUCATION,
            },
            False,
        ),
        ({"norwegian_goals": A2_AND_B1}, True),
    ],
)
def test_the_guiding_level_follows_need_and_school(changes: dict[str, Any], is_low: bool) -> None:
    found = codes(**changes)
    assert (FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL in found) is is_low


@pytest.mark.parametrize(
    ("goals", "found", "asked"),
    [
        (LOWER, set(), []),
        (A2_AND_B1, set(), [PlanDoubt.LOWER_EDUCATION_UNKNOWN]),
        (
            replace(A2_AND_B1, speaking=CefrLevel.A2),
            {FindingCode.NORWEGIAN_GOAL_BELOW_GUIDING_LEVEL},
            [],
        ),
    ],
)
def test_an_education_that_is_merely_lower_is_a_question(
    goals: NorwegianGoals, found: set[FindingCode], asked: list[PlanDoubt]
) -> None:
    changes: dict[str, Any] = {"norwegian_goals": goals, "is_education_exact": False}
    assert (codes(**changes), doubts(**changes)) == (found, asked)


PART = EndGoal.UPPER_SECONDARY_PART


@pytest.mark.parametrize(
    ("changes", "is_allowed"),
    [
        ({"end_goal": PART, "born_on": day("1970-01-05")}, False),
        ({"end_goal": PART, "born_on": day("1970-01-06")}, True),
        ({"end_goal": PART}, True),
        ({"end_goal": EndGoal.WORK, "born_on": day("1960-01-01")}, True),
        (
            {"end_goal": PART, "born_on": day("1970-01-06"), "decided_on": day("2026-01-06")},
            False,
        ),
    ],
)
def test_over_fifty_five_only_work_is_a_goal(changes: dict[str, Any], is_allowed: bool) -> None:
    rows = [row for row in findings(**changes) if row.code is FindingCode.END_GOAL_NOT_ALLOWED]
    assert not rows if is_allowed else rows[0].provision.citation == "il § 14 (1)"


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"born_on": day("2001-01-05")}, []),
        ({"born_on": day("2001-01-06")}, [PlanDoubt.COMPLETION_RULED_OUT]),
        ({"born_on": day("2001-01-06"), "is_completion_ruled_out": True}, []),
        ({"born_on": day("2001-01-06"), "end_goal": EndGoal.UPPER_SECONDARY_COMPLETED}, []),
        ({"born_on": day("2001-01-06"), "education": HIGH}, []),
        ({"born_on": day("2001-01-06"), "end_goal": None}, []),
    ],
)
def test_under_twenty_five_a_lesser_goal_is_a_question(
    changes: dict[str, Any], asked: list[PlanDoubt]
) -> None:
    assert doubts(**changes) == asked


def test_the_age_is_shown() -> None:
    numbers, citation = step(PlanStep.AGE_AT_DECISION, born_on=day("1990-01-01"))
    assert (numbers["age"], numbers["decided_on"], citation) == ("36", "2026-01-05", "il § 14 (3)")
