"""What is saved at a meeting: the whole draft at once."""

from dataclasses import dataclass
from uuid import UUID

from app.plans.commands import ChangePlan, ElementDetails, RemoveElement


@dataclass(frozen=True, slots=True)
class WrittenElement:
    """An element as it stands on the page."""

    element_id: UUID | None
    """None: it is new."""
    row_version: int
    details: ElementDetails


@dataclass(frozen=True, slots=True)
class SaveMeeting:
    """Save what is written, put new elements into the draft and take others out."""

    plan: ChangePlan
    elements: tuple[WrittenElement, ...]
    added: tuple[ElementDetails, ...] = ()
    removed: tuple[RemoveElement, ...] = ()
    """Only those that are named here are taken out; what others have added meanwhile stays."""
