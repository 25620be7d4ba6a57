"""What everything that is done with a decision has in common: its record and its version."""

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import Conflict
from app.decisions.commands import Place
from app.decisions.models import AdministrativeDecision
from app.decisions.queries import DecisionFile, get_file

SUBJECT = "administrative_decision"


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    decision: AdministrativeDecision,
    details: dict[str, object] | None = None,
) -> None:
    """Record what happened to a decision."""
    audit.record(
        session,
        clock,
        actor,
        action,
        (SUBJECT, decision.id),
        participant_id=decision.participant_id,
        details={"kind": decision.kind.value, **(details or {})},
    )


def get_draft(session: Session, actor: Actor, place: Place) -> DecisionFile:
    """Return a draft in the state in which it was seen.

    Raises:
        NotFound: there is no such decision.
        Conflict: it was issued or saved since.
    """
    file = get_file(session, actor.scope, place.participant_id, place.decision_id)
    if not file.is_draft or file.decision.row_version != place.row_version:
        raise Conflict
    return file
