"""What can be asked of reviews and life events, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.enrolment.interpreting.commands import Interpreting
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome


@dataclass(frozen=True, slots=True)
class Talk:
    """What was said at a review, and how people understood each other."""

    outcome: ReviewOutcome
    language: str
    """BCP 47 code of the language of the talk."""
    interpreting: Interpreting
    changes: str = ""
    participant_words: str = ""
    words_language: str = ""
    next_steps: str = ""
    took_part: str = ""


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """Write down that the plan was looked at with the participant, and when it will be again."""

    participant_id: UUID
    reviewed_on: date
    note: str
    """What was reached since the last time."""
    next_due_on: date
    talk: Talk


@dataclass(frozen=True, slots=True)
class RegisterEvent:
    """Something happened in the participant's life that the plan must be looked at for."""

    participant_id: UUID
    kind: LifeEventKind
    happened_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class SettleEvent:
    """The plan was looked at because of an event."""

    participant_id: UUID
    event_key: str
    outcome: ReviewOutcome
    reason: str
