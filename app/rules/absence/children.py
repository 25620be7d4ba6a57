"""Barns sykdom: which children count, and how many days they give.

Provision: integreringsforskriften §§ 6 and 7.
In one sentence: to the end of the year of the last age, 10 virkedager in twelve months, more with
many children, for who is alone, and for a chronically ill child.
"""

from dataclasses import dataclass
from datetime import date

from app.rules.absence.types import ChildFacts, ParticipantFacts
from app.rules.parameters import absence_limits as limits
from app.rules.policy import ChronicChildQuota


@dataclass(frozen=True, slots=True)
class ChildQuota:
    """The virkedager in twelve months, and what they follow from."""

    days: int
    """0: no child qualifies."""
    children: int
    """Those that qualify."""
    with_longer_quota: int
    """Of them, those with chronic illness and a markedly higher risk of absence."""
    is_alone: bool


def child_quota(participant: ParticipantFacts, on: date, policy: ChronicChildQuota) -> ChildQuota:
    """Return the days for a child's illness that the last twelve months may hold (§ 7)."""
    qualifying = [child for child in participant.children if qualifies_for_child_illness(child, on)]
    longer = sum(child.gives_longer_quota for child in qualifying)
    is_alone = participant.is_alone_with_care_on(on)
    days = _days(len(qualifying), on, is_alone=is_alone)
    if longer:
        extra = _days_for_chronic_illness(on, is_alone=is_alone)
        days = days + extra if policy is ChronicChildQuota.ADDS else max(days, extra)
    return ChildQuota(days, len(qualifying), longer, is_alone)


def _days(children: int, on: date, *, is_alone: bool) -> int:
    """First paragraph: more than two children give more, and so does being alone."""
    if children == 0:
        return 0
    if children > limits.CHILD_ILLNESS_MORE_THAN_CHILDREN.on(on):
        many = limits.CHILD_ILLNESS_DAYS_MANY_CHILDREN
        return (limits.CHILD_ILLNESS_DAYS_MANY_CHILDREN_ALONE if is_alone else many).on(on)
    return (limits.CHILD_ILLNESS_DAYS_ALONE if is_alone else limits.CHILD_ILLNESS_DAYS).on(on)


def _days_for_chronic_illness(on: date, *, is_alone: bool) -> int:
    """Second paragraph: a chronically ill child with a markedly higher risk of absence."""
    alone = limits.CHILD_ILLNESS_DAYS_CHRONIC_ALONE
    return (alone if is_alone else limits.CHILD_ILLNESS_DAYS_CHRONIC).on(on)


def qualifies_for_child_illness(child: ChildFacts, on: date) -> bool:
    """Whether the child is born, and not past the calendar year of its last age (§ 6)."""
    return child.born_on <= on and on.year <= child.born_on.year + last_age(child, on)


def last_age(child: ChildFacts, on: date) -> int:
    """Return the age that the right lasts to; § 6 asks for chronic illness alone."""
    if child.is_chronically_ill:
        return limits.CHILD_ILLNESS_LAST_AGE_CHRONIC.on(on)
    return limits.CHILD_ILLNESS_LAST_AGE.on(on)
