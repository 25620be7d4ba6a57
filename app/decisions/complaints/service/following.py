"""What became of the answer to a complaint: sent, and known to have arrived."""

from datetime import date

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.decisions.complaints.commands import RegisterAnswerArrived, RegisterAnswerSent
from app.decisions.complaints.errors import CannotTreatComplaint, ComplaintRefusal
from app.decisions.complaints.kinds import AnswerMove
from app.decisions.complaints.models import ComplaintAnswerStep
from app.decisions.complaints.queries import ComplaintFile
from app.decisions.complaints.service.records import find, record
from app.decisions.states import ARRIVES_AT_ONCE
from app.papers.models import DocumentStatus
from app.plans.numbering import add_next


def register_sent(
    session: Session, clock: Clock, actor: Actor, command: RegisterAnswerSent
) -> ComplaintAnswerStep:
    """Register that the answer was sent. What was handed over or alerted has arrived too.

    Raises:
        NotFound: there is no such complaint.
        CannotTreatComplaint: there is no finished letter, or the day cannot be right.
    """
    file = find(session, actor, command.place)
    refusal = _refusal_to_send(file, command.sent_on, today(clock))
    if refusal is not None:
        raise CannotTreatComplaint(refusal)
    sent = ComplaintAnswerStep(
        move=AnswerMove.SENT, way=command.way, day=command.sent_on, note=command.note
    )
    _add_step(session, clock, actor, file, sent)
    if command.way in ARRIVES_AT_ONCE and file.arrived is None:
        arrived = ComplaintAnswerStep(move=AnswerMove.ARRIVED, day=command.sent_on, note="")
        _add_step(session, clock, actor, file, arrived)
    return sent


def register_arrived(
    session: Session, clock: Clock, actor: Actor, command: RegisterAnswerArrived
) -> ComplaintAnswerStep:
    """Register when the answer reached the participant: a new time limit may run from then.

    Raises:
        NotFound: there is no such complaint.
        CannotTreatComplaint: it was not sent, or the day cannot be right.
    """
    file = find(session, actor, command.place)
    if file.sent is None:
        raise CannotTreatComplaint(ComplaintRefusal.ANSWER_NOT_SENT)
    if command.arrived_on > today(clock):
        raise CannotTreatComplaint(ComplaintRefusal.DAY_IN_THE_FUTURE)
    if command.arrived_on < file.sent.day:
        raise CannotTreatComplaint(ComplaintRefusal.ARRIVED_BEFORE_SENDING)
    arrived = ComplaintAnswerStep(
        move=AnswerMove.ARRIVED, day=command.arrived_on, note=command.note
    )
    return _add_step(session, clock, actor, file, arrived)


def _refusal_to_send(file: ComplaintFile, sent_on: date, on: date) -> ComplaintRefusal | None:
    if file.answer is None or file.letter_status is not DocumentStatus.READY:
        return ComplaintRefusal.LETTER_NOT_READY
    if sent_on > on:
        return ComplaintRefusal.DAY_IN_THE_FUTURE
    return ComplaintRefusal.SENT_BEFORE_ANSWER if sent_on < file.answer.answered_on else None


def _add_step(
    session: Session, clock: Clock, actor: Actor, file: ComplaintFile, step: ComplaintAnswerStep
) -> ComplaintAnswerStep:
    complaint = file.complaint

    def numbered(number: int) -> ComplaintAnswerStep:
        step.id, step.complaint_id, step.number = new_id(), complaint.id, number
        step.registered_by, step.registered_at = actor.user_id, clock()
        return step

    steps = (ComplaintAnswerStep.complaint_id, ComplaintAnswerStep.number)
    add_next(session, complaint.id, steps, numbered)
    is_sent = step.move is AnswerMove.SENT
    action = Action.COMPLAINT_ANSWER_SENT if is_sent else Action.COMPLAINT_ANSWER_ARRIVED
    record(session, clock, actor, action, complaint)
    return step
