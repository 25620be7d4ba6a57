"""Utdanning på videregående nivå: which education counts as such.

Provision: integreringsforskriften § 65 a; § 28 for the levels below.
In force from: 2023-08-01.
In one sentence: who meets the education demand of the list for general study competence has it,
whatever the Norwegian and English is like; with collective protection completed Ukrainian upper
secondary is enough.

The list itself is not among our sources: that its demand is met is a fact that a person enters.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.rules.eligibility.permit import PermitGround
from app.rules.law.grounds import Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.programme.kinds import EducationLevel

_LIST = INTEGRERINGSFORSKRIFTEN.section("65a", "(1)")
_UKRAINE = INTEGRERINGSFORSKRIFTEN.section("65a", "(2)")
_LOWER_SECONDARY = INTEGRERINGSFORSKRIFTEN.section("28", "(2)")
_NO_LOWER_SECONDARY = INTEGRERINGSFORSKRIFTEN.section("28", "(1)")


class EducationGround(StrEnum):
    """Grunn: why somebody has an education level."""

    MEETS_LIST_DEMAND = "meets_list_demand"
    """The education demand of the list for general study competence (GSU-listen)."""
    LANGUAGE_DEMAND_NOT_ASKED = "language_demand_not_asked"
    """The list's demand for Norwegian and English is not met, and need not be."""
    UKRAINIAN_UPPER_SECONDARY = "ukrainian_upper_secondary"
    """Enough with a permit under utlendingsloven § 34."""
    UKRAINIAN_WITHOUT_COLLECTIVE_PROTECTION = "ukrainian_without_collective_protection"
    """Not enough with another permit: the list asks for higher education as well."""
    LOWER_SECONDARY = "lower_secondary"
    NO_LOWER_SECONDARY = "no_lower_secondary"


@dataclass(frozen=True, slots=True)
class EducationFacts:
    """What § 65 a asks about somebody's education."""

    meets_list_demand: bool
    """The education demand of the list, whatever the languages are like."""
    meets_language_demand: bool | None = None
    """Makes no difference; None: not asked."""
    has_ukrainian_upper_secondary: bool = False
    """Completed in Ukraine."""
    has_lower_secondary: bool = False
    """Completed grunnskole."""


@dataclass(frozen=True, slots=True)
class EducationAssessment:
    """The education level, and why."""

    level: EducationLevel
    grounds: tuple[Ground[EducationGround], ...]


def education_level(facts: EducationFacts, permit_ground: PermitGround) -> EducationAssessment:
    """Return the level that decides between §§ 13 and 14, and on the Norwegian goal."""
    grounds = tuple(_grounds(facts, permit_ground))
    codes = {ground.code for ground in grounds}
    if codes & {EducationGround.MEETS_LIST_DEMAND, EducationGround.UKRAINIAN_UPPER_SECONDARY}:
        return EducationAssessment(EducationLevel.UPPER_SECONDARY_OR_HIGHER, grounds)
    if facts.has_lower_secondary or facts.has_ukrainian_upper_secondary:
        ground = Ground(EducationGround.LOWER_SECONDARY, _LOWER_SECONDARY)
        return EducationAssessment(EducationLevel.LOWER_SECONDARY, (*grounds, ground))
    ground = Ground(EducationGround.NO_LOWER_SECONDARY, _NO_LOWER_SECONDARY)
    return EducationAssessment(EducationLevel.NONE, (*grounds, ground))


def _grounds(
    facts: EducationFacts, permit_ground: PermitGround
) -> Iterator[Ground[EducationGround]]:
    if facts.meets_list_demand:
        yield Ground(EducationGround.MEETS_LIST_DEMAND, _LIST)
        if facts.meets_language_demand is False:
            yield Ground(EducationGround.LANGUAGE_DEMAND_NOT_ASKED, _LIST)
    elif facts.has_ukrainian_upper_secondary:
        is_protected = permit_ground is PermitGround.COLLECTIVE_PROTECTION
        code = (
            EducationGround.UKRAINIAN_UPPER_SECONDARY
            if is_protected
            else EducationGround.UKRAINIAN_WITHOUT_COLLECTIVE_PROTECTION
        )
        yield Ground(code, _UKRAINE)
