"""Vesentlig endring av integreringsplanen: what points to one, for the person who decides.

Provision: integreringsloven § 46 second paragraph c; § 15 third and fourth paragraphs.
In force from: 2021-01-01.
In one sentence: an essential change of the plan is an administrative decision, the act does not
say what is essential, and so what the plan must hold (§ 15) is looked at for changes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from app.rules.law.grounds import Ground
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan.kinds import EDUCATION_ORIENTED, WORK_ORIENTED, ElementKind
from app.rules.plan.norwegian_goals import NorwegianGoals
from app.rules.plan.types import PlanElementFacts
from app.rules.programme.kinds import EndGoal

NOTICEABLE_SHARE = Fraction(1, 5)
"""From which part of the hours a change is pointed out. Our own measure: the act has none."""
OBLIGATORY = frozenset(
    {
        ElementKind.NORWEGIAN_TRAINING,
        ElementKind.SOCIAL_STUDIES,
        ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
        ElementKind.LIFE_SKILLS_CAREER,
        ElementKind.PARENTAL_GUIDANCE,
    }
)
"""Elements that a programme usually must have (§ 14 a)."""
CHOSEN = WORK_ORIENTED | EDUCATION_ORIENTED
"""Elements whose choice the plan must give reasons for (§ 15 fourth paragraph)."""


class ChangeKind(StrEnum):
    """Om en ny versjon er en mindre eller en vesentlig endring."""

    SMALL = "small"
    ESSENTIAL = "essential"
    """An administrative decision with letter and appeal (§ 46 second paragraph c)."""


class ChangeSign(StrEnum):
    """What points to an essential change."""

    END_GOAL = "end_goal"
    NORWEGIAN_GOAL = "norwegian_goal"
    TRAINING_EXTENT = "training_extent"
    """Hours of Norwegian or social studies changed noticeably."""
    CHOSEN_ELEMENT = "chosen_element"
    """A work or education element came or went."""
    OBLIGATORY_ELEMENT = "obligatory_element"
    """An element that programmes usually must have is not there any more."""
    AMOUNT = "amount"
    """The hours of all elements together changed noticeably."""


@dataclass(frozen=True, slots=True)
class ChangeFacts:
    """What is looked at in one version of a plan."""

    end_goal: EndGoal
    norwegian_goals: NorwegianGoals
    norwegian_hours: int
    social_studies_hours: int
    elements: tuple[PlanElementFacts, ...]


@dataclass(frozen=True, slots=True)
class ChangeAssessment:
    """What the portal proposes; a person decides."""

    proposed: ChangeKind
    grounds: tuple[Ground[ChangeSign], ...]
    """What points to an essential change; empty where nothing does."""


_CONTENT = INTEGRERINGSLOVEN.section("15", "(3)")
_REASONS = INTEGRERINGSLOVEN.section("15", "(4)")
ESSENTIAL_CHANGE = INTEGRERINGSLOVEN.section("46", "(2) c")
"""Makes an essential change an administrative decision."""


def assess_change(before: ChangeFacts, after: ChangeFacts) -> ChangeAssessment:
    """Return what points to an essential change between two versions."""
    grounds = tuple(Ground(sign, provision) for sign, provision in _signs(before, after))
    return ChangeAssessment(ChangeKind.ESSENTIAL if grounds else ChangeKind.SMALL, grounds)


def _signs(before: ChangeFacts, after: ChangeFacts) -> Iterator[tuple[ChangeSign, Provision]]:
    if before.end_goal is not after.end_goal:
        yield ChangeSign.END_GOAL, _CONTENT
    if before.norwegian_goals != after.norwegian_goals:
        yield ChangeSign.NORWEGIAN_GOAL, _CONTENT
    if _differs(before.norwegian_hours, after.norwegian_hours) or _differs(
        before.social_studies_hours, after.social_studies_hours
    ):
        yield ChangeSign.TRAINING_EXTENT, _CONTENT
    had, has = _kinds(before.elements), _kinds(after.elements)
    if (had ^ has) & CHOSEN:
        yield ChangeSign.CHOSEN_ELEMENT, _REASONS
    if (had - has) & OBLIGATORY:
        yield ChangeSign.OBLIGATORY_ELEMENT, _CONTENT
    if _differs(_amount(before.elements), _amount(after.elements)):
        yield ChangeSign.AMOUNT, _CONTENT


def _kinds(elements: Sequence[PlanElementFacts]) -> frozenset[ElementKind]:
    return frozenset(element.kind for element in elements)


def _amount(elements: Sequence[PlanElementFacts]) -> int:
    """Return the minutes a week times the days, which compares as hours do."""
    return sum(element.minutes_per_week * len(element.period) for element in elements)


def _differs(before: int, after: int) -> bool:
    """Tell whether the difference is a noticeable part of what it was."""
    return before != after and abs(after - before) >= NOTICEABLE_SHARE * before
