"""What can be asked of certificates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.attendance.certificates.kinds import Target


@dataclass(frozen=True, slots=True)
class SendCertificate:
    """Keep a picture of a doctor's certificate."""

    first_day: date
    last_day: date
    language: str
    content: bytes
    """As it came: PDF, JPEG, PNG or TIFF."""


@dataclass(frozen=True, slots=True)
class AnswerCertificate:
    """Say what a certificate documents, or why it does not."""

    participant_id: UUID
    certificate_id: UUID
    target: Target | None
    """None: it is not accepted."""
    first_day: date | None = None
    """Of a new absence."""
    last_day: date | None = None
    reason: str = ""
    """Why it is not accepted."""
