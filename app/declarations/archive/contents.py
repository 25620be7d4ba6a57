"""What a package is made from, and what it holds. Plain values: no database, no renderer."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from app.core.pii import IdentityNumber, PersonName
from app.declarations.explanations.presenters import Stamp

EXPLAINED = "Forklart"
"""The kind of the remarks that are stamps: the cover shows these in boxes of their own."""


class Variant(StrEnum):
    """The codes for what a file is to the archive (Noark 5, M700)."""

    PRODUCTION = "P"
    ARCHIVE = "A"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of the package."""

    name: str
    content: bytes = field(repr=False)
    media_type: str
    title: str
    variant: Variant

    @property
    def sha256(self) -> str:
        """Digest of the content."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was registered about the paper, with its day."""

    kind: str
    text: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class ReceivedScan:
    """The paper as it came back."""

    content: bytes = field(repr=False)
    media_type: str
    received_at: datetime
    received_by: str


@dataclass(frozen=True, slots=True)
class PaperCase:
    """Everything that is kept about one paper."""

    declaration_id: UUID
    title: str
    status: str
    code: str
    participant_name: PersonName
    identity_number: IdentityNumber
    municipality: str
    language: str
    """Name of the language beside Norwegian, in Norwegian."""
    language_code: str
    text_version: str
    text_digest: str
    """Empty: a paper of the portal's first version."""
    issued_at: datetime
    issued_by: str
    original: bytes = field(repr=False)
    original_sha256: str
    scan: ReceivedScan | None
    signed_on: date | None
    signed_at_place: str
    stamps: tuple[Stamp, ...]
    remarks: tuple[Remark, ...]
