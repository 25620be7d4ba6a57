"""The renderer says where to sign; the ink of the printed line is there."""

from contextlib import closing

import pypdfium2

from app.declarations.bundles.types import BundleKind
from app.declarations.sheet import render_sheet_html
from app.pdf.renderer import PdfRenderer
from tests.support.sheets import make_sheet

DOTS_PER_INCH = 150
MICROMETRES = 25_400


def test_lines_to_sign_are_where_the_renderer_says(renderer: PdfRenderer) -> None:
    made = renderer.typeset(render_sheet_html(make_sheet(BundleKind.INTEGRATION_CONTRACT, "ar")))
    assert [box.name for box in made.boxes] == [
        "signature_place",
        "signature_participant",
        "signature_municipality",
        "note_interpreter",
    ]
    with closing(pypdfium2.PdfDocument(made.pdf)) as pdf:
        assert len(pdf) == made.page_count
        for box in made.boxes:
            page = pdf[box.page - 1].render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
            left, top, right, bottom = (
                side * DOTS_PER_INCH // MICROMETRES
                for side in (box.left, box.top, box.left + box.width, box.top + box.height)
            )
            inside = page.crop((left + 5, top + 3, right - 5, bottom - 5))
            assert inside.getextrema() == (255, 255)
            line = page.crop((left + 5, bottom - 4, right - 5, bottom + 4))
            assert line.getextrema()[0] < 100


def test_nothing_is_marked_without_a_mark(renderer: PdfRenderer) -> None:
    made = renderer.typeset("<title>x</title><p>y")
    assert (made.page_count, made.boxes) == (1, ())
