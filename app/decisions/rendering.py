"""The job that makes the PDF of a letter."""

from sqlalchemy.orm import Session

from app.decisions.content import Letter
from app.decisions.freezing import thaw
from app.decisions.sheet import typeset_letter
from app.jobs.service import JobHandler
from app.papers.models import IssuedDocument
from app.papers.rendering import document_job
from app.pdf.page_boxes import DocumentRenderer

RENDER_LETTER = "decisions.render"


def render_letter_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return document_job(RENDER_LETTER, _letter_of, lambda letter: typeset_letter(renderer, letter))


def _letter_of(_session: Session, document: IssuedDocument) -> Letter:
    return thaw(document.model, document.code, document.issued_on)
