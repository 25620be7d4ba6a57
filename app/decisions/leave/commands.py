"""What can be done with applications for leave, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.decisions.leave.kinds import LeaveOutcome, LeaveWay
from app.rules.absence import AbsenceReason, WelfareGround


@dataclass(frozen=True, slots=True)
class RegisterApplication:
    """The participant applied for leave."""

    participant_id: UUID
    way: LeaveWay
    received_on: date
    first_day: date
    last_day: date
    reason: AbsenceReason
    language: str
    """BCP 47 code of the words."""
    words: str = ""
    minutes: int | None = None
    """Of each day; None: whole days."""
    welfare_ground: WelfareGround | None = None
    child_id: UUID | None = None
    has_medical_certificate: bool = False
    statement_id: UUID | None = None
    """What the participant sent from her own page; None: it came otherwise."""


@dataclass(frozen=True, slots=True)
class ApplicationPlace:
    """Which application of whom."""

    participant_id: UUID
    application_id: UUID


@dataclass(frozen=True, slots=True)
class DecideLeave:
    """Begin the decision about an application."""

    place: ApplicationPlace
    outcome: LeaveOutcome
    first_day: date | None = None
    """Of what is granted, where only some of the days are."""
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class CloseApplication:
    """Decide nothing: the participant took the application back."""

    place: ApplicationPlace
    reason: str
