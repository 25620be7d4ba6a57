"""Receipts: read once, shown as differences, a task until somebody has done something."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.benefit.receipts import service
from app.benefit.receipts.kinds import Outcome
from app.benefit.receipts.models import PaymentReceipt, PaymentReceiptLine
from app.benefit.receipts.queries import list_stopped
from app.benefit.receipts.reading import CannotReadReceipt
from app.benefit.receipts.service import SettleLine, keep_receipt, settle_line
from app.core.actor import Role
from app.core.errors import NotFound
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.client import Browser
from tests.support.world import RANDOM_ID


@pytest.fixture
def sent(app: Flask, month: Month) -> UUID:
    """October, sent."""
    with app.app_context():
        run_id = month.prepare().id
        month.approve(run_id)
        month.send(run_id)
        return run_id


def receipt(month: Month) -> str:
    one, two, _three = month.school.member_ids
    return (
        "Referanse;Beløp;Status;Årsak\n"
        f"{one};22758,17;Betalt;\n{two};22758,17;Avvist;Ukjent konto\nX-1;5,00;Betalt;\n"
    )


def keep(month: Month, run_id: UUID, text: str) -> PaymentReceipt | None:
    kept = keep_receipt(db.session, month.world.clock, month.caseworker, run_id, text)
    db.session.commit()
    return kept


def test_the_same_receipt_twice_changes_nothing(app: Flask, month: Month, sent: UUID) -> None:
    with app.app_context():
        assert keep(month, sent, receipt(month))
        assert keep(month, sent, receipt(month).replace("\n", "\r\n")) is None
        assert db.session.scalar(select(func.count()).select_from(PaymentReceipt)) == 1
        outcomes = select(PaymentReceiptLine.outcome).order_by(PaymentReceiptLine.line)
        assert list(db.session.scalars(outcomes)) == [
            Outcome.PAID,
            Outcome.REJECTED,
            Outcome.UNKNOWN,
        ]
        assert len(month.events(Action.PAYMENT_RECEIPT_READ)) == 1


def test_a_line_that_is_not_understood_keeps_nothing(app: Flask, month: Month, sent: UUID) -> None:
    with app.app_context():
        with pytest.raises(CannotReadReceipt):
            keep(month, sent, receipt(month) + "Y;5;kanskje;\n")
        assert db.session.scalar(select(func.count()).select_from(PaymentReceipt)) == 0


def test_differences_and_the_task(
    month: Month, sent: UUID, app: Flask, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/utbetaling/{sent}/kvittering"
    with app.app_context():
        keep(month, sent, receipt(month))
        line = db.session.scalars(
            select(PaymentReceiptLine).where(PaymentReceiptLine.outcome == Outcome.REJECTED)
        ).one()
        settle = f"{url}/{line.id}"
        paid = db.session.scalars(
            select(PaymentReceiptLine.id).where(PaymentReceiptLine.outcome == Outcome.PAID)
        ).one()
    page = browser.get(url).text
    for said in ("Avvist", "Ukjent konto", "Står ikke i utbetalingsfilen", "Ikke svart ennå"):
        assert said in page
    assert settle in page
    assert browser.client.get(f"{url}/{paid}").status_code == 404
    task = "Lønnssystemet avviste utbetalingen for oktober 2026"
    assert task in browser.get("/arbeidsliste?visning=alle").text
    browser.submit(settle, {"note": ""}, status=200)
    browser.submit(settle, {"note": "Betalt manuelt"})
    assert "Betalt manuelt" in browser.get(url).text
    assert task not in browser.get("/arbeidsliste?visning=alle").text
    protocol = browser.get(f"/utbetaling/{sent}/protokoll").text
    for said in (
        "Avvist",
        "Beregnet av",
        "Leader Fjordvik",
        "Fil laget av",
        "68\N{NO-BREAK SPACE}274,51",
    ):
        assert said in protocol


def test_settled_once(app: Flask, month: Month, sent: UUID) -> None:
    with app.app_context():
        keep(month, sent, receipt(month))
        (stopped,) = list_stopped(db.session, month.caseworker.scope)
        assert stopped.participant_id == month.school.member_ids[1]
        line = db.session.scalars(
            select(PaymentReceiptLine).where(PaymentReceiptLine.outcome == Outcome.REJECTED)
        ).one()
        for note in ("Rettet", "Noe annet"):
            command = SettleLine(sent, line.id, note)
            settle_line(db.session, month.world.clock, month.caseworker, command)
        assert line.note == "Rettet"
        assert list_stopped(db.session, month.caseworker.scope) == []
        assert len(month.events(Action.PAYMENT_RECEIPT_LINE_SETTLED)) == 1


def test_only_ones_own_and_only_what_was_sent(
    app: Flask, month: Month, foreign: Month, sent: UUID
) -> None:
    clock = month.world.clock
    with app.app_context():
        keep(month, sent, receipt(month))
        line_id = db.session.scalars(select(PaymentReceiptLine.id)).first()
        assert line_id
        other = foreign.prepare().id
        for actor, run_id in (
            (foreign.caseworker, sent),
            (foreign.caseworker, other),
            (month.caseworker, RANDOM_ID),
        ):
            with pytest.raises(NotFound):
                service.open_receipts(db.session, clock, actor, run_id)
            with pytest.raises(NotFound):
                keep_receipt(db.session, clock, actor, run_id, receipt(month))
        with pytest.raises(NotFound):
            settle_line(db.session, clock, foreign.caseworker, SettleLine(sent, line_id, "x"))
        with pytest.raises(NotFound):
            service.open_line(db.session, clock, foreign.caseworker, sent, line_id)
