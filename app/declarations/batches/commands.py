"""What a caseworker asks for when she prints for many."""

from dataclasses import dataclass
from uuid import UUID

from app.declarations.batches.kinds import PrintWish, Selection

MOST_SHEETS = 500
"""In one batch: more than a start-up day has, and a file that a printer still takes."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Whose sheets are to be printed."""

    selection: Selection
    group_id: UUID | None = None
    """Of a selection by group."""


@dataclass(frozen=True, slots=True)
class ChosenSheet:
    """One participant of the selection, with what is wanted for her."""

    participant_id: UUID
    language: str
    wish: PrintWish
