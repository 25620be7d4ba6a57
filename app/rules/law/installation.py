"""Dates of entry into force that were not set when the rules were written."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class InstallationDate(StrEnum):
    """Name of a date that an administrator sets."""

    DECLARATION = "declaration_in_force_from"
    AGE_SIXTY = "age_sixty_in_force_from"


@dataclass(frozen=True, slots=True)
class InstallationDates:
    """Adopted rules without a date: an administrator sets it when the King in Council has.

    None: not in force. The day itself belongs to the new rule.
    """

    declaration_in_force_from: date | None = None
    """Integreringserklæring replaces integreringskontrakt (LOV-2026-06-12-23)."""
    age_sixty_in_force_from: date | None = None
    """The upper age in § 8 becomes 60 (LOV-2025-06-20-35)."""

    def of(self, name: InstallationDate) -> date | None:
        """Return one of the dates; None where it is not set."""
        value: date | None = getattr(self, name.value)
        return value


NO_DATES = InstallationDates()
