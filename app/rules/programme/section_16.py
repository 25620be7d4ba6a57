"""Contract or declaration: § 16 is two regimes, chosen by the day the plan was made.

Provision: integreringsloven § 16; LOV-2026-06-12-23 part II.
In one sentence: a plan made on or after the day of entry into force needs a declaration.
"""

from datetime import date
from enum import StrEnum

from app.rules.law.grounds import Step
from app.rules.law.installation import InstallationDates
from app.rules.law.sources import DECLARATION_ACT, INTEGRERINGSLOVEN

SECTION_16 = INTEGRERINGSLOVEN.section("16")
TRANSITION = DECLARATION_ACT.section("II")


class Section16Document(StrEnum):
    """The document that goes with an integration plan (integreringsloven § 16)."""

    INTEGRATION_CONTRACT = "integration_contract"
    """Integreringskontrakt: both the municipality and the participant commit themselves."""
    INTEGRATION_DECLARATION = "integration_declaration"
    """Integreringserklæring: the participant signs."""


class Section16Step(StrEnum):
    """A step in choosing the document."""

    PLAN_MADE = "plan_made"


def required_document(plan_made_on: date, dates: InstallationDates) -> Section16Document:
    """Return the document that a plan made on this day needs, whenever it is signed."""
    in_force_from = dates.declaration_in_force_from
    if in_force_from is not None and plan_made_on >= in_force_from:
        return Section16Document.INTEGRATION_DECLARATION
    return Section16Document.INTEGRATION_CONTRACT


def section_16_step(plan_made_on: date, dates: InstallationDates) -> Step[Section16Step]:
    """Return the two days that were compared; without a set date only the first."""
    numbers = [("plan_made_on", plan_made_on.isoformat())]
    in_force_from = dates.declaration_in_force_from
    if in_force_from is not None:
        numbers.append(("declaration_in_force_from", in_force_from.isoformat()))
    return Step(Section16Step.PLAN_MADE, tuple(numbers), TRANSITION)
