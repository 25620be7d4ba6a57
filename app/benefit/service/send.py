"""The payment file: made once from what was approved, handed out unchanged for ever."""

import hashlib
from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.benefit.commands import CreateFile
from app.benefit.corrections import CorrectionLine, list_corrections
from app.benefit.errors import CannotCreateFile, FileRefusal, RunChanged
from app.benefit.models import PaymentFile, RunStatus
from app.benefit.payment_file import (
    Payee,
    PayrollLine,
    after_payment_lines,
    payroll_lines,
    render_file,
)
from app.benefit.payroll.queries import current_layout, employee_numbers
from app.benefit.queries import (
    PaymentLine,
    find_file,
    get_run,
    identity_numbers,
    list_payments,
)
from app.benefit.sealing import digest_of_run
from app.benefit.stored import from_json
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.core.ids import new_id
from app.core.pii import PersonName


def create_file(session: Session, clock: Clock, actor: Actor, command: CreateFile) -> PaymentFile:
    """Make the payment file of an approved month; if it has been made, return that one.

    Raises:
        NotFound: the municipality has no such run.
        CannotCreateFile: the month is not approved, or the layout needs numbers that are missing.
        RunChanged: the payments are not those that were approved.
    """
    run = get_run(session, actor.scope, command.run_id, is_locked=True)
    existing = find_file(session, actor.scope, run.id)
    if existing is not None:
        return existing
    if run.status is not RunStatus.APPROVED:
        raise CannotCreateFile(FileRefusal.NOT_APPROVED)
    lines = list_payments(session, actor.scope, run.id)
    if digest_of_run(session, run) != run.digest:
        raise RunChanged(run.id)
    layout = current_layout(session, actor.scope)
    corrections = list_corrections(session, actor.scope, run.id)
    among = {line.payment.participant_id for line in lines}
    among.update(each.correction.participant_id for each in corrections)
    numbers = employee_numbers(session, actor.scope, among)
    paid = _paid(session, actor, run.id, lines, corrections, numbers)
    if layout.needs_employee_numbers and any(not payee.employee_number for payee, _rows in paid):
        raise CannotCreateFile(FileRefusal.NUMBERS_MISSING)
    content = render_file(paid, layout)
    file = PaymentFile(
        id=new_id(),
        run_id=run.id,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        layout=layout.to_json(),
        employee_numbers={str(who): number for who, number in sorted(numbers.items())},
        created_by=actor.user_id,
        created_at=clock(),
    )
    session.add(file)
    run.status = RunStatus.SENT
    session.flush()
    _record(session, clock, actor, Action.PAYMENT_FILE_CREATED, file, lines)
    return file


def download_file(session: Session, clock: Clock, actor: Actor, run_id: UUID) -> bytes:
    """Return the bytes of the file, the same every time; the look at everybody is recorded.

    Raises:
        NotFound: there is no such run, or no file of it yet.
    """
    file = find_file(session, actor.scope, run_id, with_content=True)
    if file is None:
        raise NotFound
    lines = list_payments(session, actor.scope, run_id)
    _record(session, clock, actor, Action.PAYMENT_FILE_DOWNLOADED, file, lines)
    return file.content


def _paid(
    session: Session,
    actor: Actor,
    run_id: UUID,
    lines: list[PaymentLine],
    corrections: list[CorrectionLine],
    numbers: Mapping[UUID, str],
) -> list[tuple[Payee, list[PayrollLine]]]:
    identities = identity_numbers(session, actor.scope, run_id)
    payees: dict[UUID, Payee] = {}
    paid: dict[UUID, list[PayrollLine]] = {}

    def add(line: PaymentLine | CorrectionLine, who: UUID, rows: list[PayrollLine]) -> None:
        name = PersonName(f"{line.given_name} {line.family_name}")
        payees.setdefault(who, Payee(who, name, identities.get(who), numbers.get(who, "")))
        paid.setdefault(who, []).extend(rows)

    for line in lines:
        rows = payroll_lines(from_json(line.payment.assessment))
        add(line, line.payment.participant_id, rows)
    for each in corrections:
        # Who is corrected need not have a payment in the month.
        rows = after_payment_lines(each.period, each.correction.after_payment_ore)
        add(each, each.correction.participant_id, rows)
    return [(payees[who], rows) for who, rows in paid.items() if rows]


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    file: PaymentFile,
    lines: list[PaymentLine],
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("payment_file", file.id),
        details={
            "run_id": str(file.run_id),
            "sha256": file.sha256,
            "participant_ids": [str(line.payment.participant_id) for line in lines],
        },
    )
