"""Jobs: written with the work that wants them, done once, given up with a trace."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Barrier
from time import sleep
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from huey.consumer import Consumer
from sqlalchemy.exc import OperationalError

from app.extensions import db
from app.jobs.models import Job, JobStatus
from app.jobs.service import (
    MOST_ATTEMPTS,
    JobHandler,
    JobPriority,
    JobRunner,
    QueuedJob,
    enqueue,
    list_waiting,
)
from app.jobs.worker import LONGEST_NAP_SECONDS, Worker, run_waiting
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


def runner_with(
    produce: Callable[[Any], Any], stored: list[Any], told: list[Any] | None = None
) -> JobRunner:
    runner = JobRunner()
    runner.register(
        JobHandler(
            "note",
            prepare=lambda _session, payload: payload["n"],
            produce=produce,
            store=lambda _session, _clock, _payload, result: stored.append(result),
            give_up=lambda _session, _clock, payload: (told if told is not None else []).append(
                payload
            ),
        )
    )
    return runner


def test_a_job_is_done_once(app: Flask, world: World) -> None:
    stored: list[int] = []
    runner = runner_with(lambda number: number + 1, stored)
    job_id = put(app, world)
    assert run_waiting(app, runner, world.clock) == 1
    with app.app_context():
        runner.run(db.session, world.clock, job_id)
    assert stored == [2]
    assert status_of(app, job_id) == (JobStatus.DONE, 1, None)


def test_a_failing_job_is_given_up_after_some_attempts(app: Flask, world: World) -> None:
    told: list[Any] = []

    def fail(_number: int) -> None:
        raise RuntimeError("no paper")

    runner = runner_with(fail, [], told)
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
    runner = runner_with(lambda number: number, [])
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


def test_an_idle_worker_does_not_nap_long(
    app: Flask, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Consumer] = []
    start = Consumer.start
    monkeypatch.setattr(Consumer, "start", lambda self: (made.append(self), start(self)))
    worker = Worker(app, JobRunner(), world.clock, tmp_path)
    worker.start()
    worker.stop()
    assert [consumer.max_delay for consumer in made] == [LONGEST_NAP_SECONDS]
    assert LONGEST_NAP_SECONDS < 0.5


def wait_until_done(app: Flask, job_ids: list[UUID]) -> None:
    for _ in range(200):
        if all(status_of(app, job_id)[0] is JobStatus.DONE for job_id in job_ids):
            return
        sleep(0.05)
    raise AssertionError("the worker did not finish")


def test_what_can_wait_is_overtaken(app: Flask, world: World, tmp_path: Path) -> None:
    done: list[str] = []

    def handler(kind: str, priority: JobPriority) -> JobHandler:
        return JobHandler(
            kind,
            prepare=lambda _session, payload: payload["name"],
            produce=lambda name: name,
            store=lambda _session, _clock, _payload, name: done.append(name),
            give_up=lambda _session, _clock, _payload: None,
            priority=priority,
        )

    runner = JobRunner()
    runner.register(handler("many", JobPriority.LOW))
    runner.register(handler("single", JobPriority.NORMAL))
    with app.app_context():
        job_ids = [
            enqueue(db.session, world.clock, kind, {"name": name})
            for kind, name in (("many", "first"), ("many", "second"), ("single", "urgent"))
        ]
        db.session.commit()
    worker = Worker(app, runner, world.clock, tmp_path, threads=1)
    worker.start()
    try:
        wait_until_done(app, job_ids)
    finally:
        worker.stop()
    assert done[0] == "urgent"
    assert sorted(done[1:]) == ["first", "second"]


def test_several_jobs_run_at_a_time(app: Flask, world: World, tmp_path: Path) -> None:
    both = Barrier(2, timeout=20)
    runner = runner_with(lambda _number: both.wait(), [])
    job_ids = [put(app, world), put(app, world)]
    worker = Worker(app, runner, world.clock, tmp_path, threads=2)
    worker.start()
    try:
        wait_until_done(app, job_ids)
    finally:
        worker.stop()
    assert [status_of(app, job_id)[1] for job_id in job_ids] == [1, 1], "neither was tried again"


class _Published(Worker):
    """A worker that only writes down what it is handed."""

    is_running = True

    def __init__(self) -> None:
        self.jobs: list[UUID] = []

    def publish(self, job: QueuedJob) -> None:
        self.jobs.append(job.id)


def test_a_job_is_handed_on_when_others_can_see_it(app: Flask, world: World) -> None:
    app.extensions["introportalen.worker"] = worker = _Published()
    with app.app_context():
        with db.session.begin_nested():
            job_id = enqueue(db.session, world.clock, "note", {})
        assert worker.jobs == [], "the savepoint ended, the transaction did not"
        db.session.commit()
    assert worker.jobs == [job_id]


def test_what_a_savepoint_takes_back_takes_no_other_job_with_it(app: Flask, world: World) -> None:
    app.extensions["introportalen.worker"] = worker = _Published()
    with app.app_context():
        kept = enqueue(db.session, world.clock, "note", {})
        with suppress(LookupError), db.session.begin_nested():
            enqueue(db.session, world.clock, "note", {})
            raise LookupError
        db.session.commit()
        assert kept in worker.jobs
        assert [job.id for job in list_waiting(db.session)] == [kept]


def test_nothing_is_handed_on_of_a_transaction_that_never_was(app: Flask, world: World) -> None:
    app.extensions["introportalen.worker"] = worker = _Published()
    with app.app_context():
        enqueue(db.session, world.clock, "note", {})
        nested = db.session.begin_nested()
        enqueue(db.session, world.clock, "note", {})
        nested.session.rollback()
        db.session.commit()
    assert worker.jobs == []


def test_a_job_waits_while_the_database_is_away(
    app: Flask, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: list[int] = []
    runner = runner_with(lambda number: number, stored)
    monkeypatch.setattr("app.jobs.worker.RETRY_AFTER_SECONDS", 0)
    run, refused = runner.run, iter([True])

    def away_at_first(*arguments: Any) -> JobStatus:
        if next(refused, False):
            raise OperationalError("SELECT", {}, Exception("gone"))
        return run(*arguments)

    monkeypatch.setattr(runner, "run", away_at_first)
    job_id = put(app, world)
    worker = Worker(app, runner, world.clock, tmp_path)
    worker.start()
    try:
        wait_until_done(app, [job_id])
    finally:
        worker.stop()
    assert stored == [1]


def test_what_a_job_leaves_behind_is_run_too(app: Flask, world: World) -> None:
    stored: list[int] = []
    runner = runner_with(lambda number: number, stored)
    runner.register(
        JobHandler(
            "begin",
            prepare=lambda _session, _payload: None,
            produce=lambda _wanted: None,
            store=lambda session, clock, payload, _made: enqueue(session, clock, "note", payload),
            give_up=lambda _session, _clock, _payload: None,
        )
    )
    with app.app_context():
        enqueue(db.session, world.clock, "begin", {"n": 7})
        db.session.commit()
    assert run_waiting(app, runner, world.clock) == 2
    assert stored == [7]
