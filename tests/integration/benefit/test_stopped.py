"""Stops in the month: what is paid, who is expected, and what is put right when they are lifted."""

from datetime import date

import pytest
from flask import Flask

from app.attendance.queries import load_week
from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.models import Restriction
from app.attendance.restrictions.service import RestrictionContent, lay_down, lift
from app.benefit.explanations.presenters import explain
from app.benefit.explanations.words import explanation_words
from app.core.period import Period
from app.extensions import db
from app.plans.commands import ChangePlan
from app.plans.facts import details_of
from app.plans.queries import find_programme, get_draft
from app.plans.service import change_plan
from app.rules.absence import AbsenceReason
from tests.integration.benefit.conftest import Month
from tests.integration.benefit.test_corrections import DECEMBER, differences, pay

SEVEN_DAYS, THE_REST = 5_310_24, 17_447_93
"""Seven thirtieths of 22 758.1666… kroner, and twenty-three."""
FIRST, LAST = date(2026, 10, 12), date(2026, 10, 18)


def stop(
    month: Month,
    kind: RestrictionKind = RestrictionKind.SUSPENSION,
    last_day: date | None = LAST,
) -> Restriction:
    """Lay a stop down for the first member, from 12 October."""
    who = month.school.member_ids[0]
    row = lay_down(
        db.session,
        month.world.clock,
        month.caseworker,
        RestrictionContent(who, kind, FIRST, last_day),
    )
    db.session.commit()
    return row


def test_a_stopped_week_is_not_paid_and_marks_in_it_cost_nothing(app: Flask, month: Month) -> None:
    with app.app_context():
        month.miss(0, date(2026, 10, 13))
        month.miss(1, date(2026, 10, 13))
        stop(month)
        run = month.prepare()
        stopped, other = month.payment(run.id), month.payment(run.id, 1)
        assert stopped.absences == ()
        assert stopped.payout_ore == THE_REST
        assert [
            (line.period.first_day.day, line.period.last_day.day) for line in stopped.segments
        ] == [
            (1, 11),
            (19, 31),
        ]
        assert other.absence_reduction_ore > 0
        assert stopped.facts["stopped"] == [["2026-10-12", "2026-10-18"]]


@pytest.mark.parametrize("language", ["nb", "ti"])
def test_the_explanation_says_why_days_are_missing(app: Flask, month: Month, language: str) -> None:
    with app.app_context():
        stop(month)
        snapshot = month.payment(month.prepare().id)
    explained = explain(snapshot, [], explanation_words(language), {})
    (line,) = [each for each in explained.lines if not each.amount_ore]
    assert "12.10.2026" in line.text
    assert "18.10.2026" in line.text
    assert line.provisions[0].text.endswith("§ 18")
    assert sum(each.amount_ore for each in explained.lines) == explained.total_ore == THE_REST


def test_nobody_is_expected_while_stopped(app: Flask, month: Month) -> None:
    with app.app_context():
        stop(month)
        who = month.school.member_ids[0]
        scope, week = month.caseworker.scope, Period(date(2026, 10, 5), date(2026, 10, 25))
        members = load_week(db.session, scope, month.school.group_id, week).members
        times = [
            (each.first_day <= FIRST <= (each.last_day or FIRST))
            for each in members
            if each.participant_id == who
        ]
        assert times == [False, False]
        assert len([each for each in members if each.participant_id != who]) == 2


def test_a_stop_for_good_pays_until_the_day_before(app: Flask, month: Month) -> None:
    with app.app_context():
        programme = find_programme(db.session, month.caseworker.scope, month.school.member_ids[0])
        assert programme is not None
        # Lawful absence would otherwise come in addition to a programme that ended.
        month.explain(
            0, date(2026, 10, 1), date(2026, 10, 2), reason=AbsenceReason.HOLIDAY,
            is_self_certified=False,
        )  # fmt: skip
        stop(month, RestrictionKind.TERMINATION, None)
        run = month.prepare()
        payment = month.payment(run.id)
        assert [line.period.last_day.day for line in payment.segments] == [11]
        assert payment.gross_ore == 8_344_66
        assert programme.ends_on == date(2026, 10, 11)


def test_what_was_lifted_after_the_month_is_paid_after(app: Flask, month: Month) -> None:
    with app.app_context():
        row = stop(month)
        run = month.prepare()
        month.approve(run.id)
        who = month.school.member_ids[0]
        lift(db.session, DECEMBER, month.caseworker, (who, row.id), FIRST, "Klagen førte fram.")
        db.session.commit()
        november = pay(month, 2026, 11, DECEMBER)
        ((after, over),) = differences(month, november)
        assert after == SEVEN_DAYS
        assert over == 0


def test_withdrawn_self_certification_makes_the_absence_invalid(app: Flask, month: Month) -> None:
    with app.app_context():
        ill = date(2026, 11, 17)
        month.explain(0, ill, ill)
        before = month.payment(pay(month, 2026, 11, DECEMBER, approved=False).id)
        stop(month, RestrictionKind.NO_SELF_CERTIFICATION, None)
        after = month.payment(pay(month, 2026, 11, DECEMBER, approved=False).id)
        assert before.absence_reduction_ore == 0
        assert after.absence_reduction_ore > 0
        (line,) = after.absences
        assert "self_certification_withdrawn" in line.grounds
        assert any("§ 9" in str(source) for source in line.provisions)


def test_certified_illness_has_no_benefit_where_that_was_decided(app: Flask, month: Month) -> None:
    with app.app_context():
        ill = date(2026, 11, 17)
        month.explain(0, ill, ill, is_self_certified=False, has_medical_certificate=True)
        before = month.payment(pay(month, 2026, 11, DECEMBER, approved=False).id)
        stop(month, RestrictionKind.NO_ILLNESS_BENEFIT, None)
        after = month.payment(pay(month, 2026, 11, DECEMBER, approved=False).id)
        assert before.unpaid_leave_reduction_ore == 0
        assert after.unpaid_leave_reduction_ore > 0
        assert after.absence_reduction_ore == before.absence_reduction_ore
        assert "long_illness_without_benefit" in {
            ground for line in after.absences for ground in line.grounds
        }


def test_a_plan_saved_after_a_stop_for_good_does_not_prolong_it(app: Flask, month: Month) -> None:
    with app.app_context():
        scope, who = month.caseworker.scope, month.school.member_ids[0]
        programme, plan = find_programme(db.session, scope, who), get_draft(db.session, scope, who)
        assert programme is not None
        before = programme.ends_on
        row = stop(month, RestrictionKind.TERMINATION, None)
        change = ChangePlan(who, plan.row_version, details_of(plan))
        change_plan(db.session, DECEMBER, month.caseworker, change)
        assert programme.ends_on == date(2026, 10, 11)
        lift(db.session, DECEMBER, month.caseworker, (who, row.id), FIRST, "Klagen førte fram.")
        assert programme.ends_on == before
