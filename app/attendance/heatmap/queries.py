"""How much of each day a group's members missed, in one query."""

from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from app.attendance.models import AttendanceMark, Group, GroupMembership, GroupSession
from app.core.actor import MunicipalityScope
from app.core.period import Period


class MemberDay(NamedTuple):
    """What a member should have followed on a day in this group, and what she missed."""

    participant_id: UUID
    day: date
    scheduled: int
    """Minutes."""
    missed: int
    unmarked: int
    """Minutes that nobody has registered attendance for."""


def list_member_days(
    session: Session, scope: MunicipalityScope, group_id: UUID, period: Period
) -> list[MemberDay]:
    """Return each member's days with sessions in the group, by participant and day."""
    mark = and_(
        AttendanceMark.session_id == GroupSession.id,
        AttendanceMark.participant_id == GroupMembership.participant_id,
    )
    is_member = and_(
        GroupMembership.group_id == GroupSession.group_id,
        GroupMembership.first_day <= GroupSession.day,
        or_(GroupMembership.last_day.is_(None), GroupMembership.last_day >= GroupSession.day),
    )
    unmarked = func.sum(GroupSession.minutes).filter(AttendanceMark.id.is_(None))
    days = (
        select(
            GroupMembership.participant_id,
            GroupSession.day,
            func.sum(GroupSession.minutes),
            func.coalesce(func.sum(AttendanceMark.minutes_absent), 0),
            func.coalesce(unmarked, 0),
        )
        .join(Group, Group.id == GroupSession.group_id)
        .join(GroupMembership, is_member)
        .outerjoin(AttendanceMark, mark)
        .where(Group.municipality_id == scope.municipality_id, Group.id == group_id)
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .where(~GroupSession.is_cancelled)
        .group_by(GroupMembership.participant_id, GroupSession.day)
        .order_by(GroupMembership.participant_id, GroupSession.day)
    )
    return [
        MemberDay(who, day, int(scheduled), int(missed), int(waiting))
        for who, day, scheduled, missed, waiting in session.execute(days)
    ]
