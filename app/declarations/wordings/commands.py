"""What staff ask for when they work on texts."""

from dataclasses import dataclass
from uuid import UUID

from app.declarations.bundles.types import BundleKind


@dataclass(frozen=True, slots=True)
class Place:
    """A language of a version of a document."""

    kind: BundleKind
    version: str
    language: str


@dataclass(frozen=True, slots=True)
class WriteClause:
    """Give a clause new words."""

    place: Place
    clause_id: str
    seen: int
    """Number of the newest step that the writer saw; 0 for none."""
    text: str
    translator: str
    comment: str = ""


@dataclass(frozen=True, slots=True)
class CommentClause:
    """Say something about a clause without changing it."""

    place: Place
    clause_id: str
    seen: int
    comment: str


@dataclass(frozen=True, slots=True)
class ReviewClause:
    """Note that a person has compared a clause with the Norwegian one."""

    place: Place
    clause_id: str
    seen: int
    reviewer: str
    """Name of that person: she need not use the portal."""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ApproveClause:
    """Approve a reviewed clause."""

    place: Place
    clause_id: str
    seen: int
    comment: str = ""


@dataclass(frozen=True, slots=True)
class UploadTranslation:
    """A file from a translator."""

    place: Place
    file_name: str
    content: bytes
    translator: str


@dataclass(frozen=True, slots=True)
class DecideText:
    """Approve, reject or withdraw an imported text, as it was seen."""

    text_id: UUID
    row_version: int
    reason: str = ""
