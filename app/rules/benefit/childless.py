"""Ikke har barn: whether a couple has a child, by the municipality's reading.

Provision: integreringsloven § 20 fourth paragraph.
In force from: 2024-07-01.
In one sentence: the couple rate ends with a child; which child, the act does not say.
"""

from collections.abc import Iterable
from datetime import date
from typing import assert_never

from app.core.period import birthday
from app.rules.absence.types import ChildFacts
from app.rules.benefit.facts import LivingPeriod
from app.rules.parameters.benefit_rates import CHILD_OF_COUPLE_AGE
from app.rules.policy import ChildlessMeans


def has_child(
    living: LivingPeriod, children: Iterable[ChildFacts], day: date, means: ChildlessMeans
) -> bool:
    """Whether the participant has a child on a day that ends the couple rate.

    A child known from how the participant lives always counts: nothing is known against it.
    """
    return living.has_children or any(_counts(child, day, means) for child in children)


def days_that_change(children: Iterable[ChildFacts]) -> Iterable[date]:
    """Yield the days on which the answer can change because of a child."""
    for child in children:
        yield _comes_on(child)
        for age in CHILD_OF_COUPLE_AGE.values:
            yield birthday(child.born_on, age.value)


def _comes_on(child: ChildFacts) -> date:
    """Return the first day of having the child: the birth, or the adoption."""
    return child.adopted_on or child.born_on


def _counts(child: ChildFacts, day: date, means: ChildlessMeans) -> bool:
    if day < _comes_on(child):
        return False
    match means:
        case ChildlessMeans.ANY_CHILD:
            return True
        case ChildlessMeans.CHILD_UNDER_18:
            return day < birthday(child.born_on, CHILD_OF_COUPLE_AGE.on(day))
        case ChildlessMeans.CHILD_IN_HOUSEHOLD:
            return not child.lives_elsewhere
        case _:
            assert_never(means)
