"""Complaints with what was done with them: rows that follow each other and never change."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.accounts.models import LanguageForm
from app.core.ids import new_id
from app.decisions.complaints.kinds import (
    AnswerKind,
    AnswerMove,
    ComplaintWay,
    Excuse,
    GovernorOutcome,
)
from app.decisions.states import SendingWay
from app.persistence.base import Base


class Complaint(Base):
    """Klage over et enkeltvedtak (forvaltningsloven § 28), as it came."""

    __tablename__ = "complaint"
    __table_args__ = (
        UniqueConstraint("decision_id", "number"),
        Index(None, "municipality_id", "participant_id"),
        CheckConstraint("words <> ''", name="words"),
        CheckConstraint("handed_in_on <= received_on", name="order"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    municipality_id: Mapped[UUID] = mapped_column(ForeignKey("municipality.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    decision_id: Mapped[UUID] = mapped_column(ForeignKey("administrative_decision.id"))
    number: Mapped[int]
    """1 for the first complaint about the decision, and so on."""
    way: Mapped[ComplaintWay]
    handed_in_on: Mapped[date]
    """Given to the post or to the municipality: this day decides (§ 30)."""
    received_on: Mapped[date]
    language: Mapped[str] = mapped_column(String(10))
    words: Mapped[str] = mapped_column(Text)
    asks_postponement: Mapped[bool]
    """The participant asks that the decision waits (§ 42)."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class ComplaintCheck(Base):
    """Form and time, as somebody judged them; the newest counts."""

    __tablename__ = "complaint_check"
    __table_args__ = (
        UniqueConstraint("complaint_id", "number"),
        CheckConstraint("excuse = 'none' OR reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaint.id"))
    number: Mapped[int]
    is_by_party: Mapped[bool]
    """From the participant, or somebody who acts for her (§ 28)."""
    is_signed: Mapped[bool]
    names_decision: Mapped[bool]
    names_change: Mapped[bool]
    mend_by: Mapped[date | None]
    """The last day to mend what is missing; None: nothing is, or nobody asked for it."""
    excuse: Mapped[Excuse]
    reason: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]

    @property
    def is_whole(self) -> bool:
        """Whether the form is as § 32 wants it."""
        return self.is_by_party and self.is_signed and self.names_decision and self.names_change


class ComplaintSuspension(Base):
    """Whether the decision waits until the complaint is decided (§ 42); the newest counts."""

    __tablename__ = "complaint_suspension"
    __table_args__ = (
        UniqueConstraint("complaint_id", "number"),
        CheckConstraint("reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaint.id"))
    number: Mapped[int]
    is_suspended: Mapped[bool]
    reason: Mapped[str] = mapped_column(Text)
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class ComplaintAnswer(Base):
    """What the municipality did with the complaint, with its letter."""

    __tablename__ = "complaint_answer"
    __table_args__ = (
        CheckConstraint("reasons <> ''", name="reasons"),
        CheckConstraint("amount_ore IS NULL OR kind = 'changed'", name="amount"),
    )

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    kind: Mapped[AnswerKind]
    amount_ore: Mapped[int | None]
    """What a changed decision on a reduction takes now."""
    reasons: Mapped[str] = mapped_column(Text)
    form: Mapped[LanguageForm]
    summary_language: Mapped[str] = mapped_column(String(10), default="")
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), unique=True)
    answered_on: Mapped[date]
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]


class ComplaintAnswerStep(Base):
    """The answer was sent, or is known to have arrived; of each, the newest counts."""

    __tablename__ = "complaint_answer_step"
    __table_args__ = (
        UniqueConstraint("complaint_id", "number"),
        CheckConstraint("move <> 'sent' OR way IS NOT NULL", name="sent_somehow"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaint_answer.complaint_id"))
    number: Mapped[int]
    move: Mapped[AnswerMove]
    way: Mapped[SendingWay | None]
    day: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class ComplaintOutcome(Base):
    """What the county governor decided."""

    __tablename__ = "complaint_outcome"
    __table_args__ = (
        CheckConstraint("amount_ore IS NULL OR outcome = 'changed'", name="amount"),
        CheckConstraint("decided_on <= received_on", name="order"),
    )

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey("complaint.id"), primary_key=True)
    outcome: Mapped[GovernorOutcome]
    amount_ore: Mapped[int | None]
    """What a changed decision on a reduction takes now."""
    decided_on: Mapped[date]
    received_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]


class SocialAssistanceTalk(Base):
    """Somebody told the participant of social assistance after a reduction was decided."""

    __tablename__ = "social_assistance_talk"

    decision_id: Mapped[UUID] = mapped_column(
        ForeignKey("administrative_decision.id"), primary_key=True
    )
    told_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    told_at: Mapped[datetime]


class ComplaintTouched(Exception):
    """A programming error: something tried to change what was received, judged or answered."""


def _refuse(_mapper: Mapper[Any], _connection: Connection, row: Any) -> None:
    raise ComplaintTouched(type(row).__name__)


for _model in (
    Complaint,
    ComplaintCheck,
    ComplaintSuspension,
    ComplaintAnswer,
    ComplaintAnswerStep,
    ComplaintOutcome,
    SocialAssistanceTalk,
):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
