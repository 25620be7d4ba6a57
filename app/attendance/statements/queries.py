"""Reading statements and their answers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.attendance.statements.models import AbsenceStatement, AbsenceStatementAnswer
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant

Row = TypeVarTuple("Row")


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A statement with what became of it."""

    statement: AbsenceStatement
    answer: AbsenceStatementAnswer | None
    """None: it waits."""

    @property
    def period(self) -> Period:
        """Return the days that it is about."""
        return Period(self.statement.first_day, self.statement.last_day)


@dataclass(frozen=True, slots=True)
class WaitingStatements:
    """How many statements of a participant wait, and since when."""

    participant_id: UUID
    since: datetime
    count: int


def list_statements(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[StatementFile]:
    """Return what a participant has said, newest first."""
    rows = (
        _files(scope)
        .where(AbsenceStatement.participant_id == participant_id)
        .order_by(AbsenceStatement.made_at.desc(), AbsenceStatement.id)
    )
    return [StatementFile(*row) for row in session.execute(rows)]


def get_statement(
    session: Session, scope: MunicipalityScope, participant_id: UUID, statement_id: UUID
) -> StatementFile:
    """Return one statement of a participant.

    Raises:
        NotFound: she has made no such statement, or is not the municipality's.
    """
    rows = _files(scope).where(
        AbsenceStatement.participant_id == participant_id, AbsenceStatement.id == statement_id
    )
    row = session.execute(rows).one_or_none()
    if row is None:
        raise NotFound
    return StatementFile(*row)


def list_waiting_statements(
    session: Session, scope: MunicipalityScope, without: Collection[UUID] = ()
) -> list[WaitingStatements]:
    """Return who waits for an answer, the longest first. `without`: what waits elsewhere."""
    rows = _waiting(select(AbsenceStatement), scope).order_by(
        AbsenceStatement.made_at, AbsenceStatement.id
    )
    waiting: dict[UUID, list[datetime]] = defaultdict(list)
    for statement in session.scalars(rows):
        if statement.id not in without:
            waiting[statement.participant_id].append(statement.made_at)
    return [WaitingStatements(who, moments[0], len(moments)) for who, moments in waiting.items()]


def statements_on(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, list[AbsenceStatement]]:
    """Return what waits for an answer and is about days of the period, by participant."""
    rows = (
        _waiting(select(AbsenceStatement), scope)
        .where(AbsenceStatement.first_day <= period.last_day)
        .where(AbsenceStatement.last_day >= period.first_day)
        .order_by(AbsenceStatement.first_day, AbsenceStatement.id)
    )
    if among is not None:
        rows = rows.where(AbsenceStatement.participant_id.in_(among))
    found: dict[UUID, list[AbsenceStatement]] = defaultdict(list)
    for statement in session.scalars(rows):
        found[statement.participant_id].append(statement)
    return found


def stated_days(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, frozenset[date]]:
    """Return the days of the period that a statement is about which nobody has answered."""
    return {
        who: frozenset(
            day
            for each in statements
            for day in Period(
                max(each.first_day, period.first_day), min(each.last_day, period.last_day)
            ).days()
        )
        for who, statements in statements_on(session, scope, period, among).items()
    }


def count_since(session: Session, participant_id: UUID, moment: datetime) -> int:
    """Return how many statements a participant has made since a moment."""
    rows = select(func.count(AbsenceStatement.id)).where(
        AbsenceStatement.participant_id == participant_id, AbsenceStatement.made_at >= moment
    )
    return session.scalar(rows) or 0


def _files(scope: MunicipalityScope) -> Select[AbsenceStatement, AbsenceStatementAnswer]:
    return (
        select(AbsenceStatement, AbsenceStatementAnswer)
        .join(Participant, Participant.id == AbsenceStatement.participant_id)
        .outerjoin(
            AbsenceStatementAnswer, AbsenceStatementAnswer.statement_id == AbsenceStatement.id
        )
        .where(Participant.municipality_id == scope.municipality_id)
    )


def _waiting(rows: Select[*Row], scope: MunicipalityScope) -> Select[*Row]:
    return (
        rows.join(Participant, Participant.id == AbsenceStatement.participant_id)
        .outerjoin(
            AbsenceStatementAnswer, AbsenceStatementAnswer.statement_id == AbsenceStatement.id
        )
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AbsenceStatementAnswer.id.is_(None))
    )
