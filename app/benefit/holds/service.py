"""Placing and releasing holds. What hears participants and decides complaints calls these, too."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.holds.kinds import HoldKind, HoldRefusal
from app.benefit.holds.models import ReductionHold
from app.benefit.holds.queries import get_hold, list_holds
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import Refusal
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """Hold the reductions of some days."""

    participant_id: UUID
    kind: HoldKind
    first_day: date
    last_day: date
    reason: str


class CannotHold(Refusal[HoldRefusal]):
    """The hold is refused."""

    code = "cannot_hold"


def open_holds(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[ReductionHold]]:
    """Return a participant's holds and record the look.

    Raises:
        NotFound: the municipality has no such participant.
    """
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.HOLDS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return participant, list_holds(session, actor.scope, participant_id)


def place_hold(session: Session, clock: Clock, actor: Actor, command: PlaceHold) -> ReductionHold:
    """Hold the reductions; months that are prepared from now on honour it.

    Raises:
        NotFound: the municipality has no such participant.
        CannotHold: the last day is before the first.
    """
    get_participant(session, actor.scope, command.participant_id)
    if command.last_day < command.first_day:
        raise CannotHold(HoldRefusal.WRONG_ORDER)
    hold = ReductionHold(
        id=new_id(),
        participant_id=command.participant_id,
        kind=command.kind,
        first_day=command.first_day,
        last_day=command.last_day,
        reason=command.reason,
        placed_by=actor.user_id,
        placed_at=clock(),
    )
    session.add(hold)
    session.flush()
    _record(session, clock, actor, hold, Action.REDUCTION_HELD)
    return hold


def release_hold(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, hold_id: UUID
) -> ReductionHold:
    """End a hold. What was not taken meanwhile shows as overpaid with the next month.

    Raises:
        NotFound: there is no such hold.
    """
    hold = get_hold(session, actor.scope, participant_id, hold_id)
    if hold.released_at is None:
        hold.released_by, hold.released_at = actor.user_id, clock()
        session.flush()
        _record(session, clock, actor, hold, Action.REDUCTION_RELEASED)
    return hold


def _record(
    session: Session, clock: Clock, actor: Actor, hold: ReductionHold, action: Action
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("reduction_hold", hold.id),
        participant_id=hold.participant_id,
        details={"kind": hold.kind.value},
    )
