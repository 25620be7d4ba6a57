"""Two checkers that share no code look at every sheet, and each finds what is broken on purpose.

page-validation looks at the rules of PDF/A-3a and PDF/UA-1 (`test_conformance` asks it about every
sheet). outloud looks at what a screen reader would say: tables without head cells, headings out of
order, content without a tag, glyphs without letters. Neither is a proof; veraPDF is not to be had.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import outloud
import page as page_validation
import pikepdf
import pytest

from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import Paper

ONE_LETTER_MANY_SHAPES = "TXT-004"
"""A warning about Arabic script as such: each letter has up to four shapes, and all of them say the
same letter. Other scripts must not get it."""
ARTIFACTED_PROSE = "TAG-002"
"""Of a sheet of one page: only from a second page can the checker tell that the line is its foot.
What the foot says there stands in a note of the sheet too."""
PROFILES = {
    "PDF/A-3a": page_validation.ValidationProfile.PDF_A_3A,
    "PDF/UA-1": page_validation.ValidationProfile.PDF_UA_1,
}
BARE_TABLE = (
    '<html lang="nb"><title>Tabell</title><h1>Tabell</h1><table>'
    + "<tr><td>Sted<td>Dato<td>Navn" * 4
    + "</table>"
)


def said(file: Path) -> list[str]:
    """Return the rules that outloud finds broken."""
    return sorted({finding.rule for finding in outloud.check(str(file)).findings})


def broken_profiles(file: Path) -> list[str]:
    return [
        name
        for name, profile in PROFILES.items()
        if not page_validation.validate_pdf_bytes(file.read_bytes(), profile=profile).is_compliant
    ]


def test_a_screen_reader_finds_its_way_through_every_sheet(paper: Paper) -> None:
    findings = outloud.check(str(paper.file)).findings
    others = [
        finding
        for finding in findings
        if (finding.rule != ONE_LETTER_MANY_SHAPES or "Vazirmatn" not in finding.evidence)
        and not is_foot_of_only_page(paper, finding)
    ]
    assert others == []


def is_foot_of_only_page(paper: Paper, finding: Any) -> bool:
    return (
        finding.rule == ARTIFACTED_PROSE
        and finding.count == 1
        and finding.evidence.startswith("Tekstversjon: ")
        and len(paper.pictures) == 1
    )


def structure(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Yield every element of the structure tree."""
    waiting = [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary):
            yield element
            kids = element.get("/K")
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def drop_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def hide_title(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def skip_headings(pdf: pikepdf.Pdf) -> None:
    for element in structure(pdf):
        if element.get("/S") == pikepdf.Name.H1:
            element.S = pikepdf.Name.H3


def fonts(pdf: pikepdf.Pdf) -> dict[tuple[int, int], pikepdf.Dictionary]:
    """Return the fonts of all pages, which share them."""
    found = [font for sheet in pdf.pages for font in sheet.Resources.Font.values()]
    return {font.objgen: font for font in found}


def take_out_fonts(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf).values():
        for part in font.DescendantFonts:
            del part.FontDescriptor["/FontFile2"]


def forget_letters(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf).values():
        del font["/ToUnicode"]


def tear_down_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def drop_colours(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def add_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


BOTH = ["PDF/A-3a", "PDF/UA-1"]


@pytest.mark.parametrize(
    ("damage", "profiles", "rule"),
    [
        (drop_language, ["PDF/UA-1"], "DOC-013"),
        (hide_title, ["PDF/UA-1"], "DOC-011"),
        (skip_headings, ["PDF/UA-1"], "HDG-002"),
        (take_out_fonts, BOTH, "TXT-001"),
        (forget_letters, BOTH, "TXT-002"),
        (tear_down_structure, BOTH, "DOC-002"),
        (drop_colours, ["PDF/A-3a"], None),
        (add_script, ["PDF/A-3a"], None),
    ],
)
def test_each_checker_finds_what_is_broken(
    papers: dict[str, Paper],
    tmp_path: Path,
    damage: Callable[[pikepdf.Pdf], None],
    profiles: list[str],
    rule: str | None,
) -> None:
    file = tmp_path / "broken.pdf"
    with pikepdf.open(papers["integration_declaration-uk"].file) as pdf:
        damage(pdf)
        pdf.save(file, static_id=True)
    assert broken_profiles(file) == profiles
    assert rule in said(file) if rule else said(file) == []


def test_a_table_without_head_cells_is_heard_though_the_rules_are_kept(
    renderer: PdfRenderer, tmp_path: Path
) -> None:
    file = tmp_path / "table.pdf"
    file.write_bytes(renderer.render(BARE_TABLE))
    assert broken_profiles(file) == []
    assert said(file) == ["TBL-001"]
