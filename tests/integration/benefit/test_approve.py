"""Approving a month: a second person, exactly what was shown, nothing left open."""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from app.audit.actions import Action
from app.benefit import service
from app.benefit.commands import ApproveRun
from app.benefit.errors import ApproveRefusal, CannotApproveRun, RunChanged
from app.benefit.models import Payment, PaymentRun, RunStatus
from app.benefit.queries import get_run
from app.core.actor import Actor
from app.core.errors import NotFound, NotPermitted
from app.extensions import db
from tests.integration.benefit.conftest import Month
from tests.support.world import RANDOM_ID


def approve(month: Month, actor: Actor, command: ApproveRun) -> None:
    service.approve_run(db.session, month.world.clock, actor, command)
    db.session.commit()


def test_a_leader_approves_what_another_prepared(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        approved = get_run(db.session, month.leader.scope, run.id)
        assert approved.status is RunStatus.APPROVED
        assert approved.approved_by == month.leader.user_id
        (event,) = month.events(Action.PAYMENT_RUN_APPROVED)
        assert event.details["prepared_by"] == str(month.caseworker.user_id)


def test_whoever_prepared_does_not_approve(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        run.prepared_by = month.leader.user_id
        db.session.commit()
        with pytest.raises(CannotApproveRun) as refusal:
            approve(month, month.leader, ApproveRun(run.id, run.digest))
        assert refusal.value.reason is ApproveRefusal.SAME_PERSON


def test_the_database_refuses_one_person_in_both_parts(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        both = update(PaymentRun).values(approved_by=run.prepared_by)
        with pytest.raises(IntegrityError):
            db.session.execute(both)


def test_a_caseworker_never_approves(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        with pytest.raises(NotPermitted):
            approve(month, month.caseworker, ApproveRun(run.id, run.digest))


def test_what_was_prepared_again_is_not_what_was_shown(app: Flask, month: Month) -> None:
    with app.app_context():
        shown = month.prepare().digest
        month.miss(0, date(2026, 10, 6))
        run = month.prepare()
        with pytest.raises(RunChanged):
            approve(month, month.leader, ApproveRun(run.id, shown))
        assert get_run(db.session, month.leader.scope, run.id).status is RunStatus.PREPARED


def test_a_payment_changed_behind_the_portals_back_is_found(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        payment = db.session.query(Payment).first()
        assert payment is not None
        payment.assessment = {**payment.assessment, "payout": 99_999_00}
        db.session.commit()
        with pytest.raises(RunChanged):
            approve(month, month.leader, ApproveRun(run.id, run.digest))


def test_nothing_is_approved_while_something_is_open(app: Flask, month: Month) -> None:
    with app.app_context():
        month.leave_open(0)
        run = month.prepare()
        (doubt,) = month.payment(run.id).doubts
        assert doubt.code == "under_25_in_childless_couple"
        with pytest.raises(CannotApproveRun) as refusal:
            month.approve(run.id)
        assert refusal.value.reason is ApproveRefusal.OPEN_CLARIFICATIONS


def test_a_month_is_approved_once(app: Flask, month: Month) -> None:
    with app.app_context():
        run = month.prepare()
        month.approve(run.id)
        with pytest.raises(CannotApproveRun) as refusal:
            month.approve(run.id)
        assert refusal.value.reason is ApproveRefusal.NOT_PREPARED


def test_another_municipalitys_month_does_not_exist(
    app: Flask, month: Month, foreign: Month
) -> None:
    with app.app_context():
        run = month.prepare()
        for run_id in (run.id, RANDOM_ID):
            with pytest.raises(NotFound):
                approve(month, foreign.leader, ApproveRun(run_id, run.digest))
