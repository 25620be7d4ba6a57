"""Registration closes: a month that was computed before is only a preview."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import delete, update

from app.accounts.models import Municipality
from app.attendance.models import AttendanceMark, Group
from app.benefit import service
from app.benefit.commands import ApproveRun, PrepareRun
from app.benefit.errors import ApproveRefusal, CannotApproveRun
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.client import Browser
from tests.support.world import DALHEIM


@pytest.mark.parametrize(
    ("days", "computed_on", "may"),
    [("0", 31, False), ("0", 32, True), ("5", 36, False), ("5", 37, True)],
)
def test_a_month_is_approved_when_it_was_computed_after_closing(
    app: Flask, month: Month, days: str, computed_on: int, may: bool
) -> None:
    at = datetime(2026, 10 + computed_on // 32, (computed_on - 1) % 31 + 1, 9, tzinfo=UTC)
    clock = fixed_clock(at)
    with app.app_context():
        policies = {"registration_closes": days}
        db.session.execute(update(Municipality).values(policies=policies))
        run = service.prepare_run(db.session, clock, month.caseworker, PrepareRun(2026, 10))
        command = ApproveRun(run.id, run.digest)
        if may:
            service.approve_run(db.session, clock, month.leader, command)
        else:
            # It is the day of computing that counts, however late somebody approves.
            with pytest.raises(CannotApproveRun) as refusal:
                service.approve_run(db.session, month.world.clock, month.leader, command)
            assert refusal.value.reason is ApproveRefusal.NOT_CLOSED


def test_the_present_month_can_be_looked_at(app: Flask, month: Month) -> None:
    with app.app_context():
        run = service.prepare_run(
            db.session, month.world.clock, month.caseworker, PrepareRun(2026, 11)
        )
        assert month.payment(run.id).gross_ore == 22_758_17
        with pytest.raises(CannotApproveRun) as refusal:
            service.approve_run(
                db.session, month.world.clock, month.leader, ApproveRun(run.id, run.digest)
            )
        assert refusal.value.reason is ApproveRefusal.NOT_CLOSED


def test_what_is_missing_stands_by_teacher(
    app: Flask, month: Month, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = "/utbetaling/oppmote"
    assert "Alt oppmøte er ført." in browser.get(f"{url}?maned=2026-10").text
    with app.app_context():
        teacher = month.world.user(Role.TEACHER)
        db.session.execute(update(Group).values(teacher_id=teacher.id))
        gone = delete(AttendanceMark).where(AttendanceMark.day == date(2026, 10, 6))
        db.session.execute(gone)
        db.session.commit()
    page = browser.get(f"{url}?maned=2026-10").text
    assert "Teacher Fjordvik" in page
    assert "06.10.2026" in page
    assert "1 time" in page
    assert "Siste dag for å føre oppmøte er 31. oktober 2026." in page
    assert "Fristen er ute." in page
    assert "Alt oppmøte er ført." in browser_for(Role.CASEWORKER, DALHEIM).get(url).text
