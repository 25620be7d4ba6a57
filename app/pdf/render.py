"""Render one HTML document to PDF/A-3a and PDF/UA-1, in this process and thread."""

from dataclasses import dataclass
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.urls import FatalURLFetchingError

from app.pdf.assets import BASE_URL, ClosedWorld
from app.pdf.conformance import VARIANT, mark_as_accessible
from app.pdf.errors import PdfRenderError, RenderFailure
from app.pdf.glyph_text import FontRegister
from app.pdf.memory import RememberingFonts
from app.pdf.page_boxes import Typeset, find_boxes
from app.pdf.remembered_drawing import remember_drawing
from app.pdf.remembered_lines import remember_lines
from app.pdf.remembered_styles import remember_styles
from app.pdf.room import with_room
from app.pdf.running_artifacts import decorate_with_margins
from app.pdf.spelled_lines import spell_reordered_lines
from app.pdf.streams import write_streams_well


@dataclass(frozen=True, slots=True)
class Typesetting:
    """Loaded fonts, worth keeping between documents. Never to be shared between threads."""

    fonts: RememberingFonts
    styles: CSS


def prepare_typesetting() -> Typesetting:
    """Load our fonts."""
    write_streams_well()
    remember_styles()
    remember_lines()
    remember_drawing()
    spell_reordered_lines()
    decorate_with_margins()
    fonts = RememberingFonts()
    url = BASE_URL + "fonts/pdf/fonts.css"
    return Typesetting(fonts, CSS(url=url, url_fetcher=ClosedWorld(), font_config=fonts))


@with_room
def render_html_to_pdf(html: str, *, typesetting: Typesetting) -> Typeset:
    """Return the PDF, always the same for the same HTML, and where its marked elements stand.

    The HTML needs `<html lang>` and `<title>`, and may link style sheets as `css/<name>.css`.

    Raises:
        PdfRenderError: it asks for something outside our assets, or no font has a character.
        Exception: whatever the library raises for markup it cannot lay out; our templates hold
            none, and `app.pdf.renderer` turns it into a `PdfRenderError`.
    """
    world = ClosedWorld()
    try:
        document = HTML(string=html, base_url=BASE_URL, url_fetcher=world).render(
            font_config=typesetting.fonts, stylesheets=[typesetting.styles], pdf_variant=VARIANT
        )
        document.fonts = FontRegister()
        pdf: bytes = document.write_pdf(finisher=_finish, pdf_variant=VARIANT)
    except FatalURLFetchingError as error:
        raise PdfRenderError(RenderFailure.FOREIGN_RESOURCE) from error
    if world.has_refused:
        raise PdfRenderError(RenderFailure.FOREIGN_RESOURCE)
    return Typeset(pdf, len(document.pages), tuple(find_boxes(document.pages)))


def _finish(document: Any, pdf: Any) -> None:
    """Look over the finished pages before they are written."""
    missing = sorted({code for font in document.fonts.values() for code in font.missing})
    if missing:
        detail = " ".join(f"U+{codepoint:04X}" for codepoint in missing)
        raise PdfRenderError(RenderFailure.MISSING_GLYPH, detail)
    mark_as_accessible(pdf)
