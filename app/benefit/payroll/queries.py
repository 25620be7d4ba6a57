"""Reading layouts and numbers of employees."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.benefit.payroll.layout import Layout
from app.benefit.payroll.models import EmployeeNumber, PayrollLayout
from app.benefit.payroll.presets import PORTAL_LAYOUT
from app.core.actor import MunicipalityScope
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant


@dataclass(frozen=True, slots=True)
class Employee:
    """A participant as the payroll system may know her."""

    participant_id: UUID
    given_name: str
    family_name: str
    identity_number: IdentityNumber | None
    number: str
    """Empty: she has none."""


def list_layouts(session: Session, scope: MunicipalityScope) -> list[PayrollLayout]:
    """Return every layout that the municipality has chosen, newest first."""
    rows = (
        select(PayrollLayout)
        .where(PayrollLayout.municipality_id == scope.municipality_id)
        .order_by(PayrollLayout.number.desc())
    )
    return list(session.scalars(rows))


def find_layout(session: Session, scope: MunicipalityScope) -> PayrollLayout | None:
    """Return the layout that holds, or None where none was chosen."""
    rows = (
        select(PayrollLayout)
        .where(PayrollLayout.municipality_id == scope.municipality_id)
        .order_by(PayrollLayout.number.desc())
        .limit(1)
    )
    return session.scalar(rows)


def current_layout(session: Session, scope: MunicipalityScope) -> Layout:
    """Return the layout of files that are made now."""
    chosen = find_layout(session, scope)
    return Layout.from_json(chosen.layout) if chosen else PORTAL_LAYOUT


def find_number(
    session: Session, scope: MunicipalityScope, participant_id: UUID, *, is_locked: bool = False
) -> EmployeeNumber | None:
    """Return a participant's number, or None."""
    rows = select(EmployeeNumber).where(
        EmployeeNumber.municipality_id == scope.municipality_id,
        EmployeeNumber.participant_id == participant_id,
    )
    if is_locked:
        rows = rows.with_for_update().execution_options(populate_existing=True)
    return session.scalar(rows)


def employee_numbers(
    session: Session, scope: MunicipalityScope, among: Collection[UUID] | None = None
) -> dict[UUID, str]:
    """Return the municipality's numbers by participant; `among`: of these alone."""
    rows = select(EmployeeNumber.participant_id, EmployeeNumber.number).where(
        EmployeeNumber.municipality_id == scope.municipality_id
    )
    found = {row.participant_id: row.number for row in session.execute(rows)}
    if among is None:
        return found
    wanted = set(among)
    return {who: number for who, number in found.items() if who in wanted}


def list_employees(session: Session, scope: MunicipalityScope) -> list[Employee]:
    """Return every participant of the municipality with her number, by name."""
    rows = (
        select(
            Participant.id,
            Participant.given_name,
            Participant.family_name,
            Participant.identity_number,
            EmployeeNumber.number,
        )
        .outerjoin(EmployeeNumber, EmployeeNumber.participant_id == Participant.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .order_by(Participant.family_name, Participant.given_name, Participant.id)
    )
    return [
        Employee(who, given, family, identity_number, number or "")
        for who, given, family, identity_number, number in session.execute(rows)
    ]
