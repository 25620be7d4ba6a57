"""What can be done with interventions, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.attendance.restrictions.kinds import RestrictionKind
from app.decisions.interventions.kinds import Cause
from app.decisions.notices.commands import NoticeDetails, NoticePlace


@dataclass(frozen=True, slots=True)
class InterventionContent:
    """What is considered."""

    kind: RestrictionKind
    cause: Cause
    first_day: date
    last_day: date | None = None
    """Of a stop for a time."""
    warned_on: date | None = None
    """Of a written warning about a covered face."""


@dataclass(frozen=True, slots=True)
class ConsiderIntervention:
    """Begin the notice of an intervention."""

    participant_id: UUID
    content: InterventionContent
    details: NoticeDetails


@dataclass(frozen=True, slots=True)
class ChangeIntervention:
    """Save a notice that is a draft."""

    place: NoticePlace
    content: InterventionContent
    details: NoticeDetails


@dataclass(frozen=True, slots=True)
class ImposeIntervention:
    """Begin the decision that follows a notice."""

    participant_id: UUID
    notice_id: UUID
    first_day: date
    last_day: date | None = None
