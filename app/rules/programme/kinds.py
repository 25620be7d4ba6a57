"""Education levels and end goals (integreringsloven §§ 13–14)."""

from enum import StrEnum


class EducationLevel(StrEnum):
    """Utdanningsnivå (integreringsforskriften § 65 a): which of §§ 13 and 14 applies."""

    UPPER_SECONDARY_OR_HIGHER = "upper_secondary_or_higher"
    LOWER_SECONDARY = "lower_secondary"
    """Completed grunnskole, not upper secondary: decides the Norwegian goal (§ 28)."""
    NONE = "none"
    """No completed grunnskole."""


class EndGoal(StrEnum):
    """Sluttmål (integreringsloven §§ 13–14)."""

    WORK = "work"
    HIGHER_EDUCATION_PREPARATION = "higher_education_preparation"
    VOCATIONAL_REQUALIFICATION = "vocational_requalification"
    UPPER_SECONDARY_COMPLETED = "upper_secondary_completed"
    UPPER_SECONDARY_PART = "upper_secondary_part"
    VOCATIONAL_TRAINING_COMPLETED = "vocational_training_completed"
