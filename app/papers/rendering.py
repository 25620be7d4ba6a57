"""The job that makes the PDF of a document from what was frozen when it was issued."""

from collections.abc import Callable
from typing import TypeVar
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.jobs.service import JobHandler, Payload
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.page_boxes import Typeset

Sheet = TypeVar("Sheet")


def document_job(
    kind: str,
    thaw: Callable[[Session, IssuedDocument], Sheet],
    typeset: Callable[[Sheet], Typeset],
) -> JobHandler:
    """Return the handler of the jobs that make one kind of document.

    `thaw` reads what was frozen; `typeset` makes the PDF of it, outside any transaction.
    """
    return JobHandler(
        kind=kind,
        prepare=lambda session, payload: thaw(session, _document(session, payload)),
        produce=typeset,
        store=_store,
        give_up=_give_up,
    )


def _document(session: Session, payload: Payload) -> IssuedDocument:
    return session.get_one(IssuedDocument, UUID(payload["document_id"]))


def _store(session: Session, clock: Clock, payload: Payload, made: Typeset) -> None:
    papers.store_content(session, clock, UUID(payload["document_id"]), made)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    papers.give_up(session, UUID(payload["document_id"]))
