"""Finding applications for leave with what was decided about them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.attendance.statements.models import AbsenceStatement
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.decisions.leave.kinds import LeaveStage
from app.decisions.leave.models import (
    DecidedLeave,
    GrantedLeave,
    LeaveApplication,
    LeaveClosing,
)
from app.decisions.models import AdministrativeDecision
from app.decisions.states import DecisionState


@dataclass(frozen=True, slots=True)
class LeaveFile:
    """An application, and what became of it."""

    application: LeaveApplication
    statement: AbsenceStatement | None
    """What the participant sent from her own page."""
    closing: LeaveClosing | None
    decided: DecidedLeave | None
    decision: AdministrativeDecision | None
    absence_id: UUID | None
    """Of the absence that the decision laid into the calendar."""

    @property
    def stage(self) -> LeaveStage:
        """Return how far the application has come."""
        if self.closing is not None:
            return LeaveStage.CLOSED
        if self.decision is None:
            return LeaveStage.RECEIVED
        is_draft = self.decision.state is DecisionState.DRAFT
        return LeaveStage.DRAFT if is_draft else LeaveStage.DECIDED

    @property
    def applied(self) -> Period:
        """Return the days that the participant applied for."""
        return Period(self.application.first_day, self.application.last_day)

    @property
    def granted(self) -> Period | None:
        """Return the days that the decision grants, or would grant; None: none."""
        decided = self.decided
        if decided is None or decided.first_day is None or decided.last_day is None:
            return None
        return Period(decided.first_day, decided.last_day)


def list_applications(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[LeaveFile]:
    """Return the participant's applications, newest first; always the same number of queries."""
    of_her = _applications(scope).where(LeaveApplication.participant_id == participant_id)
    return _files(
        session, of_her.order_by(LeaveApplication.registered_at.desc(), LeaveApplication.id)
    )


def get_application(
    session: Session, scope: MunicipalityScope, participant_id: UUID, application_id: UUID
) -> LeaveFile:
    """Return one of the participant's applications.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for file in list_applications(session, scope, participant_id):
        if file.application.id == application_id:
            return file
    raise NotFound


def list_undecided(session: Session, scope: MunicipalityScope) -> list[LeaveFile]:
    """Return the applications that nobody has begun to decide, the first leave first."""
    waiting = _applications(scope).where(
        LeaveApplication.id.not_in(select(DecidedLeave.application_id)),
        LeaveApplication.id.not_in(select(LeaveClosing.application_id)),
    )
    return _files(session, waiting.order_by(LeaveApplication.first_day, LeaveApplication.id))


def find_of_statement(session: Session, statement_id: UUID) -> UUID | None:
    """Return the application that was made of a statement, or None."""
    return session.scalar(
        select(LeaveApplication.id).where(LeaveApplication.statement_id == statement_id)
    )


def statements_taken_up(session: Session, scope: MunicipalityScope) -> frozenset[UUID]:
    """Return what participants sent that is an application by now."""
    found = select(LeaveApplication.statement_id).where(
        LeaveApplication.municipality_id == scope.municipality_id,
        LeaveApplication.statement_id.is_not(None),
    )
    return frozenset(each for each in session.scalars(found) if each is not None)


def leaves_of(session: Session, decision_ids: Collection[UUID]) -> dict[UUID, LeaveFile]:
    """Return by id of the decision the application that it answers."""
    decided = select(DecidedLeave.application_id).where(DecidedLeave.decision_id.in_(decision_ids))
    found = _files(session, select(LeaveApplication).where(LeaveApplication.id.in_(decided)))
    return {file.decision.id: file for file in found if file.decision is not None}


def _applications(scope: MunicipalityScope) -> Select[LeaveApplication]:
    return select(LeaveApplication).where(LeaveApplication.municipality_id == scope.municipality_id)


def _files(session: Session, chosen: Select[LeaveApplication]) -> list[LeaveFile]:
    applications = list(session.scalars(chosen))
    ids = [each.id for each in applications]
    closings = {
        each.application_id: each
        for each in session.scalars(
            select(LeaveClosing).where(LeaveClosing.application_id.in_(ids))
        )
    }
    sent = [each.statement_id for each in applications if each.statement_id is not None]
    statements = (
        {
            each.id: each
            for each in session.scalars(
                select(AbsenceStatement).where(AbsenceStatement.id.in_(sent))
            )
        }
        if sent
        else {}
    )
    rows = session.execute(
        select(DecidedLeave, AdministrativeDecision, GrantedLeave.absence_id)
        .join(AdministrativeDecision, AdministrativeDecision.id == DecidedLeave.decision_id)
        .outerjoin(GrantedLeave, GrantedLeave.decision_id == DecidedLeave.decision_id)
        .where(DecidedLeave.application_id.in_(ids))
    )
    decided = {row[0].application_id: row for row in rows}
    files = []
    for each in applications:
        found = decided.get(each.id)
        what, decision, absence_id = found if found else (None, None, None)
        statement = statements.get(each.statement_id) if each.statement_id else None
        closing = closings.get(each.id)
        files.append(LeaveFile(each, statement, closing, what, decision, absence_id))
    return files
