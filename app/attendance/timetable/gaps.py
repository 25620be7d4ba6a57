"""How much of what a plan says is in the timetable, and whether it is full time.

The plan's hours of a week are shared out on its working days: a week with a public holiday or a
closed day asks for less. Own activity needs no place in a timetable.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.core.period import Period
from app.rules.calendar import is_virkedag
from app.rules.parameters.plan_content import (
    FULL_TIME_MINUTES,
    FULL_TIME_MINUTES_WITH_OWN_ACTIVITY,
)
from app.rules.plan import ElementKind

DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class PlannedElement:
    """An element of the plan that holds."""

    participant_id: UUID
    given_name: str
    family_name: str
    kind: ElementKind
    minutes_per_week: int
    period: Period
    programme: Period


@dataclass(frozen=True, slots=True)
class Gap:
    """A participant's week where the timetable has less than the plan, or less than full time."""

    participant_id: UUID
    given_name: str
    family_name: str
    planned: int
    """Minutes of the plan that need a place in the timetable this week."""
    own_activity: int
    scheduled: int
    full_time: int
    """Minutes of full time this week: less where own activity comes in addition."""

    @property
    def missing(self) -> int:
        """Return how many minutes of the plan have no place; 0 if all have."""
        return max(0, self.planned - self.scheduled)

    @property
    def below_full_time(self) -> int:
        """Return how many minutes are lacking in full time; 0 if none are."""
        return max(0, self.full_time - self.scheduled - self.own_activity)


def find_gap(
    elements: Iterable[PlannedElement],
    scheduled: int,
    week: Period,
    days_off: AbstractSet[date],
) -> Gap | None:
    """Return what is lacking in one participant's week, or None if nothing is.

    `elements`: all of hers, at least one. `scheduled`: minutes of her sessions that are held.
    `days_off`: public holidays and closed days.
    """
    known = list(elements)
    days = [day for day in week.days() if is_virkedag(day, days_off)]
    own = [each for each in known if each.kind is ElementKind.OWN_ACTIVITY]
    timed = [each for each in known if each.kind is not ElementKind.OWN_ACTIVITY]
    own_activity = _share(own, days)
    parameter = FULL_TIME_MINUTES_WITH_OWN_ACTIVITY if own_activity else FULL_TIME_MINUTES
    open_days = sum(day in known[0].programme for day in days)
    gap = Gap(
        participant_id=known[0].participant_id,
        given_name=known[0].given_name,
        family_name=known[0].family_name,
        planned=_share(timed, days),
        own_activity=own_activity,
        scheduled=scheduled,
        full_time=int(Fraction(parameter.on(week.first_day) * open_days, DAYS_A_WEEK)),
    )
    return gap if gap.missing or gap.below_full_time else None


def _share(elements: Iterable[PlannedElement], days: list[date]) -> int:
    """Return the minutes that fall on these days, a fifth of the week's on each."""
    return int(
        sum(
            Fraction(each.minutes_per_week, DAYS_A_WEEK)
            for each in elements
            for day in days
            if day in each.period and day in each.programme
        )
    )
