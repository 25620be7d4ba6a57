"""What can be registered of contacts about absence."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.benefit.warnings.kinds import ContactWay
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class RegisterWarning:
    """Say that a participant was told of days without a reason."""

    participant_id: UUID
    month: Period
    way: ContactWay


@dataclass(frozen=True, slots=True)
class RegisterTalk:
    """Say that there was a conversation about absence."""

    participant_id: UUID
    held_on: date
    way: ContactWay
    words: str
