"""The job that makes the PDF of a plan from what was frozen when it was issued."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.jobs.service import JobHandler, Payload
from app.papers import service as papers
from app.papers.models import IssuedDocument
from app.pdf.page_boxes import DocumentRenderer, Typeset
from app.plans.paper.content import PlanSheet
from app.plans.paper.freezing import thaw
from app.plans.paper.sheet import typeset_plan

RENDER_PLAN = "plans.render"


def render_plan_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return JobHandler(
        kind=RENDER_PLAN,
        prepare=_prepare,
        produce=lambda sheet: typeset_plan(renderer, sheet),
        store=_store,
        give_up=_give_up,
    )


def _prepare(session: Session, payload: Payload) -> PlanSheet:
    document = session.get_one(IssuedDocument, UUID(payload["document_id"]))
    return thaw(document.model, document.code, document.issued_on)


def _store(session: Session, clock: Clock, payload: Payload, made: Typeset) -> None:
    papers.store_content(session, clock, UUID(payload["document_id"]), made)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    papers.give_up(session, UUID(payload["document_id"]))
