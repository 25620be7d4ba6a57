"""Registering what was offered during leave."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.leave_training.commands import RegisterOffer
from app.attendance.leave_training.errors import CannotOffer, OfferRefusal
from app.attendance.leave_training.models import LeaveTrainingOffer
from app.attendance.leave_training.queries import LeaveToFollow, list_leaves, list_offers
from app.attendance.service.permission import require_case_staff
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant


@dataclass(frozen=True, slots=True)
class OfferBook:
    """A participant's leaves that reach the fourth month, and what was offered."""

    participant: Participant
    leaves: tuple[LeaveToFollow, ...]
    offers: tuple[LeaveTrainingOffer, ...]
    """Newest first."""


def open_offers(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> OfferBook:
    """Return leaves and offers, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    require_case_staff(actor)
    person = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return OfferBook(
        person,
        tuple(list_leaves(session, actor.scope, participant_id)),
        tuple(list_offers(session, actor.scope, participant_id)),
    )


def register_offer(
    session: Session, clock: Clock, actor: Actor, command: RegisterOffer
) -> LeaveTrainingOffer:
    """Keep what was offered, and what the participant said.

    Raises:
        NotFound: outside the municipality.
        CannotOffer: she has no leave that day, or something in it cannot be right.
    """
    require_case_staff(actor)
    who = command.participant_id
    get_participant(session, actor.scope, who)
    if command.offered_on > today(clock):
        raise CannotOffer(OfferRefusal.IN_THE_FUTURE)
    if not command.follow_up:
        raise CannotOffer(OfferRefusal.NO_FOLLOW_UP)
    leaves = list_leaves(session, actor.scope, who)
    if not any(command.offered_on in each.days for each in leaves):
        raise CannotOffer(OfferRefusal.NOT_ON_LEAVE)
    offer = LeaveTrainingOffer(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        participant_id=who,
        offered_on=command.offered_on,
        offer=command.offer,
        follow_up=command.follow_up,
        answer=command.answer,
        registered_by=actor.user_id,
        registered_at=clock(),
    )
    session.add(offer)
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.LEAVE_TRAINING_OFFERED,
        ("leave_training_offer", offer.id),
        participant_id=who,
        details={"offer": offer.offer.value, "answer": offer.answer.value},
    )
    return offer
