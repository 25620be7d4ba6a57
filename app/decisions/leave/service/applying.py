"""An application comes, or is taken back. Also what the participant's own pages call."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.service.permission import require_case_staff
from app.attendance.statements.errors import CannotAnswerStatement, StatementAnswerRefusal
from app.attendance.statements.kinds import is_application, meant_by
from app.attendance.statements.queries import get_statement
from app.attendance.statements.service import answer_by_decision, withdraw_statement
from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import OSLO, Clock, today
from app.core.errors import NotFound
from app.core.ids import new_id
from app.decisions.leave.commands import CloseApplication, RegisterApplication
from app.decisions.leave.errors import (
    ApplicationRefusal,
    CannotApply,
    CannotDecideLeave,
    DecideLeaveRefusal,
)
from app.decisions.leave.kinds import KIND_OF_REASON, LeaveStage, LeaveWay
from app.decisions.leave.models import LeaveApplication, LeaveClosing
from app.decisions.leave.queries import LeaveFile, find_of_statement, get_application
from app.decisions.leave.service.looking import record
from app.enrolment.models import Participant
from app.enrolment.queries import Part, find_participant_of_user, get_participant
from app.persistence.unique import Taken, add_unique
from app.plans.queries import find_programme
from app.rules.absence import AbsenceReason

TAKEN_BACK = "Deltakeren trakk søknaden på Min side."
"""Kept with the case, in Norwegian like all that is kept there."""
LONGEST = timedelta(days=366)
"""The longest leave is a year (integreringsforskriften § 15)."""


def register_application(
    session: Session, clock: Clock, actor: Actor, command: RegisterApplication
) -> LeaveApplication:
    """Register an application; a participant registers her own only.

    Raises:
        NotFound: outside the municipality, or somebody else's.
        CannotApply: it cannot be like this.
    """
    person = get_participant(session, actor.scope, command.participant_id, Part.CHILDREN)
    if actor.role is Role.PARTICIPANT:
        own = find_participant_of_user(session, actor.scope, actor.user_id)
        if own is None or own.id != person.id:
            raise NotFound
    refusal = _refusal(person, command, today(clock))
    if refusal is None and find_programme(session, actor.scope, person.id) is None:
        refusal = ApplicationRefusal.NO_PROGRAMME
    if refusal is not None:
        raise CannotApply(refusal)
    application = LeaveApplication(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        participant_id=person.id,
        way=command.way,
        received_on=command.received_on,
        first_day=command.first_day,
        last_day=command.last_day,
        minutes=command.minutes,
        reason=command.reason,
        statement_id=command.statement_id,
        welfare_ground=command.welfare_ground,
        child_id=command.child_id,
        has_medical_certificate=command.has_medical_certificate,
        language=command.language,
        words=command.words,
        registered_by=actor.user_id,
        registered_at=clock(),
    )
    add_unique(session, application)
    details: dict[str, object] = {"way": command.way.value, "reason": command.reason.value}
    record(session, clock, actor, Action.LEAVE_APPLICATION_REGISTERED, application, details)
    return application


def take_up(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, statement_id: UUID
) -> UUID:
    """Make an application of what the participant sent, and return its id; twice is once.

    Raises:
        NotFound: she has sent no such thing.
        CannotApply: it is answered, is none that a decision answers, or cannot be an application.
    """
    require_case_staff(actor)
    file = get_statement(session, actor.scope, participant_id, statement_id)
    taken = find_of_statement(session, statement_id)
    if taken is not None:
        return taken
    statement = file.statement
    if file.answer is not None or not is_application(statement.kind, statement.ground):
        raise CannotApply(ApplicationRefusal.NOT_APPLIED_FOR)
    meant = meant_by(statement.kind, statement.ground)
    command = RegisterApplication(
        participant_id=participant_id,
        way=LeaveWay.PORTAL,
        received_on=statement.made_at.astimezone(OSLO).date(),
        first_day=statement.first_day,
        last_day=statement.last_day,
        reason=meant.reason,
        language=statement.language,
        welfare_ground=meant.welfare_ground,
        statement_id=statement_id,
    )
    try:
        return register_application(session, clock, actor, command).id
    except Taken:
        return find_of_statement(session, statement_id) or statement_id


def take_back(
    session: Session, clock: Clock, actor: Actor, participant: Participant, statement_id: UUID
) -> None:
    """Let the participant take back what nobody has answered or begun to decide.

    Raises:
        NotFound: she has sent no such thing.
        CannotAnswerStatement: it is answered, or somebody writes the decision.
    """
    application_id = find_of_statement(session, statement_id)
    if application_id is not None:
        file = get_application(session, actor.scope, participant.id, application_id)
        if file.stage is not LeaveStage.RECEIVED:
            raise CannotAnswerStatement(StatementAnswerRefusal.ALREADY_ANSWERED)
        _close(session, clock, actor, file, TAKEN_BACK)
    withdraw_statement(session, clock, actor, participant, statement_id)


def close_application(
    session: Session, clock: Clock, actor: Actor, command: CloseApplication
) -> LeaveClosing:
    """Decide nothing, and say why.

    Raises:
        NotFound: there is no such application.
        CannotDecideLeave: it is over, or no reason is given.
    """
    place = command.place
    file = get_application(session, actor.scope, place.participant_id, place.application_id)
    if file.stage is not LeaveStage.RECEIVED:
        raise CannotDecideLeave(DecideLeaveRefusal.OVER)
    if not command.reason:
        raise CannotDecideLeave(DecideLeaveRefusal.NO_REASON)
    closing = _close(session, clock, actor, file, command.reason)
    if file.statement is not None:
        answer_by_decision(session, clock, actor, file.statement, reason=command.reason)
    return closing


def _close(
    session: Session, clock: Clock, actor: Actor, file: LeaveFile, reason: str
) -> LeaveClosing:
    closing = LeaveClosing(
        application_id=file.application.id,
        reason=reason,
        closed_by=actor.user_id,
        closed_at=clock(),
    )
    try:
        add_unique(session, closing)
    except Taken as error:
        raise CannotDecideLeave(DecideLeaveRefusal.OVER) from error
    record(session, clock, actor, Action.LEAVE_APPLICATION_CLOSED, file.application)
    return closing


def _refusal(
    person: Participant, command: RegisterApplication, on: date
) -> ApplicationRefusal | None:
    children = {child.id for child in person.children}
    reason, child_id = command.reason, command.child_id
    checks = (
        (reason not in KIND_OF_REASON, ApplicationRefusal.NOT_APPLIED_FOR),
        (command.received_on > on, ApplicationRefusal.IN_THE_FUTURE),
        (command.last_day < command.first_day, ApplicationRefusal.LAST_DAY_BEFORE_FIRST),
        (command.last_day - command.first_day > LONGEST, ApplicationRefusal.TOO_LONG),
        (
            reason is AbsenceReason.WELFARE_LEAVE and command.welfare_ground is None,
            ApplicationRefusal.NO_GROUND,
        ),
        (reason is AbsenceReason.PARENTAL_LEAVE and child_id is None, ApplicationRefusal.NO_CHILD),
        (child_id is not None and child_id not in children, ApplicationRefusal.UNKNOWN_CHILD),
    )
    return next((refusal for is_so, refusal in checks if is_so), None)
