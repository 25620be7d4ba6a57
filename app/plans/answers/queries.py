"""Approvals, answers and disagreements: of one participant, and those that wait."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope
from app.core.clock import OSLO
from app.enrolment.models import Participant
from app.plans.answers.kinds import AnswerKind, WaitingFor
from app.plans.answers.models import DisagreementDecision, PlanAnswer, PlanApproval
from app.plans.models import IntegrationPlan, PlanStatus, Programme

ANSWER_WITHIN = timedelta(days=14)
"""How long a fixed plan may be without an answer before somebody asks. The law sets no day."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer, the version that it is about, and what the municipality decided."""

    answer: PlanAnswer
    version: int
    decision: DisagreementDecision | None

    @property
    def is_undecided(self) -> bool:
        """Whether she does not agree and nobody has decided."""
        return self.answer.kind is AnswerKind.DISAGREES and self.decision is None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something about a plan that waits for somebody."""

    what: WaitingFor
    participant_id: UUID
    since: datetime


def find_approval(session: Session, scope: MunicipalityScope, plan_id: UUID) -> PlanApproval | None:
    """Return the last time that this version was sent to a leader, or None."""
    return session.scalar(
        select(PlanApproval)
        .join(IntegrationPlan, IntegrationPlan.id == PlanApproval.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(PlanApproval.plan_id == plan_id)
        .order_by(PlanApproval.number.desc())
        .limit(1)
    )


def list_approvals(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> dict[UUID, PlanApproval]:
    """Return the last time that each version was sent to a leader, by the version's id."""
    rows = session.scalars(
        select(PlanApproval)
        .join(IntegrationPlan, IntegrationPlan.id == PlanApproval.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .order_by(PlanApproval.number)
    )
    return {row.plan_id: row for row in rows}


def list_writers(
    session: Session, scope: MunicipalityScope, plan: IntegrationPlan
) -> frozenset[UUID]:
    """Return who has written in a version of the plan. Needs its elements."""
    written = select(AuditEvent.actor_id).where(
        AuditEvent.municipality_id == scope.municipality_id,
        AuditEvent.participant_id == plan.participant_id,
        AuditEvent.action.in_((Action.PLAN_CREATED, Action.PLAN_CHANGED)),
        AuditEvent.subject_id.in_((plan.id, *(element.id for element in plan.elements))),
    )
    return frozenset(who for who in session.scalars(written.distinct()) if who is not None)


def list_answers(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Answered]:
    """Return everything that the participant has answered, newest first."""
    rows = session.execute(
        select(PlanAnswer, IntegrationPlan.version, DisagreementDecision)
        .join(IntegrationPlan, IntegrationPlan.id == PlanAnswer.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .outerjoin(DisagreementDecision, DisagreementDecision.answer_id == PlanAnswer.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .order_by(IntegrationPlan.version.desc(), PlanAnswer.number.desc())
    )
    return [Answered(*row) for row in rows]


def find_last_answer(answers: Sequence[Answered], version: int) -> Answered | None:
    """Return the newest answer to a version that says yes or no; without one, the receipt."""
    about = [each for each in answers if each.version == version]
    said = [each for each in about if each.answer.kind is not AnswerKind.READ]
    return next(iter(said or about), None)


def list_waiting_approvals(session: Session, scope: MunicipalityScope) -> list[Waiting]:
    """Return whose drafts wait for a leader, as they were sent; the oldest first."""
    waiting = (
        select(IntegrationPlan.participant_id, PlanApproval.asked_at)
        .join(IntegrationPlan, IntegrationPlan.id == PlanApproval.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.DRAFT, PlanApproval.outcome.is_(None))
        .where(PlanApproval.plan_row_version == IntegrationPlan.row_version)
        .order_by(PlanApproval.asked_at, IntegrationPlan.participant_id)
    )
    return [Waiting(WaitingFor.APPROVAL, *row) for row in session.execute(waiting)]


def list_unanswered_plans(
    session: Session, scope: MunicipalityScope, now: datetime
) -> list[Waiting]:
    """Return whose plans have waited too long for yes or no, the oldest first.

    Only of programmes that still run.
    """
    said = select(PlanAnswer.id).where(
        PlanAnswer.plan_id == IntegrationPlan.id, PlanAnswer.kind != AnswerKind.READ
    )
    waiting = (
        _fixed(scope)
        .where(IntegrationPlan.fixed_at <= now - ANSWER_WITHIN, ~said.exists())
        .where(Programme.ends_on >= now.astimezone(OSLO).date())
        .order_by(IntegrationPlan.fixed_at, IntegrationPlan.participant_id)
    )
    rows = session.execute(waiting)
    return [Waiting(WaitingFor.ANSWER, who, at) for who, at in rows if at is not None]


def list_undecided_disagreements(session: Session, scope: MunicipalityScope) -> list[Waiting]:
    """Return who does not agree with the plan that holds, undecided; the oldest first."""
    newer = aliased(PlanAnswer)
    newest = (
        select(func.max(newer.number))
        .where(newer.plan_id == IntegrationPlan.id, newer.kind != AnswerKind.READ)
        .scalar_subquery()
    )
    decided = select(DisagreementDecision.id).where(DisagreementDecision.answer_id == PlanAnswer.id)
    waiting = (
        select(IntegrationPlan.participant_id, PlanAnswer.registered_at)
        .join(IntegrationPlan, IntegrationPlan.id == PlanAnswer.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED)
        .where(PlanAnswer.kind == AnswerKind.DISAGREES, PlanAnswer.number == newest)
        .where(~decided.exists())
        .order_by(PlanAnswer.registered_at, IntegrationPlan.participant_id)
    )
    return [Waiting(WaitingFor.DISAGREEMENT, *row) for row in session.execute(waiting)]


def list_waiting(session: Session, scope: MunicipalityScope, now: datetime) -> list[Waiting]:
    """Return everything about plans that waits for a leader, a participant or a decision."""
    return [
        *list_waiting_approvals(session, scope),
        *list_unanswered_plans(session, scope, now),
        *list_undecided_disagreements(session, scope),
    ]


def _fixed(scope: MunicipalityScope) -> Select[UUID, datetime | None]:
    return (
        select(IntegrationPlan.participant_id, IntegrationPlan.fixed_at)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED)
    )
