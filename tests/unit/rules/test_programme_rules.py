"""End goals, lengths, content and added time, with the transition days of §§ 75 and 76."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.law import BadFacts
from app.rules.policy import TenDayRule
from app.rules.programme import (
    EducationLevel,
    EndGoal,
    EndGoalGround,
    MandatoryElement,
    ProgrammeDoubt,
    ProgrammeGround,
    added_days,
    allowed_end_goals,
    assess_programme,
    last_day_with_added,
)
from app.rules.programme.duration import length_rule
from tests.support.rule_facts import HOLIDAYS, day, programme_facts

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


@pytest.mark.parametrize(
    ("education", "goal", "months", "extension", "duty"),
    [
        (HIGH, EndGoal.WORK, 12, 0, False),
        (HIGH, EndGoal.VOCATIONAL_REQUALIFICATION, 12, 0, False),
        (HIGH, EndGoal.HIGHER_EDUCATION_PREPARATION, 12, 0, False),
        (LOW, EndGoal.WORK, 24, 0, False),
        (LOW, EndGoal.UPPER_SECONDARY_PART, 36, 12, True),
        (LOW, EndGoal.UPPER_SECONDARY_COMPLETED, 48, 12, True),
        (LOW, EndGoal.VOCATIONAL_TRAINING_COMPLETED, 60, 0, False),
    ],
)
def test_each_goal_has_its_length(
    education: EducationLevel, goal: EndGoal, months: int, extension: int, duty: bool
) -> None:
    answer = assess_programme(programme_facts(education=education, end_goal=goal))
    assert (answer.max_months, answer.extension_months, answer.extension_duty) == (
        months,
        extension,
        duty,
    )
    assert answer.clarifications == ()
    codes = {ground.code for ground in answer.grounds}
    assert (ProgrammeGround.MUST_BE_EXTENDED_IF_IT_HELPS in codes) is duty
    assert (ProgrammeGround.MAY_NOT_BE_EXTENDED in codes) is not duty


@pytest.mark.parametrize(
    ("education", "goal", "last_offer_before", "months_before", "months_after"),
    [
        (HIGH, EndGoal.WORK, "2026-01-01", 6, 12),
        (LOW, EndGoal.WORK, "2026-01-01", 24, 24),
        (LOW, EndGoal.UPPER_SECONDARY_PART, "2025-01-01", 24, 36),
        (LOW, EndGoal.UPPER_SECONDARY_COMPLETED, "2025-01-01", 36, 48),
        (LOW, EndGoal.VOCATIONAL_TRAINING_COMPLETED, "2025-01-01", 36, 60),
    ],
)
def test_earlier_offers_keep_the_earlier_length(
    education: EducationLevel,
    goal: EndGoal,
    last_offer_before: str,
    months_before: int,
    months_after: int,
) -> None:
    before = day(last_offer_before)
    answers = [
        assess_programme(
            programme_facts(education=education, end_goal=goal, offered_start_on=offered)
        )
        for offered in (before, date.fromordinal(before.toordinal() + 1))
    ]
    assert [answer.max_months for answer in answers] == [months_before, months_after]
    doubts = [{doubt.code for doubt in answer.clarifications} for answer in answers]
    assert doubts == [{ProgrammeDoubt.LENGTH_BEFORE_REFORM}, set()]
    codes = {ground.code for ground in answers[0].grounds}
    assert ProgrammeGround.MAY_NOT_BE_EXTENDED not in codes


@pytest.mark.parametrize(
    ("goal", "doubts"),
    [(None, []), (EndGoal.HIGHER_EDUCATION_PREPARATION, [ProgrammeDoubt.GOAL_NOT_ALLOWED])],
)
def test_without_an_allowed_goal_there_is_no_length(
    goal: EndGoal | None, doubts: list[ProgrammeDoubt]
) -> None:
    answer = assess_programme(programme_facts(end_goal=goal))
    assert (answer.max_months, answer.last_day, answer.extension_months) == (None, None, 0)
    assert [doubt.code for doubt in answer.clarifications] == doubts


def test_a_goal_for_others_is_a_programming_error_in_the_length_rule() -> None:
    with pytest.raises(ValueError, match="no goal of § 14"):
        length_rule(programme_facts(), EndGoal.VOCATIONAL_REQUALIFICATION)


@pytest.mark.parametrize(
    ("start", "last_day"), [("2026-03-02", "2028-03-01"), ("2026-02-28", "2028-02-27")]
)
def test_the_last_day_is_counted_from_the_start(start: str, last_day: str) -> None:
    assert assess_programme(programme_facts(programme_start=day(start))).last_day == day(last_day)


@pytest.mark.parametrize(
    ("education", "start", "required_from"),
    [
        (HIGH, "2026-03-02", "2026-06-02"),
        (LOW, "2026-03-02", "2026-09-02"),
        (LOW, "2026-08-31", "2027-02-28"),
    ],
)
def test_work_is_required_after_three_or_six_months(
    education: EducationLevel, start: str, required_from: str
) -> None:
    facts = programme_facts(education=education, programme_start=day(start))
    assert assess_programme(facts).work_oriented_hours_required_from == day(required_from)


def test_work_was_not_required_before_2026() -> None:
    facts = programme_facts(
        education=HIGH, offered_start_on=day("2025-01-15"), programme_start=day("2025-02-03")
    )
    assert assess_programme(facts).work_oriented_hours_required_from == day("2026-01-01")


def test_work_is_not_required_towards_education() -> None:
    facts = programme_facts(end_goal=EndGoal.UPPER_SECONDARY_PART)
    assert assess_programme(facts).work_oriented_hours_required_from is None


@pytest.mark.parametrize(
    ("start", "ground", "has_social_studies"),
    [
        ("2026-03-02", PermitGround.ASYLUM, True),
        ("2026-03-02", PermitGround.COLLECTIVE_PROTECTION, False),
        ("2028-06-30", PermitGround.COLLECTIVE_PROTECTION, False),
        ("2028-07-01", PermitGround.COLLECTIVE_PROTECTION, True),
    ],
)
def test_collective_protection_is_spared_social_studies(
    start: str, ground: PermitGround, has_social_studies: bool
) -> None:
    facts = programme_facts(programme_start=day(start), permit_ground=ground)
    elements = assess_programme(facts).mandatory_elements
    assert (MandatoryElement.SOCIAL_STUDIES in elements) is has_social_studies


@pytest.mark.parametrize(
    ("changes", "has_guidance"),
    [
        ({}, False),
        ({"children_born_on": (day("2008-03-02"),)}, False),
        ({"children_born_on": (day("2008-03-03"),)}, True),
        ({"expects_child": True}, True),
    ],
)
def test_parents_get_guidance(changes: dict[str, Any], has_guidance: bool) -> None:
    elements = assess_programme(programme_facts(**changes)).mandatory_elements
    assert (MandatoryElement.PARENTAL_GUIDANCE in elements) is has_guidance


@pytest.mark.parametrize(
    "changes", [{"programme_start": day("2026-01-31")}, {"born_on": day("2026-02-02")}]
)
def test_dates_in_the_wrong_order_are_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(BadFacts):
        assess_programme(programme_facts(**changes))


@pytest.mark.parametrize(
    ("counted", "rule", "added"),
    [
        ("10", TenDayRule.ALL_DAYS, 0),
        ("10.1", TenDayRule.ALL_DAYS, 11),
        ("11", TenDayRule.ALL_DAYS, 11),
        ("10", TenDayRule.EXCESS, 0),
        ("10.1", TenDayRule.EXCESS, 1),
        ("12", TenDayRule.EXCESS, 2),
    ],
)
def test_more_than_ten_days_are_added(counted: str, rule: TenDayRule, added: int) -> None:
    assert added_days(Fraction(counted), rule) == added


@pytest.mark.parametrize(
    ("last_day", "added", "expected"),
    [
        ("2026-06-12", 0, "2026-06-12"),
        ("2026-06-12", 1, "2026-06-15"),
        ("2026-12-23", 2, "2026-12-28"),
    ],
)
def test_added_days_are_virkedager(last_day: str, added: int, expected: str) -> None:
    assert last_day_with_added(day(last_day), added, HOLIDAYS) == day(expected)
