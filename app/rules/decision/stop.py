"""Stans av programmet: which grounds the act names, and what a person must weigh first.

Provision: integreringsloven §§ 18 and 40.
In one sentence: the municipality may stop a programme for a time or for good where the person's
own circumstances justify it; a covered face only for a time, and only after a written warning.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.law.bad_facts import BadFacts, FactProblem
from app.rules.law.grounds import Clarification, Ground
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN

_STOP = INTEGRERINGSLOVEN.section("18")
_COVERED_FACE = INTEGRERINGSLOVEN.section("40", "(2)")
_LONG_ILLNESS = INTEGRERINGSFORSKRIFTEN.section("15")


class StopCause(StrEnum):
    """Hva stansen bygger på."""

    LARGE_ABSENCE = "large_absence"
    """Omfattende fravær."""
    CONDUCT = "conduct"
    """Conduct that may harm anybody's chance to complete the programme."""
    ILLNESS = "illness"
    """Serious or long illness."""
    COVERED_FACE = "covered_face"
    """A garment that covers the face, after a written warning (§ 40)."""
    OTHER = "other"
    """The causes that § 18 names are examples."""


class StopGround(StrEnum):
    """Why a programme may be stopped, or not."""

    NAMED_IN_THE_ACT = "named_in_the_act"
    NOT_NAMED = "not_named"
    """Anything else in the person's own circumstances, if it is an objective reason."""
    WARNED_IN_WRITING = "warned_in_writing"
    NOT_WARNED = "not_warned"
    """§ 40 demands a written warning first."""
    ONLY_FOR_A_TIME = "only_for_a_time"
    """§ 40 allows no stop for good."""


class StopDoubt(StrEnum):
    """What a person must weigh before a stop."""

    HOW_MUCH_IS_LARGE = "how_much_is_large"
    """The act does not say how much absence is large."""
    LEAVE_INSTEAD = "leave_instead"
    """Long illness with a certificate gives a right to leave for up to a year."""
    SOMETHING_MILDER = "something_milder"
    IS_IT_OBJECTIVE = "is_it_objective"
    """Whether what is not named is an objective reason in the person's own circumstances."""
    HOW_LONG = "how_long"
    """The act does not say how long a stop for a time may last."""


@dataclass(frozen=True, slots=True)
class StopFacts:
    """What a stop turns on."""

    cause: StopCause
    first_day: date
    last_day: date | None = None
    """None: for good."""
    warned_on: date | None = None
    """Of the written warning about a covered face."""


@dataclass(frozen=True, slots=True)
class StopAssessment:
    """Whether the act lets the municipality choose this; never whether it should."""

    is_possible: bool
    grounds: tuple[Ground[StopGround], ...]
    clarifications: tuple[Clarification[StopDoubt], ...]


def assess_stop(facts: StopFacts) -> StopAssessment:
    """Say whether a stop is within the act, and what must be weighed.

    Raises `BadFacts` where the last day comes before the first.
    """
    if facts.last_day is not None and facts.last_day < facts.first_day:
        raise BadFacts(FactProblem.WRONG_ORDER, "stop.last_day")
    if facts.cause is StopCause.COVERED_FACE:
        return _covered_face(facts)
    is_named = facts.cause is not StopCause.OTHER
    code = StopGround.NAMED_IN_THE_ACT if is_named else StopGround.NOT_NAMED
    return StopAssessment(
        is_possible=True, grounds=(Ground(code, _STOP),), clarifications=_doubts(facts)
    )


def _covered_face(facts: StopFacts) -> StopAssessment:
    is_warned = facts.warned_on is not None and facts.warned_on < facts.first_day
    warned = StopGround.WARNED_IN_WRITING if is_warned else StopGround.NOT_WARNED
    grounds = [Ground(warned, _COVERED_FACE)]
    if facts.last_day is None:
        grounds.append(Ground(StopGround.ONLY_FOR_A_TIME, _COVERED_FACE))
    return StopAssessment(
        is_possible=is_warned and facts.last_day is not None,
        grounds=tuple(grounds),
        clarifications=_doubts(facts),
    )


def _doubts(facts: StopFacts) -> tuple[Clarification[StopDoubt], ...]:
    doubts = [Clarification(StopDoubt.SOMETHING_MILDER, _STOP)]
    match facts.cause:
        case StopCause.LARGE_ABSENCE:
            doubts.insert(0, Clarification(StopDoubt.HOW_MUCH_IS_LARGE, _STOP))
        case StopCause.ILLNESS:
            doubts.insert(0, Clarification(StopDoubt.LEAVE_INSTEAD, _LONG_ILLNESS))
        case StopCause.OTHER:
            doubts.insert(0, Clarification(StopDoubt.IS_IT_OBJECTIVE, _STOP))
        case StopCause.CONDUCT | StopCause.COVERED_FACE:
            pass
    if facts.last_day is not None:
        doubts.append(Clarification(StopDoubt.HOW_LONG, _STOP))
    return tuple(doubts)
