"""Names, dates, numbers and brackets in right-to-left text stand where a browser puts them.

The PDF engine orders such text by rules of its own; Chromium is the second opinion. Both set the
same HTML with the same fonts, and each line is then read as it is seen, from left to right.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from playwright.sync_api import Browser, Page, Route

from app.core.pii import PersonName
from app.declarations.bundles.types import BundleKind
from app.declarations.sheet import render_sheet_html
from app.i18n.locales import document_languages
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import MIDDLE, Paper
from tests.support.chromium import chromium
from tests.support.repository import ROOT
from tests.support.sheets import make_sheet

RIGHT_TO_LEFT = [one.code for one in document_languages() if one.direction == "rtl"]
ORIGIN = "https://sheet.invalid/"
MEDIA_TYPES = {".css": "text/css", ".ttf": "font/ttf"}
SAME_LINE = 5
"""Points, or pixels of the browser, between the middles of two letters of one line."""
CELLS = "table.clauses td[dir=rtl]"
READ_LETTERS = """(cells) => {
  const found = [];
  for (const cell of document.querySelectorAll(cells)) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      for (let index = 0; index < walker.currentNode.length; index++) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        const box = range.getBoundingClientRect();
        found.push([walker.currentNode.data[index], box.left, box.top + box.height / 2]);
      }
    }
  }
  return found;
}"""


class Letter(NamedTuple):
    character: str
    left: float
    middle: float
    """Downwards."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.route(f"{ORIGIN}**", serve_asset)
    yield page
    page.close()


def serve_asset(route: Route) -> None:
    file = ROOT / "static" / route.request.url.removeprefix(ORIGIN)
    route.fulfill(body=file.read_bytes(), content_type=MEDIA_TYPES[file.suffix])


def letters_in_browser(page: Page, html: str, cells: str = CELLS) -> list[Letter]:
    """Return the clauses' letters, laid out at the width of the sheet."""
    head = (
        f'<base href="{ORIGIN}"><link rel="stylesheet" href="fonts/pdf/fonts.css">'
        "<style>body { width: 178mm }</style>"
    )
    page.set_content(html.replace("<head>", f"<head>{head}"), wait_until="load")
    page.evaluate("document.fonts.ready")
    return [Letter(*found) for found in page.evaluate(READ_LETTERS, cells)]


def letters_on_paper(content: bytes) -> list[Letter]:
    """Return the letters of the right half, page under page."""
    found = []
    with closing(pypdfium2.PdfDocument(content)) as pdf:
        for number, sheet in enumerate(pdf):
            text = sheet.get_textpage()
            for index in range(text.count_chars()):
                if pdfium.FPDFText_IsGenerated(text, index):
                    continue
                left, bottom, _, top = text.get_charbox(index, loose=True)
                if left > MIDDLE:
                    character = chr(pdfium.FPDFText_GetUnicode(text, index))
                    found.append(Letter(character, left, number * 1000 - (bottom + top) / 2))
    return found


def lines(letters: Iterable[Letter]) -> Iterator[str]:
    """Yield each line as it is seen, from left to right, without blanks."""
    line: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: letter.middle):
        if letter.character.isspace():
            continue
        if line and letter.middle - line[0].middle > SAME_LINE:
            yield seen(line)
            line = []
        line.append(letter)
    if line:
        yield seen(line)


def seen(line: list[Letter]) -> str:
    return "".join(letter.character for letter in sorted(line, key=lambda letter: letter.left))


def foreign_runs(letters: Iterable[Letter]) -> list[str]:
    """Return what is not of the own script and holds a letter or digit, in the order of reading.

    A bracket is one thing here: a reader of the file may get it as written or as drawn.
    """
    found = []
    for line in lines(letters):
        plain = "".join(
            " " if unicodedata.bidirectional(character) in {"AL", "R", "NSM", "BN"} else character
            for character in re.sub(r"[()]", "|", line)
        )
        runs = [run for run in plain.split() if any(map(str.isalnum, run))]
        found += reversed(runs)
    return found


def is_part_of(wanted: list[str], found: list[str]) -> bool:
    """Tell whether all that is wanted is found in its order, perhaps with other things between."""
    rest = iter(found)
    return all(run in rest for run in wanted)


@pytest.mark.parametrize("kind", list(BundleKind))
@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_sheet_reads_as_in_a_browser(
    papers: dict[str, Paper], page: Page, kind: BundleKind, language: str
) -> None:
    paper = papers[f"{kind}-{language}"]
    wanted = foreign_runs(letters_in_browser(page, render_sheet_html(paper.sheet)))
    assert any("14.08.2026" in run for run in wanted)
    assert any("AminaAl-HassanØverlid" in run for run in wanted)
    assert sum(run[0].isdigit() and len(run) == 1 for run in wanted) >= 8, "the clauses' numbers"
    found = foreign_runs(letters_on_paper(paper.content))
    assert is_part_of(wanted, found), (wanted, found)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_difficult_values_read_as_in_a_browser(
    renderer: PdfRenderer, page: Page, language: str
) -> None:
    sheet = make_sheet(
        language=language,
        participant_name=PersonName("Anne (Mimmi) O'Neill, 3. +47 22 12 kr 19 756,50"),
        municipality_name="Nordre Follo 08:00-15:30",
    )
    html = render_sheet_html(sheet)
    wanted = foreign_runs(letters_in_browser(page, html))
    assert any("756,50" in run for run in wanted)
    found = foreign_runs(letters_on_paper(renderer.render(html)))
    assert is_part_of(wanted, found), (wanted, found)


def test_a_value_that_is_not_shielded_is_noticed(renderer: PdfRenderer, page: Page) -> None:
    sheet = make_sheet(language="ar", participant_name=PersonName("+47 22 12 34 56"))
    html = render_sheet_html(sheet)
    bare = re.sub(r"</?bdi[^>]*>", "", html)
    wanted = foreign_runs(letters_in_browser(page, html))
    assert not is_part_of(wanted, foreign_runs(letters_on_paper(renderer.render(bare))))
