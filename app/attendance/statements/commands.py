"""What can be asked of statements."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.attendance.statements.kinds import Answer, AwayGround, StatementKind


@dataclass(frozen=True, slots=True)
class Said:
    """What she says, before she sends it."""

    kind: StatementKind
    first_day: date
    last_day: date
    child_id: UUID | None = None
    ground: AwayGround | None = None


@dataclass(frozen=True, slots=True)
class MakeStatement:
    """Keep what she says, with the words that she confirmed."""

    said: Said
    language: str
    shown: str


@dataclass(frozen=True, slots=True)
class AnswerStatement:
    """Say what becomes of a statement."""

    participant_id: UUID
    statement_id: UUID
    answer: Answer
    reason: str = ""
