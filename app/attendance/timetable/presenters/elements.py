"""The elements of a plan, and which of them have times of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.attendance.models import Group
from app.i18n import format as fmt
from app.plans.models import PlanElement
from app.plans.wording import element_name
from app.rules.plan import ElementKind

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class ElementRow:
    """An element of the plan."""

    id: UUID
    name: str
    hours: str
    period: str
    place: str
    contact: str
    group_id: UUID | None
    """Where its times and its attendance are; None: it has none of its own."""
    may_get_times: bool


def element_rows(
    elements: Iterable[PlanElement],
    scheduled: Mapping[UUID, Group],
    today: date,
    *,
    shows_place: bool,
) -> list[ElementRow]:
    """Return the elements that are not over, in the order of the plan."""
    return [
        _row(each, scheduled.get(each.id), shows_place=shows_place)
        for each in elements
        if each.last_day >= today
    ]


def place_of(element: PlanElement) -> str:
    """Return where an element takes place, as far as the plan says it."""
    return element.place or element.provider


def _row(each: PlanElement, group: Group | None, *, shows_place: bool) -> ElementRow:
    place = group.place if group else place_of(each)
    return ElementRow(
        id=each.id,
        name=each.title or element_name(each.kind),
        hours=fmt.hours(Fraction(each.minutes_per_week, MINUTES_PER_HOUR)),
        period=f"{fmt.short_date(each.first_day)}–{fmt.short_date(each.last_day)}",
        place=place if shows_place else "",
        contact=group.contact if group and shows_place else "",
        group_id=group.id if group else None,
        may_get_times=group is None and each.kind is not ElementKind.OWN_ACTIVITY,
    )
