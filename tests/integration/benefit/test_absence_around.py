"""Absence outside the month counts by its own timetable and attendance, as it did there."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, Mark, MarkWeek, RegisterAbsence
from app.benefit import service
from app.benefit.commands import ApproveRun, PrepareRun
from app.benefit.corrections import list_corrections
from app.core.clock import fixed_clock
from app.core.period import Period
from app.extensions import db
from app.rules.absence import AbsenceReason
from tests.integration.benefit.conftest import Month

DAY = 758_61
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
DECEMBER = fixed_clock(datetime(2026, 12, 3, 9, tzinfo=UTC))


def on_leave(month: Month, first_day: date, last_day: date) -> None:
    month.explain(
        0,
        first_day,
        last_day,
        reason=AbsenceReason.WELFARE_LEAVE,
        is_self_certified=False,
        is_granted=True,
    )


def came(month: Month, day: date) -> None:
    """Register that the first member was there on a day of September."""
    who = month.school.member_ids[0]
    (found,) = [
        each
        for each in month.school.sessions(db.session, month.caseworker, SEPTEMBER)
        if each.day == day
    ]
    command = MarkWeek(month.school.group_id, (Mark(found.id, who, 0),))
    attendance.mark_week(db.session, month.world.clock, month.caseworker, command)
    db.session.commit()


@pytest.mark.parametrize(("last_day", "unpaid"), [(28, 0), (29, DAY)])
def test_earlier_leave_counts_the_days_that_had_programme(
    app: Flask, month: Month, last_day: int, unpaid: int
) -> None:
    """The group never meets on Fridays: 14 to 28 September is nine days, and one more is ten."""
    with app.app_context():
        on_leave(month, date(2026, 9, 14), date(2026, 9, last_day))
        month.miss(0, date(2026, 10, 6))
        on_leave(month, date(2026, 10, 6), date(2026, 10, 6))
        payment = month.payment(month.prepare().id)
        assert payment.unpaid_leave_reduction_ore == pytest.approx(unpaid, abs=1)


def test_earlier_leave_does_not_count_the_days_on_which_she_came(app: Flask, month: Month) -> None:
    with app.app_context():
        on_leave(month, date(2026, 9, 14), date(2026, 9, 29))
        came(month, date(2026, 9, 24))
        month.miss(0, date(2026, 10, 6))
        on_leave(month, date(2026, 10, 6), date(2026, 10, 6))
        assert month.payment(month.prepare().id).unpaid_leave_reduction_ore == 0


def test_attendance_of_earlier_leave_that_is_put_right_is_paid_after(
    app: Flask, month: Month
) -> None:
    with app.app_context():
        on_leave(month, date(2026, 9, 14), date(2026, 9, 29))
        month.miss(0, date(2026, 10, 6))
        on_leave(month, date(2026, 10, 6), date(2026, 10, 6))
        month.approve(month.prepare().id)
        came(month, date(2026, 9, 24))
        run = service.prepare_run(db.session, DECEMBER, month.caseworker, PrepareRun(2026, 11))
        service.approve_run(db.session, DECEMBER, month.leader, ApproveRun(run.id, run.digest))
        (line,) = list_corrections(db.session, month.caseworker.scope, run.id)
        assert line.correction.after_payment_ore == pytest.approx(DAY, abs=1)
        db.session.commit()


def test_days_that_added_time_rests_on_are_those_she_was_away(app: Flask, month: Month) -> None:
    """Absence that was registered and not used adds nothing to the programme (§§ 10 and 19)."""
    with app.app_context():
        who = month.school.member_ids[0]
        ill = AbsenceContent(
            date(2026, 9, 14),
            date(2026, 9, 30),
            AbsenceReason.OWN_ILLNESS,
            has_medical_certificate=True,
        )
        clock, actor = month.world.clock, month.caseworker
        attendance.register_absence(db.session, clock, actor, RegisterAbsence(who, ill))
        db.session.commit()
        came(month, date(2026, 9, 29))
        came(month, date(2026, 9, 30))
        month.end_programme(0, date(2026, 9, 30))
        run = month.prepare()
        rows = service.open_run(db.session, clock, actor, run.id).lines
        assert who not in {line.payment.participant_id for line in rows}
        db.session.commit()
