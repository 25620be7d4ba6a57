"""What every change of a participant has in common: its version, its refusals and its record."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.enrolment.errors import CannotSaveParticipant, ParticipantChanged, ParticipantRefusal
from app.enrolment.models import Participant
from app.enrolment.queries import fields_changed_since

SUBJECT = "participant"


def require_version(
    session: Session, actor: Actor, participant: Participant, row_version: int
) -> None:
    """Refuse to write over what somebody else has saved since.

    Raises:
        ParticipantChanged: saying what the others changed.
    """
    if participant.row_version != row_version:
        changed = fields_changed_since(session, actor.scope, participant.id, row_version)
        raise ParticipantChanged(participant.row_version, changed)


def refuse(problems: Sequence[ParticipantRefusal]) -> None:
    """Stop if there is anything wrong.

    Raises:
        CannotSaveParticipant: for all the reasons at once.
    """
    if problems:
        raise CannotSaveParticipant(problems)


@contextmanager
def identity_number_guarded(session: Session) -> Iterator[None]:
    """Write inside this block: two who save the same number at once are told so.

    What the block wrote is undone, and the session still answers.

    Raises:
        CannotSaveParticipant: the identity number was taken a moment ago.
    """
    try:
        with session.begin_nested():
            yield
            session.flush()
    except IntegrityError as error:
        if "identity_number" not in str(error.orig):
            raise
        refuse([ParticipantRefusal.IDENTITY_NUMBER_TAKEN])


def save(
    session: Session, clock: Clock, actor: Actor, participant: Participant, changed: list[str]
) -> None:
    """Write a changed participant as a new version, and record which fields changed."""
    touch(session, clock, participant)
    details = {"fields": changed, "row_version": participant.row_version}
    record(session, clock, actor, Action.PARTICIPANT_CHANGED, participant.id, details)


def touch(session: Session, clock: Clock, participant: Participant) -> None:
    """Write the row even if only its permit, household or children changed."""
    participant.changed_at = clock()
    flag_modified(participant, "changed_at")
    session.flush()


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    participant_id: UUID,
    details: dict[str, object] | None = None,
) -> None:
    """Record what happened to a participant's data."""
    audit.record(
        session,
        clock,
        actor,
        action,
        (SUBJECT, participant_id),
        participant_id=participant_id,
        details=details,
    )
