"""Preparing a month: what is registered becomes everybody's payment."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Delete, delete, func, select, update

from app.accounts.models import Municipality
from app.attendance.models import AttendanceMark
from app.audit.actions import Action
from app.benefit import service
from app.benefit.commands import PrepareRun
from app.benefit.errors import CannotPrepareRun, PrepareRefusal
from app.benefit.models import Payment, PaymentRun
from app.benefit.queries import list_payments
from app.core.errors import NotFound
from app.core.period import ONE_DAY, month_period
from app.enrolment.models import Participant
from app.extensions import db
from app.plans.models import Programme
from app.rules.absence import AbsenceReason
from app.rules.benefit import DayKind
from tests.integration.benefit.conftest import Month
from tests.support.world import DALHEIM, FJORDVIK

FULL_MONTH, DAY, HOUR = 22_758_17, 758_61, 147_62


def test_who_was_there_gets_the_month(app: Flask, month: Month) -> None:
    with app.app_context():
        payment = month.payment(month.prepare().id)
        assert (payment.gross_ore, payment.payout_ore) == (FULL_MONTH, FULL_MONTH)
        assert payment.absences == payment.doubts == payment.unmarked == ()
        (segment,) = payment.segments
        assert (segment.days_counted, segment.day_rate_ore) == (30, DAY)


def test_a_day_without_reason_costs_the_day_and_an_hour_the_hour(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        month.miss(1, date(2026, 10, 7), minutes=60)
        run_id = month.prepare().id
        whole, part, none = (month.payment(run_id, member) for member in range(3))
        assert whole.payout_ore == FULL_MONTH - whole.absence_reduction_ore
        assert abs(whole.absence_reduction_ore - DAY) <= 1
        assert abs(part.absence_reduction_ore - HOUR) <= 1
        assert none.absence_reduction_ore == 0
        assert [line.is_explained for line in whole.absences] == [False]
        for payment in (whole, part):
            lines = sum(line.amount_ore for line in payment.absences)
            assert payment.gross_ore - lines == payment.payout_ore


def test_illness_with_self_certification_is_paid(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        month.explain(0, date(2026, 10, 6), date(2026, 10, 6), has_medical_certificate=True)
        payment = month.payment(month.prepare().id)
        assert payment.payout_ore == FULL_MONTH
        assert [(line.kind, line.is_explained) for line in payment.absences] == [
            (DayKind.PAID, True)
        ]


def test_who_came_although_absence_was_registered_was_not_absent(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        month.explain(
            0, date(2026, 10, 5), date(2026, 10, 8), reason=AbsenceReason.NONE,
            is_self_certified=False,
        )  # fmt: skip
        payment = month.payment(month.prepare().id)
        assert [line.day for line in payment.absences] == [date(2026, 10, 6)]


def test_sessions_that_nobody_registered_are_listed_and_cost_nothing(
    app: Flask, month: Month
) -> None:
    with app.app_context():
        db.session.execute(_marks_of(date(2026, 10, 6)))
        db.session.commit()
        payment = month.payment(month.prepare().id)
        assert payment.unmarked == ((date(2026, 10, 6), 180),)
        assert payment.payout_ore == FULL_MONTH


def test_preparing_again_replaces_and_nobody_is_there_twice(app: Flask, month: Month) -> None:
    with app.app_context():
        first = month.prepare()
        first_id, digest = first.id, first.digest
        month.miss(0, date(2026, 10, 6))
        second = month.prepare()
        assert second.id == first_id
        assert second.digest != digest
        assert db.session.scalar(select(func.count()).select_from(Payment)) == 3
        assert month.payment(first_id).absence_reduction_ore > 0
        assert month.prepare().digest == month.prepare().digest


def test_one_participants_impossible_facts_do_not_stop_the_month(app: Flask, month: Month) -> None:
    with app.app_context():
        broken = _participant(month)
        broken.born_on = date(2026, 10, 1)
        db.session.commit()
        run_id = month.prepare().id
        assert [doubt.code for doubt in month.payment(run_id).doubts] == ["bad_facts"]
        assert month.payment(run_id).payout_ore == 0
        assert month.payment(run_id, 1).payout_ore == FULL_MONTH


@pytest.mark.parametrize(
    ("year", "number", "reason"),
    [
        (2026, 12, PrepareRefusal.NOT_BEGUN),
        (2027, 1, PrepareRefusal.NOT_BEGUN),
        (2026, 8, PrepareRefusal.NOBODY),
    ],
)
def test_refused_months(
    app: Flask, month: Month, year: int, number: int, reason: PrepareRefusal
) -> None:
    command = PrepareRun(year, number)
    with app.app_context(), pytest.raises(CannotPrepareRun) as refusal:
        service.prepare_run(db.session, month.world.clock, month.caseworker, command)
    assert refusal.value.reason is reason


def test_an_approved_month_is_never_computed_again(app: Flask, month: Month) -> None:
    with app.app_context():
        month.approve(month.prepare().id)
        with pytest.raises(CannotPrepareRun) as refusal:
            month.prepare()
        assert refusal.value.reason is PrepareRefusal.APPROVED


def test_the_municipalitys_choice_is_followed_and_named(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        municipality = db.session.get_one(Municipality, month.caseworker.scope.municipality_id)
        municipality.policies = {"whole_day_basis": "hour", "cap_day_at_day_rate": False}
        db.session.commit()
        payment = month.payment(month.prepare().id)
        assert abs(payment.absence_reduction_ore - 3 * HOUR) <= 1
        assert ("whole_day_basis", "hour") in payment.policies


def test_each_municipality_has_its_own_month(app: Flask, month: Month, foreign: Month) -> None:
    with app.app_context():
        own, other = month.prepare(), foreign.prepare()
        assert own.id != other.id
        assert db.session.scalar(select(func.count()).select_from(PaymentRun)) == 2
        lines = list_payments(db.session, month.caseworker.scope, own.id)
        assert {line.payment.participant_id for line in lines} == set(month.school.member_ids)


def test_preparing_is_recorded(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        (event,) = month.events(Action.PAYMENT_RUN_PREPARED)
        assert (event.subject_id, event.details["payments"]) == (run.id, 3)
        assert event.details["digest"] == run.digest


def test_the_number_of_queries_does_not_grow_with_the_participants(
    app: Flask, month_for: Callable[..., Month], count_queries: Callable[..., Any]
) -> None:
    period = month_period(2026, 10)
    counts = []
    for domain, members in ((FJORDVIK, 1), (DALHEIM, 6)):
        month = month_for(domain, members)
        with app.app_context():
            month.explain(0, date(2026, 9, 15), date(2026, 9, 15), has_medical_certificate=True)
        with app.app_context(), count_queries() as counted:
            scope = month.caseworker.scope
            service.assess_month(db.session, scope, period, date(2026, 11, 20))
            counts.append(len(counted))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def _participant(month: Month) -> Participant:
    return db.session.get_one(Participant, month.school.member_ids[0])


def _marks_of(day: date) -> Delete:
    return delete(AttendanceMark).where(AttendanceMark.day == day)


def _end_programme(month: Month, last_day: date) -> None:
    """Let the fixed length of the first member's programme end on this day."""
    programme = update(Programme).where(Programme.participant_id == month.school.member_ids[0])
    db.session.execute(programme.values(ends_on=last_day))
    db.session.commit()


def test_the_programme_that_ends_in_the_month_gives_the_days_until_then(
    app: Flask, month: Month
) -> None:
    with app.app_context():
        _end_programme(month, date(2026, 10, 15))
        (segment,) = month.payment(month.prepare().id).segments
        assert segment.period.last_day == date(2026, 10, 15)
        assert segment.days_counted == 15


@pytest.mark.parametrize(("days", "last_day"), [(10, None), (11, date(2026, 10, 15))])
def test_lawful_absence_of_more_than_ten_days_comes_in_addition(
    app: Flask, month: Month, days: int, last_day: date | None
) -> None:
    first_day = date(2026, 9, 14)
    with app.app_context():
        last_absent = _programme_days_from(first_day, days)
        month.explain(0, first_day, last_absent, has_medical_certificate=True)
        _end_programme(month, date(2026, 9, 30))
        run_id = month.prepare().id
        if last_day is None:
            with pytest.raises(NotFound):
                month.payment(run_id)
        else:
            (segment,) = month.payment(run_id).segments
            assert segment.period.last_day == last_day


def _programme_days_from(first_day: date, count: int) -> date:
    """Return the day that is `count` of the group's days from the first: never on Fridays."""
    day = first_day
    while count > 1:
        day += ONE_DAY
        count -= day.isoweekday() < 5
    return day
