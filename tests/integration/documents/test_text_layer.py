"""What is copied, searched and read aloud from the file is what stands on the page."""

import re
from contextlib import closing
from difflib import SequenceMatcher

import pypdfium2
import pytest

from app.declarations.bundles.types import ClauseRole
from app.i18n.locales import document_languages
from app.papers.code import grouped
from tests.integration.documents.paper import Paper, words
from tests.support.repository import ROOT

OFFICIAL = (ROOT / "tests/support/texts/official_declaration.txt").read_text(encoding="utf-8")
VALUES = ("Amina", "418190", "12345", "Fjordvik", "14.08.2026", "01.09.2026")


@pytest.fixture(params=[language.code for language in document_languages()])
def declaration(request: pytest.FixtureRequest, papers: dict[str, Paper]) -> Paper:
    """The declaration in each language."""
    return papers[f"integration_declaration-{request.param}"]


def official_sentences() -> list[str]:
    """Return the official text sentence by sentence, as filled in for this person."""
    filled = OFFICIAL.replace("____ kommune fra ____", "Fjordvik kommune fra 14.08.2026")
    return filled.replace("fra ____", "fra 01.09.2026").splitlines()


def test_every_official_sentence_stands_on_the_sheet_word_for_word(declaration: Paper) -> None:
    sentences = official_sentences()
    assert len(sentences) == 33
    text = declaration.norwegian
    assert [sentence for sentence in sentences if sentence not in text] == []


def test_pdfium_reads_every_official_sentence_too(papers: dict[str, Paper]) -> None:
    text = papers["integration_declaration-nb"].whole()
    assert [sentence for sentence in official_sentences() if sentence not in text] == []


def test_norwegian_sheet_holds_nothing_but_the_clauses(papers: dict[str, Paper]) -> None:
    paper = papers["integration_declaration-nb"]
    clauses = " ".join(clause.text for clause in paper.sheet.bundle.clauses)
    known = {*words(clauses), *words(" ".join(VALUES)), "AlHassan", "Øverlid"}
    code = paper.sheet.code
    known |= {code, *(str(number) for number in range(1, 10))}
    assert set(words(paper.norwegian)) - known == set()


def test_norwegian_column_is_the_bundle_to_the_character(paper: Paper) -> None:
    """Clause after clause in the order of the bundle, and nothing beside them that is not known."""
    sheet = paper.sheet
    values = {
        "name": sheet.participant_name.reveal(),
        "identity_number": "418190 12345",
        "municipality": sheet.municipality_name,
        "settled_on": "14.08.2026",
        "decided_on": "01.09.2026",
    }
    rest, place = paper.norwegian, 0
    notes = {ClauseRole.NOTE, ClauseRole.OFFICE}
    for clause in sheet.bundle.clauses:
        if clause.role in notes:
            continue
        text = clause.text.format(**values)
        place = rest.find(text, place)
        assert place >= 0, text
        rest = rest[:place] + rest[place + len(text) :]
    for clause in sheet.bundle.clauses:
        if clause.role in notes:
            rest = rest.replace(clause.text.format(**values), " ", 1)
    for known in ("Norsk bokmål", f": {grouped(sheet.code)}"):
        rest = rest.replace(known, " ")
    assert sorted(rest.split()) == [
        str(number) for number in range(1, max(map(int, rest.split())) + 1)
    ], "only the numbers of the clauses are left"


def test_own_language_is_read_back_word_by_word_in_logical_order(paper: Paper) -> None:
    if not paper.is_bilingual:
        assert "own" not in paper.__dict__
        return
    texts = paper.sheet.bundle.translation(paper.sheet.language).texts
    body = {ClauseRole.HEADING, ClauseRole.LEAD, ClauseRole.POINT, ClauseRole.PARAGRAPH}
    clauses = [clause for clause in paper.sheet.bundle.clauses if clause.role in body]
    wanted = [word for clause in clauses for word in words(texts[clause.clause_id])]
    matcher = SequenceMatcher(None, words(paper.own), wanted, autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    assert in_order >= 0.99 * len(wanted)


def test_own_language_words_survive_in_both_readers(paper: Paper) -> None:
    if not paper.is_bilingual:
        return
    texts = paper.sheet.bundle.translation(paper.sheet.language).texts
    wanted = [word for text in texts.values() for word in words(re.sub(r"\{\w+\}", "", text))]
    for read in (set(words(paper.own)), set(words(paper.whole()))):
        note = set(words(texts["note_translation"]))  # in the foot, outside the column
        lost = [word for word in wanted if word not in read and word not in note]
        assert len(lost) <= 0.01 * len(wanted), lost


@pytest.mark.parametrize(
    "language",
    [language.code for language in document_languages() if language.direction == "rtl"],
)
@pytest.mark.parametrize("value", [*VALUES, "(introduksjonsprogram", "(integreringsplan"])
def test_numbers_dates_and_names_run_left_to_right_in_right_to_left_text(
    papers: dict[str, Paper], language: str, value: str
) -> None:
    letters = value.strip("(")
    with closing(pypdfium2.PdfDocument(papers[f"integration_declaration-{language}"].file)) as pdf:
        page = pdf[0].get_textpage()
        found = page.search(letters)
        lefts = []
        while (place := found.get_next()) is not None:
            start, count = place
            lefts.append([page.get_charbox(start + offset)[0] for offset in range(count)])
    in_own_column = [left for left in lefts if left[0] > 298]
    assert in_own_column
    for positions in in_own_column:
        assert positions == sorted(positions)


def test_burmese_is_read_as_it_is_written_and_not_as_it_is_drawn(papers: dict[str, Paper]) -> None:
    paper = papers["integration_declaration-my"]
    drawn_first = "ေ"
    for clause_id in ("title", "point_law", "not_decision"):
        text = paper.sheet.bundle.translation("my").texts[clause_id]
        written = [word for word in words(text) if drawn_first in word]
        assert written
        for word in written:
            assert not word.startswith(drawn_first)
            assert word in words(paper.own)
            assert word in words(paper.whole())


def test_two_parts_of_a_number_keep_their_order(papers: dict[str, Paper]) -> None:
    with closing(pypdfium2.PdfDocument(papers["integration_declaration-ar"].file)) as pdf:
        page = pdf[0].get_textpage()
        lefts = {}
        for part in ("418190", "12345", "Amina", "Øverlid"):
            found = page.search(part)
            places = iter(found.get_next, None)
            lefts[part] = max(page.get_charbox(start)[0] for start, _ in places)
    assert lefts["418190"] < lefts["12345"]
    assert lefts["Amina"] < lefts["Øverlid"]
