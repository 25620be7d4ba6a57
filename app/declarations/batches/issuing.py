"""The job that issues one sheet of a batch. Its PDF is made by the job of every sheet.

Issuing waits until no sheet waits for its PDF: so a batch is never far ahead of what is made, a
single sheet that somebody issues meanwhile is made at once, and what is cancelled was not issued.
"""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.declarations.batches.service.printing import ISSUE, fail_item, issue_item
from app.jobs.service import JobHandler, JobPriority, Payload
from app.rules.law.installation import InstallationDates


def issue_job(dates: Callable[[], InstallationDates]) -> JobHandler:
    """Return the handler that issues by these dates."""

    def store(session: Session, clock: Clock, payload: Payload, _made: None) -> None:
        issue_item(session, clock, dates(), UUID(payload["item_id"]))

    return JobHandler(
        kind=ISSUE,
        prepare=lambda _session, _payload: None,
        produce=lambda _wanted: None,
        store=store,
        give_up=_give_up,
        priority=JobPriority.LOW,
    )


def _give_up(session: Session, clock: Clock, payload: Payload) -> None:
    fail_item(session, clock, UUID(payload["item_id"]))
