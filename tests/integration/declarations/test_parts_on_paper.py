"""A text in parts, on paper: each part with its heading and its lines, and none for others."""

from collections.abc import Iterator
from contextlib import closing

import pypdfium2
import pytest

from app.declarations.sheet import render_sheet_html
from app.pdf.page_boxes import Typeset
from app.pdf.renderer import PdfRenderer
from tests.support.sheets import make_sheet
from tests.support.text_files import two_part_bundle


@pytest.fixture(scope="module")
def renderer() -> Iterator[PdfRenderer]:
    with closing(PdfRenderer()) as renderer:
        yield renderer


def words(made: Typeset) -> str:
    """Return all that the file says, page after page."""
    pages = pypdfium2.PdfDocument(made.pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_each_part_has_its_heading_and_its_lines(renderer: PdfRenderer) -> None:
    made = renderer.typeset(render_sheet_html(make_sheet(bundle=two_part_bundle(), language="en")))
    said = words(made)
    for heading in (
        "Del 1. For alle som skriver under",
        "Part 1. For everybody who signs",
        "Underskrift på del 1:",
        "Part 2. For those who came",
        "Signature to part 2:",
    ):
        assert heading in " ".join(said.split()), heading
    boxes = sorted(made.boxes, key=lambda box: (box.page, box.top))
    assert [box.name for box in boxes] == [
        "all_signature_participant",
        "new_signature_participant",
        "new_signature_municipality",
        "note_interpreter",
    ]
    assert all(box.height > 4000 and box.width > 40_000 for box in boxes), "room to write"


def test_a_part_that_is_not_for_the_person_is_left_out(renderer: PdfRenderer) -> None:
    bundle = two_part_bundle().for_audiences(())
    made = renderer.typeset(render_sheet_html(make_sheet(bundle=bundle, language="en")))
    said = words(made)
    assert "Del 1" in said
    for gone in ("Del 2", "Part 2", "introduksjonsprogram", "For kommunen"):
        assert gone not in said
    names = {box.name for box in made.boxes}
    assert names == {"all_signature_participant", "note_interpreter"}
