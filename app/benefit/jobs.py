"""The job that computes one part of a month."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.benefit.service.computing import (
    PartAnswer,
    PartWork,
    compute_part,
    fail_part,
    read_part,
    store_part,
)
from app.benefit.service.prepare import COMPUTE
from app.core.clock import Clock
from app.jobs.service import JobHandler, JobPriority, Payload


def compute_job() -> JobHandler:
    """Return the handler. Whatever somebody else waits for overtakes it."""
    return JobHandler(
        kind=COMPUTE,
        prepare=_prepare,
        produce=_produce,
        store=_store,
        give_up=_give_up,
        priority=JobPriority.LOW,
    )


def _prepare(session: Session, payload: Payload) -> PartWork | None:
    return read_part(session, UUID(payload["part_id"]))


def _produce(work: PartWork | None) -> PartAnswer | None:
    return None if work is None else compute_part(work)


def _store(session: Session, clock: Clock, payload: Payload, answer: PartAnswer | None) -> None:
    if answer is not None:
        store_part(session, clock, UUID(payload["part_id"]), answer)


def _give_up(session: Session, clock: Clock, payload: Payload) -> None:
    fail_part(session, clock, UUID(payload["part_id"]))
