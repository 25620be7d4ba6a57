"""What can be asked of confirmations, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.plans.confirmations.kinds import Verdict


@dataclass(frozen=True, slots=True)
class AskConfirmation:
    """Make a link with which somebody outside confirms lines of the plan that holds."""

    participant_id: UUID
    organisation: str
    person: str
    element_ids: tuple[UUID, ...]
    days: int
    """Today counted as zero: the link works to the end of the last day."""
    email: str = ""
    shows_name: bool = False


@dataclass(frozen=True, slots=True)
class LineVerdict:
    """What the receiver says of one line; dates and hours only where they are others."""

    element_id: UUID
    verdict: Verdict
    first_day: date | None = None
    last_day: date | None = None
    minutes_per_week: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer, with who gives it."""

    name: str
    role: str
    verdicts: tuple[LineVerdict, ...]
