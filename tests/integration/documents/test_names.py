"""Names of all kinds stand on paper as they were written."""

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.pii import PersonName
from app.declarations.sheet import render_sheet_html
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import Paper
from tests.support.sheets import make_sheet

PLAIN = [
    "Åse-Bjørg Ælvøy",
    "Đặng Nguyễn Thị Hồng",
    "Thị Ngọc Phụng Hẹn Ṣọlá",
    "Şükrü Çağlıoğlu",
    "Łucja Wałęsa-Żółć",
    "Þóra Ðjúrhuus",
    "D’Amico O'Neill",
    "X Æ A-12",
    "Аміна Їжакевич",
    "ኣሚና ተስፋይ",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }} {name} %s %(name)s",
    "&lt;b&gt; &amp; \\ ` $(id)",
    "Åse",  # the letter as two characters
    "Bob'); DROP TABLE participant;",
    "Ba " * 60 + "Slutt",
    "Langtnavnutenmellomrom" * 12,
]
RIGHT_TO_LEFT = ["آمنة عبد الله", "مریم حبیب‌الله", "گلالۍ پښتون", "شێرکۆ ڕەزا"]


def squeezed(text: str) -> str:
    """Return the text as it compares: NFKC, without spaces and joiners."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(letter for letter in plain if letter.isprintable() and not letter.isspace())


def printed(renderer: PdfRenderer, name: str, language: str, folder: Path) -> Paper:
    sheet = make_sheet(language=language, participant_name=PersonName(name))
    file = folder / "sheet.pdf"
    file.write_bytes(renderer.render(render_sheet_html(sheet)))
    return Paper(file, sheet)


@pytest.mark.parametrize("name", PLAIN)
def test_left_to_right_names(renderer: PdfRenderer, tmp_path: Path, name: str) -> None:
    paper = printed(renderer, name, "ar", tmp_path)
    assert squeezed(f"Navn:{name}") in squeezed(paper.norwegian)
    assert squeezed(name) in squeezed(paper.whole())


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
@pytest.mark.parametrize("language", ["fa-AF", "uk"])
def test_right_to_left_names(
    renderer: PdfRenderer, tmp_path: Path, name: str, language: str
) -> None:
    paper = printed(renderer, name, language, tmp_path)
    read = squeezed(paper.own)
    for word in name.split():
        assert squeezed(word) in read, read[:200]


@pytest.mark.parametrize("mark", ["\u202e", "\u2067", "\u200f", "\u2069"])
def test_marks_of_direction_in_a_name_change_nothing(renderer: PdfRenderer, mark: str) -> None:
    plain = make_sheet(participant_name=PersonName("Amina Hansen"))
    marked = replace(plain, participant_name=PersonName(f"Amina{mark} Hansen"))
    assert render_sheet_html(marked) == render_sheet_html(plain)
    assert renderer.render(render_sheet_html(marked)) == renderer.render(render_sheet_html(plain))
