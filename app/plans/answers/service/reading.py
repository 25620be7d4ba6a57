"""What people have said of the versions of one plan, all at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.queries import user_names
from app.core.actor import MunicipalityScope
from app.plans.answers.models import PlanApproval
from app.plans.answers.queries import Answered, find_last_answer, list_answers, list_approvals
from app.plans.reading import PlanCase
from app.plans.versions.models import PlanChangeKind
from app.plans.versions.queries import list_change_kinds


@dataclass(frozen=True, slots=True)
class Said:
    """Judgements, approvals and answers about one participant's plan."""

    case: PlanCase
    judged: Mapping[UUID, PlanChangeKind]
    """By the version's id."""
    approvals: Mapping[UUID, PlanApproval]
    """By the version's id."""
    answers: tuple[Answered, ...]
    """Newest first."""
    names: Mapping[UUID, str]
    """Of the municipality's users."""

    @property
    def last(self) -> Answered | None:
        """The answer that counts about the plan that holds."""
        current = self.case.current
        return find_last_answer(self.answers, current.version) if current else None


def read_said(session: Session, scope: MunicipalityScope, case: PlanCase) -> Said:
    """Return what was said; always the same number of queries."""
    who = case.participant.id
    return Said(
        case=case,
        judged=list_change_kinds(session, scope, who),
        approvals=list_approvals(session, scope, who),
        answers=tuple(list_answers(session, scope, who)),
        names=user_names(session, scope),
    )


def read_answers(session: Session, scope: MunicipalityScope, case: PlanCase) -> Said:
    """Return only what the participant may see of it: answers and what was decided."""
    return Said(
        case=case,
        judged={},
        approvals={},
        answers=tuple(list_answers(session, scope, case.participant.id)),
        names=user_names(session, scope),
    )
