"""How a paper was explained, for tests that need the stamp and do not care which."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.declarations.explanations.commands import ExplainDocument
from app.enrolment.interpreting.commands import Interpreter
from app.enrolment.interpreting.kinds import (
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)

REGISTERED = Interpreter(
    name="Tolk Tolkesen",
    register_id="10400",
    mode=InterpretingMode.SCREEN,
    kinship=Kinship.NONE,
    is_adult=True,
    category=QualificationCategory.C,
)


def interpreted(
    *, on: date = date(2026, 11, 20), language: str = "ar", **changes: Any
) -> ExplainDocument:
    """Return a talk with an interpreter of the register; `changes` are to the interpreter."""
    return ExplainDocument(on, language, replace(REGISTERED, **changes))


def without_interpreter(
    *,
    on: date = date(2026, 11, 20),
    reason: NoInterpreterReason | None = NoInterpreterReason.SPEAKS_NORWEGIAN,
    note: str = "",
) -> ExplainDocument:
    """Return a talk in Norwegian."""
    return ExplainDocument(on, "nb", None, no_interpreter_reason=reason, note=note)


def explanation_fields(**changes: str) -> dict[str, str]:
    """Return the form of the stamp, filled in as in `interpreted`; `y` ticks a box."""
    plain = {
        "explained_on": "2026-11-20",
        "language": "ar",
        "interpreter_use": "registered",
        "interpreter_name": "Tolk Tolkesen",
        "register_id": "10400",
        "category": "C",
        "mode": "screen",
        "kinship": "none",
        "is_adult": "y",
    }
    return {**plain, **changes}
