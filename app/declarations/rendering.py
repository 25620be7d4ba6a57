"""The job that makes the PDF of a declaration from what was frozen when it was issued."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.core.pii import IdentityNumber, PersonName
from app.declarations.layouts import SheetLayout
from app.declarations.sheet import DeclarationSheet
from app.declarations.typesetting import typeset_sheet
from app.declarations.wordings.queries.frozen import text_of
from app.jobs.service import JobHandler, Payload
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.page_boxes import DocumentRenderer, Typeset

RENDER = "declarations.render"


def render_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return JobHandler(
        kind=RENDER,
        prepare=_prepare,
        produce=lambda sheet: typeset_sheet(renderer, sheet),
        store=_store,
        give_up=_give_up,
    )


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


def _prepare(session: Session, payload: Payload) -> DeclarationSheet:
    return sheet_of(session, session.get_one(IssuedDocument, UUID(payload["document_id"])))


def _store(session: Session, clock: Clock, payload: Payload, made: Typeset) -> None:
    papers.store_content(session, clock, UUID(payload["document_id"]), made)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    papers.give_up(session, UUID(payload["document_id"]))
