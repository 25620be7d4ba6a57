"""Advance notices with what became of them. What was issued, sent or said is never changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
    inspect,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.accounts.models import LanguageForm
from app.core.ids import new_id
from app.decisions.notices.kinds import NoticeMove, NoticeState, ReplyWay
from app.decisions.states import SendingWay
from app.persistence.base import Base


class AdvanceNotice(Base):
    """Forhåndsvarsel (forvaltningsloven § 16): of the reduction of one payment, or of a decision
    that the municipality makes of its own accord, which an `Intervention` then stands beside.
    """

    __tablename__ = "reduction_notice"
    __table_args__ = (
        UniqueConstraint("participant_id", "first_day", "number"),
        Index(None, "municipality_id", "participant_id"),
        CheckConstraint("state = 'draft' OR document_id IS NOT NULL", name="letter_when_issued"),
        CheckConstraint("reduction IS NULL OR last_day IS NOT NULL", name="whole_payment"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    first_day: Mapped[date]
    """Of the payment, or of what is considered."""
    last_day: Mapped[date | None]
    """None: what is considered has no last day."""
    number: Mapped[int]
    """1 for the first notice about these days, and so on."""
    state: Mapped[NoticeState] = mapped_column(default=NoticeState.DRAFT)
    form: Mapped[LanguageForm]
    summary_language: Mapped[str] = mapped_column(String(10), default="")
    """BCP 47 code of the summary after the letter; empty: none."""
    reply_by: Mapped[date]
    """The last day to reply: the letter names it."""
    reasons: Mapped[str] = mapped_column(Text, default="")
    """The caseworker's own, in the language form of the letter."""
    reduction: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """Amounts and days of the payment when the notice was written (`app.decisions.reductions`).
    None: the notice is about something else.
    """
    document_id: Mapped[UUID | None] = mapped_column(ForeignKey("issued_document.id"), unique=True)
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    issued_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    issued_at: Mapped[datetime | None]
    row_version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": row_version}  # noqa: RUF012 (SQLAlchemy's own form)


class NoticeStep(Base):
    """The letter was sent, or is known to have arrived; of each, the newest counts."""

    __tablename__ = "reduction_notice_step"
    __table_args__ = (
        UniqueConstraint("notice_id", "number"),
        CheckConstraint("move <> 'sent' OR way IS NOT NULL", name="sent_somehow"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("reduction_notice.id"))
    number: Mapped[int]
    move: Mapped[NoticeMove]
    way: Mapped[SendingWay | None]
    day: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class NoticeReply(Base):
    """What the participant said to a notice, as she said it."""

    __tablename__ = "reduction_notice_reply"
    __table_args__ = (
        UniqueConstraint("notice_id", "number"),
        CheckConstraint("words <> ''", name="words"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("reduction_notice.id"))
    number: Mapped[int]
    way: Mapped[ReplyWay]
    told_on: Mapped[date]
    language: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class NoticeClosing(Base):
    """The municipality reduces nothing after all."""

    __tablename__ = "reduction_notice_closing"
    __table_args__ = (CheckConstraint("reason <> ''", name="reason"),)

    notice_id: Mapped[UUID] = mapped_column(ForeignKey("reduction_notice.id"), primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    closed_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    closed_at: Mapped[datetime]


class DecidedReduction(Base):
    """What a decision takes from one payment. A draft that is thrown away takes its row along."""

    __tablename__ = "decided_reduction"
    __table_args__ = (Index(None, "participant_id", "first_day"),)

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id", ondelete="CASCADE"), primary_key=True
    )
    notice_id: Mapped[UUID] = mapped_column(ForeignKey("reduction_notice.id"), unique=True)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    first_day: Mapped[date]
    last_day: Mapped[date]
    amount_ore: Mapped[int]
    reduction: Mapped[dict[str, Any]]
    """Amounts and days of the payment when the decision was begun."""


class NoticeTouched(Exception):
    """A programming error: something tried to change what was issued, sent or said."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise NoticeTouched(type(row).__name__)


def _refuse_when_issued(
    _mapper: Mapper[Any], _connection: Connection, notice: AdvanceNotice
) -> None:
    before = inspect(notice).attrs.state.history.deleted or [notice.state]
    if before[0] is not NoticeState.DRAFT:
        raise NoticeTouched(str(notice.id))


for _moment in ("before_update", "before_delete"):
    event.listen(AdvanceNotice, _moment, _refuse_when_issued)
    for _model in (NoticeStep, NoticeReply, NoticeClosing):
        event.listen(_model, _moment, _refuse)
event.listen(DecidedReduction, "before_update", _refuse)
