"""Contract or declaration: § 16 is two regimes, chosen by the day the plan was made.

Provision: integreringsloven § 16; LOV-2026-06-12-23 part II.
In one sentence: a plan made on or after the day of entry into force needs a declaration.
"""

from datetime import date
from enum import StrEnum

from app.rules.law.installation import InstallationDates


class Section16Document(StrEnum):
    """The document that goes with an integration plan (integreringsloven § 16)."""

    INTEGRATION_CONTRACT = "integration_contract"
    """Integreringskontrakt: both the municipality and the participant commit themselves."""
    INTEGRATION_DECLARATION = "integration_declaration"
    """Integreringserklæring: the participant signs."""


def required_document(plan_made_on: date, dates: InstallationDates) -> Section16Document:
    """Return the document that a plan made on this day needs, whenever it is signed."""
    in_force_from = dates.declaration_in_force_from
    if in_force_from is not None and plan_made_on >= in_force_from:
        return Section16Document.INTEGRATION_DECLARATION
    return Section16Document.INTEGRATION_CONTRACT
