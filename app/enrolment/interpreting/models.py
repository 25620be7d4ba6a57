"""The columns that tell of the interpreter of a talk, for every table that keeps one."""

from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.enrolment.interpreting.commands import Interpreting
from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)

INTERPRETED = (
    "interpreter_use = 'none' OR (mode IS NOT NULL AND kinship IS NOT NULL"
    " AND kinship IN ('none', 'relative') AND is_adult"
    " AND (interpreter_name <> '' OR register_id <> ''))"
)
NOT_INTERPRETED = "interpreter_use <> 'none' OR no_interpreter_reason IS NOT NULL"
QUALIFIED = "interpreter_use <> 'registered' OR category IS NOT NULL"
EXEMPTED = "interpreter_use <> 'unregistered' OR exemption IS NOT NULL"


class InterpreterColumns:
    """Who interpreted, or why nobody did. Each table says itself if `interpreter_use` is needed."""

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


def columns_of(told: Interpreting) -> dict[str, Any]:
    """Return `InterpreterColumns` and `interpreter_use` of what was told; the others stay empty."""
    columns: dict[str, Any] = {"interpreter_use": told.use, "note": told.note}
    interpreter = told.interpreter
    if interpreter is None:
        return {**columns, "no_interpreter_reason": told.no_interpreter_reason}
    return {
        **columns,
        "interpreter_name": interpreter.name,
        "register_id": interpreter.register_id,
        "category": interpreter.category,
        "exemption": interpreter.exemption if interpreter.category is None else None,
        "mode": interpreter.mode,
        "kinship": interpreter.kinship,
        "is_adult": interpreter.is_adult,
    }
