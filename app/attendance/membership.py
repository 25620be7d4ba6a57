"""When a membership counts: the condition that every question about attendance rests on."""

from sqlalchemy import ColumnElement, and_, or_

from app.attendance.models import GroupMembership, GroupSession


def is_member_that_day() -> ColumnElement[bool]:
    """Return the condition that a membership covers the day of a session of its group."""
    return and_(
        GroupMembership.group_id == GroupSession.group_id,
        GroupMembership.first_day <= GroupSession.day,
        or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= GroupSession.day),
    )
