"""Enqueueing and running jobs.

A job has three steps: `prepare` reads what it needs, `produce` does the slow part without holding
any transaction, `store` writes the result. The row is marked done in the transaction of `store`,
so that a job that is run twice (after a crash) has its effect once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.ids import new_id
from app.jobs.models import Job, JobStatus
from app.persistence.engine import READ_ONLY

MOST_ATTEMPTS = 3
_PENDING = "introportalen.pending_jobs"

Payload = dict[str, Any]

log = structlog.get_logger()


class JobPriority(IntEnum):
    """Which of the jobs that wait is taken first; among equals, the oldest."""

    LOW = 0
    """One of many that somebody asked for at once; whatever comes later overtakes it."""
    NORMAL = 1


@dataclass(frozen=True, slots=True)
class QueuedJob:
    """What the queue must know of a job."""

    id: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class JobHandler:
    """Who does one kind of job."""

    kind: str
    prepare: Callable[[Session, Payload], Any]
    produce: Callable[[Any], Any]
    store: Callable[[Session, Clock, Payload, Any], None]
    give_up: Callable[[Session, Clock, Payload], None]
    """Told when the job has failed for the last time."""
    priority: JobPriority = JobPriority.NORMAL


class JobRunner:
    """Knows which handler does which kind of job."""

    def __init__(self) -> None:
        self._handlers: dict[str, JobHandler] = {}

    def register(self, handler: JobHandler) -> None:
        """Let `handler` do the jobs of its kind."""
        self._handlers[handler.kind] = handler

    def priority_of(self, kind: str) -> JobPriority:
        """Return how soon jobs of this kind want to be done."""
        handler = self._handlers.get(kind)
        return handler.priority if handler else JobPriority.NORMAL

    def run(self, session: Session, clock: Clock, job_id: UUID) -> JobStatus:
        """Run one waiting job and commit; a job that is done already is left alone."""
        # Reading waits for no writer, and lets none wait: other jobs and people are at work.
        session.connection(execution_options=READ_ONLY)
        job = session.get(Job, job_id)
        if job is None or job.status is not JobStatus.WAITING:
            session.rollback()
            return JobStatus.DONE
        handler, payload = self._handlers[job.kind], dict(job.payload)
        try:
            wanted = handler.prepare(session, payload)
            session.rollback()
            result = handler.produce(wanted)
            job = _take(session, job_id)
            if job is None:
                return JobStatus.DONE
            handler.store(session, clock, payload, result)
            job.status, job.finished_at = JobStatus.DONE, clock()
            job.attempts += 1
            session.commit()
        except Exception as error:  # whatever went wrong, the row must say so
            session.rollback()
            log.error("job_failed", job=str(job_id), kind=handler.kind, exc_info=error)
            return _note_failure(session, clock, job_id, handler, type(error).__name__)
        return JobStatus.DONE


def _take(session: Session, job_id: UUID) -> Job | None:
    """Lock the row if the job still waits; another worker may have done it meanwhile."""
    job = session.get(Job, job_id, with_for_update=True)
    if job is None or job.status is not JobStatus.WAITING:
        session.rollback()
        return None
    return job


def _note_failure(
    session: Session, clock: Clock, job_id: UUID, handler: JobHandler, error: str
) -> JobStatus:
    job = session.get_one(Job, job_id, with_for_update=True)
    job.attempts += 1
    job.error = error
    if job.attempts >= MOST_ATTEMPTS:
        job.status, job.finished_at = JobStatus.FAILED, clock()
        handler.give_up(session, clock, dict(job.payload))
    status = job.status
    session.commit()
    return status


def enqueue(session: Session, clock: Clock, kind: str, payload: Payload) -> UUID:
    """Write a job row; it is handed to the queue when the transaction commits."""
    job = Job(id=new_id(), kind=kind, payload=payload, created_at=clock())
    session.add(job)
    session.flush()
    session.info.setdefault(_PENDING, []).append(QueuedJob(job.id, kind))
    return job.id


def take_pending(session: Session) -> list[QueuedJob]:
    """Return, once, the jobs that the session's transaction has enqueued."""
    pending: list[QueuedJob] = session.info.pop(_PENDING, [])
    return pending


def list_waiting(session: Session) -> list[QueuedJob]:
    """Return the jobs that are not done, oldest first."""
    waiting = select(Job.id, Job.kind).where(Job.status == JobStatus.WAITING)
    oldest_first = waiting.order_by(Job.created_at, Job.id)
    return [QueuedJob(*row) for row in session.execute(oldest_first)]
