"""Education levels and end goals (integreringsloven §§ 13–14)."""

from enum import StrEnum


class EducationLevel(StrEnum):
    """Utdanningsnivå (integreringsforskriften § 65 a): which of §§ 13 and 14 applies."""

    UPPER_SECONDARY_OR_HIGHER = "upper_secondary_or_higher"
    LOWER_SECONDARY = "lower_secondary"
    """Completed grunnskole, not upper secondary: decides the Norwegian goal (§ 28)."""
    NONE = "none"
    """No completed grunnskole."""

    @property
    def is_upper_secondary_or_higher(self) -> bool:
        """Whether § 13 applies; otherwise § 14."""
        return self is EducationLevel.UPPER_SECONDARY_OR_HIGHER


class EndGoal(StrEnum):
    """Sluttmål (integreringsloven §§ 13 and 14)."""

    WORK = "work"
    HIGHER_EDUCATION_PREPARATION = "higher_education_preparation"
    """Forberede for utdanning over videregående nivå (§ 13)."""
    VOCATIONAL_REQUALIFICATION = "vocational_requalification"
    """Yrkesfaglig rekvalifisering (§ 13)."""
    UPPER_SECONDARY_COMPLETED = "upper_secondary_completed"
    """Fullført videregående opplæring (§ 14)."""
    UPPER_SECONDARY_PART = "upper_secondary_part"
    """Deler av videregående opplæring (§ 14)."""
    VOCATIONAL_TRAINING_COMPLETED = "vocational_training_completed"
    """Fullført fag- og yrkesopplæring (§ 14)."""
