"""Fritak: whether an application for exemption from training or tests can be met.

Provision: integreringsloven §§ 29 and 37 third paragraph; integreringsforskriften §§ 23–25 and 36.
In one sentence: documented knowledge is answered by what is documented; health asks for a
doctor's or psychologist's statement, and whether a reason is weighty a person must judge.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.training_limits import (
    EXEMPTION_CREDITS_NORWEGIAN,
    EXEMPTION_CREDITS_SOCIAL_STUDIES,
    EXEMPTION_GRADE,
)
from app.rules.plan.kinds import CefrLevel
from app.rules.plan.norwegian_goals import NorwegianGoals
from app.rules.training.exempted import right_after
from app.rules.training.types import ExemptionBasis, Subject


class ExemptionGround(StrEnum):
    """Hva søknaden bygger på (integreringsforskriften §§ 23–25)."""

    LEVELS = "levels"
    """B1 in each of the four skills (§ 23 first paragraph a)."""
    OLDER_TEST = "older_test"
    """B1 in an older test of written and spoken skills (b)."""
    ADULT_EDUCATION_GRADE = "adult_education_grade"
    """A grade in module 4 of preparatory adult education (c)."""
    COMPULSORY_SCHOOL_GRADE = "compulsory_school_grade"
    """A grade from grunnskole (§ 23 d, § 24 b)."""
    UPPER_SECONDARY_GRADE = "upper_secondary_grade"
    """A grade from upper secondary (§ 23 e, § 24 c)."""
    COMPETENCE_VALIDATION = "competence_validation"
    """Realkompetansevurdering (§ 23 f, § 24 d)."""
    STUDIES = "studies"
    """Studies at university, university college or fagskole (§ 23 g, § 24 e)."""
    ADMISSION_REQUIREMENT = "admission_requirement"
    """The admission requirement in Norwegian or Sami is met (§ 23 h)."""
    PASSED_TEST = "passed_test"
    """The test in social studies, in a language the participant understands (§ 24 a)."""
    HEALTH = "health"
    """Særlige helsemessige årsaker (§ 25)."""
    OTHER_WEIGHTY_REASONS = "other_weighty_reasons"
    """Andre tungtveiende årsaker (§ 25)."""


class ExemptionOutcome(StrEnum):
    """Utfall: what an application comes to."""

    GRANTED = "granted"
    NOT_GRANTED = "not_granted"
    A_PERSON_DECIDES = "a_person_decides"
    """The law leaves it to judgement."""


class ExemptionReason(StrEnum):
    """Why an application comes to its outcome."""

    DOCUMENTED = "documented"
    LEVEL_TOO_LOW = "level_too_low"
    GRADE_TOO_LOW = "grade_too_low"
    CREDITS_TOO_FEW = "credits_too_few"
    NOT_FOR_THIS_SUBJECT = "not_for_this_subject"
    MEDICAL_STATEMENT_MISSING = "medical_statement_missing"
    MEDICAL_STATEMENT_GIVEN = "medical_statement_given"
    REASON_GIVEN = "reason_given"


class ExemptionDoubt(StrEnum):
    """What a person must judge."""

    HEALTH_PREVENTS_TRAINING = "health_prevents_training"
    REASON_IS_WEIGHTY = "reason_is_weighty"


@dataclass(frozen=True, slots=True)
class ExemptionFacts:
    """An application for exemption from training or tests in one subject."""

    decided_on: date
    subject: Subject
    ground: ExemptionGround
    levels: NorwegianGoals | None = None
    """The level reached in each skill."""
    grade: int | None = None
    """The lowest, where both written and spoken Norwegian are graded."""
    credits: int | None = None
    """Studiepoeng."""
    is_of_sami: bool = False
    """The knowledge is of Sami, not of Norwegian."""
    has_medical_statement: bool = False
    """From a doctor or a psychologist."""


@dataclass(frozen=True, slots=True)
class ExemptionAssessment:
    """What the application comes to, and what becomes of the right to training."""

    outcome: ExemptionOutcome
    ground: Ground[ExemptionReason]
    may_end_right: bool
    """Whether the municipality may decide that the right ends too."""
    right_provision: Provision
    """Where that stands."""
    clarifications: tuple[Clarification[ExemptionDoubt], ...] = ()


_ALL_B1 = NorwegianGoals(CefrLevel.B1, CefrLevel.B1, CefrLevel.B1, CefrLevel.B1)
_NORWEGIAN_LETTERS: Mapping[ExemptionGround, str] = {
    ExemptionGround.LEVELS: "a",
    ExemptionGround.OLDER_TEST: "b",
    ExemptionGround.ADULT_EDUCATION_GRADE: "c",
    ExemptionGround.COMPULSORY_SCHOOL_GRADE: "d",
    ExemptionGround.UPPER_SECONDARY_GRADE: "e",
    ExemptionGround.COMPETENCE_VALIDATION: "f",
    ExemptionGround.STUDIES: "g",
    ExemptionGround.ADMISSION_REQUIREMENT: "h",
}
_SOCIAL_STUDIES_LETTERS: Mapping[ExemptionGround, str] = {
    ExemptionGround.PASSED_TEST: "a",
    ExemptionGround.COMPULSORY_SCHOOL_GRADE: "b",
    ExemptionGround.UPPER_SECONDARY_GRADE: "c",
    ExemptionGround.COMPETENCE_VALIDATION: "d",
    ExemptionGround.STUDIES: "e",
}
_WEIGHTY = INTEGRERINGSLOVEN.section("29", "(2)")
_STATEMENT = INTEGRERINGSFORSKRIFTEN.section("25", "(2)")


def assess_exemption(facts: ExemptionFacts) -> ExemptionAssessment:
    """Answer an application. Raises `BadFacts` where what the ground turns on is not given."""
    match facts.ground:
        case ExemptionGround.HEALTH:
            return _health(facts)
        case ExemptionGround.OTHER_WEIGHTY_REASONS:
            doubt = Clarification(ExemptionDoubt.REASON_IS_WEIGHTY, _WEIGHTY)
            ground = Ground(ExemptionReason.REASON_GIVEN, _WEIGHTY)
            return _by_judgement(facts, ground, doubt)
        case _:
            return _knowledge(facts, facts.ground)


def _health(facts: ExemptionFacts) -> ExemptionAssessment:
    if facts.has_medical_statement:
        doubt = Clarification(ExemptionDoubt.HEALTH_PREVENTS_TRAINING, _WEIGHTY)
        ground = Ground(ExemptionReason.MEDICAL_STATEMENT_GIVEN, _STATEMENT)
        return _by_judgement(facts, ground, doubt)
    provision, may_end = right_after(facts.subject, ExemptionBasis.HEALTH_OR_WEIGHTY)
    ground = Ground(ExemptionReason.MEDICAL_STATEMENT_MISSING, _STATEMENT)
    return ExemptionAssessment(ExemptionOutcome.NOT_GRANTED, ground, may_end, provision)


def _by_judgement(
    facts: ExemptionFacts, ground: Ground[ExemptionReason], doubt: Clarification[ExemptionDoubt]
) -> ExemptionAssessment:
    provision, may_end = right_after(facts.subject, ExemptionBasis.HEALTH_OR_WEIGHTY)
    return ExemptionAssessment(
        ExemptionOutcome.A_PERSON_DECIDES, ground, may_end, provision, (doubt,)
    )


def _knowledge(facts: ExemptionFacts, asked: ExemptionGround) -> ExemptionAssessment:
    is_norwegian = facts.subject is Subject.NORWEGIAN
    letters = _NORWEGIAN_LETTERS if is_norwegian else _SOCIAL_STUDIES_LETTERS
    section = INTEGRERINGSFORSKRIFTEN.section
    number = "23" if is_norwegian else "24"
    is_of_sami = facts.is_of_sami and is_norwegian
    basis = ExemptionBasis.KNOWLEDGE_OF_SAMI if is_of_sami else ExemptionBasis.KNOWLEDGE
    provision, may_end = right_after(facts.subject, basis)
    if asked not in letters:
        ground = Ground(ExemptionReason.NOT_FOR_THIS_SUBJECT, section(number, "(1)"))
        return ExemptionAssessment(ExemptionOutcome.NOT_GRANTED, ground, may_end, provision)
    reason = _documented(facts, asked)
    outcome = (
        ExemptionOutcome.GRANTED
        if reason is ExemptionReason.DOCUMENTED
        else ExemptionOutcome.NOT_GRANTED
    )
    ground = Ground(reason, section(number, f"(1) {letters[asked]}"))
    return ExemptionAssessment(outcome, ground, may_end, provision)


_GRADED = {
    ExemptionGround.ADULT_EDUCATION_GRADE,
    ExemptionGround.COMPULSORY_SCHOOL_GRADE,
    ExemptionGround.UPPER_SECONDARY_GRADE,
}


def _documented(facts: ExemptionFacts, asked: ExemptionGround) -> ExemptionReason:
    """Say whether what is documented reaches the limit; some grounds have none."""
    reason = ExemptionReason.DOCUMENTED
    if asked is ExemptionGround.LEVELS:
        if facts.levels is None:
            raise BadFacts(FactProblem.MISSING, "exemption_application.levels")
        if facts.levels.is_below(_ALL_B1):
            reason = ExemptionReason.LEVEL_TOO_LOW
    elif asked in _GRADED:
        if _required(facts.grade, "grade") < EXEMPTION_GRADE.on(facts.decided_on):
            reason = ExemptionReason.GRADE_TOO_LOW
    elif asked is ExemptionGround.STUDIES:
        is_norwegian = facts.subject is Subject.NORWEGIAN
        limit = EXEMPTION_CREDITS_NORWEGIAN if is_norwegian else EXEMPTION_CREDITS_SOCIAL_STUDIES
        if _required(facts.credits, "credits") < limit.on(facts.decided_on):
            reason = ExemptionReason.CREDITS_TOO_FEW
    return reason


def _required(value: int | None, field: str) -> int:
    if value is None:
        raise BadFacts(FactProblem.MISSING, f"exemption_application.{field}")
    return value
