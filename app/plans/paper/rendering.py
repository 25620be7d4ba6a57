"""The job that makes the PDF of a plan."""

from sqlalchemy.orm import Session

from app.jobs.service import JobHandler
from app.papers.models import IssuedDocument
from app.papers.rendering import document_job
from app.pdf.page_boxes import DocumentRenderer
from app.plans.paper.content import PlanSheet
from app.plans.paper.freezing import thaw
from app.plans.paper.sheet import typeset_plan

RENDER_PLAN = "plans.render"


def render_plan_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that renders with this renderer."""
    return document_job(RENDER_PLAN, _sheet_of, lambda sheet: typeset_plan(renderer, sheet))


def _sheet_of(_session: Session, document: IssuedDocument) -> PlanSheet:
    return thaw(document.model, document.code, document.issued_on)
