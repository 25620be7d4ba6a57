"""Reading the audit log."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope

PAGE = 100


def list_events(
    session: Session,
    scope: MunicipalityScope,
    *,
    before_id: int | None = None,
    participant_id: UUID | None = None,
) -> list[AuditEvent]:
    """Return the newest events of the municipality, at most a page, older than `before_id`."""
    events = select(AuditEvent).where(AuditEvent.municipality_id == scope.municipality_id)
    if before_id is not None:
        events = events.where(AuditEvent.id < before_id)
    if participant_id is not None:
        events = events.where(AuditEvent.participant_id == participant_id)
    return list(session.scalars(events.order_by(AuditEvent.id.desc()).limit(PAGE)))
