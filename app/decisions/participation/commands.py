"""What can be done with certificates, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions.participation.kinds import ProgrammeEnding


@dataclass(frozen=True, slots=True)
class IssueCertificate:
    """Give a participant her certificate."""

    participant_id: UUID
    form: LanguageForm
    ending: ProgrammeEnding
    last_day: date
    contents: str
    """What she took part in, one thing a line."""
    results: str
    """What she reached, such as tests and courses; empty: nothing is said."""
    signed_by: str
    """Who signs for the municipality."""
    replaces_because: str = ""
