"""Choosing the layout of the payment file, and registering numbers of employees."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.payroll.cells import NUMBER
from app.benefit.payroll.commands import ChooseLayout, RegisterNumber
from app.benefit.payroll.errors import CannotRegisterNumber, LayoutChanged, NumberRefusal
from app.benefit.payroll.importing import NumberRow, read_rows
from app.benefit.payroll.models import EmployeeNumber, PayrollLayout
from app.benefit.payroll.presets import preset_of
from app.benefit.payroll.queries import (
    employee_numbers,
    find_layout,
    find_number,
    list_employees,
)
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import NotPermitted
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique


@dataclass(frozen=True, slots=True)
class OpenedNumber:
    """A participant with her number; empty: she has none."""

    participant: Participant
    number: str


def choose_layout(
    session: Session, clock: Clock, actor: Actor, command: ChooseLayout
) -> PayrollLayout | None:
    """Let files that are made from now on look like this; files that exist stay as they are.

    Returns None where this layout holds already.

    Raises:
        NotPermitted: only the administrator chooses.
        LayoutChanged: the form was opened before somebody else's choice.
        ValueError: the layout is not whole; its form has said so before.
    """
    if actor.role is not Role.ADMINISTRATOR:
        raise NotPermitted
    if problems := command.layout.problems():
        raise ValueError(f"layout with problems: {problems}")
    before = find_layout(session, actor.scope)
    number = before.number if before else 0
    if number != command.seen:
        raise LayoutChanged(number)
    kept = command.layout.to_json()
    if before is not None and before.layout == kept:
        return None
    chosen = PayrollLayout(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        number=number + 1,
        layout=kept,
        chosen_by=actor.user_id,
        chosen_at=clock(),
    )
    try:
        add_unique(session, chosen)
    except Taken as error:  # somebody chose at the same moment
        raise LayoutChanged(number + 1) from error
    audit.record(
        session,
        clock,
        actor,
        Action.PAYROLL_LAYOUT_CHOSEN,
        ("payroll_layout", chosen.id),
        details={"preset": preset_of(command.layout).value, "layout": kept},
    )
    return chosen


def open_number(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> OpenedNumber:
    """Return a participant with her number, and record the look.

    Raises:
        NotFound: the municipality has no such participant.
    """
    participant = get_participant(session, actor.scope, participant_id)
    audit.record(
        session,
        clock,
        actor,
        Action.EMPLOYEE_NUMBERS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
    found = find_number(session, actor.scope, participant_id)
    return OpenedNumber(participant, found.number if found else "")


def register_number(session: Session, clock: Clock, actor: Actor, command: RegisterNumber) -> None:
    """Set, change or take away a participant's number.

    Raises:
        NotFound: the municipality has no such participant.
        CannotRegisterNumber: it is odd, another participant's, or was changed meanwhile.
    """
    get_participant(session, actor.scope, command.participant_id)
    number = command.number.strip()
    if number and NUMBER.fullmatch(number) is None:
        raise CannotRegisterNumber(NumberRefusal.ODD)
    row = find_number(session, actor.scope, command.participant_id, is_locked=True)
    if (row.number if row else "") != command.seen:
        raise CannotRegisterNumber(NumberRefusal.CHANGED)
    if number == command.seen:
        return
    owners = _owners(session, actor)
    _set_number(session, clock, actor, command.participant_id, number, row, owners)


def preview_numbers(session: Session, clock: Clock, actor: Actor, text: str) -> list[NumberRow]:
    """Return what a list of numbers would do, row by row; the look at everybody is recorded."""
    rows = read_rows(text, list_employees(session, actor.scope))
    named = sorted({str(row.employee.participant_id) for row in rows if row.employee})
    audit.record(
        session,
        clock,
        actor,
        Action.EMPLOYEE_NUMBERS_VIEWED,
        ("municipality", actor.scope.municipality_id),
        details={"participant_ids": named},
    )
    return rows


def import_numbers(session: Session, clock: Clock, actor: Actor, text: str) -> int:
    """Register the rows of a list that are whole; the others change nothing. Returns how many."""
    count = 0
    owners = _owners(session, actor)
    for row in read_rows(text, list_employees(session, actor.scope)):
        if row.problem or row.is_known or row.employee is None:
            continue
        who = row.employee.participant_id
        found = find_number(session, actor.scope, who, is_locked=True)
        _set_number(session, clock, actor, who, row.number, found, owners)
        owners[row.number] = who
        count += 1
    return count


def _owners(session: Session, actor: Actor) -> dict[str, UUID]:
    return {number: who for who, number in employee_numbers(session, actor.scope).items()}


def _set_number(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    number: str,
    row: EmployeeNumber | None,
    owners: Mapping[str, UUID],
) -> None:
    if owners.get(number, participant_id) != participant_id:
        raise CannotRegisterNumber(NumberRefusal.TAKEN)
    if not number and row is not None:
        session.delete(row)
    elif row is not None:
        row.number, row.registered_by, row.registered_at = number, actor.user_id, clock()
    else:
        row = EmployeeNumber(
            participant_id=participant_id,
            municipality_id=actor.scope.municipality_id,
            number=number,
            registered_by=actor.user_id,
            registered_at=clock(),
        )
    try:
        add_unique(session, *([row] if number else []))
    except Taken as error:  # somebody registered it at the same moment
        raise CannotRegisterNumber(NumberRefusal.TAKEN) from error
    audit.record(
        session,
        clock,
        actor,
        Action.EMPLOYEE_NUMBER_REGISTERED,
        ("participant", participant_id),
        participant_id=participant_id,
        details={"is_set": bool(number)},
    )
