"""What is asked for when a case is handed over, as plain values."""

from dataclasses import dataclass
from uuid import UUID

from app.handover.kinds import HandoverGround


@dataclass(frozen=True, slots=True)
class MakeBundle:
    """Make a bundle of a case for the municipality that the participant moves to."""

    participant_id: UUID
    recipient: str
    ground: HandoverGround
    reason: str
