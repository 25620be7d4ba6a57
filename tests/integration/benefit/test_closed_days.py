"""A closed day is never absence, even where somebody was marked absent before it was closed."""

from datetime import date

from flask import Flask

from app.attendance.timetable.commands import AddClosedDay
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.service.closed_days import add_closed_day
from app.extensions import db
from tests.integration.benefit.conftest import Month

MISSED = date(2026, 10, 6)


def test_a_closed_day_costs_nothing(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        reduced = month.payment(month.prepare().id)
        assert reduced.absence_reduction_ore > 0
        closed = AddClosedDay(MISSED, MISSED, "Planleggingsdag", ClosedKind.CLOSED)
        add_closed_day(db.session, month.world.clock, month.caseworker, closed)
        payment = month.payment(month.prepare().id)
        assert payment.absence_reduction_ore == 0
        assert payment.payout_ore > reduced.payout_ore
