"""What can be asked of disagreements about attendance."""

from dataclasses import dataclass
from uuid import UUID

from app.attendance.reconciliation.kinds import Outcome


@dataclass(frozen=True, slots=True)
class ObjectToMark:
    """Say that a mark is wrong."""

    session_id: UUID
    mark_version: int
    """The version that she saw."""
    minutes_said: int
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class SettleDispute:
    """Say what holds, and why."""

    session_id: UUID
    participant_id: UUID
    mark_version: int
    """The version that the caseworker saw."""
    outcome: Outcome
    minutes_absent: int
    """Missed, if the mark is changed."""
    reason: str
