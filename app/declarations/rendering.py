"""The job that makes the PDF of a declaration from what was frozen when it was issued."""

from datetime import date

from sqlalchemy.orm import Session

from app.core.pii import IdentityNumber, PersonName
from app.declarations.layouts import SheetLayout
from app.declarations.sheet import DeclarationSheet
from app.declarations.typesetting import typeset_sheet
from app.declarations.wordings.queries.frozen import text_of
from app.jobs.service import JobHandler
from app.papers.models import IssuedDocument
from app.papers.rendering import document_job
from app.pdf.page_boxes import DocumentRenderer

RENDER = "declarations.render"


def render_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return document_job(RENDER, sheet_of, lambda sheet: typeset_sheet(renderer, sheet))


def sheet_of(session: Session, document: IssuedDocument) -> DeclarationSheet:
    """Return the sheet as it was when the document was issued."""
    model = document.model
    return DeclarationSheet(
        bundle=text_of(session, document),
        language=document.language,
        participant_name=PersonName(model["name"]),
        identity_number=IdentityNumber(model["identity_number"]),
        municipality_name=model["municipality"],
        settled_on=date.fromisoformat(model["settled_on"]),
        decided_on=date.fromisoformat(model["decided_on"]),
        code=document.code,
        issued_on=document.issued_on,
        layout=SheetLayout(model.get("layout", SheetLayout.NORWEGIAN_LEFT)),
    )
