"""A mark that is corrected after the deadline and after the payment is paid as a difference."""

from datetime import date

from flask import Flask
from sqlalchemy import select

from app.accounts.models import Municipality
from app.attendance import service as attendance
from app.attendance.commands import Mark, MarkWeek
from app.attendance.errors import MarkRefusal
from app.attendance.models import AttendanceMark
from app.attendance.registration.models import MarkCorrection
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.integration.benefit.test_corrections import DECEMBER, differences, pay

MISSED = date(2026, 10, 6)


def test_a_correction_after_the_payment_is_a_difference(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        run = month.prepare()
        month.approve(run.id)
        taken = month.payment(run.id).absence_reduction_ore
        assert taken > 0
        here = db.session.get_one(Municipality, month.caseworker.scope.municipality_id)
        here.policies = {**here.policies, "marks_lock": "14"}
        db.session.commit()
        who = month.school.member_ids[0]
        mark = db.session.scalars(
            select(AttendanceMark).where(
                AttendanceMark.participant_id == who, AttendanceMark.day == MISSED
            )
        ).one()
        there = (Mark(mark.session_id, who, 0, mark.version),)
        clock, actor = month.world.clock, month.caseworker
        plain = MarkWeek(month.school.group_id, there)
        refused = attendance.mark_week(db.session, clock, actor, plain).refused
        assert [each.reason for each in refused] == [MarkRefusal.LOCKED]
        command = MarkWeek(month.school.group_id, there, "Læreren så feil navn.")
        assert attendance.mark_week(db.session, clock, actor, command).is_complete
        db.session.commit()
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == [(taken, 0)]
        (kept,) = db.session.scalars(select(MarkCorrection))
        assert (kept.minutes_before, kept.minutes_after) == (180, 0)
