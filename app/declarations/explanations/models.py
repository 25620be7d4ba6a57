"""The stamp "explained": a paper is explained when there is a row, and in no other way."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.enrolment.interpreting.kinds import InterpreterUse
from app.enrolment.interpreting.models import (
    EXEMPTED,
    INTERPRETED,
    NOT_INTERPRETED,
    QUALIFIED,
    InterpreterColumns,
)
from app.persistence.base import Base


class DocumentExplanation(InterpreterColumns, Base):
    """One talk in which a paper was explained. Never changed: another talk is another row.

    The database itself refuses a row without the stamp, by whatever way it comes.
    """

    __tablename__ = "document_explanation"
    __table_args__ = (
        CheckConstraint("language <> ''", name="language"),
        CheckConstraint(INTERPRETED, name="interpreted"),
        CheckConstraint(NOT_INTERPRETED, name="not_interpreted"),
        CheckConstraint(QUALIFIED, name="qualified"),
        CheckConstraint(EXEMPTED, name="exempted"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), index=True)
    explained_on: Mapped[date]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language that it was explained in."""
    interpreter_use: Mapped[InterpreterUse]
    teach_back: Mapped[list[dict[str, Any]]]
    """`{"question", "answer"}` for each question that was answered; may be empty."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
