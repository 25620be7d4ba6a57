"""What can be done with decisions, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.accounts.models import LanguageForm
from app.decisions.states import ArrivalSource, DecisionKind, SendingWay
from app.plans.answers.kinds import ApprovalOutcome


@dataclass(frozen=True, slots=True)
class Place:
    """Which decision of whom, in the state in which it was seen."""

    participant_id: UUID
    decision_id: UUID
    row_version: int


@dataclass(frozen=True, slots=True)
class BeginDecision:
    """Begin the decision that is due about the plan that holds."""

    participant_id: UUID
    kind: DecisionKind


@dataclass(frozen=True, slots=True)
class DraftDetails:
    """What the caseworker says of a decision."""

    form: LanguageForm
    summary_language: str
    """BCP 47 code; empty: no summary."""
    decided_on: date | None = None
    """None: the day on which it is issued."""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class ChangeDraft:
    """Save the draft."""

    place: Place
    details: DraftDetails


@dataclass(frozen=True, slots=True)
class DecideApproval:
    """Approve the draft that was sent, or send it back."""

    place: Place
    outcome: ApprovalOutcome
    reason: str = ""
    """Needed to send back."""


@dataclass(frozen=True, slots=True)
class RegisterSending:
    """The letter was sent, or handed over."""

    participant_id: UUID
    decision_id: UUID
    way: SendingWay
    sent_on: date
    """On screen: the day on which it could be read and the alert was sent."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RegisterArrival:
    """The letter reached the participant."""

    participant_id: UUID
    decision_id: UUID
    arrived_on: date
    source: ArrivalSource
    note: str = ""
    """Needed for a day that was reckoned."""
