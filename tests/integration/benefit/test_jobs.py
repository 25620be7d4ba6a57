"""A month in parts: whatever is stopped in the middle goes on, and nothing is computed twice."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.benefit import jobs, service
from app.benefit.commands import ApproveRun, PrepareRun
from app.benefit.errors import ApproveRefusal, CannotApproveRun
from app.benefit.models import Payment, PaymentRun, PaymentRunPart, RunStatus
from app.benefit.queries import get_progress
from app.benefit.service import computing, prepare
from app.extensions import db
from app.jobs.models import Job
from app.jobs.service import MOST_ATTEMPTS, JobRunner, list_waiting
from tests.integration.benefit.conftest import Month


class Killed(BaseException):
    """The process is gone: nothing catches it."""


@pytest.fixture(autouse=True)
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each participant be a part of her own."""
    monkeypatch.setattr(prepare, "PART_SIZE", 1)


def start(month: Month) -> PaymentRun:
    command = PrepareRun(2026, 10)
    run = service.start_run(db.session, month.world.clock, month.caseworker, command)
    db.session.commit()
    return run


def step(app: Flask, month: Month) -> None:
    """Run the oldest waiting job, as a worker would."""
    runner: JobRunner = app.extensions["introportalen.jobs"]
    job = list_waiting(db.session)[0]
    db.session.rollback()
    runner.run(db.session, month.world.clock, job.id)


def rest(app: Flask, month: Month) -> None:
    """Run the jobs of the two parts that are left."""
    step(app, month)
    step(app, month)


def counted(month: Month) -> tuple[RunStatus | None, int, tuple[int, int]]:
    run = db.session.scalar(select(PaymentRun))
    assert run is not None
    db.session.refresh(run)
    payments = db.session.scalar(select(func.count()).select_from(Payment)) or 0
    return run.status, payments, get_progress(db.session, month.caseworker.scope, run.id)


def test_parts_are_kept_one_by_one(app: Flask, month: Month) -> None:
    with app.app_context():
        start(month)
        assert counted(month) == (RunStatus.PREPARING, 0, (0, 3))
        step(app, month)
        assert counted(month) == (RunStatus.PREPARING, 1, (1, 3))
        step(app, month)
        step(app, month)
        assert counted(month) == (RunStatus.PREPARED, 3, (3, 3))
        (event,) = month.events(Action.PAYMENT_RUN_PREPARED)
        assert event.details["prepared_by"] == str(month.caseworker.user_id)


@pytest.mark.parametrize("where", ["read_part", "compute_part", "_payment", "_finish", "record"])
def test_a_month_that_is_killed_anywhere_goes_on(
    app: Flask, month: Month, run_jobs: Callable[[], int], where: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    place = {"read_part": jobs, "compute_part": jobs, "record": computing.audit}.get(
        where, computing
    )
    with app.app_context():
        month.miss(0, date(2026, 10, 6))
        whole = month.prepare().digest
        start(month)
        step(app, month)

        def die(*_args: object, **_named: object) -> None:
            raise Killed

        with monkeypatch.context() as patched:
            patched.setattr(place, where, die)
            with pytest.raises(Killed):
                rest(app, month)
        db.session.rollback()
    run_jobs()
    with app.app_context():
        assert counted(month) == (RunStatus.PREPARED, 3, (3, 3))
        assert db.session.scalar(select(PaymentRun.digest)) == whole


def test_a_job_that_comes_twice_computes_once(app: Flask, month: Month) -> None:
    with app.app_context():
        start(month)
        part = db.session.scalars(select(PaymentRunPart).order_by(PaymentRunPart.number)).first()
        assert part is not None
        work = computing.read_part(db.session, part.id)
        assert work is not None
        for _each in range(2):
            computing.store_part(
                db.session, month.world.clock, part.id, computing.compute_part(work)
            )
        db.session.commit()
        assert counted(month) == (RunStatus.PREPARING, 1, (1, 3))
        assert computing.read_part(db.session, part.id) is None


def test_what_fails_for_good_can_be_begun_anew(
    app: Flask, month: Month, run_jobs: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_work: object) -> None:
        raise RuntimeError("no room")

    with app.app_context():
        run_id = start(month).id
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "compute_part", fail)
        run_jobs()
    with app.app_context():
        assert counted(month)[0] is RunStatus.FAILED
        assert len(month.events(Action.PAYMENT_RUN_FAILED)) == 1
        attempts = set(db.session.scalars(select(Job.attempts)))
        assert attempts == {MOST_ATTEMPTS}
        with pytest.raises(CannotApproveRun) as refusal:
            service.approve_run(db.session, month.world.clock, month.leader, ApproveRun(run_id, ""))
        assert refusal.value.reason is ApproveRefusal.NOT_COMPUTED
        assert start(month).id == run_id
    run_jobs()
    with app.app_context():
        assert counted(month) == (RunStatus.PREPARED, 3, (3, 3))


def test_jobs_of_a_run_that_was_begun_anew_do_nothing(
    app: Flask, month: Month, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        run = start(month)
        run.status = RunStatus.FAILED
        db.session.commit()
        start(month)
    assert run_jobs() == 6
    with app.app_context():
        assert counted(month) == (RunStatus.PREPARED, 3, (3, 3))
