"""Issued documents and scanned papers. Bytes are written once and never changed."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.core.ids import new_id
from app.persistence.base import Base


class DocumentKind(StrEnum):
    """What kind of paper it is."""

    INTEGRATION_DECLARATION = "integration_declaration"
    INTEGRATION_CONTRACT = "integration_contract"
    INTEGRATION_PLAN = "integration_plan"
    DECISION_LETTER = "decision_letter"
    """Enkeltvedtak with its letter; it does not come back signed."""
    PARTICIPATION_CERTIFICATE = "participation_certificate"
    """Deltakerbevis: signed by the municipality, and kept by the participant."""


class DocumentStatus(StrEnum):
    """How far the making of the PDF has come."""

    WAITING = "waiting"
    READY = "ready"
    FAILED = "failed"


class IssuedDocument(Base):
    """A document as it was issued: what it was made from, its bytes and their digest."""

    __tablename__ = "issued_document"
    __table_args__ = (Index(None, "municipality_id", "participant_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[DocumentKind]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language beside Norwegian; `nb`: Norwegian alone."""
    text_version: Mapped[str] = mapped_column(String(40))
    text_digest: Mapped[str | None] = mapped_column(ForeignKey("frozen_text.digest"))
    """Its words as they were when it was issued; None for papers of the portal's first version."""
    code: Mapped[str] = mapped_column(String(20), unique=True)
    """Printed on the sheet: opaque, with a check character (app.papers.code)."""
    model: Mapped[dict[str, Any]]
    """Everything that the sheet shows, frozen when it was issued."""
    status: Mapped[DocumentStatus] = mapped_column(default=DocumentStatus.WAITING)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    sha256: Mapped[str | None] = mapped_column(String(64))
    page_count: Mapped[int | None]
    """Of the PDF; None before it is made, and for papers of the portal's first version."""
    boxes: Mapped[list[dict[str, Any]] | None]
    """Where the lines to write on stand (`app.pdf.page_boxes.PageBox`); None like `page_count`."""
    issued_on: Mapped[date]
    issued_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    issued_at: Mapped[datetime]
    rendered_at: Mapped[datetime | None]


class ScannedPaper(Base):
    """A paper that came back, filed under the document whose code it carries."""

    __tablename__ = "scanned_paper"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), index=True)
    media_type: Mapped[str] = mapped_column(String(40))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    """Bytes."""
    uploaded_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    uploaded_at: Mapped[datetime]
