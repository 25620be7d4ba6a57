"""Life events, registered by hand or seen in what enrolment saved, and where each of them stands.

An event waits while it became known after the plan that holds was fixed and last reviewed, and
nobody has settled it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import MunicipalityScope
from app.core.clock import OSLO
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanReview, PlanStatus, Programme
from app.plans.reviews.kinds import LifeEventKind
from app.plans.reviews.models import LifeEvent, LifeEventSettlement, ReviewTalk

_KINDS = {
    "address": LifeEventKind.MOVED,
    "permit": LifeEventKind.PERMIT_CHANGED,
    "household": LifeEventKind.FAMILY_CHANGED,
    "children": LifeEventKind.FAMILY_CHANGED,
    "is_sole_carer": LifeEventKind.CARE_CHANGED,
    "work_minutes_per_week": LifeEventKind.WORK_FOUND,
}
"""What a change of a field of the participant is, by the part of its name before the first dot."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of a participant."""

    key: str
    """Names it for as long as it is kept."""
    participant_id: UUID
    kind: LifeEventKind
    happened_on: date
    known_at: datetime
    note: str
    is_registered: bool
    """By hand; else it was seen in a change of what is stored about the participant."""


@dataclass(frozen=True, slots=True)
class HappeningState:
    """An event with what became of it."""

    happening: Happening
    settlement: LifeEventSettlement | None
    is_considered: bool
    """The plan was fixed or reviewed after it became known."""

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to look at the plan because of it."""
        return self.settlement is None and not self.is_considered


@dataclass(frozen=True, slots=True)
class WaitingEvents:
    """Somebody in whose life something happened that nobody has looked at the plan for."""

    participant_id: UUID
    since: datetime
    count: int


def list_happenings(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[HappeningState]:
    """Return the participant's events since her first plan was fixed, newest first.

    Without a fixed plan there is nothing to look at, and only what was registered is returned.
    """
    fixed_at = session.scalar(
        select(func.min(IntegrationPlan.fixed_at))
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
    )
    looked = _looked_at(session, scope, None).get(participant_id)
    found = list(_registered(session, scope, participant_id))
    if fixed_at is not None:
        found += _seen(session, scope, {participant_id: fixed_at})
    settled = _settlements(session, scope, participant_id)
    return [
        HappeningState(each, settled.get((participant_id, each.key)), _is_known(each, looked))
        for each in sorted(found, key=lambda each: (each.known_at, each.key), reverse=True)
    ]


def list_waiting_events(
    session: Session, scope: MunicipalityScope, on: date
) -> list[WaitingEvents]:
    """Return in whose life something happened that waits, the oldest first.

    Only of plans that hold, in programmes that still run. Always the same number of queries.
    """
    looked = _looked_at(session, scope, on)
    settled = _settlements(session, scope, None)
    found: dict[UUID, list[datetime]] = {}
    for each in (*_registered(session, scope, None), *_seen(session, scope, looked)):
        last = looked.get(each.participant_id)
        is_settled = (each.participant_id, each.key) in settled
        if last is not None and each.known_at > last and not is_settled:
            found.setdefault(each.participant_id, []).append(each.known_at)
    waiting = [WaitingEvents(who, min(known), len(known)) for who, known in found.items()]
    return sorted(waiting, key=lambda each: (each.since, str(each.participant_id)))


def talks_by_review(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> dict[UUID, ReviewTalk]:
    """Return what was said at the reviews of the participant's plan, by review."""
    talks = (
        select(ReviewTalk)
        .join(PlanReview, PlanReview.id == ReviewTalk.review_id)
        .join(IntegrationPlan, IntegrationPlan.id == PlanReview.plan_id)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
    )
    return {talk.review_id: talk for talk in session.scalars(talks)}


def _is_known(happening: Happening, looked: datetime | None) -> bool:
    return looked is not None and happening.known_at <= looked


def _looked_at(session: Session, scope: MunicipalityScope, on: date | None) -> dict[UUID, datetime]:
    """Return when each plan that holds was last fixed or reviewed, by participant."""
    reviewed_at = (
        select(func.max(PlanReview.created_at))
        .where(PlanReview.plan_id == IntegrationPlan.id)
        .scalar_subquery()
    )
    looked_at = func.coalesce(reviewed_at, IntegrationPlan.fixed_at)
    plans = (
        select(IntegrationPlan.participant_id, looked_at)
        .join(Participant, Participant.id == IntegrationPlan.participant_id)
        .join(Programme, Programme.id == IntegrationPlan.programme_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(IntegrationPlan.status == PlanStatus.FIXED, IntegrationPlan.fixed_at.is_not(None))
    )
    if on is not None:
        plans = plans.where(Programme.ends_on >= on)
    return {row[0]: row[1] for row in session.execute(plans)}


def _registered(
    session: Session, scope: MunicipalityScope, participant_id: UUID | None
) -> Iterator[Happening]:
    events = (
        select(LifeEvent)
        .join(Participant, Participant.id == LifeEvent.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
    )
    if participant_id is not None:
        events = events.where(LifeEvent.participant_id == participant_id)
    for row in session.scalars(events):
        yield Happening(
            f"event:{row.id}",
            row.participant_id,
            row.kind,
            row.happened_on,
            row.registered_at,
            row.note,
            is_registered=True,
        )


def _seen(
    session: Session, scope: MunicipalityScope, since: Mapping[UUID, datetime]
) -> Sequence[Happening]:
    """Return the changes of participants after these moments that can concern the plan."""
    if not since:
        return []
    changes = (
        select(AuditEvent.id, AuditEvent.at, AuditEvent.participant_id, AuditEvent.details)
        .where(AuditEvent.municipality_id == scope.municipality_id)
        .where(AuditEvent.action == Action.PARTICIPANT_CHANGED)
        .where(AuditEvent.at > min(since.values()))
        .order_by(AuditEvent.id)
    )
    if len(since) == 1:
        changes = changes.where(AuditEvent.participant_id == next(iter(since)))
    found = []
    for number, at, who, details in session.execute(changes):
        if who not in since or at <= since[who]:
            continue
        parts = (field.split(".")[0] for field in details.get("fields", []))
        for kind in dict.fromkeys(_KINDS[part] for part in parts if part in _KINDS):
            day = at.astimezone(OSLO).date()
            key = f"change:{number}:{kind.value}"
            found.append(Happening(key, who, kind, day, at, "", is_registered=False))
    return found


def _settlements(
    session: Session, scope: MunicipalityScope, participant_id: UUID | None
) -> dict[tuple[UUID, str], LifeEventSettlement]:
    settled = (
        select(LifeEventSettlement)
        .join(Participant, Participant.id == LifeEventSettlement.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
    )
    if participant_id is not None:
        settled = settled.where(LifeEventSettlement.participant_id == participant_id)
    return {(row.participant_id, row.event_key): row for row in session.scalars(settled)}
