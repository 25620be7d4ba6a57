"""What everything that is done with a complaint has in common."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.complaints.commands import ComplaintPlace
from app.decisions.complaints.kinds import Timeliness
from app.decisions.complaints.models import Complaint
from app.decisions.complaints.queries import ComplaintFile, get_complaint
from app.decisions.complaints.timeliness import timeliness
from app.decisions.progress import deadline_of
from app.decisions.queries import get_file
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


def open_complaint(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, complaint_id: UUID
) -> tuple[Participant, ComplaintFile, Timeliness]:
    """Return a complaint with the participant and whether it came in time; record the look.

    Raises:
        NotFound: there is none.
    """
    person = get_participant(session, actor.scope, participant_id)
    file = find(session, actor, ComplaintPlace(participant_id, complaint_id))
    record(session, clock, actor, Action.COMPLAINT_VIEWED, file.complaint)
    return person, file, timeliness_of(session, actor, file)


def find(session: Session, actor: Actor, place: ComplaintPlace) -> ComplaintFile:
    """Return a complaint.

    Raises:
        NotFound: there is none.
    """
    return get_complaint(session, actor.scope, place.participant_id, place.complaint_id)


def timeliness_of(session: Session, actor: Actor, file: ComplaintFile) -> Timeliness:
    """Return whether a complaint came in time, as the arrival of the decision is known now."""
    complaint = file.complaint
    about = get_file(session, actor.scope, complaint.participant_id, complaint.decision_id)
    return timeliness(complaint.handed_in_on, deadline_of(about))


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    complaint: Complaint,
    details: dict[str, object] | None = None,
) -> None:
    """Record what happened to a complaint."""
    audit.record(
        session,
        clock,
        actor,
        action,
        ("complaint", complaint.id),
        participant_id=complaint.participant_id,
        details=details or {},
    )
