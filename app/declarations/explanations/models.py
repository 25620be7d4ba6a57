"""The stamp "explained": a paper is explained when there is a row, and in no other way."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.core.ids import new_id
from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpreterUse,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)
from app.persistence.base import Base

_INTERPRETED = (
    "interpreter_use = 'none' OR (mode IS NOT NULL AND kinship IS NOT NULL"
    " AND kinship IN ('none', 'relative') AND is_adult"
    " AND (interpreter_name <> '' OR register_id <> ''))"
)
_NOT_INTERPRETED = "interpreter_use <> 'none' OR no_interpreter_reason IS NOT NULL"
_QUALIFIED = "interpreter_use <> 'registered' OR category IS NOT NULL"
_EXEMPTED = "interpreter_use <> 'unregistered' OR exemption IS NOT NULL"


class DocumentExplanation(Base):
    """One talk in which a paper was explained. Never changed: another talk is another row.

    The database itself refuses a row without the stamp, by whatever way it comes.
    """

    __tablename__ = "document_explanation"
    __table_args__ = (
        CheckConstraint("language <> ''", name="language"),
        CheckConstraint(_INTERPRETED, name="interpreted"),
        CheckConstraint(_NOT_INTERPRETED, name="not_interpreted"),
        CheckConstraint(_QUALIFIED, name="qualified"),
        CheckConstraint(_EXEMPTED, name="exempted"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    document_id: Mapped[UUID] = mapped_column(ForeignKey("issued_document.id"), index=True)
    explained_on: Mapped[date]
    language: Mapped[str] = mapped_column(String(10))
    """BCP 47 code of the language that it was explained in."""
    interpreter_use: Mapped[InterpreterUse]
    interpreter_name: Mapped[str] = mapped_column(String(200), default="")
    register_id: Mapped[str] = mapped_column(String(40), default="")
    """The interpreter's number in Nasjonalt tolkeregister."""
    category: Mapped[QualificationCategory | None]
    exemption: Mapped[Exemption | None]
    mode: Mapped[InterpretingMode | None]
    kinship: Mapped[Kinship | None]
    is_adult: Mapped[bool] = mapped_column(default=False)
    """The caseworker confirmed that the interpreter is 18 or older; False without interpreter."""
    no_interpreter_reason: Mapped[NoInterpreterReason | None]
    note: Mapped[str] = mapped_column(Text, default="")
    """The reason in words, where the law asks for one."""
    teach_back: Mapped[list[dict[str, Any]]]
    """`{"question", "answer"}` for each question that was answered; may be empty."""
    registered_by: Mapped[UUID] = mapped_column(ForeignKey("user.id"))
    registered_at: Mapped[datetime]
