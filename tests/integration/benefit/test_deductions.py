"""Other benefits, work in the programme and overpayments: registered, counted, withdrawn."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from flask import Flask

from app.audit.actions import Action
from app.benefit.deductions import service
from app.benefit.deductions.commands import (
    RegisterDeduction,
    SettleOverpayment,
    WithdrawDeduction,
)
from app.benefit.deductions.errors import CannotDeduct, DeductionRefusal
from app.benefit.deductions.kinds import DeductionKind
from app.benefit.models import PaymentRun
from app.benefit.overpaid import list_overpayments
from app.benefit.snapshot import OtherLine
from app.core.actor import Role
from app.core.errors import NotFound
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.integration.benefit.test_corrections import DECEMBER, JANUARY, differences, on, pay
from tests.support.client import Browser

FULL_MONTH = 22_758_17
FEBRUARY = on(date(2027, 2, 2))


def register(month: Month, kind: DeductionKind, amount_ore: int, **changes: object) -> UUID:
    told = {
        "participant_id": month.school.member_ids[0],
        "kind": kind,
        "first_day": date(2026, 10, 1),
        "last_day": date(2026, 10, 31),
        "amount_ore": amount_ore,
        "minutes": None,
        "is_earned_before_programme": None,
        "documentation": "Vedtak fra Nav",
    }
    command = RegisterDeduction(**{**told, **changes})  # type: ignore[arg-type]
    row = service.register_deduction(db.session, month.world.clock, month.caseworker, command)
    db.session.commit()
    return row.id


def others(month: Month, run: PaymentRun) -> tuple[OtherLine, ...]:
    return month.payment(run.id).others


@pytest.mark.parametrize(
    ("kind", "changes", "taken"),
    [
        (DeductionKind.DISABILITY_BENEFIT, {}, 5_000_00),
        (DeductionKind.DISABILITY_BENEFIT, {"last_day": None}, 5_000_00),
        # 10 of the 31 days of October
        (DeductionKind.DISABILITY_BENEFIT, {"last_day": date(2026, 10, 10)}, 1_612_90),
        (DeductionKind.DISABILITY_BENEFIT, {"last_day": date(2026, 11, 2)}, 5_000_00),
        (DeductionKind.UNEMPLOYMENT_BENEFIT, {"is_earned_before_programme": True}, 5_000_00),
        (DeductionKind.UNEMPLOYMENT_BENEFIT, {"is_earned_before_programme": False}, 0),
        # 10 hours at 2 G / 1850 are less than the wage
        (DeductionKind.PROGRAMME_WORK, {"minutes": 600}, 1_476_21),
        (DeductionKind.PROGRAMME_WORK, {"minutes": 6000}, 5_000_00),
    ],
)
def test_what_is_registered_reduces_the_month(
    app: Flask, month: Month, kind: DeductionKind, changes: dict[str, object], taken: int
) -> None:
    with app.app_context():
        register(month, kind, 5_000_00, **changes)
        payment = month.payment(month.prepare().id)
        assert abs(payment.other_reductions_ore - taken) <= 1
        assert payment.payout_ore == FULL_MONTH - payment.other_reductions_ore


def test_when_a_right_was_earned_must_be_known(app: Flask, month: Month) -> None:
    with app.app_context():
        register(month, DeductionKind.SICKNESS_BENEFIT, 5_000_00)
        run = month.prepare()
        assert [doubt.code for doubt in month.payment(run.id).doubts] == ["benefit_earned_when"]


def test_half_of_g_of_transitional_benefit_is_free(app: Flask, month: Month) -> None:
    with app.app_context():
        register(month, DeductionKind.TRANSITIONAL_BENEFIT, 168_274_50)
        # 40 % of what is above G/2 = 68 274.50 kroner, a twelfth a month
        taken = month.payment(month.prepare().id).other_reductions_ore
        assert abs(taken - 40 * 100_000_00 // 100 // 12) <= 1


@pytest.mark.parametrize(
    ("kind", "changes", "reason"),
    [
        ("disability_benefit", {"last_day": date(2026, 9, 1)}, "wrong_order"),
        ("programme_work", {}, "needs_work_time"),
        ("programme_work", {"minutes": 60, "last_day": None}, "needs_work_time"),
        ("programme_work", {"minutes": 60, "last_day": date(2026, 11, 1)}, "work_in_one_month"),
        ("transitional_benefit", {"last_day": date(2026, 10, 30)}, "whole_months"),
        ("transitional_benefit", {"first_day": date(2026, 10, 2)}, "whole_months"),
    ],
)
def test_refused(
    app: Flask, month: Month, kind: str, changes: dict[str, object], reason: str
) -> None:
    with app.app_context(), pytest.raises(CannotDeduct) as refusal:
        register(month, DeductionKind(kind), 100_00, **changes)
    assert refusal.value.reason is DeductionRefusal(reason)


def test_what_is_registered_late_corrects_and_what_is_withdrawn_does_too(
    app: Flask, month: Month
) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        deduction_id = register(month, DeductionKind.DISABILITY_BENEFIT, 5_000_00)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == [(0, 5_000_00)]
        command = WithdrawDeduction(month.school.member_ids[0], deduction_id)
        for _each in range(2):
            service.withdraw_deduction(db.session, DECEMBER, month.caseworker, command)
        db.session.commit()
        assert len(month.events(Action.DEDUCTION_WITHDRAWN)) == 1
        assert differences(month, pay(month, 2026, 12, JANUARY)) == []


def overpay(month: Month) -> UUID:
    """Pay October in full, and find a day of absence afterwards."""
    october = month.prepare()
    month.approve(october.id)
    month.miss(0, date(2026, 10, 6))
    pay(month, 2026, 11, DECEMBER)
    return october.id


def settle(month: Month, of_run_id: UUID, amount_ore: int, instalment_ore: int | None) -> None:
    command = SettleOverpayment(
        month.school.member_ids[0],
        of_run_id,
        amount_ore,
        instalment_ore,
        date(2026, 12, 1),
        "Vedtak 4. desember 2026",
    )
    service.settle_overpayment(db.session, DECEMBER, month.caseworker, command)
    db.session.commit()


def left(month: Month) -> list[int]:
    who = month.school.member_ids[0]
    found = list_overpayments(db.session, month.caseworker.scope, who)
    return [each.left_ore for each in found]


def test_an_overpayment_is_taken_in_instalments_and_no_further(app: Flask, month: Month) -> None:
    with app.app_context():
        of_run_id = overpay(month)
        (owed,) = left(month)
        settle(month, of_run_id, owed, 500_00)
        assert left(month) == []
        december = pay(month, 2026, 12, JANUARY)
        assert [line.amount_ore for line in others(month, december)] == [500_00]
        january = pay(month, 2027, 1, FEBRUARY)
        assert [line.amount_ore for line in others(month, january)] == [owed - 500_00]
        february = pay(month, 2027, 2, on(date(2027, 3, 2)))
        assert others(month, february) == ()
        assert differences(month, december) == differences(month, january) == []
        assert left(month) == []


def test_nothing_is_taken_of_what_she_keeps(app: Flask, month: Month) -> None:
    with app.app_context():
        of_run_id = overpay(month)
        (owed,) = left(month)
        settle(month, of_run_id, owed, None)
        assert left(month) == []
        assert others(month, pay(month, 2026, 12, JANUARY)) == ()


def test_what_is_taken_back_and_was_hers_after_all_is_paid_after(app: Flask, month: Month) -> None:
    with app.app_context():
        of_run_id = overpay(month)
        (owed,) = left(month)
        settle(month, of_run_id, owed, 5_000_00)
        day = date(2026, 10, 6)
        month.explain(0, day, day, has_medical_certificate=True)
        december = pay(month, 2026, 12, JANUARY)
        assert [line.amount_ore for line in others(month, december)] == [owed]
        assert differences(month, december) == [(owed, 0)]


def test_nobody_decides_about_more_than_is_overpaid(app: Flask, month: Month) -> None:
    with app.app_context():
        of_run_id = overpay(month)
        (owed,) = left(month)
        for amount_ore in (owed + 1, 0):
            with pytest.raises(CannotDeduct) as refusal:
                settle(month, of_run_id, amount_ore, 100_00)
            assert refusal.value.reason is DeductionRefusal.NOT_OVERPAID
        settle(month, of_run_id, owed, 100_00)
        with pytest.raises(CannotDeduct):
            settle(month, of_run_id, owed, None)


def test_a_recovery_that_has_been_taken_stays(app: Flask, month: Month) -> None:
    with app.app_context():
        of_run_id = overpay(month)
        settle(month, of_run_id, left(month)[0], 100_00)
        pay(month, 2026, 12, JANUARY)
        who = month.school.member_ids[0]
        _person, (row,), _left = service.open_deductions(db.session, JANUARY, month.caseworker, who)
        with pytest.raises(CannotDeduct) as refusal:
            service.withdraw_deduction(
                db.session, JANUARY, month.caseworker, WithdrawDeduction(who, row.id)
            )
        assert refusal.value.reason is DeductionRefusal.ALREADY_TAKEN


def test_another_municipalitys_deduction_does_not_exist(
    app: Flask, month: Month, foreign: Month
) -> None:
    with app.app_context():
        deduction_id = register(month, DeductionKind.DISABILITY_BENEFIT, 100_00)
        command = WithdrawDeduction(month.school.member_ids[0], deduction_id)
        with pytest.raises(NotFound):
            service.withdraw_deduction(db.session, month.world.clock, foreign.caseworker, command)


def test_the_pages(app: Flask, month: Month, browser_for: Callable[..., Browser]) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{month.school.member_ids[0]}/utbetaling/annet"
    assert "Ingenting er registrert." in browser.get(url).text
    fields = {
        "kind": "disability_benefit",
        "first_day": "01.10.2026",
        "amount": "5000",
        "earned": "not_known",
        "documentation": "Vedtak fra Nav 1. oktober 2026",
    }
    refused = browser.submit(f"{url}/ny", {**fields, "last_day": "01.09.2026"}, status=200)
    assert "Den siste dagen kan ikke være før den første." in refused.text
    browser.submit(f"{url}/ny", fields)
    page = browser.get(url).text
    assert "Uføretrygd" in page
    assert "Vedtak fra Nav 1. oktober 2026" in page
    browser.submit(url, action=page.split('action="')[-1].split('"')[0])
    assert "Trukket tilbake" in browser.get(url).text
    with app.app_context():
        actions = [Action.DEDUCTION_REGISTERED, Action.DEDUCTION_WITHDRAWN]
        assert [event.action for event in month.events(*actions)] == actions


def test_the_page_of_an_overpayment(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        of_run_id = overpay(month)
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{month.school.member_ids[0]}/utbetaling/annet"
    assert "For mye utbetalt, ikke avgjort" in browser.get(url).text
    fields = {"month": str(of_run_id), "outcome": "take", "documentation": "Vedtak"}
    refused = browser.submit(f"{url}/feilutbetaling", fields, status=200)
    assert "Skriv når trekket begynner." in refused.text
    told = {**fields, "instalment": "500", "first_day": "2026-12-01"}
    browser.submit(f"{url}/feilutbetaling", told)
    page = browser.get(url).text
    assert "For mye utbetalt, ikke avgjort" not in page
    assert "høyst" in page


def test_a_benefit_reduces_only_the_days_of_the_programme(app: Flask, month: Month) -> None:
    """§ 22: after 15 October there is no introductory benefit left to reduce."""
    with app.app_context():
        month.end_programme(0, date(2026, 10, 15))
        register(month, DeductionKind.DISABILITY_BENEFIT, 5_000_00)
        (line,) = others(month, month.prepare())
        assert line.amount_ore == pytest.approx(5_000_00 * 15 / 31, abs=1)
