"""Norskmål: a level for each of four skills, not one level.

Provision: integreringsloven § 31; integreringsforskriften §§ 26–28.
In one sentence: the education somebody comes with gives guiding minimum levels, and the
spoken skill has its own.
"""

from dataclasses import dataclass
from typing import assert_never

from app.rules.plan.kinds import CefrLevel
from app.rules.programme.kinds import EducationLevel


@dataclass(frozen=True, slots=True)
class NorwegianGoals:
    """Norskmål per skill (integreringsforskriften § 28)."""

    listening: CefrLevel
    reading: CefrLevel
    writing: CefrLevel
    speaking: CefrLevel

    def is_below(self, other: "NorwegianGoals") -> bool:
        """Whether any skill has a lower level than the same skill in `other`."""
        pairs = (
            (self.listening, other.listening),
            (self.reading, other.reading),
            (self.writing, other.writing),
            (self.speaking, other.speaking),
        )
        # The codes sort as the levels do: letter first, then digit.
        return any(mine.value < theirs.value for mine, theirs in pairs)


def _goals(written: CefrLevel, spoken: CefrLevel) -> NorwegianGoals:
    return NorwegianGoals(written, written, written, spoken)


def propose_norwegian_goals(education: EducationLevel) -> NorwegianGoals:
    """Return the guiding minimum levels for the education somebody comes with (if § 28)."""
    match education:
        case EducationLevel.NONE:
            return _goals(CefrLevel.A2, CefrLevel.B1)
        case EducationLevel.LOWER_SECONDARY:
            return _goals(CefrLevel.B1, CefrLevel.B1)
        case EducationLevel.UPPER_SECONDARY_OR_HIGHER:
            return _goals(CefrLevel.B1, CefrLevel.B2)
        case _:
            assert_never(education)
