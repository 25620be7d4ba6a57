"""Kinds of plan elements and levels of Norwegian."""

from enum import StrEnum


class ElementKind(StrEnum):
    """Element i programmet (integreringsloven §§ 14 a and 15): the standard catalogue."""

    NORWEGIAN_TRAINING = "norwegian_training"
    SOCIAL_STUDIES = "social_studies"
    LIFE_SKILLS_MIGRATION_HEALTH = "life_skills_migration_health"
    """Livsmestring: migrasjon, helse og mangfold."""
    LIFE_SKILLS_CAREER = "life_skills_career"
    """Livsmestring: karrierekompetanse."""
    PARENTAL_GUIDANCE = "parental_guidance"
    WORK_PRACTICE = "work_practice"
    """Praksis på en arbeidsplass."""
    PART_TIME_WORK = "part_time_work"
    BRANCH_COURSE = "branch_course"
    """Kort yrkes- eller bransjekurs."""
    NAV_MEASURE = "nav_measure"
    """Arbeidsmarkedstiltak i regi av Nav."""
    OTHER_WORK_ORIENTED = "other_work_oriented"
    PREPARATORY_ADULT_EDUCATION = "preparatory_adult_education"
    """Forberedende opplæring for voksne."""
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL_TRAINING = "vocational_training"
    """Fag- og yrkesopplæring."""
    VOCATIONAL_REQUALIFICATION = "vocational_requalification"
    HIGHER_EDUCATION_PREPARATION = "higher_education_preparation"
    COMPETENCE_VALIDATION = "competence_validation"
    """Realkompetansevurdering."""
    OWN_ACTIVITY = "own_activity"
    """Egenaktivitet."""
    OTHER = "other"


WORK_ORIENTED = frozenset(
    {
        ElementKind.WORK_PRACTICE,
        ElementKind.PART_TIME_WORK,
        ElementKind.BRANCH_COURSE,
        ElementKind.NAV_MEASURE,
        ElementKind.OTHER_WORK_ORIENTED,
    }
)
"""Arbeidsrettede elementer: what counts towards 15 hours (§ 14 a fourth paragraph)."""

EDUCATION_ORIENTED = frozenset(
    {
        ElementKind.PREPARATORY_ADULT_EDUCATION,
        ElementKind.UPPER_SECONDARY,
        ElementKind.VOCATIONAL_TRAINING,
        ElementKind.VOCATIONAL_REQUALIFICATION,
        ElementKind.HIGHER_EDUCATION_PREPARATION,
        ElementKind.COMPETENCE_VALIDATION,
    }
)
"""Utdanningsrettede elementer (§ 14 a first paragraph a)."""


class GuidanceForm(StrEnum):
    """Foreldreveiledning i gruppe eller individuelt (integreringsforskriften § 3)."""

    GROUP = "group"
    """Veiledningsmøter i gruppe."""
    INDIVIDUAL = "individual"
    """Individuelle veiledningssamtaler."""


class CefrLevel(StrEnum):
    """Norsknivå etter det europeiske rammeverket (integreringsforskriften §§ 26 and 28)."""

    A1 = "A1"
    A2 = "A2"
    B1 = "B1"
    B2 = "B2"
    C1 = "C1"
