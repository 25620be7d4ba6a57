"""What can be asked about the payroll system."""

from dataclasses import dataclass
from uuid import UUID

from app.benefit.payroll.layout import Layout


@dataclass(frozen=True, slots=True)
class ChooseLayout:
    """Let files that are made from now on look like this."""

    layout: Layout
    seen: int
    """The number of the layout that the form was opened with; 0: none was chosen."""


@dataclass(frozen=True, slots=True)
class RegisterNumber:
    """Set a participant's number; empty: she has none."""

    participant_id: UUID
    number: str
    seen: str
    """The number that the form was opened with; empty: there was none."""
