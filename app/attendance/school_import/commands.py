"""What can be asked of a school's list."""

from dataclasses import dataclass
from uuid import UUID

from app.core.period import Period


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Register a school's list of absence."""

    group_id: UUID
    period: Period
    """The days that the list is about."""
    text: str
    others_were_there: bool
    """Whoever stands on no row of a day was there."""
    reason: str = ""
    """Why marks are changed after the municipality's deadline."""
