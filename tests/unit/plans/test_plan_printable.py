"""What was typed into a plan is printed as typed, or the paper is refused with the reason."""

from dataclasses import replace

import pytest

from app.core.pii import PersonName
from app.plans.paper.printable import find_fault, for_paper
from app.plans.paper.written import TranslationState, Written, WrittenTranslation
from tests.support.plan_sheets import make_content, make_element


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Jeg vil\r\njobbe.\n\nOg bo her. ", "Jeg vil\njobbe.\n\nOg bo her."),
        ("en\ttabulator", "en tabulator"),
        ("\u200fأريد\u200f أن\u202c أعمل", "أريد أن أعمل"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("A\u030a", "Å"),
        ("", ""),
    ],
)
def test_what_no_reader_sees_is_left_out(typed: str, printed: str) -> None:
    assert for_paper(typed) == printed


def test_a_plan_of_many_lines_and_scripts_can_be_printed() -> None:
    content = make_content("ar", reasons=Written("Linje én.\n\nخط ثانٍ 10.05.2027.", "nb"))
    assert find_fault(content) is None


@pytest.mark.parametrize("text", ["smil 😀", "漢字", "a\u0301" + "\u0301" * 5])
def test_a_character_that_no_font_has_is_found_wherever_it_stands(text: str) -> None:
    written = Written(text, "nb")
    translated = Written(
        "Fint.", "nb", {"ar": WrittenTranslation(text, TranslationState.MACHINE_DRAFT)}
    )
    content = make_content("ar")
    places = [
        replace(content, participant_name=PersonName(text)),
        replace(content, long_term_goals=written),
        replace(content, reasons=translated),
        replace(content, elements=(make_element(place=text),)),
        replace(content, elements=(make_element(title=written),)),
        replace(content, elements=(make_element(reason=translated),)),
    ]
    assert all(find_fault(each) is not None for each in places)
