"""What can be done with offers of training, as plain values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.attendance.leave_training.kinds import OfferAnswer, TrainingOffer


@dataclass(frozen=True, slots=True)
class RegisterOffer:
    """The municipality offered training to somebody on leave."""

    participant_id: UUID
    offered_on: date
    offer: TrainingOffer
    follow_up: str
    answer: OfferAnswer
