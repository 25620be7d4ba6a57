"""Pictures of scanned pages. Each look is recorded."""

from uuid import UUID

from flask import Response
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.declarations.intake.service import note_page
from app.declarations.intake.views.blueprint import bp
from app.papers.intake.pictures import around_boxes
from app.papers.intake.queries import get_page
from app.papers.queries import get_document
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional


@bp.get("/sider/<uuid:page_id>/bilde")
@access(*CASE_STAFF)
@transactional
def show_picture(page_id: UUID) -> ResponseReturnValue:
    """Return the picture of a page."""
    return _picture(_looked_at(page_id))


@bp.get("/sider/<uuid:page_id>/underskrift")
@access(*CASE_STAFF)
@transactional
def show_signatures(page_id: UUID) -> ResponseReturnValue:
    """Return the part of a page with the lines to sign; the whole page where they are not known."""
    picture = _looked_at(page_id)
    page = get_page(session(), scope(), page_id)
    if page.document_id is None or not page.aligned:
        return _picture(picture)
    document = get_document(session(), scope(), page.document_id)
    boxes = [box for box in document.boxes or () if box["page"] == page.page]
    return _picture(around_boxes(picture, boxes) if boxes else picture)


def _looked_at(page_id: UUID) -> bytes:
    page = get_page(session(), scope(), page_id, with_picture=True)
    if page.picture is None:
        raise NotFound
    note_page(session(), clock(), actor(), page)
    return page.picture


def _picture(content: bytes) -> Response:
    """Return a picture that never runs on our origin; pages of the portal may show it."""
    response = Response(content, mimetype="image/jpeg")
    response.headers["Content-Disposition"] = 'inline; filename="side.jpg"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
