"""What a participant contests herself is not taken from her before it is settled."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.models import AttendanceMark
from app.attendance.reconciliation import service
from app.attendance.reconciliation.commands import ObjectToMark, SettleDispute
from app.attendance.reconciliation.kinds import Outcome
from app.benefit.errors import ApproveRefusal, CannotApproveRun
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.enrolment.models import Participant
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.integration.benefit.test_corrections import DECEMBER, differences, pay
from tests.support.world import NOW

FULL_MONTH = 22_758_17
MISSED = date(2026, 10, 6)


def mark_of(month: Month) -> AttendanceMark:
    marks = select(AttendanceMark).where(
        AttendanceMark.participant_id == month.school.member_ids[0], AttendanceMark.day == MISSED
    )
    return db.session.scalars(marks).one()


def contest(month: Month) -> None:
    who, mark = month.school.member_ids[0], mark_of(month)
    command = ObjectToMark(mark.session_id, mark.version, 0, "Jeg var der", "nb")
    participant = db.session.get_one(Participant, who)
    actor = month.world.actor(Role.PARTICIPANT, month.domain)
    service.object_to_mark(db.session, month.world.clock, actor, participant, command)
    db.session.commit()


def settle(month: Month, outcome: Outcome) -> None:
    mark = mark_of(month)
    command = SettleDispute(
        mark.session_id, mark.participant_id, mark.version, outcome, 0, "Læreren er spurt."
    )
    clock = fixed_clock(NOW + timedelta(minutes=5))
    service.settle_dispute(db.session, clock, month.caseworker, command)
    db.session.commit()


@pytest.mark.parametrize(
    ("outcome", "is_paid_in_full"), [(Outcome.MARK_STANDS, False), (Outcome.MARK_CHANGED, True)]
)
def test_a_contested_reduction_is_approved_when_it_is_settled(
    app: Flask, month: Month, outcome: Outcome, is_paid_in_full: bool
) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        contest(month)
        run = month.prepare()
        assert [doubt.code for doubt in month.payment(run.id).doubts] == ["contested"]
        with pytest.raises(CannotApproveRun) as refusal:
            month.approve(run.id)
        assert refusal.value.reason is ApproveRefusal.OPEN_CLARIFICATIONS
        db.session.rollback()
        settle(month, outcome)
        run = month.prepare()
        month.approve(run.id)
        assert (month.payment(run.id).payout_ore == FULL_MONTH) is is_paid_in_full


def test_what_is_contested_after_the_computing_stops_the_approval(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        run = month.prepare()
        contest(month)
        with pytest.raises(CannotApproveRun) as refusal:
            month.approve(run.id)
        assert refusal.value.reason is ApproveRefusal.CONTESTED_MEANWHILE
        db.session.rollback()
        settle(month, Outcome.MARK_STANDS)
        month.approve(run.id)


def test_a_paid_month_that_is_contested_holds_no_other_month_back(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        month.approve(month.prepare().id)
        contest(month)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == []


def test_a_paid_month_is_corrected_when_she_was_right(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, MISSED)
        run = month.prepare()
        taken = FULL_MONTH - month.payment(run.id).payout_ore
        assert taken > 0
        month.approve(run.id)
        contest(month)
        settle(month, Outcome.MARK_CHANGED)
        assert differences(month, pay(month, 2026, 11, DECEMBER)) == [(taken, 0)]
