"""Plans that are longer, stranger or more mixed than any plan should be."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.period import Period
from app.core.pii import PersonName
from app.pdf.renderer import PdfRenderer
from app.plans.paper.content import ElementContent, PlanSheet
from app.plans.paper.sheet import PlanTooLong, render_plan_html, typeset_plan
from app.plans.paper.written import Written
from app.rules.plan import ElementKind
from tests.integration.documents.paper import word_boxes
from tests.integration.documents.plans.plan_paper import PlanFile, make_file
from tests.support.hostile_names import hostile_names
from tests.support.plan_sheets import PROGRAMME, make_element, make_plan_sheet

LEFT, RIGHT = 44, 551
"""Points: the margins of the sheet, with a point of play."""
LONG_WORD = "Arbeidsmarkedskompetansevurderingstjenestemedarbeiderforeningsmøte" * 3
MIXED = "Norsk (B1) وبعد ذلك Україна 10.05.2027, +47 22 12 34 56 – ትግርኛ; 08:00–15:30 မြန်မာ کوردی"


def many_elements(count: int) -> tuple[ElementContent, ...]:
    kinds = list(ElementKind)
    return tuple(
        make_element(
            kinds[number % len(kinds)],
            days=Period(
                PROGRAMME.first_day + timedelta(days=20 * number),
                PROGRAMME.first_day + timedelta(days=20 * number + 60),
            ),
            place=f"Sted nummer {number:02d}",
            reason=Written(f"Grunn {number:02d}: du får bruke norsk på jobb.", "nb"),
        )
        for number in range(count)
    )


@pytest.fixture(scope="module", params=["nb", "ar", "my"])
def long_plan(
    request: pytest.FixtureRequest, renderer: PdfRenderer, tmp_path_factory: pytest.TempPathFactory
) -> PlanFile:
    """A plan with twenty-five elements."""
    sheet = make_plan_sheet(request.param, elements=many_elements(25))
    return make_file(renderer, sheet, tmp_path_factory.mktemp("long") / "plan.pdf")


def page_texts(file: PlanFile) -> list[str]:
    with file.opened() as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_twenty_five_elements_spill_over_with_their_heads(long_plan: PlanFile) -> None:
    pages = page_texts(long_plan)
    with_elements = [text for text in pages if "Sted nummer" in text]
    assert 2 <= len(with_elements) < len(pages) <= 9
    assert all("Når" in text and "Norsk bokmål" in text for text in with_elements)


def test_no_element_is_torn_apart(long_plan: PlanFile) -> None:
    pages = page_texts(long_plan)
    for number in range(25):
        day = PROGRAMME.first_day + timedelta(days=20 * number)
        [page] = [text for text in pages if f"Sted nummer {number:02d}" in text]
        assert f"Grunn {number:02d}" in page
        assert f"{day:%d.%m.%Y}" in page


def test_nothing_leaves_the_sheet(renderer: PdfRenderer, tmp_path: Path) -> None:
    text = Written(f"{LONG_WORD}\n{MIXED}", "nb")
    for language in ("nb", "ar", "ti", "my"):
        element = make_element(
            place=LONG_WORD, provider=MIXED, responsible=LONG_WORD, title=text, reason=text
        )
        sheet = make_plan_sheet(
            language,
            participant_name=PersonName(LONG_WORD),
            municipality=MIXED,
            long_term_goals=text,
            reasons=text,
            elements=(element,),
        )
        file = make_file(renderer, sheet, tmp_path / f"{language}.pdf")
        for page in word_boxes(file.file):
            for word, (left, _top, right, _bottom) in page:
                assert left >= LEFT, (language, word)
                assert right <= RIGHT, (language, word)


def test_the_first_word_of_a_long_name_is_there_whole(
    renderer: PdfRenderer, tmp_path: Path
) -> None:
    sheet = make_plan_sheet("ar", participant_name=PersonName(LONG_WORD))
    file = make_file(renderer, sheet, tmp_path / "plan.pdf")
    assert LONG_WORD in re.sub(r"[\s-]+", "", file.whole())


def test_a_plan_of_more_pages_than_squares_is_not_made(renderer: PdfRenderer) -> None:
    words = Written("Jeg følger planen. " * 3_000, "nb")
    with pytest.raises(PlanTooLong):
        typeset_plan(renderer, make_plan_sheet("ar", reasons=words))


def test_values_are_text_and_never_markup_or_template() -> None:
    def tags(html: str) -> list[str]:
        found = re.findall(r"<[a-z!/][^>]*>", html)
        return [each.replace('dir="rtl"', 'dir="ltr"') for each in found]

    sheet = make_plan_sheet("ar")
    plain = tags(render_plan_html(with_text(sheet, "A")))
    for name in [*hostile_names()[:60], "<b>x</b>", "{{ 7 * 7 }}", "{0.__class__}", "%(name)s"]:
        assert tags(render_plan_html(with_text(sheet, name))) == plain, ascii(name)


def with_text(sheet: PlanSheet, text: str) -> PlanSheet:
    """Return the sheet with a text in every place that somebody can write in."""
    content = sheet.content
    written = Written(text, "nb")
    element = make_element(
        title=written, reason=written, place=text, provider=text, responsible=text
    )
    return replace(
        sheet,
        content=replace(
            content,
            participant_name=PersonName(text),
            municipality=text,
            long_term_goals=written,
            reasons=written,
            elements=(element,),
        ),
    )
