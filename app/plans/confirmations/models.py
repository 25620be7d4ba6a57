"""Links that confirm lines of a plan, and what was answered. An answer is never changed."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from app.core.ids import new_id
from app.persistence.base import Base
from app.plans.confirmations.kinds import Verdict

_IS_PERIOD = (
    "(first_day IS NULL AND last_day IS NULL)"
    " OR (first_day IS NOT NULL AND last_day IS NOT NULL AND last_day >= first_day)"
)
_HAS_CHANGES = (
    "(verdict = 'with_changes' AND (first_day IS NOT NULL OR minutes_per_week IS NOT NULL))"
    " OR (verdict <> 'with_changes' AND first_day IS NULL AND minutes_per_week IS NULL)"
)


class PlanConfirmation(Base):
    """One link: who is asked, about which lines, and until when."""

    __tablename__ = "plan_confirmation"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"), index=True)
    plan_id: Mapped[UUID] = mapped_column(ForeignKey("integration_plan.id"), index=True)
    """The fixed version that the lines belong to."""
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    """SHA-256 of the secret in the address: a copy of the database opens no link."""
    organisation: Mapped[str] = mapped_column(String(200))
    person: Mapped[str] = mapped_column(String(200))
    """Whom the caseworker asks there."""
    email: Mapped[str] = mapped_column(String(200), default="")
    """Only a note of where she sends the address; the portal sends nothing."""
    shows_name: Mapped[bool] = mapped_column(default=False)
    """The receiver sees the participant's name; otherwise only initials."""
    expires_at: Mapped[datetime]
    created_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    created_at: Mapped[datetime]
    revoked_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    revoked_at: Mapped[datetime | None]

    lines: Mapped[list["PlanConfirmationLine"]] = relationship(
        lazy="raise", order_by="PlanConfirmationLine.position"
    )
    reply: Mapped["PlanConfirmationReply | None"] = relationship(lazy="raise", uselist=False)


class PlanConfirmationLine(Base):
    """A line of the plan that the link asks about."""

    __tablename__ = "plan_confirmation_line"

    confirmation_id: Mapped[UUID] = mapped_column(
        ForeignKey("plan_confirmation.id"), primary_key=True
    )
    element_id: Mapped[UUID] = mapped_column(
        ForeignKey("plan_element.id"), primary_key=True, index=True
    )
    position: Mapped[int]


class PlanConfirmationReply(Base):
    """The one answer that a link takes, with who gave it."""

    __tablename__ = "plan_confirmation_reply"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    confirmation_id: Mapped[UUID] = mapped_column(ForeignKey("plan_confirmation.id"), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    role: Mapped[str] = mapped_column(String(200))
    replied_at: Mapped[datetime]

    verdicts: Mapped[list["PlanConfirmationVerdict"]] = relationship(lazy="raise")


class PlanConfirmationVerdict(Base):
    """What the answer says of one line."""

    __tablename__ = "plan_confirmation_verdict"
    __table_args__ = (
        CheckConstraint(_IS_PERIOD, name="is_period"),
        CheckConstraint(_HAS_CHANGES, name="has_changes"),
        CheckConstraint("verdict <> 'refused' OR note <> ''", name="has_reason"),
    )

    reply_id: Mapped[UUID] = mapped_column(
        ForeignKey("plan_confirmation_reply.id"), primary_key=True
    )
    element_id: Mapped[UUID] = mapped_column(
        ForeignKey("plan_element.id"), primary_key=True, index=True
    )
    verdict: Mapped[Verdict]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    minutes_per_week: Mapped[int | None]
    note: Mapped[str] = mapped_column(Text, default="")


class ReplyTouched(Exception):
    """A programming error: something tried to change what somebody answered."""


def _refuse(
    _mapper: Mapper[Any],
    _connection: Connection,
    row: PlanConfirmationReply | PlanConfirmationVerdict,
) -> None:
    raise ReplyTouched(row.__tablename__)


for _model in (PlanConfirmationReply, PlanConfirmationVerdict):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
