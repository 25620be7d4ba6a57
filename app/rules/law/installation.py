"""Dates of entry into force that were not set when the rules were written."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class InstallationDates:
    """Adopted rules without a date: an administrator sets it when the King in Council has.

    None: not in force. The day itself belongs to the new rule.
    """

    declaration_in_force_from: date | None = None
    """Integreringserklæring replaces integreringskontrakt (LOV-2026-06-12-23)."""
    age_sixty_in_force_from: date | None = None
    """The upper age in § 8 becomes 60 (LOV-2025-06-20-35)."""
