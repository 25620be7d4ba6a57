"""What a caseworker registers about the talk in which a paper was explained."""

from dataclasses import dataclass
from datetime import date

from app.enrolment.interpreting.commands import Interpreter, Interpreting
from app.enrolment.interpreting.kinds import InterpreterUse, NoInterpreterReason


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
    def interpreting(self) -> Interpreting:
        """Who carried the words over, and how."""
        return Interpreting(self.interpreter, self.no_interpreter_reason, self.note)

    @property
    def use(self) -> InterpreterUse:
        """Who carried the words over."""
        return self.interpreting.use
