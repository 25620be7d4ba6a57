"""The week on one sheet of paper, in the participant's own language. It is made, never kept."""

from threading import BoundedSemaphore

from app.attendance.calendar.errors import CannotMakeWeekSheet, WeekSheetRefusal
from app.attendance.calendar.presenters import WeekView
from app.papers.document_templates import render_document
from app.pdf.errors import PdfRenderError
from app.pdf.page_boxes import DocumentRenderer
from app.plans.paper.words import PlanWords

_one_at_a_time = BoundedSemaphore(1)
"""So that no more than one web thread ever waits for the rendering."""


def make_sheet(renderer: DocumentRenderer, week: WeekView, words: PlanWords, name: str) -> bytes:
    """Return the week as PDF. It takes a moment: call it outside a transaction.

    Raises:
        CannotMakeWeekSheet: not now, or not at all.
    """
    if not _one_at_a_time.acquire(blocking=False):
        raise CannotMakeWeekSheet(WeekSheetRefusal.BUSY)
    try:
        return renderer.render(render_sheet(week, words, name))
    except PdfRenderError as error:
        raise CannotMakeWeekSheet(WeekSheetRefusal.NOT_MADE) from error
    finally:
        _one_at_a_time.release()


def render_sheet(week: WeekView, words: PlanWords, name: str) -> str:
    """Return the sheet as HTML."""
    return render_document("documents/week_sheet.html", week=week, words=words, name=name)
