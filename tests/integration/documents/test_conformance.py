"""The file is archivable and accessible, always the same, and carries its own fonts."""

import re
from contextlib import closing

import page as page_validation
import pikepdf
import pypdfium2
import pytest

from app.core.pii import PersonName
from app.declarations.sheet import render_sheet_html
from app.i18n.locales import document_languages, find_language
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import Paper, run
from tests.support.sheets import make_sheet

LATIN = {"Noto-Sans-Latin", "Noto-Sans-Latin-Bold"}
EXTENDED = LATIN | {"Noto-Sans-Latin-Extended", "Noto-Sans-Latin-Extended-Bold"}
ARABIC = LATIN | {"Vazirmatn", "Vazirmatn-Bold"}
CYRILLIC = LATIN | {"Noto-Sans-Cyrillic", "Noto-Sans-Cyrillic-Bold"}
ETHIOPIC = LATIN | {"Noto-Sans-Ethiopic", "Noto-Sans-Ethiopic-Bold"}
MYANMAR = LATIN | {"Noto-Sans-Myanmar", "Noto-Sans-Myanmar-Bold"}
FONTS = {
    "nb": LATIN,
    "nn": LATIN,
    "en": LATIN,
    "ar": ARABIC,
    "ti": ETHIOPIC,
    "uk": CYRILLIC,
    "ru": CYRILLIC,
    "fa-AF": ARABIC,
    "fa": ARABIC,
    "ps": ARABIC,
    "so": LATIN,
    "ku": EXTENDED,
    "ckb": ARABIC,
    "tr": EXTENDED,
    "sw": LATIN,
    "fr": LATIN,
    "am": ETHIOPIC,
    "es": LATIN,
    "pl": EXTENDED,
    "ur": ARABIC,
    "my": MYANMAR,
}
FEWER = {("integration_declaration", "ku"): {"Noto-Sans-Latin-Extended-Bold"}}
"""What one document does not need of its language's fonts: here, no letter of them is bold."""


@pytest.mark.parametrize("profile", ["PDF_A_3A", "PDF_UA_1"])
def test_file_conforms(paper: Paper, profile: str) -> None:
    report = page_validation.validate_pdf_bytes(
        paper.content, profile=getattr(page_validation.ValidationProfile, profile)
    )
    assert [str(failure) for failure in report.failures] == []
    assert report.is_compliant


def test_the_validator_finds_a_fault(paper: Paper) -> None:
    broken = paper.content.replace(b'pdfuaid:part="1"', b'pdfuaid:part="9"')
    report = page_validation.validate_pdf_bytes(
        broken, profile=page_validation.ValidationProfile.PDF_UA_1
    )
    assert not report.is_compliant


def test_file_says_what_it_is(paper: Paper) -> None:
    with pikepdf.open(paper.file) as pdf:
        assert str(pdf.Root.Lang) == "nb"
        assert str(pdf.docinfo.Title) == paper.sheet.bundle.clause("title").text
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def test_all_fonts_are_ours_embedded_and_readable(paper: Paper) -> None:
    rows = run("pdffonts", paper.file).splitlines()[2:]
    fonts = {re.sub(r"^[A-Z]{6}\+", "", row.split()[0]) for row in rows}
    language = paper.sheet.language
    assert fonts == FONTS[language] - FEWER.get((paper.sheet.bundle.kind, language), set())
    for row in rows:
        embedded, subset, to_unicode = row.split()[-5:-2]
        assert (embedded, subset, to_unicode) == ("yes", "yes", "yes")


def test_the_same_sheet_gives_the_same_bytes(paper: Paper, renderer: PdfRenderer) -> None:
    assert renderer.render(render_sheet_html(paper.sheet)) == paper.content


def test_another_process_gives_the_same_bytes(papers: dict[str, Paper]) -> None:
    paper = papers["integration_declaration-ar"]
    with closing(PdfRenderer()) as fresh:
        fresh.render("<title>Et annet dokument først</title><p>ኣሚና Аміна")
        assert fresh.render(render_sheet_html(paper.sheet)) == paper.content


def test_sheet_has_at_most_two_pages(paper: Paper) -> None:
    with closing(pypdfium2.PdfDocument(paper.file)) as pdf:
        assert len(pdf) <= (2 if paper.is_bilingual else 1)
        assert all(round(size) in (595, 842) for page in pdf for size in page.get_size())


@pytest.mark.parametrize("language", [language.code for language in document_languages()])
def test_long_names_need_no_third_page(renderer: PdfRenderer, language: str) -> None:
    sheet = make_sheet(
        language=language,
        participant_name=PersonName(
            "Mohammed Abdirahman Al-Khatib-Waldemarsen Bjørnstjerne Øverlid"
        ),
        municipality_name="Guovdageaidnu - Kautokeino",
    )
    with closing(pypdfium2.PdfDocument(renderer.render(render_sheet_html(sheet)))) as pdf:
        assert len(pdf) <= 2


def test_signatures_never_stand_on_a_page_without_text(paper: Paper) -> None:
    last = run("pdftotext", "-raw", "-nopgbrk", paper.file, "-").split("Side 1 av 2")[-1]
    last_clause = max(
        int(number) for number in re.findall(r"^([1-9])(?=\s)", last, flags=re.MULTILINE)
    )
    assert last_clause >= 8


def test_clauses_begin_on_the_same_line_in_both_columns(paper: Paper) -> None:
    if not paper.is_bilingual:
        return
    _, *pages = run("pdftotext", "-bbox", paper.file, "-").split("<page ")
    number = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([1-9])</word>'
    found = [
        word
        for page in pages
        for word in sorted(re.findall(number, page), key=lambda word: float(word[1]))
    ]
    language = find_language(paper.sheet.language)
    assert language is not None
    own_edge = (540, 550) if language.direction == "rtl" else (305, 315)
    left, right = (
        [
            (n, float(top) + float(bottom))
            for x, top, bottom, n in found
            if low < float(x) < high and float(top) < 780
        ]
        for low, high in ((40, 50), own_edge)
    )
    assert len(left) >= 8
    assert [n for n, _ in left] == [n for n, _ in right]
    for (_, twice_middle), (_, own_twice_middle) in zip(left, right, strict=True):
        assert abs(twice_middle - own_twice_middle) / 2 < 3
