"""What was scanned, as it was received, and each of its pages.

Bytes and pictures are written once. Where a page is now stands beside what was found on it.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, deferred, mapped_column

from app.core.ids import new_id
from app.papers.intake.kinds import FileStatus, PageOutcome, PageState
from app.papers.reading.types import PageFault, StackRefusal
from app.persistence.base import Base


class ScanStack(Base):
    """What somebody uploaded at once."""

    __tablename__ = "scan_stack"
    __table_args__ = (Index(None, "municipality_id", "uploaded_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    uploaded_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    uploaded_at: Mapped[datetime]


class ScanFile(Base):
    """A file of a stack, byte for byte. Its name is not kept: people put names into file names."""

    __tablename__ = "scan_file"
    __table_args__ = (UniqueConstraint("stack_id", "number"),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    stack_id: Mapped[UUID] = mapped_column(ForeignKey("scan_stack.id"))
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    number: Mapped[int]
    """In the stack, from 1."""
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary, nullable=False))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    """Bytes."""
    status: Mapped[FileStatus] = mapped_column(default=FileStatus.WAITING)
    refusal: Mapped[StackRefusal | None]
    page_count: Mapped[int | None]
    """None until the first pages are read."""


class ScanPage(Base):
    """A page of a file: what was read, what was found, and where it is now."""

    __tablename__ = "scan_page"
    __table_args__ = (
        UniqueConstraint("file_id", "number"),
        Index(None, "municipality_id", "state", "read_at"),
        Index(None, "municipality_id", "fingerprint"),
        # One scan stands for a page of a document, however many jobs and people file at once.
        Index(
            "uq_scan_page_in_case",
            "document_id",
            "page",
            unique=True,
            sqlite_where=text("state = 'in_case'"),
            postgresql_where=text("state = 'in_case'"),
        ),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    stack_id: Mapped[UUID] = mapped_column(ForeignKey("scan_stack.id"), index=True)
    file_id: Mapped[UUID] = mapped_column(ForeignKey("scan_file.id"))
    number: Mapped[int]
    """In the file, from 1."""
    read_at: Mapped[datetime]

    picture: Mapped[bytes | None] = deferred(mapped_column(LargeBinary))
    """JPEG without metadata; None for a page that cannot be drawn."""
    fingerprint: Mapped[str] = mapped_column(String(64))
    marked_code: Mapped[str | None] = mapped_column(String(20))
    """What the square says, whether we have such a document or not."""
    marked_page: Mapped[int | None]
    aligned: Mapped[bool]
    """The picture lies over the issued page."""
    is_blank: Mapped[bool]
    fault: Mapped[PageFault | None]

    outcome: Mapped[PageOutcome | None]
    """As the portal found it; None until it is looked up. What a person decides later leaves it."""
    state: Mapped[PageState] = mapped_column(default=PageState.UNPLACED)
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_document.id"))
    """The document that it is a page of, as far as that is known."""
    page: Mapped[int | None]
    """Of that document, from 1."""
    duplicate_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("scan_page.id"))
    ink: Mapped[list[dict[str, Any]] | None]
    """For each box of the page: `name`, `verdict` (`InkVerdict`) and `share`. None where nobody
    could look: the picture is not aligned, or the document has no boxes."""
    settled_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """Who took it out of the tray, or put another in its place."""
    settled_at: Mapped[datetime | None]
    set_aside_reason: Mapped[str] = mapped_column(Text, default="")
    scan_id: Mapped[UUID | None] = mapped_column(ForeignKey("scanned_paper.id"), index=True)
    """The paper that it was filed as a part of, with its other pages."""
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)
