"""Contested absence stops the month; a suspended reduction is not taken until it is released."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from flask import Flask

from app.audit.actions import Action
from app.benefit.errors import ApproveRefusal, CannotApproveRun
from app.benefit.holds import service
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.service import CannotHold, PlaceHold
from app.core.actor import Role
from app.core.errors import NotFound
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.integration.benefit.test_corrections import DECEMBER, JANUARY, differences, pay
from tests.support.client import Browser

FULL_MONTH = 22_758_17
MISSED = date(2026, 10, 6)


def hold(month: Month, kind: HoldKind, first_day: date = MISSED, last_day: date = MISSED) -> UUID:
    command = PlaceHold(month.school.member_ids[0], kind, first_day, last_day, "Klage 9. oktober")
    placed = service.place_hold(db.session, month.world.clock, month.caseworker, command)
    db.session.commit()
    return placed.id


def release(month: Month, hold_id: UUID) -> None:
    who = month.school.member_ids[0]
    service.release_hold(db.session, month.world.clock, month.caseworker, who, hold_id)
    db.session.commit()


def test_a_contested_reduction_is_not_approved(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        hold_id = hold(month, HoldKind.CONTESTED)
        run = month.prepare()
        assert [doubt.code for doubt in month.payment(run.id).doubts] == ["contested"]
        with pytest.raises(CannotApproveRun) as refusal:
            month.approve(run.id)
        assert refusal.value.reason is ApproveRefusal.OPEN_CLARIFICATIONS
        db.session.rollback()
        release(month, hold_id)
        month.approve(month.prepare().id)


def test_what_costs_nothing_may_be_contested(app: Flask, month: Month) -> None:
    with app.app_context():
        hold(month, HoldKind.CONTESTED)
        month.approve(month.prepare().id)


def test_a_suspended_reduction_is_not_taken_and_shows_when_it_is_released(
    app: Flask, month: Month
) -> None:
    with app.app_context():
        month.miss(0, MISSED, date(2026, 10, 7))
        hold_id = hold(month, HoldKind.SUSPENDED)
        run = month.prepare()
        payment = month.payment(run.id)
        assert payment.suspended == (MISSED,)
        held, taken = payment.absences
        assert held.amount_ore == 0
        assert payment.payout_ore == FULL_MONTH - taken.amount_ore
        month.approve(run.id)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == []
        release(month, hold_id)
        ((after, over),) = differences(month, pay(month, 2026, 12, JANUARY))
        assert after == 0
        assert abs(over - 758_61) <= 1


def test_a_reduction_that_is_suspended_after_payment_is_paid_back(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        run = month.prepare()
        cost = month.payment(run.id).absence_reduction_ore
        month.approve(run.id)
        hold(month, HoldKind.SUSPENDED)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == [(cost, 0)]


def test_days_stand_in_order(app: Flask, month: Month) -> None:
    with app.app_context(), pytest.raises(CannotHold):
        hold(month, HoldKind.SUSPENDED, MISSED, date(2026, 10, 5))


def test_another_municipalitys_hold_does_not_exist(
    app: Flask, month: Month, foreign: Month
) -> None:
    with app.app_context():
        hold_id = hold(month, HoldKind.SUSPENDED)
        who = month.school.member_ids[0]
        with pytest.raises(NotFound):
            service.release_hold(db.session, month.world.clock, foreign.caseworker, who, hold_id)


def test_the_pages(app: Flask, month: Month, browser_for: Callable[..., Browser]) -> None:
    with app.app_context():
        month.miss(0, MISSED)
    browser = browser_for(Role.CASEWORKER)
    who = month.school.member_ids[0]
    url = f"/deltakere/{who}/utbetaling/utsatt"
    fields = {
        "kind": "suspended",
        "first_day": "06.10.2026",
        "last_day": "05.10.2026",
        "reason": "Statsforvalteren har utsatt vedtaket",
    }
    refused = browser.submit(url, fields, status=200).text
    assert "Den siste dagen kan ikke være før den første." in refused
    browser.submit(url, {**fields, "last_day": "06.10.2026"})
    page = browser.get(url).text
    assert "Statsforvalteren har utsatt vedtaket" in page
    preview = browser.get(f"/deltakere/{who}/utbetaling?maned=2026-10").text
    assert "Vedtaket om trekk er utsatt." in preview
    hold_url = page.split('action="')[-1].split('"')[0]
    browser.submit(url, action=hold_url)
    with app.app_context():
        actions = [Action.REDUCTION_HELD, Action.REDUCTION_RELEASED]
        assert [event.action for event in month.events(*actions)] == actions
