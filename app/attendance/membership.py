"""When a membership counts: the condition that every question about attendance rests on."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, or_

from app.attendance.models import GroupMembership, GroupSession
from app.attendance.restrictions.kinds import STOPS
from app.attendance.restrictions.models import Restriction
from app.core.period import Period

_NO_END = date.max


def is_member_that_day() -> ColumnElement[bool]:
    """Return the condition that a membership covers the day of a session of its group.

    Who is stopped that day is expected nowhere (integreringsloven § 18).
    """
    is_stopped = exists().where(
        Restriction.participant_id == GroupMembership.participant_id,
        Restriction.kind.in_(STOPS),
        Restriction.first_day <= GroupSession.day,
        or_(Restriction.last_day.is_(None), Restriction.last_day >= GroupSession.day),
        or_(Restriction.lifted_from.is_(None), Restriction.lifted_from > GroupSession.day),
    )
    return and_(
        GroupMembership.group_id == GroupSession.group_id,
        GroupMembership.first_day <= GroupSession.day,
        or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= GroupSession.day),
        ~is_stopped.correlate(GroupMembership, GroupSession),
    )


def times_without(
    first_day: date, last_day: date | None, stops: Iterable[Period]
) -> list[tuple[date, date | None]]:
    """Return a time in a group (first day, last day or open) without the days of stops."""
    left = Period(first_day, last_day or _NO_END).without(*stops)
    return [(each.first_day, None if each.last_day == _NO_END else each.last_day) for each in left]
