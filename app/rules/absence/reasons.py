"""Why a participant is away (integreringsforskriften chapters 3 and 4)."""

from enum import StrEnum


class AbsenceReason(StrEnum):
    """Fraværsgrunn (integreringsloven §§ 17, 21; integreringsforskriften §§ 5–18)."""

    NONE = "none"
    """No valid reason: reduces the benefit (§ 21)."""
    OWN_ILLNESS = "own_illness"
    CHILD_ILLNESS = "child_illness"
    PREGNANCY_CHECK = "pregnancy_check"
    PREGNANCY = "pregnancy"
    BIRTH_MOTHER = "birth_mother"
    BIRTH_FATHER = "birth_father"
    BREASTFEEDING = "breastfeeding"
    WELFARE_LEAVE = "welfare_leave"
    PEACE_WORK = "peace_work"
    LONG_ILLNESS_UNPAID = "long_illness_unpaid"
    PARENTAL_LEAVE = "parental_leave"
    RELIGIOUS_HOLIDAY = "religious_holiday"
    HOLIDAY = "holiday"
    PERMISSION = "permission"


class WelfareGround(StrEnum):
    """Velferdsgrunn (integreringsforskriften § 14 second paragraph)."""

    KINDERGARTEN_START = "kindergarten_start"
    """Letter a: up to three virkedager."""
    SCHOOL_START = "school_start"
    """Letter b: one day."""
    WEDDING = "wedding"
    """Letter c: the day."""
    DEATH = "death"
    """Letter d: up to three virkedager; necessary travel days come in addition."""
    APPOINTMENT = "appointment"
    """Letter e: job interview, admission to a school, agreed hour with a doctor or dentist."""
    CARE_OF_RELATIVE = "care_of_relative"
    """Letter f."""
    OTHER = "other"
    """Another important welfare ground: the list is not closed."""
