"""What can be asked, answered and decided about a plan."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.enrolment.interpreting.commands import Interpreting
from app.plans.answers.kinds import AnswerKind, ApprovalOutcome, DisagreementOutcome


@dataclass(frozen=True, slots=True)
class AskApproval:
    """Send the draft to a leader."""

    participant_id: UUID
    row_version: int
    """The state of the draft that is sent."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DecideApproval:
    """Approve the draft that was sent, or send it back."""

    participant_id: UUID
    row_version: int
    """The state of the draft that the leader read."""
    outcome: ApprovalOutcome
    reason: str = ""
    """Needed to send back."""


@dataclass(frozen=True, slots=True)
class PlanReply:
    """What the participant says of a version of the plan."""

    version: int
    kind: AnswerKind
    language: str
    """BCP 47 code of the language in which she read the plan, or it was gone through."""
    words: str = ""
    """Needed to disagree."""
    words_language: str = ""
    """BCP 47 code; needed with words."""


@dataclass(frozen=True, slots=True)
class RegisterReply:
    """What the participant said at a meeting."""

    participant_id: UUID
    reply: PlanReply
    answered_on: date
    interpreting: Interpreting


@dataclass(frozen=True, slots=True)
class DecideDisagreement:
    """The municipality decides what the plan says (integreringsloven § 15 fifth paragraph)."""

    participant_id: UUID
    number: int
    """Of the answer that was read, among those to the plan that holds."""
    outcome: DisagreementOutcome
    reason: str
