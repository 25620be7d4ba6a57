"""Keeping what participants say, and answering it. Every look and every word is recorded."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.attendance.service.absences import register_absence
from app.attendance.service.permission import require_case_staff
from app.attendance.service.weighing import weigh_absence
from app.attendance.statements.commands import AnswerStatement, MakeStatement, Said
from app.attendance.statements.errors import (
    CannotAnswerStatement,
    CannotMakeStatement,
    StatementAnswerRefusal,
    StatementRefusal,
)
from app.attendance.statements.kinds import (
    ACCEPTED,
    Answer,
    StatementKind,
    answers_to,
    meant_by,
)
from app.attendance.statements.models import AbsenceStatement, AbsenceStatementAnswer
from app.attendance.statements.queries import (
    StatementFile,
    count_since,
    get_statement,
    list_statements,
    statements_on,
)
from app.audit import service as audit
from app.audit.actions import BY_TABLET, Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.core.period import Period
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique
from app.rules.absence import AbsenceReason

MOST_IN_A_DAY = 10
"""So many that nobody who means it is stopped, so few that the worklist cannot be flooded."""


def content_of(said: Said, answer: Answer, told_on: datetime) -> AbsenceContent:
    """Return the absence that a statement becomes with this answer."""
    meant = meant_by(said.kind, said.ground)
    is_religious = meant.reason is AbsenceReason.RELIGIOUS_HOLIDAY
    return AbsenceContent(
        first_day=said.first_day,
        last_day=said.last_day,
        reason=meant.reason,
        is_self_certified=answer is Answer.SELF_CERTIFIED,
        has_medical_certificate=answer is Answer.CERTIFIED,
        is_granted=answer is Answer.GRANTED,
        notice_on=told_on.astimezone(OSLO).date() if is_religious else None,
        child_id=said.child_id,
        welfare_ground=meant.welfare_ground,
    )


def hoped_for(said: Said) -> Answer:
    """Return how she hopes that it goes."""
    return Answer.GRANTED if said.kind is StatementKind.AWAY else Answer.SELF_CERTIFIED


def said_in(statement: AbsenceStatement) -> Said:
    """Return what a statement says."""
    return Said(
        statement.kind,
        statement.first_day,
        statement.last_day,
        statement.child_id,
        statement.ground,
    )


def make_statement(
    session: Session,
    clock: Clock,
    actor: Actor | None,
    participant: Participant,
    command: MakeStatement,
) -> AbsenceStatement:
    """Keep what she says. `actor` None: on a shared tablet, with her code.

    Raises:
        CannotMakeStatement: too many today, or something about these days waits already.
        CannotRegisterAbsence: the days cannot be an absence as they stand.
    """
    said = command.said
    scope = MunicipalityScope(participant.municipality_id)
    midnight = datetime.combine(today(clock), time(0), tzinfo=OSLO)
    if count_since(session, participant.id, midnight) >= MOST_IN_A_DAY:
        raise CannotMakeStatement(StatementRefusal.TOO_MANY_TODAY)
    content = content_of(said, hoped_for(said), clock())
    weigh_absence(session, scope, participant.id, content)
    period = Period(said.first_day, said.last_day)
    if statements_on(session, scope, period, [participant.id]):
        raise CannotMakeStatement(StatementRefusal.WAITING)
    statement = AbsenceStatement(
        id=new_id(),
        participant_id=participant.id,
        kind=said.kind,
        first_day=said.first_day,
        last_day=said.last_day,
        child_id=said.child_id,
        ground=said.ground,
        language=command.language,
        shown=command.shown,
        made_at=clock(),
        made_by=actor.user_id if actor else None,
    )
    session.add(statement)
    session.flush()
    _record(session, clock, actor or scope, Action.ABSENCE_STATED, statement)
    return statement


def open_statements(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[StatementFile]]:
    """Return a participant with what she has said, and record the look.

    Raises:
        NotFound: the municipality has no such participant.
    """
    require_case_staff(actor)
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.ABSENCES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    return participant, list_statements(session, actor.scope, participant_id)


def answer_statement(
    session: Session, clock: Clock, actor: Actor, command: AnswerStatement
) -> AbsenceStatementAnswer:
    """Register the absence that she told of, or say why not.

    Raises:
        NotFound: she has made no such statement.
        CannotAnswerStatement: it is answered, the answer does not fit, or a no has no reason.
        CannotRegisterAbsence: the absence cannot be registered any more.
    """
    require_case_staff(actor)
    file = get_statement(session, actor.scope, command.participant_id, command.statement_id)
    statement = file.statement
    if file.answer is not None:
        raise CannotAnswerStatement(StatementAnswerRefusal.ALREADY_ANSWERED)
    if command.answer not in answers_to(statement.kind, statement.ground):
        raise CannotAnswerStatement(StatementAnswerRefusal.NOT_POSSIBLE)
    if command.answer is Answer.REJECTED and not command.reason:
        raise CannotAnswerStatement(StatementAnswerRefusal.NO_REASON)
    absence_id = None
    if command.answer in ACCEPTED:
        content = content_of(said_in(statement), command.answer, statement.made_at)
        registered = RegisterAbsence(command.participant_id, content)
        absence_id = register_absence(session, clock, actor, registered).id
    answer = _answer(session, clock, actor, statement, command.answer, absence_id, command.reason)
    details = {"answer": command.answer.value}
    _record(session, clock, actor, Action.ABSENCE_STATEMENT_ANSWERED, statement, details)
    return answer


def answer_by_decision(
    session: Session,
    clock: Clock,
    actor: Actor,
    statement: AbsenceStatement,
    absence_id: UUID | None = None,
    reason: str = "",
) -> None:
    """Answer an application with what became of it.

    Args:
        absence_id: what the decision grants; None: nothing.
        reason: why nothing was decided, in Norwegian; empty: a decision was issued.

    Raises:
        CannotAnswerStatement: it is answered.
    """
    require_case_staff(actor)
    answer = Answer.REJECTED if reason else Answer.DECIDED
    _answer(session, clock, actor, statement, answer, absence_id, reason)
    details = {"answer": answer.value}
    _record(session, clock, actor, Action.ABSENCE_STATEMENT_ANSWERED, statement, details)


def withdraw_statement(
    session: Session, clock: Clock, actor: Actor, participant: Participant, statement_id: UUID
) -> None:
    """Let her take back what nobody has answered.

    Raises:
        NotFound: she has made no such statement.
        CannotAnswerStatement: it is answered.
    """
    file = get_statement(session, actor.scope, participant.id, statement_id)
    if file.answer is not None:
        raise CannotAnswerStatement(StatementAnswerRefusal.ALREADY_ANSWERED)
    _answer(session, clock, actor, file.statement, Answer.WITHDRAWN, None, "")
    _record(session, clock, actor, Action.ABSENCE_STATEMENT_WITHDRAWN, file.statement)


def _answer(
    session: Session,
    clock: Clock,
    actor: Actor,
    statement: AbsenceStatement,
    answer: Answer,
    absence_id: UUID | None,
    reason: str,
) -> AbsenceStatementAnswer:
    row = AbsenceStatementAnswer(
        id=new_id(),
        statement_id=statement.id,
        answer=answer,
        absence_id=absence_id,
        reason=reason,
        answered_by=actor.user_id,
        answered_at=clock(),
    )
    try:
        add_unique(session, row)
    except Taken as taken:
        raise CannotAnswerStatement(StatementAnswerRefusal.ALREADY_ANSWERED) from taken
    return row


def _record(
    session: Session,
    clock: Clock,
    actor: Actor | MunicipalityScope,
    action: Action,
    statement: AbsenceStatement,
    details: dict[str, str] | None = None,
) -> None:
    by = {} if isinstance(actor, Actor) else {"by": BY_TABLET}
    audit.record(
        session,
        clock,
        actor if isinstance(actor, Actor) else None,
        action,
        ("absence_statement", statement.id),
        participant_id=statement.participant_id,
        municipality_id=None if isinstance(actor, Actor) else actor.municipality_id,
        details={"kind": statement.kind.value, **by, **(details or {})},
    )
