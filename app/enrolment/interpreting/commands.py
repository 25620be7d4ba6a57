"""What is told of the interpreter of a talk."""

from dataclasses import dataclass

from app.enrolment.interpreting.kinds import (
    Exemption,
    InterpreterUse,
    InterpretingMode,
    Kinship,
    NoInterpreterReason,
    QualificationCategory,
)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """Who interpreted, and how."""

    name: str
    register_id: str
    """In Nasjonalt tolkeregister. Name or number is needed."""
    mode: InterpretingMode
    kinship: Kinship
    is_adult: bool
    """The caseworker confirms that the interpreter is 18 or older (tolkeloven § 4)."""
    category: QualificationCategory | None = None
    """None: not in the register."""
    exemption: Exemption | None = None
    """Why an interpreter who is not in the register was used."""


@dataclass(frozen=True, slots=True)
class Interpreting:
    """An interpreter, or why there was none."""

    interpreter: Interpreter | None
    no_interpreter_reason: NoInterpreterReason | None = None
    """Needed without an interpreter."""
    note: str = ""
    """Needed for a relative, a strong reason, and when an interpreter was declined."""

    @property
    def use(self) -> InterpreterUse:
        """Who carried the words over."""
        if self.interpreter is None:
            return InterpreterUse.NONE
        if self.interpreter.category is None:
            return InterpreterUse.UNREGISTERED
        return InterpreterUse.REGISTERED
