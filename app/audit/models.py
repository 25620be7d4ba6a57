"""The table of events. Rows are added, never changed or removed: the database refuses."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from app.audit.actions import Action
from app.core.actor import Role
from app.persistence.base import Base


class AuditEvent(Base):
    """One thing that somebody did or saw. Holds ids and codes, never names or numbers."""

    __tablename__ = "audit_event"
    __table_args__ = (
        Index(None, "participant_id", "id"),
        Index(None, "municipality_id", "id"),
    )

    id: Mapped[int] = mapped_column(
        BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False
    )
    """Position in the chain, from 1, without holes."""
    at: Mapped[datetime]
    action: Mapped[Action]
    municipality_id: Mapped[UUID | None]
    actor_id: Mapped[UUID | None]
    actor_role: Mapped[Role | None]
    subject_kind: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[UUID | None]
    participant_id: Mapped[UUID | None]
    """Whose data it was, so that she can be told who looked."""
    details: Mapped[dict[str, Any]]
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64), unique=True)
