"""What was asked to be printed together, and what became of each. Rows are never deleted."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.declarations.batches.kinds import ItemStatus, PrintWish, Selection
from app.declarations.errors import IssueRefusal
from app.persistence.base import Base


class PrintBatch(Base):
    """Sheets that a caseworker prints together."""

    __tablename__ = "print_batch"
    __table_args__ = (Index(None, "municipality_id", "created_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    selection: Mapped[Selection]
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group.id"))
    """Of a selection by group."""
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    cancelled_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    cancelled_at: Mapped[datetime | None]


class PrintBatchItem(Base):
    """One participant's sheet in a batch."""

    __tablename__ = "print_batch_item"
    __table_args__ = (
        UniqueConstraint("batch_id", "participant_id"),
        UniqueConstraint("batch_id", "position"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    batch_id: Mapped[UUID] = mapped_column(ForeignKey("print_batch.id"))
    position: Mapped[int]
    """Place in the pile, from 1: by group, language and name as they were when it was asked for."""
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("group.id"))
    """The group whose heap the sheet lies in; None: she was in no group."""
    language: Mapped[str] = mapped_column(String(10))
    """Asked for; the document says what it was issued in."""
    wish: Mapped[PrintWish]
    status: Mapped[ItemStatus]
    refusal: Mapped[IssueRefusal | None]
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_document.id"), index=True)
    settled_at: Mapped[datetime | None]
    """When it was issued, found, refused, given up or cancelled."""
