"""The job that makes the PDF of a certificate."""

from sqlalchemy.orm import Session

from app.decisions.participation.content import Certificate, thaw
from app.decisions.participation.sheet import typeset_certificate
from app.jobs.service import JobHandler
from app.papers.models import IssuedDocument
from app.papers.rendering import document_job
from app.pdf.page_boxes import DocumentRenderer

RENDER_CERTIFICATE = "participation_certificates.render"


def render_certificate_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return document_job(
        RENDER_CERTIFICATE, _certificate_of, lambda each: typeset_certificate(renderer, each)
    )


def _certificate_of(_session: Session, document: IssuedDocument) -> Certificate:
    return thaw(document.model, document.code, document.issued_on)
