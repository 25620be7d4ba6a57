"""Looking at applications, with the record of the look."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.leave.models import LeaveApplication
from app.decisions.leave.queries import LeaveFile, get_application, list_applications
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant


def open_applications(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[LeaveFile]]:
    """Return the participant's applications, newest first, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    person = get_participant(session, actor.scope, participant_id, Part.CHILDREN)
    audit.record(
        session,
        clock,
        actor,
        Action.LEAVE_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return person, list_applications(session, actor.scope, participant_id)


def open_application(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, application_id: UUID
) -> tuple[Participant, LeaveFile]:
    """Return one application with the participant, and record the look.

    Raises:
        NotFound: there is none.
    """
    person = get_participant(session, actor.scope, participant_id, Part.CHILDREN)
    file = get_application(session, actor.scope, participant_id, application_id)
    record(session, clock, actor, Action.LEAVE_VIEWED, file.application)
    return person, file


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    application: LeaveApplication,
    details: dict[str, object] | None = None,
) -> None:
    """Record what happened to an application."""
    audit.record(
        session,
        clock,
        actor,
        action,
        ("leave_application", application.id),
        participant_id=application.participant_id,
        details=details or {},
    )
