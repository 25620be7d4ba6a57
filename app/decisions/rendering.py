"""The job that makes the PDF of a letter from what was frozen when the decision was issued."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.decisions.content import Letter
from app.decisions.freezing import thaw
from app.decisions.sheet import typeset_letter
from app.jobs.service import JobHandler, Payload
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.page_boxes import DocumentRenderer, Typeset

RENDER_LETTER = "decisions.render"


def render_letter_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return JobHandler(
        kind=RENDER_LETTER,
        prepare=_prepare,
        produce=lambda letter: typeset_letter(renderer, letter),
        store=_store,
        give_up=_give_up,
    )


def _prepare(session: Session, payload: Payload) -> Letter:
    document = session.get_one(IssuedDocument, UUID(payload["document_id"]))
    return thaw(document.model, document.code, document.issued_on)


def _store(session: Session, clock: Clock, payload: Payload, made: Typeset) -> None:
    papers.store_content(session, clock, UUID(payload["document_id"]), made)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    papers.give_up(session, UUID(payload["document_id"]))
