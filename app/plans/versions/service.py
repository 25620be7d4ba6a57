"""Judging whether a draft is a small or an essential change, and looking at two versions."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.plans.changes import record, require_version
from app.plans.models import IntegrationPlan
from app.plans.numbering import add_next
from app.plans.reading import PlanCase, get_case
from app.plans.versions.commands import JudgeChange
from app.plans.versions.difference import PlanDifference, compare
from app.plans.versions.errors import CannotJudgeChange, JudgementRefusal
from app.plans.versions.facts import change_facts, content_of
from app.plans.versions.models import PlanChangeKind
from app.rules.plan import ChangeAssessment, assess_change


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a plan, and what differs."""

    case: PlanCase
    before: IntegrationPlan
    after: IntegrationPlan

    @property
    def difference(self) -> PlanDifference:
        """What differs between them."""
        return compare(content_of(self.before), content_of(self.after))

    @property
    def assessment(self) -> ChangeAssessment:
        """What points to an essential change between them."""
        return assess_change(change_facts(self.before), change_facts(self.after))


def open_versions(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, before: int, after: int
) -> Compared:
    """Return two versions of the plan, and record the look.

    Raises:
        NotFound: one of them does not exist, or lies outside the municipality.
    """
    case = get_case(session, actor.scope, participant_id)
    by_number = {plan.version: plan for plan in case.versions}
    if before not in by_number or after not in by_number:
        raise NotFound
    compared = Compared(case, by_number[before], by_number[after])
    _note_look(session, clock, actor, compared)
    return compared


def open_change(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Compared:
    """Return the draft beside the plan that holds, and record the look.

    Raises:
        NotFound: there are not both, or they lie outside the municipality.
    """
    compared = find_change(get_case(session, actor.scope, participant_id))
    if compared is None:
        raise NotFound
    _note_look(session, clock, actor, compared)
    return compared


def find_change(case: PlanCase) -> Compared | None:
    """Return the draft beside the plan that holds, or None where there are not both."""
    if case.draft is None or case.current is None:
        return None
    return Compared(case, case.current, case.draft)


def find_last_change(case: PlanCase) -> Compared | None:
    """Return the plan that holds beside the fixed one before it, or None where it is the first."""
    if case.current is None:
        return None
    earlier = [plan for plan in case.versions if plan.version < case.current.version]
    return Compared(case, earlier[0], case.current) if earlier else None


def judge_change(
    session: Session, clock: Clock, actor: Actor, command: JudgeChange
) -> PlanChangeKind:
    """Decide whether the draft is a small or an essential change; what was said before stays.

    Raises:
        CannotJudgeChange: there is no change to judge, or no reason.
        PlanChanged: somebody saved the draft since.
    """
    compared = find_change(get_case(session, actor.scope, command.participant_id))
    if compared is None:
        raise CannotJudgeChange(JudgementRefusal.NO_CHANGE_YET)
    draft = compared.after
    require_version(session, actor, draft, command.row_version)
    if not command.reason:
        raise CannotJudgeChange(JudgementRefusal.NO_REASON)
    proposed = compared.assessment.proposed
    judged = add_next(
        session,
        draft.id,
        (PlanChangeKind.plan_id, PlanChangeKind.number),
        lambda number: PlanChangeKind(
            id=new_id(),
            plan_id=draft.id,
            number=number,
            plan_row_version=draft.row_version,
            kind=command.kind,
            proposed=proposed,
            reason=command.reason,
            decided_by=actor.user_id,
            decided_at=clock(),
        ),
    )
    details: dict[str, object] = {"kind": command.kind.value, "proposed": proposed.value}
    record(session, clock, actor, Action.PLAN_CHANGE_JUDGED, draft, details)
    return judged


def _note_look(session: Session, clock: Clock, actor: Actor, compared: Compared) -> None:
    versions: dict[str, object] = {"compared_with": compared.before.version}
    record(session, clock, actor, Action.PLAN_VIEWED, compared.after, versions)
