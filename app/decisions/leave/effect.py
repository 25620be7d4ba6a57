"""What a decision about leave does when it is issued: the days stand in the calendar as absence."""

from sqlalchemy.orm import Session

from app.attendance.commands import RegisterAbsence
from app.attendance.service.absences import register_absence
from app.attendance.statements.service import answer_by_decision
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import Clock
from app.decisions.leave.assessment import assess, content_of, refusal_of
from app.decisions.leave.errors import DecideLeaveRefusal
from app.decisions.leave.models import GrantedLeave
from app.decisions.leave.queries import LeaveFile


def refusal_of_effect(
    session: Session, scope: MunicipalityScope, file: LeaveFile
) -> DecideLeaveRefusal | None:
    """Return why the days cannot be laid into the calendar as they are now, or None."""
    days = file.granted
    if days is None:
        return None
    return refusal_of(assess(session, scope, file.application, days), file.application)


def take_effect(session: Session, clock: Clock, actor: Actor, file: LeaveFile) -> None:
    """Lay the granted days into the calendar, and answer what the participant sent.

    Call when the decision is issued.

    Raises:
        CannotAnswerStatement: the participant took it back.
    """
    absence_id = None
    days, decided = file.granted, file.decided
    if days is not None and decided is not None:
        application = file.application
        command = RegisterAbsence(application.participant_id, content_of(application, days))
        absence_id = register_absence(session, clock, actor, command).id
        session.add(GrantedLeave(decision_id=decided.decision_id, absence_id=absence_id))
        session.flush()
    if file.statement is not None:
        answer_by_decision(session, clock, actor, file.statement, absence_id)
