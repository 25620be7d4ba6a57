"""Sheets that run from the right, and sheets in one language."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from app.declarations.bundles.types import BundleKind
from app.declarations.layouts import SIGNED, SheetLayout, layouts_for
from app.declarations.sheet import ONLY_TO_READ, render_sheet_html
from app.i18n.locales import document_languages
from app.papers.code import grouped
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import MIDDLE, Paper, words
from tests.support.sheets import make_sheet

KINDS = list(BundleKind)
LANGUAGES = [language.code for language in document_languages() if language.code != "nb"]
RIGHT_TO_LEFT = [one.code for one in document_languages() if one.direction == "rtl"]


def printed(
    renderer: PdfRenderer, folder: Path, kind: BundleKind, language: str, layout: SheetLayout
) -> Paper:
    sheet = make_sheet(kind, language, layout=layout)
    file = folder / "sheet.pdf"
    file.write_bytes(renderer.render(render_sheet_html(sheet)))
    return Paper(file, sheet)


def pages(paper: Paper) -> int:
    with closing(pypdfium2.PdfDocument(paper.file)) as pdf:
        return len(pdf)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_mirrored_has_the_norwegian_at_the_right(
    renderer: PdfRenderer, tmp_path: Path, kind: BundleKind, language: str
) -> None:
    paper = printed(renderer, tmp_path, kind, language, SheetLayout.MIRRORED)
    clause = paper.sheet.bundle.clause("point_training").text
    assert clause in paper.column(MIDDLE, 595 - MIDDLE)
    assert clause not in paper.column(0, MIDDLE)
    assert pages(paper) <= 2
    left, right = sides_of_first_clause_number(paper)
    assert 270 < left < 295, "the number stands where the reader begins the line"
    assert 305 < right < 320


def sides_of_first_clause_number(paper: Paper) -> tuple[float, float]:
    """Return where "1" stands in the left and in the right column, in points."""
    with closing(pypdfium2.PdfDocument(paper.file)) as pdf:
        page = pdf[0].get_textpage()
        found = page.search("1", match_whole_word=True)
        boxes = [page.get_charbox(start) for start, _ in iter(found.get_next, None)]
    lefts = sorted(box[0] for box in boxes if box[1] > 70)
    return lefts[0], lefts[-1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_own_language_alone_is_for_reading_only(
    renderer: PdfRenderer, tmp_path: Path, kind: BundleKind, language: str
) -> None:
    sheet = make_sheet(kind, language, layout=SheetLayout.OWN_LANGUAGE_ONLY)
    made = renderer.typeset(render_sheet_html(sheet))
    assert made.boxes == (), "no line to write on"
    assert made.page_count <= 2
    file = tmp_path / "sheet.pdf"
    file.write_bytes(made.pdf)
    paper = Paper(file, sheet)
    whole = paper.whole()
    assert ONLY_TO_READ in whole
    assert grouped(sheet.code) not in whole
    assert sheet.bundle.clause("point_training").text not in whole
    read = set(words(whole))
    texts = sheet.bundle.translation(language).texts
    wanted = {*words(texts["point_training"]), *words(texts["note_translation"])}
    assert len(wanted - read) <= 0.01 * len(wanted) + 1
    signing = set(words(texts["signature_participant"])) - set(
        words(" ".join(texts[name] for name in texts if "sign" not in name))
    )
    assert signing & read == set()


def test_the_title_of_a_sheet_in_one_language_is_in_that_language(renderer: PdfRenderer) -> None:
    html = render_sheet_html(make_sheet(language="ar", layout=SheetLayout.OWN_LANGUAGE_ONLY))
    title = make_sheet(language="ar").bundle.translation("ar").texts["title"]
    assert f"<title>{title}</title>" in html
    assert '<html lang="ar" dir="rtl">' in html


def test_norwegian_alone_is_the_same_in_any_language() -> None:
    alone = render_sheet_html(make_sheet(language="nb"))
    assert alone == render_sheet_html(make_sheet(language="ar", layout=SheetLayout.NORWEGIAN_ONLY))


def test_there_is_no_norwegian_beside_the_norwegian() -> None:
    with pytest.raises(ValueError, match="no language beside"):
        render_sheet_html(make_sheet(language="nb", layout=SheetLayout.OWN_LANGUAGE_ONLY))
    with pytest.raises(ValueError, match="no language of the portal"):
        render_sheet_html(make_sheet(language="xx"))


def test_every_language_has_a_layout_to_sign_first() -> None:
    assert layouts_for("nb") == (SheetLayout.NORWEGIAN_ONLY,)
    for language in LANGUAGES:
        first, *others = layouts_for(language)
        assert first is SheetLayout.NORWEGIAN_LEFT
        assert (SheetLayout.MIRRORED in others) == (language in RIGHT_TO_LEFT)
        assert [layout for layout in others if layout not in SIGNED] == [
            SheetLayout.OWN_LANGUAGE_ONLY
        ]
