"""Many people press the same button in the same moment: one month, one file."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from flask import Flask
from sqlalchemy import func, select

from app.benefit import service
from app.benefit.commands import ApproveRun, CreateFile, PrepareRun
from app.benefit.errors import CannotApproveRun
from app.benefit.models import Payment, PaymentFile, PaymentRun, RunStatus
from app.core.actor import Actor
from app.extensions import db
from tests.integration.benefit.conftest import Month

TOGETHER = 10
MANY = 50


def at_once(app: Flask, work: Callable[[], str], times: int = TOGETHER) -> list[str]:
    """Do the work so often at once, each in its own transaction, and return the answers."""
    barrier = Barrier(times)

    def one(_number: int) -> str:
        with app.app_context():
            barrier.wait(timeout=30)
            answer = work()
            db.session.commit()
            return answer

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def actors(app: Flask, month: Month) -> tuple[Actor, Actor]:
    with app.app_context():
        return month.caseworker, month.leader


def test_ten_starts_make_one_run(app: Flask, month: Month) -> None:
    caseworker, _leader = actors(app, month)

    def prepare() -> str:
        command = PrepareRun(2026, 10)
        return str(service.prepare_run(db.session, month.world.clock, caseworker, command).id)

    assert len(set(at_once(app, prepare))) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(PaymentRun)) == 1
        assert db.session.scalar(select(func.count()).select_from(Payment)) == 3


def test_fifty_starts_make_one_run(app: Flask, month: Month, run_jobs: Callable[[], int]) -> None:
    caseworker, _leader = actors(app, month)

    def start() -> str:
        command = PrepareRun(2026, 10)
        return str(service.start_run(db.session, month.world.clock, caseworker, command).id)

    assert len(set(at_once(app, start, MANY))) == 1
    assert run_jobs() == 1
    with app.app_context():
        assert db.session.scalar(select(PaymentRun.status)) is RunStatus.PREPARED
        assert db.session.scalar(select(func.count()).select_from(Payment)) == 3


def test_ten_approvals_approve_once(app: Flask, month: Month) -> None:
    _caseworker, leader = actors(app, month)
    with app.app_context():
        run = month.prepare()
        command = ApproveRun(run.id, run.digest)

    def approve() -> str:
        try:
            service.approve_run(db.session, month.world.clock, leader, command)
        except CannotApproveRun as refusal:
            db.session.rollback()
            return refusal.reason.value
        return "approved"

    answers = at_once(app, approve)
    assert sorted(set(answers)) == ["approved", "not_prepared"]
    assert answers.count("approved") == 1


def test_ten_files_are_one_file(app: Flask, month: Month) -> None:
    caseworker, _leader = actors(app, month)
    with app.app_context():
        run_id = month.prepare().id
        month.approve(run_id)

    def create() -> str:
        command = CreateFile(run_id)
        return service.create_file(db.session, month.world.clock, caseworker, command).sha256

    assert len(set(at_once(app, create))) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(PaymentFile)) == 1
