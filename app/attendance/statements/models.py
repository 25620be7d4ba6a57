"""Statements and their answers. Neither is ever changed: the one stands beside the other."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Connection, ForeignKey, Index, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from app.attendance.statements.kinds import Answer, AwayGround, StatementKind
from app.core.ids import new_id
from app.persistence.base import Base


class AbsenceStatement(Base):
    """What a participant said of her own absence: for illness, the self-certification itself."""

    __tablename__ = "absence_statement"
    __table_args__ = (
        Index(None, "participant_id", "first_day"),
        CheckConstraint("last_day >= first_day", name="days_in_order"),
        CheckConstraint("(kind = 'child_illness') = (child_id IS NOT NULL)", name="which_child"),
        CheckConstraint("(kind = 'away') = (ground IS NOT NULL)", name="why_away"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participant.id"))
    kind: Mapped[StatementKind]
    first_day: Mapped[date]
    last_day: Mapped[date]
    child_id: Mapped[UUID | None] = mapped_column(ForeignKey("child.id"))
    ground: Mapped[AwayGround | None]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the words that she read and confirmed."""
    shown: Mapped[str] = mapped_column(Text)
    """What the page told her that it means, and what she confirmed, word for word."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None] = mapped_column(ForeignKey("user.id"))
    """None: on a shared tablet, with her code."""


class AbsenceStatementAnswer(Base):
    """What became of a statement."""

    __tablename__ = "absence_statement_answer"
    __table_args__ = (
        CheckConstraint(
            "answer = 'decided' OR (answer IN ('rejected', 'withdrawn')) = (absence_id IS NULL)",
            name="absence",
        ),
        CheckConstraint("answer <> 'rejected' OR reason <> ''", name="reason"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    statement_id: Mapped[UUID] = mapped_column(ForeignKey("absence_statement.id"), unique=True)
    answer: Mapped[Answer]
    absence_id: Mapped[UUID | None] = mapped_column(ForeignKey("absence.id"), index=True)
    """What was registered."""
    reason: Mapped[str] = mapped_column(Text, default="")
    """Why it was not accepted, in Norwegian."""
    answered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    answered_at: Mapped[datetime]


class StatementTouched(Exception):
    """A programming error: something tried to change what was said."""


def _refuse(
    _mapper: Mapper[Any],
    _connection: Connection,
    row: AbsenceStatement | AbsenceStatementAnswer,
) -> None:
    raise StatementTouched(row.__tablename__)


for _model in (AbsenceStatement, AbsenceStatementAnswer):
    for _moment in ("before_update", "before_delete"):
        event.listen(_model, _moment, _refuse)
