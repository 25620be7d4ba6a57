"""What a caseworker registers about the talk in which a paper was explained."""

from dataclasses import dataclass
from datetime import date

from app.declarations.explanations.kinds import (
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
class TeachBack:
    """What the person answered to one of the questions, in her own words."""

    question: str
    """Id of the question (`teach_back.QUESTIONS`)."""
    answer: str


@dataclass(frozen=True, slots=True)
class ExplainDocument:
    """A paper was gone through with the participant."""

    explained_on: date
    language: str
    """BCP 47 code of the language that it was explained in."""
    interpreter: Interpreter | None
    no_interpreter_reason: NoInterpreterReason | None = None
    """Needed without an interpreter."""
    note: str = ""
    """Needed for a relative, a strong reason, and when an interpreter was declined."""
    teach_back: tuple[TeachBack, ...] = ()

    @property
    def use(self) -> InterpreterUse:
        """Who carried the words over."""
        if self.interpreter is None:
            return InterpreterUse.NONE
        if self.interpreter.category is None:
            return InterpreterUse.UNREGISTERED
        return InterpreterUse.REGISTERED
