"""Texts that a municipality imports, its work on translations, and the words of issued sheets.

Nothing here is overwritten: a state is added beside what was received, a change is a new row.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.core.ids import new_id
from app.declarations.bundles.translation import TranslationStatus
from app.declarations.bundles.types import BundleKind
from app.persistence.base import Base


class FrozenText(Base):
    """Every word of a sheet but what is filled in: the Norwegian text and the one beside it.

    Named by its own content, so that sheets with the same words share a row.
    """

    __tablename__ = "frozen_text"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the content (`bundles.content.digest_of`)."""
    kind: Mapped[BundleKind]
    version: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    content: Mapped[dict[str, Any]]
    """As `bundles.content.content_of` writes it."""


class TextState(StrEnum):
    """How far an imported text has come."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    """By somebody other than who imported it; issued from its first day of validity."""
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    """Was approved; is not issued any more."""


class ImportedText(Base):
    """A text that the municipality received, as it was received, and what became of it."""

    __tablename__ = "imported_text"
    __table_args__ = (
        Index(
            "uq_imported_text_version",
            "municipality_id",
            "kind",
            "version",
            unique=True,
            sqlite_where=text("state != 'rejected'"),
            postgresql_where=text("state != 'rejected'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    kind: Mapped[BundleKind]
    version: Mapped[str] = mapped_column(String(40))
    file_name: Mapped[str] = mapped_column(String(200))
    original: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the original file."""
    content: Mapped[dict[str, Any]]
    """What was read from the file, as `bundles.content.content_of` writes it."""
    state: Mapped[TextState] = mapped_column(default=TextState.PROPOSED)
    imported_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    imported_at: Mapped[datetime]
    decided_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """Who approved or rejected it."""
    decided_at: Mapped[datetime | None]
    rejection_reason: Mapped[str] = mapped_column(Text, default="")
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    withdrawn_at: Mapped[datetime | None]
    withdrawal_reason: Mapped[str] = mapped_column(Text, default="")
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class StepKind(StrEnum):
    """What somebody did with a translated clause."""

    WRITTEN = "written"
    FROM_FILE = "from_file"
    """The words came back in a translator's file."""
    CARRIED_OVER = "carried_over"
    """From the version of the text that was valid before."""
    REVIEWED = "reviewed"
    APPROVED = "approved"
    COMMENTED = "commented"
    """The words stayed as they were."""


class TranslationStep(Base):
    """One thing done with one clause in one language; the newest that changed it applies."""

    __tablename__ = "translation_step"
    __table_args__ = (
        # Two who change the same clause at once: the second is told.
        UniqueConstraint(
            "municipality_id",
            "kind",
            "version",
            "language",
            "clause_id",
            "number",
            name="uq_translation_step_number",
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    kind: Mapped[BundleKind]
    version: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    clause_id: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    """From 1 for each clause and language."""
    done: Mapped[StepKind]
    text: Mapped[str] = mapped_column(Text)
    source_text: Mapped[str] = mapped_column(Text)
    """The Norwegian words that it translates; empty where they are not known."""
    source_digest: Mapped[str] = mapped_column(String(64))
    status: Mapped[TranslationStatus]
    translator: Mapped[str] = mapped_column(String(200))
    translated_on: Mapped[date]
    reviewer: Mapped[str | None] = mapped_column(String(200))
    reviewed_on: Mapped[date | None]
    approver: Mapped[str | None] = mapped_column(String(200))
    approved_on: Mapped[date | None]
    comment: Mapped[str] = mapped_column(Text, default="")
    done_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    done_at: Mapped[datetime]


class TranslationFile(Base):
    """A file that came back from a translator, as it was received."""

    __tablename__ = "translation_file"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"), index=True)
    kind: Mapped[BundleKind]
    version: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(10))
    file_name: Mapped[str] = mapped_column(String(200))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    sha256: Mapped[str] = mapped_column(String(64))
    translator: Mapped[str] = mapped_column(String(200))
    uploaded_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    uploaded_at: Mapped[datetime]
    taken_in_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """Who took its words in, after seeing what would change."""
    taken_in_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
