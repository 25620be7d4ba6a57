"""The queue: huey on a SQLite file, consumed by threads inside the portal's own process.

huey forgets a job when its worker is killed, so every unfinished row is queued again at start.
"""

import os
from pathlib import Path
from typing import Any
from uuid import UUID

import structlog
from flask import Flask, current_app, has_app_context
from huey import SqliteHuey
from huey.consumer import Consumer
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.extensions import db
from app.jobs.models import JobStatus
from app.jobs.service import JobRunner, QueuedJob, list_waiting, take_pending

RETRY_AFTER_SECONDS = 5
LONGEST_NAP_SECONDS = 0.2
"""How long a job may lie before an idle worker looks. huey's own answer is ten seconds."""
MOST_THREADS = 4
"""Beyond these, the threads wait for each other: for the interpreter and for the database."""
EXTENSION = "introportalen.worker"

log = structlog.get_logger()


class _ThreadConsumer(Consumer):  # type: ignore[misc]  # huey ships no types
    """A consumer that may start outside the main thread, which owns the signals."""

    def _set_signal_handlers(self) -> None:
        return


class Worker:
    """Runs queued jobs in the background until it is stopped."""

    def __init__(
        self,
        app: Flask,
        runner: JobRunner,
        clock: Clock,
        directory: Path,
        *,
        threads: int | None = None,
    ) -> None:
        """Prepare the queue in this directory; `threads` is how many jobs may run at a time."""
        self._app, self._runner, self._clock = app, runner, clock
        self._threads = threads or usable_threads()
        self._huey = SqliteHuey(filename=str(directory / "queue.sqlite3"))
        self._task: Any = self._huey.task()(self._run)
        self._consumer: Consumer | None = None

    @property
    def is_running(self) -> bool:
        """Whether the consumer has been started and not stopped."""
        return self._consumer is not None

    def publish(self, job: QueuedJob) -> None:
        """Put a job into the queue."""
        self._task(str(job.id), job.kind, priority=int(self._runner.priority_of(job.kind)))

    def start(self) -> None:
        """Queue everything unfinished again, then consume."""
        self._huey.flush()
        with self._app.app_context():
            waiting = _waiting()
        for job in waiting:
            self.publish(job)
        self._consumer = _ThreadConsumer(
            self._huey,
            workers=self._threads,
            periodic=False,
            initial_delay=0.05,
            max_delay=LONGEST_NAP_SECONDS,
        )
        self._consumer.start()

    def stop(self) -> None:
        """Finish the jobs in hand, then stop."""
        if self._consumer is not None:
            self._consumer.stop(graceful=True)
            self._consumer = None

    def _run(self, job_id: str, kind: str) -> None:
        try:
            with self._app.app_context():
                status = self._runner.run(db.session, self._clock, UUID(job_id))
        except Exception as error:  # not even the row could be written: it waits, so ask again
            log.error("job_not_noted", job=job_id, kind=kind, exc_info=error)
            status = JobStatus.WAITING
        if status is JobStatus.WAITING:
            self._task.schedule(
                args=(job_id, kind),
                delay=RETRY_AFTER_SECONDS,
                priority=int(self._runner.priority_of(kind)),
            )


def usable_threads() -> int:
    """Return how many jobs may run at a time on this machine."""
    return min(len(os.sched_getaffinity(0)), MOST_THREADS)


def run_waiting(app: Flask, runner: JobRunner, clock: Clock) -> int:
    """Run every job now, also those that jobs leave behind, in this thread; return how many.

    For commands and tests.
    """
    done = 0
    with app.app_context():
        while waiting := _waiting():
            for job in waiting:
                while runner.run(db.session, clock, job.id) is JobStatus.WAITING:
                    continue
            done += len(waiting)
    return done


def _waiting() -> list[QueuedJob]:
    try:
        return list_waiting(db.session)
    finally:
        db.session.rollback()


@event.listens_for(Session, "after_commit")
def _publish(session: Session) -> None:
    """Hand the jobs of a committed transaction to the application's worker, if it has one.

    The end of a savepoint is told in the same way, but what it wrote is not there for others yet:
    a worker that is quick would look for a job, find none, and forget it.
    """
    if session.in_nested_transaction():
        return
    pending = take_pending(session)
    worker = current_app.extensions.get(EXTENSION) if has_app_context() else None
    if isinstance(worker, Worker) and worker.is_running:
        for job in pending:
            worker.publish(job)


@event.listens_for(Session, "after_rollback")
def _forget(session: Session) -> None:
    if not session.in_nested_transaction():
        take_pending(session)
