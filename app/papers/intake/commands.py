"""What staff ask for when they work on the tray."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class FilePage:
    """File a page under the document whose code somebody has read on it."""

    page_id: UUID
    row_version: int
    code: str
    """As typed."""
    page: int | None
    """Of the document; None: it has only one."""


@dataclass(frozen=True, slots=True)
class SetPageAside:
    """Say why a page belongs nowhere."""

    page_id: UUID
    row_version: int
    reason: str


@dataclass(frozen=True, slots=True)
class UsePageInstead:
    """Let a duplicate stand for its page, in the place of the earlier scan."""

    page_id: UUID
    row_version: int
