"""The sheet that is printed and signed: the Norwegian clauses, with the person's language beside.

Integreringsloven § 16. Clause stands beside clause, so that a finger on one finds the other. What
stands in the clauses is worked out in `app.declarations.sheet_words`.
"""

from app.declarations.layouts import SheetLayout
from app.declarations.sheet_words import DeclarationSheet, words_of
from app.papers.code import grouped
from app.papers.document_templates import render_document
from app.papers.qr import qr_svg

__all__ = ["DeclarationSheet", "render_sheet_html"]

MOST_PAGES = 3
"""So many pages have a square of their own (`static/css/document.css`); a sheet takes two."""
ONLY_TO_READ = "Til informasjon. Dette arket skal ikke skrives under."
"""For whoever at the office gets such a sheet handed back; its reader finds nothing to sign."""


def render_sheet_html(sheet: DeclarationSheet) -> str:
    """Return the sheet as HTML for `PdfRenderer.render`.

    Raises:
        BundleError: the bundle has no translation into the language.
        ValueError: the layout makes no sense with the language.
    """
    words = words_of(sheet)
    is_signed = sheet.layout is not SheetLayout.OWN_LANGUAGE_ONLY
    pages = range(1, MOST_PAGES + 1)
    return render_document(
        "documents/declaration.html",
        columns=words.columns,
        is_mirrored=sheet.layout is SheetLayout.MIRRORED,
        only_to_read="" if is_signed else ONLY_TO_READ,
        is_unreviewed=words.is_unreviewed,
        rows=words.rows,
        sections=words.sections,
        title=words.rows["title"].texts[0],
        version=sheet.bundle.version,
        issued_on=sheet.issued_on,
        code=grouped(sheet.code),
        squares=[qr_svg(sheet.code, page) if is_signed else None for page in pages],
    )
