"""End goals: what education and age leave open, and why the others are closed."""

from typing import Any

import pytest

from app.rules.programme import (
    EducationLevel,
    EndGoal,
    EndGoalGround,
    ProgrammeDoubt,
    allowed_end_goals,
    assess_programme,
)
from tests.support.rule_facts import day, programme_facts

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
LOW = EducationLevel.LOWER_SECONDARY
SECTION_13 = {
    EndGoal.WORK,
    EndGoal.HIGHER_EDUCATION_PREPARATION,
    EndGoal.VOCATIONAL_REQUALIFICATION,
}
SECTION_14 = {
    EndGoal.WORK,
    EndGoal.UPPER_SECONDARY_COMPLETED,
    EndGoal.UPPER_SECONDARY_PART,
    EndGoal.VOCATIONAL_TRAINING_COMPLETED,
}


def allowed(**changes: Any) -> set[EndGoal]:
    options = allowed_end_goals(programme_facts(**changes))
    return {option.end_goal for option in options if option.is_allowed}


def grounds(**changes: Any) -> dict[EndGoal, EndGoalGround]:
    options = allowed_end_goals(programme_facts(**changes))
    return {option.end_goal: option.ground.code for option in options}


@pytest.mark.parametrize(
    ("education", "goals"),
    [(HIGH, SECTION_13), (LOW, SECTION_14), (EducationLevel.NONE, SECTION_14)],
)
def test_education_decides_which_goals_are_open(
    education: EducationLevel, goals: set[EndGoal]
) -> None:
    assert allowed(education=education) == goals


@pytest.mark.parametrize("education", [HIGH, LOW])
@pytest.mark.parametrize(("born", "is_over"), [("1970-02-02", False), ("1970-02-01", True)])
def test_over_fifty_five_only_work_is_left(
    education: EducationLevel, born: str, is_over: bool
) -> None:
    goals = allowed(education=education, born_on=day(born))
    assert (goals == {EndGoal.WORK}) is is_over


def test_each_goal_that_is_closed_says_why() -> None:
    assert (
        grounds(education=HIGH)[EndGoal.UPPER_SECONDARY_PART] is EndGoalGround.HAS_UPPER_SECONDARY
    )
    closed = grounds(education=LOW)[EndGoal.HIGHER_EDUCATION_PREPARATION]
    assert closed is EndGoalGround.LACKS_UPPER_SECONDARY
    old = grounds(education=LOW, born_on=day("1960-01-01"))
    assert old[EndGoal.UPPER_SECONDARY_PART] is EndGoalGround.OVER_FIFTY_FIVE


@pytest.mark.parametrize(
    ("born", "ground"),
    [
        ("2001-02-02", EndGoalGround.ALLOWED_IF_COMPLETION_RULED_OUT),
        ("2001-02-01", EndGoalGround.ALLOWED),
    ],
)
def test_under_twenty_five_completion_comes_first(born: str, ground: EndGoalGround) -> None:
    found = grounds(born_on=day(born))
    assert found[EndGoal.WORK] is found[EndGoal.UPPER_SECONDARY_PART] is ground
    assert found[EndGoal.UPPER_SECONDARY_COMPLETED] is EndGoalGround.ALLOWED


def test_age_counts_at_the_decision() -> None:
    found = grounds(born_on=day("2001-02-02"), decided_on=day("2026-02-02"))
    assert found[EndGoal.WORK] is EndGoalGround.ALLOWED


@pytest.mark.parametrize(
    ("ruled_out", "doubts"), [(False, [ProgrammeDoubt.COMPLETION_RULED_OUT]), (True, [])]
)
def test_a_lesser_goal_under_twenty_five_must_be_settled(
    ruled_out: bool, doubts: list[ProgrammeDoubt]
) -> None:
    facts = programme_facts(born_on=day("2003-01-01"), is_completion_ruled_out=ruled_out)
    assert [doubt.code for doubt in assess_programme(facts).clarifications] == doubts
