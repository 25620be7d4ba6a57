"""A sheet made into pages, each of which can be found again when it comes back."""

from app.declarations.sheet import MOST_PAGES, DeclarationSheet, render_sheet_html
from app.pdf.page_boxes import DocumentRenderer, Typeset


class SheetTooLong(Exception):
    """The text fills more pages than have a square of their own: such paper would get lost."""


def typeset_sheet(renderer: DocumentRenderer, sheet: DeclarationSheet) -> Typeset:
    """Return the sheet as PDF.

    Raises:
        SheetTooLong: an imported text, or a name, has too many words for the sheet.
        PdfRenderError: no PDF was made.
    """
    made = renderer.typeset(render_sheet_html(sheet))
    if made.page_count > MOST_PAGES:
        raise SheetTooLong(f"{made.page_count} pages, at most {MOST_PAGES}")
    return made
