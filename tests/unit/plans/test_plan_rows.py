"""What each reader of a printed plan sees of a text: her own language, or that it is not there."""

from dataclasses import replace
from datetime import date

import pytest

from app.plans.paper.rows import row_of, written_cell
from app.plans.paper.written import (
    TranslationState,
    Written,
    WrittenTranslation,
    own_name_of,
    paper_name_of,
)
from tests.support.plan_sheets import make_plan_sheet

SHEET = make_plan_sheet("uk")
NORWEGIAN, UKRAINIAN = SHEET.words
CHECKED = WrittenTranslation(
    "Я хочу працювати.", TranslationState.CHECKED, "Olena <Koval>", date(2026, 11, 20)
)


def seen(written: Written, index: int) -> list[tuple[str, str, str]]:
    """Return text, language and role of each paragraph in a column."""
    cell = written_cell(SHEET, SHEET.words[index], written)
    return [(str(each.text), each.language, each.role) for each in cell]


def test_a_text_stands_in_the_column_of_its_language() -> None:
    assert seen(Written("Jeg vil jobbe.", "nb"), 0) == [("Jeg vil jobbe.", "nb", "written")]
    assert seen(Written("Я хочу.", "uk"), 1) == [("Я хочу.", "uk", "written")]


def test_who_reads_bokmal_reads_nynorsk_and_the_element_says_which_it_is() -> None:
    assert seen(Written("Eg vil arbeide.", "nn"), 0) == [("Eg vil arbeide.", "nn", "written")]


def test_without_a_translation_each_reader_is_told_so_in_her_language() -> None:
    [(note, language, role)] = seen(Written("Jeg vil jobbe.", "nb"), 1)
    assert (language, role) == ("uk", "note")
    assert "Norsk bokmål" in note
    [(note, language, role)] = seen(Written("Я хочу.", "uk"), 0)
    assert note == (
        'Ikke oversatt ennå. Teksten finnes på dette språket: <bdi dir="ltr">Українська</bdi>'
    )
    assert (language, role) == ("nb", "note")


def test_a_text_of_a_third_language_stands_beside_the_norwegian_with_its_name() -> None:
    third = Written("أريد أن أعمل", "ar")
    [(_note, _language, role)] = seen(third, 0)
    assert role == "note"
    text, note_of_own = seen(third, 1)
    assert text == ("أريد أن أعمل", "ar", "written")
    assert note_of_own[1:] == ("uk", "note")
    assert written_cell(SHEET, UKRAINIAN, third)[0].direction == "rtl"


@pytest.mark.parametrize(
    ("state", "note"),
    [
        (TranslationState.MACHINE_DRAFT, "Maskinoversatt utkast. Ingen har kontrollert det."),
        (TranslationState.TRANSLATED, 'Oversatt av <bdi dir="ltr">Olena &lt;Koval&gt;</bdi>.'),
        (
            TranslationState.CHECKED,
            'Oversettelsen er kontrollert av <bdi dir="ltr">Olena &lt;Koval&gt;</bdi> '
            '<bdi dir="ltr">20.11.2026</bdi>.',
        ),
        (TranslationState.BY_PARTICIPANT, "Oversatt av deltakeren."),
    ],
)
def test_a_translation_says_who_answers_for_it(state: TranslationState, note: str) -> None:
    translation = replace(CHECKED, text="Jeg vil jobbe.", state=state)
    assert seen(Written("Я хочу працювати.", "uk", {"nb": translation}), 0) == [
        ("Jeg vil jobbe.", "nb", "written"),
        (note, "nb", "note"),
    ]


def test_what_was_written_is_text_and_never_markup() -> None:
    [(text, _language, _role)] = seen(Written("<script>&", "nb"), 0)
    assert text == "&lt;script&gt;&amp;"


def test_a_language_that_the_portal_is_not_written_in_still_has_a_name() -> None:
    assert own_name_of("rw") == "Ikinyarwanda"
    assert own_name_of("fa-AF") == "دری"
    assert own_name_of("xx-unknown") == "xx-unknown"


def test_a_language_whose_letters_no_font_has_is_named_in_norwegian_on_paper() -> None:
    assert paper_name_of("rw") == "Ikinyarwanda"
    assert own_name_of("zh") == "中文"
    assert paper_name_of("zh") == "kinesisk"
    assert paper_name_of("xx-unknown") == "xx-unknown"


def test_fixed_texts_come_in_every_language_of_the_sheet() -> None:
    row = row_of(SHEET, "reviews.due", date="10.05.2027")
    assert [cell[0].language for cell in row.cells] == ["nb", "uk"]
    assert all("10.05.2027" in cell[0].text for cell in row.cells)
