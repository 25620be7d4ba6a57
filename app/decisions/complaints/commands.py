"""What can be done with complaints, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions.complaints.kinds import AnswerKind, ComplaintWay, Excuse, GovernorOutcome
from app.decisions.states import SendingWay


@dataclass(frozen=True, slots=True)
class ReceiveComplaint:
    """A complaint came."""

    participant_id: UUID
    decision_id: UUID
    way: ComplaintWay
    handed_in_on: date
    received_on: date
    language: str
    words: str
    asks_postponement: bool = False


@dataclass(frozen=True, slots=True)
class ComplaintPlace:
    """Which complaint of whom."""

    participant_id: UUID
    complaint_id: UUID


@dataclass(frozen=True, slots=True)
class CheckComplaint:
    """Judge form and time."""

    place: ComplaintPlace
    is_by_party: bool
    is_signed: bool
    names_decision: bool
    names_change: bool
    mend_by: date | None = None
    excuse: Excuse = Excuse.NONE
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SuspendDecision:
    """Let the decision wait for the complaint, or not."""

    place: ComplaintPlace
    is_suspended: bool
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerComplaint:
    """Uphold and forward, change, annul or dismiss."""

    place: ComplaintPlace
    kind: AnswerKind
    reasons: str
    form: LanguageForm
    summary_language: str
    amount_ore: int | None = None
    """For a reduction that is changed."""


@dataclass(frozen=True, slots=True)
class RegisterAnswerSent:
    """The answer was sent."""

    place: ComplaintPlace
    way: SendingWay
    sent_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterAnswerArrived:
    """The answer reached the participant."""

    place: ComplaintPlace
    arrived_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettleComplaint:
    """What the county governor decided."""

    place: ComplaintPlace
    outcome: GovernorOutcome
    decided_on: date
    received_on: date
    amount_ore: int | None = None
    note: str = ""
