"""What the plan page tells of proposals that wait, and of lines that others have answered about."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.plans.confirmations.presenters import VerdictView, answer_view
from app.plans.confirmations.queries import newest_answers
from app.plans.proposals.queries import count_waiting
from app.plans.reading import PlanCase


@dataclass(frozen=True, slots=True)
class PlanVoices:
    """What the participant and others say of the plan that holds."""

    waiting: int
    """How many proposals wait for an answer."""
    answers: Mapping[str, VerdictView]
    """What was last answered about a line, by the line's id."""


def read_voices(session: Session, scope: MunicipalityScope, case: PlanCase) -> PlanVoices:
    """Return what is said of the plan, in a fixed number of queries."""
    lines = [line.id for line in case.current.elements] if case.current else []
    answers = newest_answers(session, scope, lines)
    return PlanVoices(
        waiting=count_waiting(session, scope, case.participant.id),
        answers={str(line): answer_view(answer) for line, answer in answers.items()},
    )
