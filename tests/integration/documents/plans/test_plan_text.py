"""What is copied, searched and read aloud from a printed plan is what stands on it."""

import re
from difflib import SequenceMatcher

import pytest
from markupsafe import Markup

from app.i18n.locales import document_languages
from app.plans.paper.rows import Row
from app.plans.paper.sections import elements_of, goal_sections, right_sections
from tests.integration.documents.paper import words
from tests.integration.documents.plans.plan_paper import PlanFile

RIGHT_TO_LEFT = [one.code for one in document_languages() if one.direction == "rtl"]
ELEMENTS_OWN = 330
"""Points from the left: the column of the own language among the elements, after their days."""


def rows_of(file: PlanFile) -> list[Row]:
    """Return every row of the sections and elements, in the order of the sheet."""
    sheet = file.sheet
    sections = [*goal_sections(sheet), *right_sections(sheet)]
    rows = [row for section in sections for row in (section.heading, *section.rows)]
    return [*rows, *(row for element in elements_of(sheet) for row in element.rows)]


def plain(markup: Markup) -> str:
    return " ".join(markup.striptags().split())


def test_every_norwegian_sentence_stands_on_the_plan_word_for_word(plan_file: PlanFile) -> None:
    sentences = [plain(each.text) for row in rows_of(plan_file) for each in row.cells[0]]
    assert len(sentences) > 50
    text = re.sub(r"\s+", "", plan_file.all_text)
    assert [each for each in sentences if re.sub(r"\s+", "", each) not in text] == []


def test_every_norwegian_sentence_is_read_by_pdfium_too(plan_files: dict[str, PlanFile]) -> None:
    file = plan_files["nb"]
    text = re.sub(r"\s+", "", file.whole())
    sentences = [plain(each.text) for row in rows_of(file) for each in row.cells[0]]
    assert [each for each in sentences if re.sub(r"\s+", "", each) not in text] == []


def test_own_language_is_read_back_word_by_word_in_logical_order(plan_file: PlanFile) -> None:
    if not plan_file.is_bilingual:
        assert plan_file.sheet.words[0].language.code == "nb"
        return
    sheet = plan_file.sheet
    wanted = [
        word
        for section in right_sections(sheet)
        for row in (section.heading, *section.rows)
        for each in row.cells[1]
        for word in words(plain(each.text))
    ]
    matcher = SequenceMatcher(None, words(plan_file.own_half), wanted, autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    assert in_order >= 0.98 * len(wanted)


def test_own_language_words_survive_in_both_readers(plan_file: PlanFile) -> None:
    if not plan_file.is_bilingual:
        return
    own = [each for row in rows_of(plan_file) for each in row.cells[1]]
    wanted = [word for each in own for word in words(plain(each.text))]
    for read in (set(words(plan_file.all_text)), set(words(plan_file.whole()))):
        lost = [word for word in wanted if word not in read]
        assert len(lost) <= 0.02 * len(wanted), lost


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
@pytest.mark.parametrize(
    "value", ["Kari", "Helsestasjonen", "Solsiden", "10.05.2027", "1200", "13.09.2028"]
)
def test_names_numbers_and_dates_run_left_to_right_in_right_to_left_text(
    plan_files: dict[str, PlanFile], language: str, value: str
) -> None:
    own = [lefts for lefts in places_of(plan_files[language], value) if lefts[0] > ELEMENTS_OWN]
    assert own
    for lefts in own:
        assert lefts == sorted(lefts)


@pytest.mark.parametrize("language", RIGHT_TO_LEFT)
def test_a_label_stands_to_the_right_of_its_value(
    plan_files: dict[str, PlanFile], language: str
) -> None:
    file = plan_files[language]
    label = file.sheet.words[1].texts["labels.norwegian_hours"]
    first = words(label)[0]
    lefts = {what: max(place[0] for place in places_of(file, what)) for what in (first, "1200")}
    assert lefts[first] > lefts["1200"]


def places_of(file: PlanFile, value: str) -> list[list[float]]:
    """Return where a value stands: for each time, how far from the left each letter is."""
    found = []
    with file.opened() as document:
        for page in document:
            text = page.get_textpage()
            search = text.search(value)
            while (place := search.get_next()) is not None:
                start, count = place
                found.append([text.get_charbox(start + index)[0] for index in range(count)])
    return found
