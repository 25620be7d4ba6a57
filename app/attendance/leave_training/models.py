"""Offers of training during parental leave. None of them is ever changed; a new one follows."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.attendance.leave_training.kinds import OfferAnswer, TrainingOffer
from app.core.ids import new_id
from app.persistence.base import Base


class LeaveTrainingOffer(Base):
    """The municipality offered follow-up and training, adapted to the participant."""

    __tablename__ = "leave_training_offer"
    __table_args__ = (
        Index(None, "participant_id", "offered_on"),
        Index(None, "municipality_id"),
        CheckConstraint("follow_up <> ''", name="follow_up"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    offered_on: Mapped[date]
    offer: Mapped[TrainingOffer]
    follow_up: Mapped[str] = mapped_column(Text)
    """How she is followed up, and how the offer is adapted to her."""
    answer: Mapped[OfferAnswer]
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class OfferTouched(Exception):
    """A programming error: something tried to change what was offered."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: LeaveTrainingOffer) -> None:
    raise OfferTouched(str(row.id))


for _moment in ("before_update", "before_delete"):
    event.listen(LeaveTrainingOffer, _moment, _refuse)
