"""Receiving a complaint, judging its form and time, and letting the decision wait for it."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.decisions.complaints.commands import CheckComplaint, ReceiveComplaint, SuspendDecision
from app.decisions.complaints.errors import CannotTreatComplaint, ComplaintRefusal
from app.decisions.complaints.kinds import ComplaintStage, Excuse, Timeliness
from app.decisions.complaints.models import (
    Complaint,
    ComplaintCheck,
    ComplaintSuspension,
    SocialAssistanceTalk,
)
from app.decisions.complaints.queries import find_talk
from app.decisions.complaints.service.effect import follow_effect
from app.decisions.complaints.service.records import find, record, timeliness_of
from app.decisions.complaints.timeliness import is_late
from app.decisions.queries import DecisionFile, get_file
from app.decisions.service.records import record as record_decision
from app.persistence.unique import Taken, add_unique
from app.plans.numbering import add_next


def receive(session: Session, clock: Clock, actor: Actor, command: ReceiveComplaint) -> Complaint:
    """Keep a complaint as it came.

    Raises:
        NotFound: there is no such decision.
        CannotTreatComplaint: it was not issued, a day cannot be right, or there are no words.
    """
    file = get_file(session, actor.scope, command.participant_id, command.decision_id)
    refusal = _refusal_to_receive(file, command, today(clock))
    if refusal is not None:
        raise CannotTreatComplaint(refusal)
    decision = file.decision
    complaint = add_next(
        session,
        decision.id,
        (Complaint.decision_id, Complaint.number),
        lambda number: Complaint(
            id=new_id(),
            municipality_id=decision.municipality_id,
            participant_id=decision.participant_id,
            decision_id=decision.id,
            number=number,
            way=command.way,
            handed_in_on=command.handed_in_on,
            received_on=command.received_on,
            language=command.language,
            words=command.words,
            asks_postponement=command.asks_postponement,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    record(session, clock, actor, Action.COMPLAINT_RECEIVED, complaint)
    return complaint


def check(session: Session, clock: Clock, actor: Actor, command: CheckComplaint) -> ComplaintCheck:
    """Judge form and time; what was judged before stays.

    Raises:
        NotFound: there is no such complaint.
        CannotTreatComplaint: it is answered, or the judgement does not hold together.
    """
    file = find(session, actor, command.place)
    if file.answer is not None:
        raise CannotTreatComplaint(ComplaintRefusal.ALREADY_ANSWERED)
    refusal = _refusal_to_check(command, timeliness_of(session, actor, file), today(clock))
    if refusal is not None:
        raise CannotTreatComplaint(refusal)
    complaint = file.complaint
    judged = add_next(
        session,
        complaint.id,
        (ComplaintCheck.complaint_id, ComplaintCheck.number),
        lambda number: ComplaintCheck(
            id=new_id(),
            complaint_id=complaint.id,
            number=number,
            is_by_party=command.is_by_party,
            is_signed=command.is_signed,
            names_decision=command.names_decision,
            names_change=command.names_change,
            mend_by=None if _is_whole(command) else command.mend_by,
            excuse=command.excuse,
            reason=command.reason,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    record(session, clock, actor, Action.COMPLAINT_CHECKED, complaint)
    return judged


def suspend(
    session: Session, clock: Clock, actor: Actor, command: SuspendDecision
) -> ComplaintSuspension:
    """Let the decision wait until the complaint is decided, or let it take effect again.

    Raises:
        NotFound: there is no such complaint.
        CannotTreatComplaint: it is settled, or no reason is given.
    """
    file = find(session, actor, command.place)
    if file.stage is ComplaintStage.SETTLED:
        raise CannotTreatComplaint(ComplaintRefusal.ALREADY_ANSWERED)
    if not command.reason:
        raise CannotTreatComplaint(ComplaintRefusal.NO_REASON)
    complaint = file.complaint
    suspension = add_next(
        session,
        complaint.id,
        (ComplaintSuspension.complaint_id, ComplaintSuspension.number),
        lambda number: ComplaintSuspension(
            id=new_id(),
            complaint_id=complaint.id,
            number=number,
            is_suspended=command.is_suspended,
            reason=command.reason,
            registered_by=actor.user_id,
            registered_at=clock(),
        ),
    )
    details: dict[str, object] = {"is_suspended": command.is_suspended}
    record(session, clock, actor, Action.COMPLAINT_SUSPENSION_DECIDED, complaint, details)
    follow_effect(session, clock, actor, complaint, command.reason)
    return suspension


def tell_social_assistance(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, decision_id: UUID
) -> SocialAssistanceTalk:
    """Note that the participant was told of social assistance; a second time changes nothing.

    Raises:
        NotFound: there is no such decision.
        CannotTreatComplaint: it was not issued.
    """
    file = get_file(session, actor.scope, participant_id, decision_id)
    if file.is_draft:
        raise CannotTreatComplaint(ComplaintRefusal.NOT_ISSUED)
    known = find_talk(session, decision_id)
    if known is not None:
        return known
    talk = SocialAssistanceTalk(decision_id=decision_id, told_by=actor.user_id, told_at=clock())
    try:
        add_unique(session, talk)
    except Taken:
        return session.get_one(SocialAssistanceTalk, decision_id)
    record_decision(session, clock, actor, Action.SOCIAL_ASSISTANCE_TOLD, file.decision)
    return talk


def _refusal_to_receive(
    file: DecisionFile, command: ReceiveComplaint, on: date
) -> ComplaintRefusal | None:
    decided_on = file.decision.decided_on
    if file.is_draft or decided_on is None:
        return ComplaintRefusal.NOT_ISSUED
    if command.received_on > on:
        return ComplaintRefusal.IN_THE_FUTURE
    if command.received_on < command.handed_in_on:
        return ComplaintRefusal.RECEIVED_BEFORE_HANDED_IN
    if command.handed_in_on < decided_on:
        return ComplaintRefusal.BEFORE_DECISION
    return None if command.words else ComplaintRefusal.NO_WORDS


def _refusal_to_check(
    command: CheckComplaint, found: Timeliness, on: date
) -> ComplaintRefusal | None:
    if not _is_whole(command):
        if command.mend_by is None:
            return ComplaintRefusal.MEND_DAY_NEEDED
        if command.mend_by < on:
            return ComplaintRefusal.MEND_DAY_PASSED
    if command.excuse is Excuse.NONE:
        return None
    if not is_late(found):
        return ComplaintRefusal.NOT_LATE
    if found is Timeliness.TOO_LATE:
        return ComplaintRefusal.TOO_LATE
    return None if command.reason else ComplaintRefusal.NO_REASON


def _is_whole(command: CheckComplaint) -> bool:
    return (
        command.is_by_party
        and command.is_signed
        and command.names_decision
        and command.names_change
    )
