"""What was said at a review, and what happened in somebody's life. Nothing of it ever changes."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.core.ids import new_id
from app.enrolment.interpreting.kinds import InterpreterUse
from app.enrolment.interpreting.models import InterpreterColumns
from app.persistence.base import Base
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome

LONGEST_KEY = 60


class ReviewTalk(InterpreterColumns, Base):
    """What was said at a review; what was reached stands in the review's own note."""

    __tablename__ = "plan_review_talk"
    __table_args__ = (
        CheckConstraint("participant_words = '' OR words_language <> ''", name="words_language"),
        CheckConstraint(
            "(interpreter_use = 'none' AND no_interpreter_reason IS NOT NULL)"
            " OR (interpreter_use <> 'none' AND mode IS NOT NULL AND kinship IS NOT NULL)",
            name="interpreted",
        ),
    )

    review_id: Mapped[UUID] = mapped_column(ForeignKey("plan_review.id"), primary_key=True)
    outcome: Mapped[ReviewOutcome]
    changes: Mapped[str] = mapped_column(Text)
    """What is to change, in Norwegian; empty: nothing."""
    participant_words: Mapped[str] = mapped_column(Text)
    """What the participant said of the plan, in her own words."""
    words_language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language that they are written in."""
    next_steps: Mapped[str] = mapped_column(Text)
    took_part: Mapped[str] = mapped_column(String(300))
    """Who was there beside participant and caseworker."""
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language of the talk."""
    interpreter_use: Mapped[InterpreterUse]


class LifeEvent(Base):
    """Something in the participant's life that somebody registered by hand."""

    __tablename__ = "life_event"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    kind: Mapped[LifeEventKind]
    happened_on: Mapped[date]
    """The day it happens, if it lies ahead: a child that is expected."""
    note: Mapped[str] = mapped_column(Text, default="")
    """What the plan must take account of; no diagnosis."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class LifeEventSettlement(Base):
    """That the plan was looked at because of an event, and what came of it."""

    __tablename__ = "life_event_settlement"
    __table_args__ = (
        UniqueConstraint("participant_id", "event_key"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    event_key: Mapped[str] = mapped_column(String(LONGEST_KEY))
    """The key of the event, as `app.plans.reviews.queries` gives it."""
    outcome: Mapped[ReviewOutcome]
    reason: Mapped[str] = mapped_column(Text)
    settled_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    settled_at: Mapped[datetime]


class ReviewTouched(Exception):
    """A programming error: something tried to change what was said or what happened."""


def _refuse(
    _mapper: Mapper[Any],
    _connection: Connection,
    row: ReviewTalk | LifeEvent | LifeEventSettlement,
) -> None:
    raise ReviewTouched(row.__tablename__)


for _model in (ReviewTalk, LifeEvent, LifeEventSettlement):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
