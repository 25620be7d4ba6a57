"""What changes after a month was approved is paid after, or told: nothing issued is touched."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from app.accounts.models import Municipality
from app.attendance.models import GroupSession
from app.audit.actions import Action
from app.benefit import service
from app.benefit.commands import ApproveRun, CreateFile, PrepareRun
from app.benefit.corrections import list_corrections, read_corrections
from app.benefit.errors import ApproveRefusal, CannotApproveRun
from app.benefit.models import Payment, PaymentCorrection, PaymentRun
from app.benefit.stored import from_json
from app.core.actor import Role
from app.core.clock import Clock, fixed_clock
from app.extensions import db
from app.plans.models import Programme
from app.rules.parameters.base_amount import BASE_AMOUNT
from tests.integration.benefit.conftest import Month
from tests.support.client import Browser

DAY = 758_61
MISSED = date(2026, 10, 6)


def on(day: date) -> Clock:
    return fixed_clock(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))


DECEMBER = on(date(2026, 12, 3))
JANUARY = on(date(2027, 1, 4))


def pay(month: Month, year: int, number: int, clock: Clock, *, approved: bool = True) -> PaymentRun:
    run = service.prepare_run(db.session, clock, month.caseworker, PrepareRun(year, number))
    if approved:
        service.approve_run(db.session, clock, month.leader, ApproveRun(run.id, run.digest))
    db.session.commit()
    return run


def differences(month: Month, run: PaymentRun) -> list[tuple[int, int]]:
    lines = list_corrections(db.session, month.caseworker.scope, run.id)
    return [(line.correction.after_payment_ore, line.correction.overpaid_ore) for line in lines]


def test_a_reason_that_comes_late_is_paid_after(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        october = month.prepare()
        month.approve(october.id)
        before = db.session.scalar(select(func.sum(Payment.payout_ore)))
        month.explain(0, MISSED, MISSED, has_medical_certificate=True)
        november = pay(month, 2026, 11, DECEMBER)
        ((after, over),) = differences(month, november)
        assert abs(after - DAY) <= 1
        assert over == 0
        issued = select(func.sum(Payment.payout_ore)).where(Payment.run_id == october.id)
        assert db.session.scalar(issued) == before
        who = month.school.member_ids[0]
        (shown,) = read_corrections(db.session, month.caseworker.scope, november.id, who)
        assert shown.before is not None
        assert from_json(shown.before).absences[0].amount_ore == after
        assert shown.line.correction.assessment is not None
        assert from_json(shown.line.correction.assessment).absence_reduction_ore == 0
        pay(month, 2026, 12, JANUARY)
        file = service.create_file(
            db.session, DECEMBER, month.caseworker, CreateFile(november.id)
        ).content.decode()
        (line,) = [row for row in file.splitlines() if "INTRO-ETTERBETALING" in row]
        assert line.split(";")[-3:] == [
            f"{after // 100},{after % 100:02d}", "2026-10-01", "2026-10-31",
        ]  # fmt: skip


def test_what_was_paid_after_is_not_paid_again(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        month.approve(month.prepare().id)
        month.explain(0, MISSED, MISSED, has_medical_certificate=True)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) != []
        assert differences(month, pay(month, 2026, 12, JANUARY)) == []


def test_absence_that_is_found_later_is_told_and_never_taken(app: Flask, month: Month) -> None:
    with app.app_context():
        month.approve(month.prepare().id)
        month.miss(0, MISSED)
        november = pay(month, 2026, 11, DECEMBER)
        ((after, over),) = differences(month, november)
        assert after == 0
        assert abs(over - DAY) <= 1
        assert month.payment(november.id).payout_ore == month.payment(november.id).gross_ore


def test_who_was_enrolled_late_gets_the_month_after(app: Flask, month: Month) -> None:
    with app.app_context():
        who = month.school.member_ids[2]
        programme = update(Programme).where(Programme.participant_id == who)
        db.session.execute(programme.values(starts_on=date(2026, 11, 2)))
        db.session.commit()
        month.approve(month.prepare().id)
        db.session.execute(programme.values(starts_on=date(2026, 10, 1)))
        db.session.commit()
        november = pay(month, 2026, 11, DECEMBER)
        (line,) = list_corrections(db.session, month.caseworker.scope, november.id)
        assert (line.correction.issued_ore, line.correction.due_ore) == (0, 22_758_17)
        assert line.correction.participant_id == who


def test_a_programme_that_had_ended_leaves_the_month_overpaid(app: Flask, month: Month) -> None:
    with app.app_context():
        month.approve(month.prepare().id)
        ended = update(Programme).where(Programme.participant_id == month.school.member_ids[1])
        db.session.execute(ended.values(ends_on=date(2026, 9, 30)))
        db.session.commit()
        november = pay(month, 2026, 11, DECEMBER)
        (line,) = list_corrections(db.session, month.caseworker.scope, november.id)
        assert (line.correction.due_ore, line.correction.overpaid_ore) == (0, 22_758_17)
        paid = select(func.count()).where(Payment.run_id == november.id)
        assert db.session.scalar(paid) == 2


def test_nothing_is_computed_again_where_nothing_changed(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        # As if October had been computed long after everything was registered.
        run.prepared_at = datetime(2026, 11, 21, 9, tzinfo=UTC)
        db.session.commit()
        pay(month, 2026, 11, DECEMBER)
        assert db.session.scalar(select(func.count()).select_from(PaymentCorrection)) == 0


def test_a_timetable_that_changes_backwards_is_looked_at(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        run.prepared_at = datetime(2026, 11, 21, 9, tzinfo=UTC)
        db.session.execute(
            update(GroupSession).where(GroupSession.day == MISSED).values(is_cancelled=True)
        )
        db.session.commit()
        pay(month, 2026, 11, DECEMBER)
        looked = select(func.count()).select_from(PaymentCorrection)
        assert db.session.scalar(looked) == 3


def test_two_months_never_pay_the_same_correction(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        month.approve(month.prepare().id)
        month.explain(0, MISSED, MISSED, has_medical_certificate=True)
        november = pay(month, 2026, 11, DECEMBER, approved=False)
        december = pay(month, 2026, 12, JANUARY, approved=False)
        assert differences(month, november) == differences(month, december) != []
        clock, leader = JANUARY, month.leader
        service.approve_run(db.session, clock, leader, ApproveRun(november.id, november.digest))
        db.session.commit()
        with pytest.raises(CannotApproveRun) as refusal:
            service.approve_run(db.session, clock, leader, ApproveRun(december.id, december.digest))
        assert refusal.value.reason is ApproveRefusal.CORRECTED_MEANWHILE
        db.session.rollback()
        assert differences(month, pay(month, 2026, 12, JANUARY)) == []


def test_a_correction_with_something_open_blocks_the_month(app: Flask, month: Month) -> None:
    with app.app_context():
        month.approve(month.prepare().id)
        month.leave_open(0)
        programme = update(Programme).where(Programme.participant_id == month.school.member_ids[0])
        db.session.execute(programme.values(ends_on=date(2026, 10, 31)))
        db.session.commit()
        november = pay(month, 2026, 11, DECEMBER, approved=False)
        command = ApproveRun(november.id, november.digest)
        with pytest.raises(CannotApproveRun) as refusal:
            service.approve_run(db.session, DECEMBER, month.leader, command)
        assert refusal.value.reason is ApproveRefusal.OPEN_CLARIFICATIONS


@pytest.fixture
def late_base_amount() -> Iterator[None]:
    """Let the base amount of 2026 be fixed in December only."""
    row = BASE_AMOUNT.values[-1]
    announced_on = row.announced_on
    object.__setattr__(row, "announced_on", date(2026, 12, 1))
    yield
    object.__setattr__(row, "announced_on", announced_on)


@pytest.mark.usefixtures("late_base_amount")
def test_a_base_amount_that_is_fixed_backwards_is_paid_after(app: Flask, month: Month) -> None:
    with app.app_context():
        october = month.prepare()
        month.approve(october.id)
        assert month.payment(october.id).segments[0].base_amount == 130_160
        november = pay(month, 2026, 11, DECEMBER)
        assert month.payment(november.id).segments[0].base_amount == 136_549
        # 2 G / 12: 2 × 6 389 / 12
        month_difference = round(2 * (136_549 - 130_160) * 100 / 12)
        found = differences(month, november)
        assert len(found) == 3
        assert all(abs(after - month_difference) <= 1 and not over for after, over in found)


def test_the_choices_of_then_hold_for_the_month(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        month.approve(month.prepare().id)
        db.session.execute(update(Municipality).values(policies={"whole_day_basis": "hour"}))
        db.session.commit()
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == []


def test_the_pages_show_the_difference(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        month.approve(month.prepare().id)
        month.explain(0, MISSED, MISSED, has_medical_certificate=True)
        run_id = pay(month, 2026, 11, DECEMBER).id
        who = month.school.member_ids[0]
    browser = browser_for(Role.CASEWORKER)
    page = browser.get(f"/utbetaling/{run_id}").text
    assert "Rettinger av tidligere måneder" in page
    assert "Etterbetaling:" in page
    single = browser.get(f"/utbetaling/{run_id}/{who}").text
    assert "Fravær med stønad" in single
    assert "06.10.2026" in single
    with app.app_context():
        assert month.events(Action.PAYMENTS_VIEWED)[-1].participant_id == who
