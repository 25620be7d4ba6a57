"""Exemptions on application, and the Norwegian goal with its adjustments."""

from dataclasses import replace

import pytest

from app.rules.law import BadFacts, FactProblem
from app.rules.plan import CefrLevel, NorwegianGoals
from app.rules.plan.norwegian_goals import (
    AdjustmentGround,
    NorwegianGoalFacts,
    TaughtIn,
    may_adjust,
    propose_norwegian_goal,
    propose_norwegian_goals,
)
from app.rules.programme import EducationLevel
from app.rules.training import (
    ExemptionDoubt,
    ExemptionFacts,
    ExemptionGround,
    ExemptionOutcome,
    ExemptionReason,
    Subject,
    assess_exemption,
)
from tests.support.rule_facts import day

B1 = NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1)
B2 = NorwegianGoals(CefrLevel.B2, CefrLevel.B2, CefrLevel.B2, CefrLevel.B2)
TODAY = day("2026-11-22")


@pytest.mark.parametrize(
    ("subject", "ground", "outcome", "provision"),
    [
        (Subject.NORWEGIAN, ExemptionGround.OLDER_TEST, "granted", "if § 23 (1) b"),
        (Subject.NORWEGIAN, ExemptionGround.COMPETENCE_VALIDATION, "granted", "if § 23 (1) f"),
        (Subject.NORWEGIAN, ExemptionGround.ADMISSION_REQUIREMENT, "granted", "if § 23 (1) h"),
        (Subject.NORWEGIAN, ExemptionGround.PASSED_TEST, "not_granted", "if § 23 (1)"),
        (Subject.SOCIAL_STUDIES, ExemptionGround.PASSED_TEST, "granted", "if § 24 (1) a"),
        (
            Subject.SOCIAL_STUDIES,
            ExemptionGround.COMPETENCE_VALIDATION,
            "granted",
            "if § 24 (1) d",
        ),
        (
            Subject.SOCIAL_STUDIES,
            ExemptionGround.ADULT_EDUCATION_GRADE,
            "not_granted",
            "if § 24 (1)",
        ),
    ],
)
def test_some_knowledge_has_no_limit_of_its_own(
    subject: Subject, ground: ExemptionGround, outcome: str, provision: str
) -> None:
    assessment = assess_exemption(ExemptionFacts(TODAY, subject, ground))
    assert assessment.outcome.value == outcome
    assert assessment.ground.provision.citation == provision


@pytest.mark.parametrize(
    ("ground", "grade", "reason"),
    [
        (ExemptionGround.ADULT_EDUCATION_GRADE, 1, ExemptionReason.GRADE_TOO_LOW),
        (ExemptionGround.ADULT_EDUCATION_GRADE, 2, ExemptionReason.DOCUMENTED),
        (ExemptionGround.COMPULSORY_SCHOOL_GRADE, 3, ExemptionReason.DOCUMENTED),
        (ExemptionGround.UPPER_SECONDARY_GRADE, 1, ExemptionReason.GRADE_TOO_LOW),
    ],
)
def test_a_grade_of_two_is_enough(
    ground: ExemptionGround, grade: int, reason: ExemptionReason
) -> None:
    asked = ExemptionFacts(TODAY, Subject.NORWEGIAN, ground, grade=grade)
    assert assess_exemption(asked).ground.code is reason


@pytest.mark.parametrize(
    ("subject", "credits", "reason"),
    [
        (Subject.NORWEGIAN, 29, ExemptionReason.CREDITS_TOO_FEW),
        (Subject.NORWEGIAN, 30, ExemptionReason.DOCUMENTED),
        (Subject.SOCIAL_STUDIES, 9, ExemptionReason.CREDITS_TOO_FEW),
        (Subject.SOCIAL_STUDIES, 10, ExemptionReason.DOCUMENTED),
    ],
)
def test_credits_have_a_limit_in_each_subject(
    subject: Subject, credits: int, reason: ExemptionReason
) -> None:
    asked = ExemptionFacts(TODAY, subject, ExemptionGround.STUDIES, credits=credits)
    assert assess_exemption(asked).ground.code is reason


@pytest.mark.parametrize("skill", ["listening", "reading", "writing", "speaking"])
def test_every_skill_must_reach_b1(skill: str) -> None:
    asked = ExemptionFacts(TODAY, Subject.NORWEGIAN, ExemptionGround.LEVELS, levels=B1)
    assert assess_exemption(asked).outcome is ExemptionOutcome.GRANTED
    levels = replace(B1, **{skill: CefrLevel.A2})
    assert assess_exemption(replace(asked, levels=levels)).ground.code is (
        ExemptionReason.LEVEL_TOO_LOW
    )


@pytest.mark.parametrize(
    ("ground", "field"),
    [
        (ExemptionGround.LEVELS, "levels"),
        (ExemptionGround.UPPER_SECONDARY_GRADE, "grade"),
        (ExemptionGround.STUDIES, "credits"),
    ],
)
def test_what_a_ground_turns_on_must_be_given(ground: ExemptionGround, field: str) -> None:
    with pytest.raises(BadFacts) as error:
        assess_exemption(ExemptionFacts(TODAY, Subject.NORWEGIAN, ground))
    assert (error.value.problem, error.value.field) == (
        FactProblem.MISSING,
        f"exemption_application.{field}",
    )


def test_knowledge_of_sami_keeps_the_right_to_norwegian_only() -> None:
    grade = ExemptionGround.UPPER_SECONDARY_GRADE
    asked = ExemptionFacts(TODAY, Subject.NORWEGIAN, grade, grade=4, is_of_sami=True)
    assert not assess_exemption(asked).may_end_right
    assert assess_exemption(replace(asked, is_of_sami=False)).may_end_right
    assert assess_exemption(replace(asked, subject=Subject.SOCIAL_STUDIES)).may_end_right


@pytest.mark.parametrize(
    ("ground", "statement", "outcome", "doubts"),
    [
        (ExemptionGround.HEALTH, False, ExemptionOutcome.NOT_GRANTED, []),
        (
            ExemptionGround.HEALTH,
            True,
            ExemptionOutcome.A_PERSON_DECIDES,
            [ExemptionDoubt.HEALTH_PREVENTS_TRAINING],
        ),
        (
            ExemptionGround.OTHER_WEIGHTY_REASONS,
            False,
            ExemptionOutcome.A_PERSON_DECIDES,
            [ExemptionDoubt.REASON_IS_WEIGHTY],
        ),
    ],
)
def test_weight_is_for_a_person_to_judge(
    ground: ExemptionGround,
    statement: bool,
    outcome: ExemptionOutcome,
    doubts: list[ExemptionDoubt],
) -> None:
    asked = ExemptionFacts(TODAY, Subject.NORWEGIAN, ground, has_medical_statement=statement)
    assessment = assess_exemption(asked)
    assert assessment.outcome is outcome
    assert [doubt.code for doubt in assessment.clarifications] == doubts
    assert not assessment.may_end_right


@pytest.mark.parametrize(
    ("education", "needs_b2", "taught_in", "levels", "grade", "paragraph"),
    [
        (EducationLevel.NONE, False, TaughtIn.MUNICIPAL_TRAINING, "A2 B1", None, "(1)"),
        (EducationLevel.LOWER_SECONDARY, False, TaughtIn.MUNICIPAL_TRAINING, "B1 B1", None, "(2)"),
        (
            EducationLevel.UPPER_SECONDARY_OR_HIGHER,
            False,
            TaughtIn.MUNICIPAL_TRAINING,
            "B1 B2",
            None,
            "(3)",
        ),
        (
            EducationLevel.UPPER_SECONDARY_OR_HIGHER,
            True,
            TaughtIn.MUNICIPAL_TRAINING,
            "B2 B2",
            None,
            "(4)",
        ),
        (EducationLevel.LOWER_SECONDARY, True, TaughtIn.MUNICIPAL_TRAINING, "B1 B1", None, "(2)"),
        (EducationLevel.NONE, False, TaughtIn.UPPER_SECONDARY, None, 2, "(5)"),
        (EducationLevel.NONE, False, TaughtIn.PREPARATORY_ADULT_EDUCATION, "A2 B1", 2, "(6)"),
    ],
)
def test_the_guiding_goal_is_levels_or_a_grade(
    education: EducationLevel,
    needs_b2: bool,
    taught_in: TaughtIn,
    levels: str | None,
    grade: int | None,
    paragraph: str,
) -> None:
    proposal = propose_norwegian_goal(NorwegianGoalFacts(TODAY, education, needs_b2, taught_in))
    found = proposal.levels and f"{proposal.levels.writing} {proposal.levels.speaking}"
    assert (found, proposal.grade) == (levels, grade)
    assert proposal.provision.citation == f"if § 28 {paragraph}"


def test_b2_is_a_goal_only_after_upper_secondary() -> None:
    assert propose_norwegian_goals(EducationLevel.UPPER_SECONDARY_OR_HIGHER, needs_b2=True) == B2
    lower = EducationLevel.LOWER_SECONDARY
    assert propose_norwegian_goals(lower, needs_b2=True) == propose_norwegian_goals(lower)


@pytest.mark.parametrize(
    ("written", "spoken", "is_allowed", "grounds"),
    [
        ("B1", "B1", True, [AdjustmentGround.UNCHANGED]),
        ("B2", "C1", True, [AdjustmentGround.RAISED]),
        ("A2", "B1", True, [AdjustmentGround.LOWERED_ONE_LEVEL]),
        ("A1", "B1", False, [AdjustmentGround.LOWERED_TOO_FAR]),
        ("A2", "B2", True, [AdjustmentGround.RAISED, AdjustmentGround.LOWERED_ONE_LEVEL]),
        ("A1", "B2", False, [AdjustmentGround.RAISED, AdjustmentGround.LOWERED_TOO_FAR]),
    ],
)
def test_a_goal_is_lowered_one_level_at_a_time(
    written: str, spoken: str, is_allowed: bool, grounds: list[AdjustmentGround]
) -> None:
    level = CefrLevel(written)
    adjustment = may_adjust(B1, NorwegianGoals(level, level, level, CefrLevel(spoken)), TODAY)
    assert adjustment.is_allowed is is_allowed
    assert [ground.code for ground in adjustment.grounds] == grounds
