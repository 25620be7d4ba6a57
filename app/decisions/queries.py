"""Finding decisions with what became of them: of one participant, and those that wait."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, exists, func, select
from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope, Role
from app.core.errors import NotFound
from app.decisions.models import (
    AdministrativeDecision,
    DecisionApproval,
    DecisionArrival,
    DecisionSending,
)
from app.decisions.states import DecisionState
from app.enrolment.models import Participant
from app.papers.models import DocumentStatus, IssuedDocument
from app.plans.models import IntegrationPlan, PlanStatus, Programme
from app.plans.versions.queries import list_essential_changes

Row = TypeVar("Row", DecisionApproval, DecisionSending, DecisionArrival)

LONGEST_APPEAL = timedelta(days=42)
"""More than any time limit for an appeal, with the holidays that move its end."""


@dataclass(frozen=True, slots=True)
class LetterPaper:
    """The letter of an issued decision, without its bytes."""

    document_id: UUID
    code: str
    status: DocumentStatus


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """A decision and what became of it; of each kind of row the newest."""

    decision: AdministrativeDecision
    version: int | None
    """Of the plan that is decided."""
    letter: LetterPaper | None
    approval: DecisionApproval | None
    sendings: tuple[DecisionSending, ...]
    """Newest first."""
    arrival: DecisionArrival | None

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.decision.state is DecisionState.DRAFT


@dataclass(frozen=True, slots=True)
class PlanToDecide:
    """The plan that holds for a participant, and what is known of its versions."""

    participant_id: UUID
    plan: IntegrationPlan
    decided: tuple[int, ...]
    """Versions that were decided."""
    essential: tuple[int, ...]
    """Versions that somebody judged to be essential changes."""


def list_files(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[DecisionFile]:
    """Return the participant's decisions, newest first, in a few queries however many they are."""
    of_her = _decisions(scope).where(AdministrativeDecision.participant_id == participant_id)
    newest_first = of_her.order_by(
        AdministrativeDecision.created_at.desc(), AdministrativeDecision.id
    )
    return _files(session, list(session.scalars(newest_first)))


def get_file(
    session: Session, scope: MunicipalityScope, participant_id: UUID, decision_id: UUID
) -> DecisionFile:
    """Return one of the participant's decisions.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for file in list_files(session, scope, participant_id):
        if file.decision.id == decision_id:
            return file
    raise NotFound


def list_open_files(session: Session, scope: MunicipalityScope, on: date) -> list[DecisionFile]:
    """Return what is not over, oldest first: drafts, and decisions that may still be appealed.

    Some time limits may be over on the day: they are reckoned from the rows, not by the database.
    """
    arrived = exists().where(DecisionArrival.decision_id == AdministrativeDecision.id)
    lately = arrived.where(DecisionArrival.arrived_on >= on - LONGEST_APPEAL)
    in_order = (
        _decisions(scope)
        .where(~arrived | lately)
        .order_by(AdministrativeDecision.created_at, AdministrativeDecision.id)
    )
    return _files(session, list(session.scalars(in_order)))


def list_plans_to_decide(
    session: Session, scope: MunicipalityScope, on: date
) -> list[PlanToDecide]:
    """Return the plans that hold for programmes that still run.

    With the versions that were decided and those that were judged essential changes.
    """
    plans = session.scalars(
        select(IntegrationPlan)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .where(
            IntegrationPlan.status == PlanStatus.FIXED,
            IntegrationPlan.participant_id.in_(_people(scope)),
            Programme.ends_on >= on,
        )
        .order_by(IntegrationPlan.fixed_at, IntegrationPlan.id)
    )
    decided: dict[UUID, list[int]] = {}
    for participant_id, version in session.execute(
        select(IntegrationPlan.participant_id, IntegrationPlan.version)
        .join(AdministrativeDecision, AdministrativeDecision.plan_id == IntegrationPlan.id)
        .where(
            AdministrativeDecision.municipality_id == scope.municipality_id,
            AdministrativeDecision.state == DecisionState.ISSUED,
        )
    ):
        decided.setdefault(participant_id, []).append(version)
    essential: dict[UUID, list[int]] = {}
    for change in list_essential_changes(session, scope):
        essential.setdefault(change.participant_id, []).append(change.version)
    return [
        PlanToDecide(
            plan.participant_id,
            plan,
            tuple(decided.get(plan.participant_id, ())),
            tuple(essential.get(plan.participant_id, ())),
        )
        for plan in plans
    ]


def list_writers(
    session: Session, scope: MunicipalityScope, decision: AdministrativeDecision
) -> frozenset[UUID]:
    """Return who has begun a decision, or written in it."""
    written = select(AuditEvent.actor_id).where(
        AuditEvent.municipality_id == scope.municipality_id,
        AuditEvent.participant_id == decision.participant_id,
        AuditEvent.action.in_((Action.DECISION_DRAFTED, Action.DECISION_CHANGED)),
        AuditEvent.subject_id == decision.id,
    )
    return frozenset(who for who in session.scalars(written.distinct()) if who is not None)


def find_own_download(
    session: Session, scope: MunicipalityScope, document_id: UUID
) -> datetime | None:
    """Return when the participant first took a copy of a letter on her own page, or None."""
    return session.scalar(
        select(func.min(AuditEvent.at)).where(
            AuditEvent.municipality_id == scope.municipality_id,
            AuditEvent.action == Action.DOCUMENT_DOWNLOADED,
            AuditEvent.actor_role == Role.PARTICIPANT,
            AuditEvent.subject_id == document_id,
        )
    )


def _decisions(scope: MunicipalityScope) -> Select[AdministrativeDecision]:
    return select(AdministrativeDecision).where(
        AdministrativeDecision.municipality_id == scope.municipality_id
    )


def _people(scope: MunicipalityScope) -> Select[UUID]:
    return select(Participant.id).where(Participant.municipality_id == scope.municipality_id)


def _files(session: Session, decisions: list[AdministrativeDecision]) -> list[DecisionFile]:
    if not decisions:
        return []
    ids = [decision.id for decision in decisions]
    approvals = _by_decision(session, DecisionApproval, ids)
    sendings = _by_decision(session, DecisionSending, ids)
    arrivals = _by_decision(session, DecisionArrival, ids)
    letters = _letters(session, (each.document_id for each in decisions if each.document_id))
    versions = _versions(session, (each.plan_id for each in decisions if each.plan_id))
    return [
        DecisionFile(
            decision,
            versions.get(decision.plan_id) if decision.plan_id else None,
            letters.get(decision.document_id) if decision.document_id else None,
            _newest(approvals.get(decision.id)),
            tuple(sendings.get(decision.id, ())),
            _newest(arrivals.get(decision.id)),
        )
        for decision in decisions
    ]


def _by_decision(session: Session, model: type[Row], ids: list[UUID]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = {}
    rows = select(model).where(model.decision_id.in_(ids)).order_by(model.number.desc())
    for row in session.scalars(rows):
        found.setdefault(row.decision_id, []).append(row)
    return found


def _newest(rows: list[Row] | None) -> Row | None:
    return rows[0] if rows else None


def _letters(session: Session, ids: Iterable[UUID]) -> dict[UUID, LetterPaper]:
    documents = select(IssuedDocument.id, IssuedDocument.code, IssuedDocument.status)
    found = session.execute(documents.where(IssuedDocument.id.in_(list(ids))))
    return {row.id: LetterPaper(row.id, row.code, row.status) for row in found}


def _versions(session: Session, ids: Iterable[UUID]) -> dict[UUID, int]:
    plans = select(IntegrationPlan.id, IntegrationPlan.version)
    return {
        row.id: row.version
        for row in session.execute(plans.where(IntegrationPlan.id.in_(list(ids))))
    }
