"""What became of a letter: sent, and known to have arrived (forvaltningsloven § 27)."""

from datetime import date

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.decisions.commands import RegisterArrival, RegisterSending
from app.decisions.errors import CannotRegisterNotice, RegistrationRefusal
from app.decisions.models import AdministrativeDecision, DecisionArrival, DecisionSending
from app.decisions.queries import DecisionFile, get_file
from app.decisions.service.records import record
from app.decisions.states import ArrivalSource, SendingWay
from app.papers.models import DocumentStatus
from app.plans.numbering import add_next

_ARRIVES_WITH = {
    SendingWay.HANDED_OVER: ArrivalSource.HANDED_OVER,
    SendingWay.DIGITAL: ArrivalSource.ALERTED,
}
"""Ways in which the letter arrives on the day on which it is sent."""


def register_sending(
    session: Session, clock: Clock, actor: Actor, command: RegisterSending
) -> DecisionSending:
    """Register that the letter was sent. What was handed over or alerted has arrived too.

    Raises:
        NotFound: there is no such decision.
        CannotRegisterNotice: there is no finished letter, or the day cannot be right.
    """
    file = get_file(session, actor.scope, command.participant_id, command.decision_id)
    refusal = _refusal_to_send(file, command.sent_on, today(clock))
    if refusal is not None:
        raise CannotRegisterNotice(refusal)
    decision = file.decision
    sending = add_next(
        session,
        decision.id,
        (DecisionSending.decision_id, DecisionSending.number),
        lambda number: DecisionSending(
            id=new_id(),
            decision_id=decision.id,
            number=number,
            way=command.way,
            sent_on=command.sent_on,
            note=command.note,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    record(session, clock, actor, Action.DECISION_SENT, decision, {"way": command.way.value})
    source = _ARRIVES_WITH.get(command.way)
    if source is not None and file.arrival is None:
        _arrive(session, clock, actor, decision, command.sent_on, source, "")
    return sending


def register_arrival(
    session: Session, clock: Clock, actor: Actor, command: RegisterArrival
) -> DecisionArrival:
    """Register when the letter reached the participant; what was registered before stays.

    Raises:
        NotFound: there is no such decision.
        CannotRegisterNotice: it was not sent, or the day cannot be right.
    """
    file = get_file(session, actor.scope, command.participant_id, command.decision_id)
    refusal = _refusal_to_arrive(file, command, today(clock))
    if refusal is not None:
        raise CannotRegisterNotice(refusal)
    day, source = command.arrived_on, command.source
    return _arrive(session, clock, actor, file.decision, day, source, command.note)


def issued_on(decision: AdministrativeDecision) -> date:
    """Return the day on which a decision was issued."""
    assert decision.issued_at is not None, "the database demands it"
    return decision.issued_at.astimezone(OSLO).date()


def _arrive(
    session: Session,
    clock: Clock,
    actor: Actor,
    decision: AdministrativeDecision,
    day: date,
    source: ArrivalSource,
    note: str,
) -> DecisionArrival:
    arrival = add_next(
        session,
        decision.id,
        (DecisionArrival.decision_id, DecisionArrival.number),
        lambda number: DecisionArrival(
            id=new_id(),
            decision_id=decision.id,
            number=number,
            arrived_on=day,
            source=source,
            note=note,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    record(session, clock, actor, Action.DECISION_ARRIVED, decision, {"source": source.value})
    return arrival


def _refusal_to_send(file: DecisionFile, sent_on: date, on: date) -> RegistrationRefusal | None:
    if file.letter is None or file.letter.status is not DocumentStatus.READY:
        return RegistrationRefusal.NOT_ISSUED
    if sent_on > on:
        return RegistrationRefusal.IN_THE_FUTURE
    if sent_on < issued_on(file.decision):
        return RegistrationRefusal.BEFORE_DECISION
    return None


def _refusal_to_arrive(
    file: DecisionFile, command: RegisterArrival, on: date
) -> RegistrationRefusal | None:
    if not file.sendings:
        return RegistrationRefusal.NOT_SENT
    if command.arrived_on > on:
        return RegistrationRefusal.IN_THE_FUTURE
    if command.arrived_on < min(sending.sent_on for sending in file.sendings):
        return RegistrationRefusal.BEFORE_SENDING
    if command.source is ArrivalSource.ESTIMATED and not command.note:
        return RegistrationRefusal.NO_NOTE
    return None
