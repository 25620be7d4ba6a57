"""Norskmål: a level for each of four skills, not one level.

Provision: integreringsloven § 31; integreringsforskriften §§ 26–28.
In one sentence: the education somebody comes with gives guiding minimum levels, and the
spoken skill has its own; at school a grade takes their place; and a goal that turns out too high
is lowered one level at a time.
"""

from dataclasses import astuple, dataclass
from datetime import date
from enum import StrEnum
from typing import assert_never

from app.rules.law.grounds import Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.training_limits import NORWEGIAN_GOAL_GRADE, NORWEGIAN_GOAL_LEVELS_DOWN
from app.rules.plan.kinds import CefrLevel
from app.rules.programme.kinds import EducationLevel

_LEVELS = tuple(CefrLevel)


@dataclass(frozen=True, slots=True)
class NorwegianGoals:
    """Norskmål per skill (integreringsforskriften § 28)."""

    listening: CefrLevel
    reading: CefrLevel
    writing: CefrLevel
    speaking: CefrLevel

    def is_below(self, other: "NorwegianGoals") -> bool:
        """Whether any skill has a lower level than the same skill in `other`."""
        return any(change < 0 for change in other.changes_to(self))

    def changes_to(self, other: "NorwegianGoals") -> tuple[int, ...]:
        """Return by how many levels each skill is higher in `other`; lower is negative."""
        pairs = zip(astuple(self), astuple(other), strict=True)
        return tuple(_LEVELS.index(after) - _LEVELS.index(before) for before, after in pairs)


class TaughtIn(StrEnum):
    """Hvor norskopplæringen gis (integreringsforskriften § 28)."""

    MUNICIPAL_TRAINING = "municipal_training"
    """Opplæring etter integreringsloven kapittel 6."""
    UPPER_SECONDARY = "upper_secondary"
    """Videregående opplæring."""
    PREPARATORY_ADULT_EDUCATION = "preparatory_adult_education"
    """Forberedende opplæring for voksne."""


@dataclass(frozen=True, slots=True)
class NorwegianGoalFacts:
    """What the guiding goal turns on."""

    set_on: date
    """The day the goal is set."""
    education: EducationLevel
    """Education from before."""
    needs_b2: bool = False
    """Needs proof of B2 in all skills (fourth paragraph)."""
    taught_in: TaughtIn = TaughtIn.MUNICIPAL_TRAINING


@dataclass(frozen=True, slots=True)
class NorwegianGoalProposal:
    """The guiding goal: levels, a grade, or either of the two."""

    levels: NorwegianGoals | None
    grade: int | None
    """This grade or better in the subject Norwegian."""
    provision: Provision


class AdjustmentGround(StrEnum):
    """Endring av norskmålet (integreringsforskriften § 27)."""

    UNCHANGED = "unchanged"
    RAISED = "raised"
    """Faster progress than expected: should be raised (second paragraph)."""
    LOWERED_ONE_LEVEL = "lowered_one_level"
    """No skill by more than one level (third paragraph)."""
    LOWERED_TOO_FAR = "lowered_too_far"
    """A skill by more than one level at a time."""


@dataclass(frozen=True, slots=True)
class GoalAdjustment:
    """Whether a goal may be changed so, at one time, and why."""

    is_allowed: bool
    grounds: tuple[Ground[AdjustmentGround], ...]


_RAISED = INTEGRERINGSFORSKRIFTEN.section("27", "(2)")
_LOWERED = INTEGRERINGSFORSKRIFTEN.section("27", "(3)")


def _goals(written: CefrLevel, spoken: CefrLevel) -> NorwegianGoals:
    return NorwegianGoals(written, written, written, spoken)


def propose_norwegian_goals(education: EducationLevel, *, needs_b2: bool = False) -> NorwegianGoals:
    """Return the guiding minimum levels for the education somebody comes with (if § 28).

    Proof of B2 in all skills is a goal for those with upper secondary education or higher.
    """
    match education:
        case EducationLevel.NONE:
            return _goals(CefrLevel.A2, CefrLevel.B1)
        case EducationLevel.LOWER_SECONDARY:
            return _goals(CefrLevel.B1, CefrLevel.B1)
        case EducationLevel.UPPER_SECONDARY_OR_HIGHER:
            return _goals(CefrLevel.B2 if needs_b2 else CefrLevel.B1, CefrLevel.B2)
        case _:
            assert_never(education)


def propose_norwegian_goal(facts: NorwegianGoalFacts) -> NorwegianGoalProposal:
    """Return the guiding goal: the subject's grade counts where Norwegian is taught at school."""
    section = INTEGRERINGSFORSKRIFTEN.section
    grade = NORWEGIAN_GOAL_GRADE.on(facts.set_on)
    match facts.taught_in:
        case TaughtIn.UPPER_SECONDARY:
            return NorwegianGoalProposal(None, grade, section("28", "(5)"))
        case TaughtIn.PREPARATORY_ADULT_EDUCATION:
            levels = _goals(CefrLevel.A2, CefrLevel.B1)
            return NorwegianGoalProposal(levels, grade, section("28", "(6)"))
        case TaughtIn.MUNICIPAL_TRAINING:
            levels = propose_norwegian_goals(facts.education, needs_b2=facts.needs_b2)
            return NorwegianGoalProposal(levels, None, section("28", _paragraph(facts)))
        case _:
            assert_never(facts.taught_in)


def _paragraph(facts: NorwegianGoalFacts) -> str:
    match facts.education:
        case EducationLevel.NONE:
            return "(1)"
        case EducationLevel.LOWER_SECONDARY:
            return "(2)"
        case EducationLevel.UPPER_SECONDARY_OR_HIGHER:
            return "(4)" if facts.needs_b2 else "(3)"
        case _:
            assert_never(facts.education)


def may_adjust(before: NorwegianGoals, after: NorwegianGoals, adjusted_on: date) -> GoalAdjustment:
    """Check a change of goal: up as far as wanted, down one level in a skill at a time."""
    changes = before.changes_to(after)
    lowest = min(changes)
    grounds = []
    if max(changes) > 0:
        grounds.append(Ground(AdjustmentGround.RAISED, _RAISED))
    is_allowed = -lowest <= NORWEGIAN_GOAL_LEVELS_DOWN.on(adjusted_on)
    if not is_allowed:
        grounds.append(Ground(AdjustmentGround.LOWERED_TOO_FAR, _LOWERED))
    elif lowest < 0:
        grounds.append(Ground(AdjustmentGround.LOWERED_ONE_LEVEL, _LOWERED))
    if not grounds:
        section_27 = INTEGRERINGSFORSKRIFTEN.section("27", "(1)")
        grounds.append(Ground(AdjustmentGround.UNCHANGED, section_27))
    return GoalAdjustment(is_allowed, tuple(grounds))
