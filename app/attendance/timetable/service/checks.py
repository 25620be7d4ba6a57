"""What every change of the timetable is checked for, and how it is recorded."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import list_users_with_role
from app.attendance.timetable.queries import get_room
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import NotFound


def check_room(session: Session, actor: Actor, room_id: UUID | None) -> None:
    """Accept no room, or one of the municipality's that is in use.

    Raises:
        NotFound: it is none of them.
    """
    if room_id is not None and not get_room(session, actor.scope, room_id).is_active:
        raise NotFound


def is_teacher(session: Session, actor: Actor, user_id: UUID | None) -> bool:
    """Tell whether somebody teaches here; nobody at all may always be chosen."""
    teachers = {user.id for user in list_users_with_role(session, actor.scope, Role.TEACHER)}
    return user_id is None or user_id in teachers


def record_change(
    session: Session, clock: Clock, actor: Actor, group_id: UUID, what: str, about: UUID | None
) -> None:
    """Record that a group's timetable was changed."""
    audit.record(
        session,
        clock,
        actor,
        Action.GROUP_CHANGED,
        ("group", group_id),
        details={"what": what, "id": str(about) if about else None},
    )
