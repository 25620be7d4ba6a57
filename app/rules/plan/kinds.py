"""Kinds of plan elements and levels of Norwegian."""

from enum import StrEnum


class ElementKind(StrEnum):
    """Element i programmet (integreringsloven § 14 a; integreringsforskriften §§ 3–4)."""

    NORWEGIAN_TRAINING = "norwegian_training"
    SOCIAL_STUDIES = "social_studies"
    LIFE_SKILLS_MIGRATION_HEALTH = "life_skills_migration_health"
    LIFE_SKILLS_CAREER = "life_skills_career"
    PARENTAL_GUIDANCE = "parental_guidance"
    WORK_PRACTICE = "work_practice"
    PART_TIME_WORK = "part_time_work"
    BRANCH_COURSE = "branch_course"
    NAV_MEASURE = "nav_measure"
    OTHER_WORK_ORIENTED = "other_work_oriented"
    UPPER_SECONDARY = "upper_secondary"
    HIGHER_EDUCATION_PREPARATION = "higher_education_preparation"
    COMPETENCE_VALIDATION = "competence_validation"
    OWN_ACTIVITY = "own_activity"
    OTHER = "other"


class CefrLevel(StrEnum):
    """Norsknivå etter det europeiske rammeverket (integreringsforskriften § 28)."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
