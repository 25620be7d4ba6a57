"""Lengths and content of programmes, with the transition days of §§ 75 and 76, and the steps."""

from datetime import date
from typing import Any

import pytest

from app.rules.eligibility import PermitGround
from app.rules.law import BadFacts
from app.rules.programme import (
    EducationLevel,
    EndGoal,
    MandatoryElement,
    ProgrammeDoubt,
    ProgrammeGround,
    ProgrammeStep,
    assess_programme,
)
from app.rules.programme.duration import length_rule
from tests.support.rule_facts import day, programme_facts

HIGH = EducationLevel.UPPER_SECONDARY_OR_HIGHER
LOW = EducationLevel.LOWER_SECONDARY


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
    ("start", "last_day"),
    [
        ("2026-03-02", "2028-03-01"),
        ("2026-02-28", "2028-02-27"),
        ("2026-03-01", "2028-02-29"),
        ("2028-02-29", "2030-02-28"),
    ],
)
def test_the_last_day_is_counted_from_the_start(start: str, last_day: str) -> None:
    assert assess_programme(programme_facts(programme_start=day(start))).last_day == day(last_day)


@pytest.mark.parametrize(
    ("education", "start", "required_from"),
    [
        (HIGH, "2026-03-02", "2026-06-02"),
        (LOW, "2026-03-02", "2026-09-02"),
        (LOW, "2026-08-31", "2027-03-01"),
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


def test_a_decision_before_birth_is_refused() -> None:
    with pytest.raises(BadFacts, match="decided_on"):
        assess_programme(programme_facts(decided_on=day("1989-12-31")))


def test_a_child_born_after_the_programme_needs_no_guidance() -> None:
    answers = [
        assess_programme(programme_facts(children_born_on=(day(born),))).mandatory_elements
        for born in ("2028-03-01", "2028-03-02")
    ]
    assert [MandatoryElement.PARENTAL_GUIDANCE in elements for elements in answers] == [True, False]
    without_length = assess_programme(
        programme_facts(children_born_on=(day("2028-03-02"),), end_goal=None)
    )
    assert MandatoryElement.PARENTAL_GUIDANCE in without_length.mandatory_elements


@pytest.mark.parametrize(
    ("ground", "start", "is_asked"),
    [
        (PermitGround.COLLECTIVE_PROTECTION, "2026-07-01", False),
        (PermitGround.COLLECTIVE_PROTECTION, "2026-07-02", True),
        (PermitGround.COLLECTIVE_PROTECTION, "2028-07-01", False),
        (PermitGround.ASYLUM, "2026-07-02", False),
    ],
)
def test_chapter_6_a_may_end_inside_a_programme(
    ground: PermitGround, start: str, is_asked: bool
) -> None:
    answer = assess_programme(programme_facts(permit_ground=ground, programme_start=day(start)))
    doubts = {doubt.code for doubt in answer.clarifications}
    assert (ProgrammeDoubt.CHAPTER_6_A_ENDS in doubts) is is_asked


@pytest.mark.parametrize(
    ("goal", "extended"),
    [
        (EndGoal.WORK, "2028-03-01"),
        (EndGoal.UPPER_SECONDARY_PART, "2030-03-01"),
        (EndGoal.UPPER_SECONDARY_COMPLETED, "2031-03-01"),
        (None, None),
    ],
)
def test_the_last_day_with_extension(goal: EndGoal | None, extended: str | None) -> None:
    answer = assess_programme(programme_facts(end_goal=goal))
    assert answer.last_day_with_extension == (day(extended) if extended else None)


def steps(**changes: Any) -> dict[ProgrammeStep, tuple[dict[str, str], str]]:
    answer = assess_programme(programme_facts(**changes))
    return {row.what: (dict(row.numbers), row.provision.citation) for row in answer.steps}


def test_steps_show_age_length_and_thresholds() -> None:
    found = steps(end_goal=EndGoal.WORK, decided_on=day("2026-02-10"))
    assert found == {
        ProgrammeStep.AGE_AT_DECISION: (
            {
                "born_on": "1990-01-01",
                "decided_on": "2026-02-10",
                "age": "36",
                "only_work_over_age": "55",
                "completion_under_age": "25",
            },
            "il § 14 (3)",
        ),
        ProgrammeStep.LENGTH: (
            {"offered_start_on": "2026-02-01", "months": "24", "extension_months": "0"},
            "il § 14 (6)",
        ),
        ProgrammeStep.LAST_DAY: (
            {"programme_start": "2026-03-02", "months": "24", "last_day": "2028-03-01"},
            "il § 14 (6)",
        ),
        ProgrammeStep.LIFE_SKILLS_HOURS: (
            {"migration_health_hours": "10", "career_hours": "15"},
            "if § 4",
        ),
        ProgrammeStep.WORK_HOURS_FROM: (
            {
                "programme_start": "2026-03-02",
                "months": "6",
                "required_from": "2026-09-02",
                "hours_per_week": "15",
            },
            "il § 14 a (3)",
        ),
    }


def test_steps_follow_the_education_and_the_goal() -> None:
    high = steps(education=HIGH, end_goal=None)
    assert high[ProgrammeStep.AGE_AT_DECISION][1] == "il § 13 (1)"
    assert "completion_under_age" not in high[ProgrammeStep.AGE_AT_DECISION][0]
    assert high[ProgrammeStep.LIFE_SKILLS_HOURS][0]["career_hours"] == "10"
    assert not high.keys() & {ProgrammeStep.LENGTH, ProgrammeStep.WORK_HOURS_FROM}
    part = steps(end_goal=EndGoal.UPPER_SECONDARY_PART)
    assert part[ProgrammeStep.EXTENSION][0] == {
        "last_day": "2029-03-01",
        "months": "12",
        "last_day_with_extension": "2030-03-01",
    }
