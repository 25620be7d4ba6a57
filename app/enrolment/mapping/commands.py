"""What the portal is asked to save about the mapping."""

from dataclasses import dataclass
from uuid import UUID

from app.enrolment.mapping.contents import Content


@dataclass(frozen=True, slots=True)
class SavePart:
    """Save one part as its next version; what was saved before stays as it was."""

    participant_id: UUID
    version: int
    """The version that the page was made from; 0: there was none."""
    content: Content
