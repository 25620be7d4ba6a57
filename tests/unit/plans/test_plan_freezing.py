"""A printed plan is kept as plain values, and comes back as it was."""

import json
from dataclasses import replace

import pytest

from app.plans.paper.freezing import freeze, thaw
from app.plans.paper.sheet import render_plan_html
from tests.support.plan_sheets import make_plan_sheet


@pytest.mark.parametrize("language", ["nb", "ar", "uk"])
def test_a_sheet_comes_back_from_the_database_as_it_was(language: str) -> None:
    sheet = make_plan_sheet(language)
    stored = json.loads(json.dumps(freeze(sheet.content, sheet.words)))
    assert thaw(stored, sheet.code, sheet.issued_on) == sheet


def test_words_that_are_mended_later_change_no_paper_that_is_out() -> None:
    sheet = make_plan_sheet("nb")
    stored = freeze(sheet.content, sheet.words)
    mended = replace(sheet.words[0], texts={**sheet.words[0].texts, "headings.title": "Planen"})
    again = thaw(stored, sheet.code, sheet.issued_on)
    assert "<title>Integreringsplan</title>" in render_plan_html(again)
    assert "<title>Planen</title>" in render_plan_html(replace(sheet, words=(mended,)))


def test_a_name_is_masked_until_it_is_frozen() -> None:
    sheet = make_plan_sheet("nb")
    assert "Al-Hassan" not in repr(sheet)
    assert freeze(sheet.content, sheet.words)["content"]["participant_name"].startswith("Amina")
