"""What only the participant's own pages ask: her week."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.attendance.models import Group, GroupMembership, GroupSession
from app.core.actor import MunicipalityScope
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A meeting that the participant is expected at."""

    day: date
    starts_at: time
    minutes: int
    title: str
    group_name: str
    is_cancelled: bool


def list_own_sessions(
    session: Session, scope: MunicipalityScope, participant_id: UUID, period: Period
) -> list[OwnSession]:
    """Return the meetings of the participant's groups in the period, in order."""
    meetings = (
        select(
            GroupSession.day,
            GroupSession.starts_at,
            GroupSession.minutes,
            GroupSession.title,
            Group.name,
            GroupSession.is_cancelled,
        )
        .join(Group, Group.id == GroupSession.group_id)
        .join(GroupMembership, GroupMembership.group_id == Group.id)
        .where(Group.municipality_id == scope.municipality_id)
        .where(GroupMembership.participant_id == participant_id)
        .where(GroupMembership.first_day <= GroupSession.day)
        .where(
            or_(
                GroupMembership.last_day.is_(None),
                GroupMembership.last_day >= GroupSession.day,
            )
        )
        .where(GroupSession.day.between(period.first_day, period.last_day))
        .order_by(GroupSession.day, GroupSession.starts_at, GroupSession.id)
    )
    return [OwnSession(*row) for row in session.execute(meetings)]
