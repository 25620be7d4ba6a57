"""Reading programmes, plans and their reviews."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, selectinload

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanReview, PlanStatus, Programme


@dataclass(frozen=True, slots=True)
class PlanDue:
    """A fixed plan that must be reviewed, with whose it is."""

    participant_id: UUID
    given_name: str
    family_name: str
    adviser_id: UUID | None
    plan_id: UUID
    due_on: date


@dataclass(frozen=True, slots=True)
class WithoutPlan:
    """A participant who has no fixed plan."""

    participant_id: UUID
    given_name: str
    family_name: str
    adviser_id: UUID | None
    settled_on: date
    has_draft: bool


def find_programme(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> Programme | None:
    """Return the participant's programme, or None while none is decided."""
    return session.scalar(_programmes(scope).where(Programme.participant_id == participant_id))


def list_programmes(session: Session, scope: MunicipalityScope, period: Period) -> list[Programme]:
    """Return the programmes whose fixed length touches the period, by start."""
    touching = _programmes(scope).where(
        Programme.starts_on <= period.last_day, Programme.ends_on >= period.first_day
    )
    return list(session.scalars(touching.order_by(Programme.starts_on, Programme.id)))


def find_current_plan(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> IntegrationPlan | None:
    """Return the fixed plan that holds now, with its elements, or None."""
    return session.scalar(_plans(scope, participant_id, PlanStatus.FIXED))


def find_draft(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> IntegrationPlan | None:
    """Return the version that is being written, with its elements, or None."""
    return session.scalar(_plans(scope, participant_id, PlanStatus.DRAFT))


def get_draft(session: Session, scope: MunicipalityScope, participant_id: UUID) -> IntegrationPlan:
    """Return the version that is being written, with its elements.

    Raises:
        NotFound: none is being written.
    """
    draft = find_draft(session, scope, participant_id)
    if draft is None:
        raise NotFound
    return draft


def get_version(
    session: Session, scope: MunicipalityScope, participant_id: UUID, version: int
) -> IntegrationPlan:
    """Return one version of the participant's plan, with its elements.

    Raises:
        NotFound: there is no such version.
    """
    wanted = _plans(scope, participant_id).where(IntegrationPlan.version == version)
    plan = session.scalar(wanted)
    if plan is None:
        raise NotFound
    return plan


def list_versions(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[IntegrationPlan]:
    """Return every version of the participant's plan with its elements, newest first."""
    return list(session.scalars(_plans(scope, participant_id)))


def list_reviews(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[PlanReview]:
    """Return the reviews of all versions of the participant's plan, newest first."""
    reviews = (
        select(PlanReview)
        .join(IntegrationPlan, IntegrationPlan.id == PlanReview.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .order_by(PlanReview.reviewed_on.desc(), PlanReview.created_at.desc(), PlanReview.id)
    )
    return list(session.scalars(reviews))


def list_plans_due_for_review(
    session: Session, scope: MunicipalityScope, on: date, *, ahead: timedelta = timedelta(0)
) -> list[PlanDue]:
    """Return the fixed plans of running programmes with a review due, most overdue first.

    Due on this day or before; with `ahead`, also so long after it.
    """
    latest = (
        select(PlanReview.next_due_on)
        .where(PlanReview.plan_id == IntegrationPlan.id)
        .order_by(PlanReview.reviewed_on.desc(), PlanReview.created_at.desc(), PlanReview.id)
        .limit(1)
        .scalar_subquery()
    )
    due_on = func.coalesce(latest, IntegrationPlan.review_due_on)
    plans = (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.adviser_id,
            IntegrationPlan.id,
            due_on,
        )
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED)
        .where(due_on <= on + ahead, Programme.ends_on >= on)
        .order_by(due_on, Participant.family_name, Participant.given_name, Participant.id)
    )
    return [PlanDue(*row) for row in session.execute(plans)]


def list_participants_without_plan(session: Session, scope: MunicipalityScope) -> list[WithoutPlan]:
    """Return the participants who have no fixed plan, settled longest ago first."""

    def has(status: PlanStatus) -> Select[UUID]:
        return select(IntegrationPlan.id).where(
            IntegrationPlan.participant_id == Participant.id, IntegrationPlan.status == status
        )

    people = (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.adviser_id,
            Participant.settled_on,
            has(PlanStatus.DRAFT).exists(),
        )
        .where(Participant.municipality_id == scope.municipality_id)
        .where(~has(PlanStatus.FIXED).exists(), Participant.has_broken_off.is_(False))
        .order_by(Participant.settled_on, Participant.family_name, Participant.given_name)
        .order_by(Participant.id)
    )
    return [WithoutPlan(*row) for row in session.execute(people)]


def fields_changed_since(
    session: Session, scope: MunicipalityScope, subject_id: UUID, row_version: int
) -> list[str]:
    """Return the names of the fields of a plan or element that were saved after this version."""
    changes = select(AuditEvent.details).where(
        AuditEvent.municipality_id == scope.municipality_id,
        AuditEvent.subject_id == subject_id,
        AuditEvent.action == Action.PLAN_CHANGED,
    )
    newer = [
        details.get("fields", [])
        for details in session.scalars(changes.order_by(AuditEvent.id))
        if details.get("row_version", 0) > row_version
    ]
    return list(dict.fromkeys(name for names in newer for name in names))


def _programmes(scope: MunicipalityScope) -> Select[Programme]:
    return (
        select(Programme)
        .join(Participant, Participant.id == Programme.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
    )


def _plans(
    scope: MunicipalityScope, participant_id: UUID, status: PlanStatus | None = None
) -> Select[IntegrationPlan]:
    """Return versions of one participant's plan, newest first, with their elements."""
    plans = (
        select(IntegrationPlan)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .options(selectinload(IntegrationPlan.elements))
        .order_by(IntegrationPlan.version.desc())
    )
    return plans if status is None else plans.where(IntegrationPlan.status == status)
