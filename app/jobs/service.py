"""Enqueueing and running jobs.

A handler does its work and the row is marked done in one transaction, so that a job that is run
twice (after a crash) does its work once.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.ids import new_id
from app.jobs.models import Job, JobStatus

MOST_ATTEMPTS = 3
_PENDING = "introportalen.pending_jobs"

Handler = Callable[[Session, Clock, dict[str, Any]], None]
Failure = Callable[[Session, Clock, dict[str, Any]], None]

log = structlog.get_logger()


class JobRunner:
    """Knows which handler does which kind of job."""

    def __init__(self) -> None:
        self._handlers: dict[str, tuple[Handler, Failure | None]] = {}

    def register(self, kind: str, handler: Handler, on_failure: Failure | None = None) -> None:
        """Let `handler` do jobs of this kind; `on_failure` is told when it is given up."""
        self._handlers[kind] = (handler, on_failure)

    def run(self, session: Session, clock: Clock, job_id: UUID) -> JobStatus:
        """Run one waiting job and commit; a job that is done already is left alone."""
        job = session.get(Job, job_id, with_for_update=True)
        if job is None or job.status is not JobStatus.WAITING:
            session.rollback()
            return JobStatus.DONE
        handler, on_failure = self._handlers[job.kind]
        kind, payload, attempts = job.kind, dict(job.payload), job.attempts + 1
        try:
            handler(session, clock, payload)
        except Exception as error:
            session.rollback()
            log.error("job_failed", job=str(job_id), kind=kind, attempt=attempts, exc_info=error)
            return self._note_failure(session, clock, job_id, type(error).__name__, on_failure)
        job.status, job.attempts, job.finished_at = JobStatus.DONE, attempts, clock()
        session.commit()
        return JobStatus.DONE

    def _note_failure(
        self, session: Session, clock: Clock, job_id: UUID, error: str, on_failure: Failure | None
    ) -> JobStatus:
        job = session.get_one(Job, job_id)
        job.attempts += 1
        job.error = error
        if job.attempts >= MOST_ATTEMPTS:
            job.status, job.finished_at = JobStatus.FAILED, clock()
            if on_failure is not None:
                on_failure(session, clock, dict(job.payload))
        status = job.status
        session.commit()
        return status


def enqueue(session: Session, clock: Clock, kind: str, payload: dict[str, Any]) -> UUID:
    """Write a job row; it is handed to the queue when the transaction commits."""
    job = Job(id=new_id(), kind=kind, payload=payload, created_at=clock())
    session.add(job)
    session.flush()
    session.info.setdefault(_PENDING, []).append(job.id)
    return job.id


def take_pending(session: Session) -> list[UUID]:
    """Return, once, the jobs that the session's transaction has enqueued."""
    pending: list[UUID] = session.info.pop(_PENDING, [])
    return pending


def list_waiting(session: Session) -> list[UUID]:
    """Return the jobs that are not done, oldest first."""
    waiting = select(Job.id).where(Job.status == JobStatus.WAITING)
    return list(session.scalars(waiting.order_by(Job.created_at, Job.id)))
