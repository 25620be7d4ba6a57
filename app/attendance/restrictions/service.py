"""Laying down what a decision takes, lifting it, and letting it stand after a new look."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.restrictions.errors import CannotRestrict, RestrictionRefusal
from app.attendance.restrictions.kinds import STOPS, RestrictionKind
from app.attendance.restrictions.models import Restriction, RestrictionReview
from app.attendance.restrictions.queries import FAR_AHEAD, days_of, get_restriction
from app.attendance.restrictions.queries import list_restrictions as list_all
from app.attendance.service.permission import require_case_staff
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.core.period import ONE_DAY, Period
from app.plans.numbering import add_next
from app.plans.queries import find_programme


@dataclass(frozen=True, slots=True)
class RestrictionContent:
    """What a decision takes, and when."""

    participant_id: UUID
    kind: RestrictionKind
    first_day: date
    last_day: date | None


def refusal_to_lay_down(
    session: Session, actor: Actor, content: RestrictionContent
) -> RestrictionRefusal | None:
    """Return why a decision cannot take this now, or None."""
    programme = find_programme(session, actor.scope, content.participant_id)
    if programme is None or not programme.starts_on < content.first_day <= programme.ends_on:
        return RestrictionRefusal.NO_PROGRAMME
    days = Period(content.first_day, content.last_day or FAR_AHEAD)
    for row in list_all(session, actor.scope, content.participant_id):
        is_like = row.kind is content.kind or {row.kind, content.kind} <= {*STOPS}
        held = days_of(row)
        if is_like and held is not None and held.touches(days):
            return RestrictionRefusal.IN_FORCE
    return None


def lay_down(
    session: Session, clock: Clock, actor: Actor, content: RestrictionContent
) -> Restriction:
    """Let a restriction hold. Call when the decision is issued.

    A stop for good ends the programme on the day before.

    Raises:
        CannotRestrict: no programme runs then, or the same holds already.
    """
    refusal = refusal_to_lay_down(session, actor, content)
    if refusal is not None:
        raise CannotRestrict(refusal)
    programme = find_programme(session, actor.scope, content.participant_id)
    assert programme is not None, "refused otherwise"
    row = Restriction(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        participant_id=content.participant_id,
        kind=content.kind,
        first_day=content.first_day,
        last_day=content.last_day,
        decided_on=today(clock),
        decided_by=actor.user_id,
        decided_at=clock(),
        lifted_reason="",
    )
    if content.kind is RestrictionKind.TERMINATION:
        row.programme_ended_on = programme.ends_on
        programme.stop_after(content.first_day - ONE_DAY)
    session.add(row)
    session.flush()
    _record(session, clock, actor, Action.RESTRICTION_LAID_DOWN, row)
    return row


def lift(
    session: Session,
    clock: Clock,
    actor: Actor,
    place: tuple[UUID, UUID],
    free_from: date,
    reason: str,
) -> Restriction:
    """Let a restriction hold no more. Its first day as `free_from`: it never held.

    `place`: participant and restriction. A programme that was stopped for good runs again from
    then until the day its plan gives; the days between stay without programme.

    Raises:
        NotFound: there is no such restriction.
        CannotRestrict: it is over, the day cannot be right, or no reason is given.
    """
    require_case_staff(actor)
    row = get_restriction(session, actor.scope, *place)
    refusal = _refusal_to_lift(row, free_from, reason)
    if refusal is not None:
        raise CannotRestrict(refusal)
    row.lifted_from, row.lifted_reason = free_from, reason
    row.lifted_by, row.lifted_at = actor.user_id, clock()
    programme = find_programme(session, actor.scope, row.participant_id)
    if programme is not None and row.programme_ended_on is not None:
        programme.go_on()
    session.flush()
    _record(session, clock, actor, Action.RESTRICTION_LIFTED, row)
    return row


def let_stand(
    session: Session, clock: Clock, actor: Actor, place: tuple[UUID, UUID], reason: str
) -> RestrictionReview:
    """Look at a restriction anew, and let it stand (integreringsforskriften § 9 third paragraph).

    Raises:
        NotFound: there is no such restriction.
        CannotRestrict: it is over, or no reason is given.
    """
    require_case_staff(actor)
    row = get_restriction(session, actor.scope, *place)
    on = today(clock)
    if _is_over(row, on):
        raise CannotRestrict(RestrictionRefusal.OVER)
    if not reason:
        raise CannotRestrict(RestrictionRefusal.NO_REASON)
    review = add_next(
        session,
        row.id,
        (RestrictionReview.restriction_id, RestrictionReview.number),
        lambda number: RestrictionReview(
            id=new_id(),
            restriction_id=row.id,
            number=number,
            reviewed_on=on,
            reason=reason,
            reviewed_by=actor.user_id,
            reviewed_at=clock(),
        ),
    )
    _record(session, clock, actor, Action.RESTRICTION_REVIEWED, row)
    return review


def _is_over(row: Restriction, on: date) -> bool:
    """Tell whether it holds neither on a day nor later."""
    return row.lifted_from is not None or (row.last_day is not None and row.last_day < on)


def _refusal_to_lift(row: Restriction, free_from: date, reason: str) -> RestrictionRefusal | None:
    if row.lifted_from is not None and free_from >= row.lifted_from:
        return RestrictionRefusal.OVER
    if free_from < row.first_day:
        return RestrictionRefusal.BEFORE_FIRST_DAY
    if row.last_day is not None and free_from > row.last_day:
        return RestrictionRefusal.AFTER_LAST_DAY
    if row.programme_ended_on is not None and free_from > row.programme_ended_on:
        return RestrictionRefusal.AFTER_LAST_DAY
    return None if reason else RestrictionRefusal.NO_REASON


def _record(session: Session, clock: Clock, actor: Actor, action: Action, row: Restriction) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("restriction", row.id),
        participant_id=row.participant_id,
        details={
            "kind": row.kind.value,
            "first_day": row.first_day.isoformat(),
            "last_day": row.last_day.isoformat() if row.last_day else None,
            "lifted_from": row.lifted_from.isoformat() if row.lifted_from else None,
        },
    )
