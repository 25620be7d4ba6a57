"""The form of the stamp: the talk, the interpreter or why none, and answers in own words."""

from typing import Any

from app.declarations.explanations.commands import ExplainDocument, TeachBack
from app.declarations.explanations.teach_back import QUESTIONS
from app.enrolment.interpreting.forms import TalkForm
from app.web.forms import text_field

ANSWER = "answer_"


class ExplanationForm(TalkForm):
    """How the paper was explained."""

    answer_about: Any = text_field(QUESTIONS["about"], most=1000, area=True)
    answer_own_part: Any = text_field(QUESTIONS["own_part"], most=1000, area=True)
    answer_if_not: Any = text_field(QUESTIONS["if_not"], most=1000, area=True)

    def to_explanation(self) -> ExplainDocument:
        """Return what was filled in."""
        told = self.to_interpreting()
        return ExplainDocument(
            explained_on=self.explained_on.data,
            language=self.language.data,
            interpreter=told.interpreter,
            no_interpreter_reason=told.no_interpreter_reason,
            note=told.note,
            teach_back=tuple(
                TeachBack(question, self[ANSWER + question].data)
                for question in QUESTIONS
                if self[ANSWER + question].data
            ),
        )


EXPLANATION_FIELDS = (
    "explained_on",
    "language",
    "interpreter_use",
    "interpreter_name",
    "register_id",
    "category",
    "exemption",
    "mode",
    "kinship",
    "is_adult",
    "no_interpreter_reason",
    "note",
    *(ANSWER + question for question in QUESTIONS),
)
