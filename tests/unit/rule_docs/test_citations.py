"""Citations in examples and docstrings are understood, and become links in texts."""

import pytest

from app.rule_docs.citations import cited_in
from app.rule_docs.keys import page_citation, page_key, page_link
from app.rule_docs.links import with_links
from app.rules.law.sources import (
    BASE_AMOUNT_REGULATION_2026,
    INTEGRERINGSFORSKRIFTEN,
    INTEGRERINGSLOVEN,
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("il § 20", ["il-20"]),
        ("il § 20 (3), § 21", ["il-20", "il-21"]),
        ("il §§ 21, 25, 46 (2) g", ["il-21", "il-25", "il-46"]),
        ("il § 14 a (3)", ["il-14a"]),
        ("if § 14a", ["if-14a"]),
        ("fvl § 29, dl §§ 148–149", ["fvl-29", "dl-148", "dl-149"]),
        ("il § 20 (1), ftrl § 1-4", ["il-20", "ftrl-1-4"]),
        ("il § 20 (4), FOR-2024-06-25-1215", ["il-20", "for-2024-06-25-1215"]),
        (
            "folkeregisterforskriften §§ 2-2-1, 2-2-2",
            ["folkeregisterforskriften-2-2-1", "folkeregisterforskriften-2-2-2"],
        ),
        ("integreringsloven §§ 3 third paragraph, 8 and 9; the rest 12", ["il-3", "il-8", "il-9"]),
        ("integreringsforskriften §§ 5–7", ["if-5", "if-6", "if-7"]),
        ("ingen lov her § 3", []),
    ],
)
def test_citations_are_understood(text: str, keys: list[str]) -> None:
    assert [page_key(provision) for provision in cited_in(text)] == keys


def test_a_letter_belongs_to_the_section_however_it_is_written() -> None:
    assert page_key(INTEGRERINGSLOVEN.section("14 a", "(1)")) == "il-14a"
    assert page_key(INTEGRERINGSFORSKRIFTEN.section("14a")) == "if-14a"
    assert [page_key(row) for row in cited_in("if §§ 14 a, 43h")] == ["if-14a", "if-43h"]
    assert page_citation(INTEGRERINGSLOVEN.section("14 a", "(1)")) == "il § 14 a"


def test_a_short_regulation_stands_on_one_page() -> None:
    provision = BASE_AMOUNT_REGULATION_2026.section("1")
    assert page_key(provision) == "for-2026-05-22-869"
    assert page_citation(provision) == "FOR-2026-05-22-869"
    assert page_link(provision) == BASE_AMOUNT_REGULATION_2026.link


PAGES = {"il-14", "il-14a", "il-46", "if-8", "for-2026-05-22-869"}


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("se il § 14 a.", "se [il § 14 a](il-14a.md)."),
        ("etter il § 14 i loven", "etter [il § 14](il-14.md) i loven"),
        ("il § 46 g", "[il § 46](il-46.md) g"),
        ("integreringsloven § 46", "[integreringsloven § 46](il-46.md)"),
        ("if § 99 har ingen side", "if § 99 har ingen side"),
        ("se FOR-2026-05-22-869", "se [FOR-2026-05-22-869](for-2026-05-22-869.md)"),
        ("[il § 46](annet.md)", "[il § 46](annet.md)"),
        ("`if § 8`", "`if § 8`"),
        ("spill § 8, if alene", "spill § 8, if alene"),
    ],
)
def test_citations_of_other_pages_become_links(text: str, linked: str) -> None:
    assert with_links(text, PAGES, own="il-20") == linked


def test_a_page_does_not_link_to_itself() -> None:
    assert (
        with_links("il § 14 a og il § 14", PAGES, own="il-14a")
        == "il § 14 a og [il § 14](il-14.md)"
    )
