"""Jobs: written with the work that wants them, done once, given up with a trace."""

from collections.abc import Callable
from time import sleep
from typing import Any
from uuid import UUID

from flask import Flask
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.extensions import db
from app.jobs.models import Job, JobStatus
from app.jobs.service import MOST_ATTEMPTS, JobRunner, enqueue, list_waiting
from app.jobs.worker import Worker, run_waiting
from tests.support.world import World


def put(app: Flask, world: World) -> UUID:
    with app.app_context():
        job_id = enqueue(db.session, world.clock, "note", {"n": 1})
        db.session.commit()
        return job_id


def status_of(app: Flask, job_id: UUID) -> tuple[JobStatus, int, str | None]:
    with app.app_context():
        job = db.session.get_one(Job, job_id)
        return job.status, job.attempts, job.error


def runner_with(handler: Callable[[Session, Clock, dict[str, Any]], None]) -> JobRunner:
    runner = JobRunner()
    runner.register("note", handler)
    return runner


def test_a_job_is_done_once(app: Flask, world: World) -> None:
    seen: list[int] = []
    runner = runner_with(lambda _session, _clock, payload: seen.append(payload["n"]))
    job_id = put(app, world)
    assert run_waiting(app, runner, world.clock) == 1
    with app.app_context():
        runner.run(db.session, world.clock, job_id)
    assert seen == [1]
    assert status_of(app, job_id) == (JobStatus.DONE, 1, None)


def test_a_failing_job_is_given_up_after_some_attempts(app: Flask, world: World) -> None:
    told: list[dict[str, Any]] = []

    def fail(_session: Session, _clock: Clock, _payload: dict[str, Any]) -> None:
        raise RuntimeError("no paper")

    runner = JobRunner()
    runner.register("note", fail, lambda _session, _clock, payload: told.append(payload))
    job_id = put(app, world)
    run_waiting(app, runner, world.clock)
    assert status_of(app, job_id) == (JobStatus.FAILED, MOST_ATTEMPTS, "RuntimeError")
    assert told == [{"n": 1}]


def test_a_job_of_a_rolled_back_transaction_never_was(app: Flask, world: World) -> None:
    with app.app_context():
        enqueue(db.session, world.clock, "note", {})
        db.session.rollback()
        assert list_waiting(db.session) == []


def test_the_worker_does_what_was_left_and_what_comes(
    app: Flask, world: World, tmp_path_factory: Any
) -> None:
    left = put(app, world)
    runner = runner_with(lambda _session, _clock, _payload: None)
    worker = Worker(app, runner, world.clock, tmp_path_factory.mktemp("queue"))
    app.extensions["introportalen.worker"] = worker
    worker.start()
    try:
        came = put(app, world)
        for _ in range(200):
            if status_of(app, came)[0] is JobStatus.DONE:
                break
            sleep(0.05)
        assert status_of(app, left)[0] is JobStatus.DONE
        assert status_of(app, came)[0] is JobStatus.DONE
    finally:
        worker.stop()
