"""What can be decided about a change."""

from dataclasses import dataclass
from uuid import UUID

from app.rules.plan import ChangeKind


@dataclass(frozen=True, slots=True)
class JudgeChange:
    """Decide whether the draft is a small or an essential change of the plan that holds."""

    participant_id: UUID
    row_version: int
    """The state of the draft that was looked at."""
    kind: ChangeKind
    reason: str
