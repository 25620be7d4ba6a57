"""Recording events, in the transaction of the thing that they tell about."""

from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.audit.chain import GENESIS, ChainBreak, find_break, hash_of
from app.audit.models import AuditEvent
from app.core.actor import Actor
from app.core.clock import Clock
from app.persistence.looks import keep_after_rollback

ADVISORY_LOCK = 4_019_224_617
"""PostgreSQL: one writer at a time appends to the chain. SQLite has one writer anyway."""


def record(
    session: Session,
    clock: Clock,
    actor: Actor | None,
    action: Action,
    subject: tuple[str, UUID | None],
    *,
    participant_id: UUID | None = None,
    municipality_id: UUID | None = None,
    details: dict[str, Any] | None = None,
) -> None:
    """Append an event; `details` holds ids, codes, numbers and field names, never personal text.

    The caller's transaction commits it: if the event cannot be written, nothing else is.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(ADVISORY_LOCK)))
    last = session.execute(
        select(AuditEvent.id, AuditEvent.hash).order_by(AuditEvent.id.desc()).limit(1)
    ).first()
    event = AuditEvent(
        id=last.id + 1 if last else 1,
        at=clock(),
        action=action,
        municipality_id=actor.scope.municipality_id if actor else municipality_id,
        actor_id=actor.user_id if actor else None,
        actor_role=actor.role if actor else None,
        subject_kind=subject[0],
        subject_id=subject[1],
        participant_id=participant_id,
        details=details or {},
        previous_hash=last.hash if last else GENESIS,
    )
    event.hash = hash_of(event)
    session.add(event)
    session.flush()
    if actor is not None and action.is_look:
        again = partial(
            record,
            session,
            clock,
            actor,
            action,
            subject,
            participant_id=participant_id,
            details=details,
        )
        keep_after_rollback(session, again)


def verify(session: Session) -> tuple[int, ChainBreak | None]:
    """Return how many events there are, and the first break of the chain or None."""
    count = session.scalar(select(func.count()).select_from(AuditEvent)) or 0
    events = session.scalars(
        select(AuditEvent).order_by(AuditEvent.id).execution_options(yield_per=1000)
    )
    try:
        return count, find_break(events)
    finally:
        events.close()
