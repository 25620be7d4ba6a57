"""The meetings that a participant is expected at, and the link to her calendar."""

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.attendance.calendar.models import CalendarLink
from app.attendance.models import Group, GroupMembership, GroupSession
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class OwnSession:
    """A meeting that the participant is expected at."""

    session_id: UUID
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
            GroupSession.id,
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


def find_open_link(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> CalendarLink | None:
    """Return the link to the participant's calendar that works, or None."""
    return session.scalar(
        select(CalendarLink)
        .join(Participant, Participant.id == CalendarLink.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(CalendarLink.participant_id == participant_id, CalendarLink.revoked_at.is_(None))
    )


def find_by_token_hash(
    session: Session, token_hash: str
) -> tuple[CalendarLink, Participant] | None:
    """Return the open link with this secret, and whose calendar it is, or None.

    It takes no municipality: the secret itself is what gives access, to this calendar alone.
    """
    row = session.execute(
        select(CalendarLink, Participant)
        .join(Participant, Participant.id == CalendarLink.participant_id)
        .where(CalendarLink.token_hash == token_hash, CalendarLink.revoked_at.is_(None))
    ).one_or_none()
    return None if row is None else (row[0], row[1])


def last_used_at(session: Session, link: CalendarLink) -> datetime | None:
    """Return the last use of the link that was recorded: the first of its day."""
    return session.scalar(
        select(func.max(AuditEvent.at)).where(
            AuditEvent.subject_id == link.id, AuditEvent.action == Action.CALENDAR_VIEWED
        )
    )


def lock_participant(session: Session, scope: MunicipalityScope, participant_id: UUID) -> None:
    """Let two who make a link for the same participant wait for each other."""
    session.execute(
        select(Participant.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .with_for_update()
    )
