"""What the pages that came back say of a document."""

import pytest

from app.papers.intake.completeness import Completeness, PageInk, judge_paper
from app.papers.reading.types import InkVerdict

SIGNED, BLANK, UNSURE = InkVerdict.SIGNED, InkVerdict.BLANK, InkVerdict.UNSURE


@pytest.mark.parametrize(
    ("pages", "completeness"),
    [
        ({1: {}, 2: {"a": SIGNED, "b": SIGNED}}, Completeness.COMPLETE),
        ({1: {"a": SIGNED}, 2: {"b": SIGNED}}, Completeness.COMPLETE),
        ({1: {}, 2: {"a": SIGNED, "b": BLANK}}, Completeness.NOT_SIGNED),
        ({1: {}, 2: {"a": UNSURE, "b": BLANK}}, Completeness.NOT_SIGNED),
        ({1: {}, 2: {"a": SIGNED, "b": UNSURE}}, Completeness.LOOK),
        ({1: {}, 2: {"a": SIGNED}}, Completeness.LOOK),
        ({1: {}, 2: {}}, Completeness.LOOK),
        ({2: {"a": SIGNED, "b": SIGNED}}, Completeness.PAGES_MISSING),
        ({2: {"a": BLANK, "b": BLANK}}, Completeness.PAGES_MISSING),
        ({}, Completeness.PAGES_MISSING),
    ],
)
def test_completeness(pages: dict[int, PageInk], completeness: Completeness) -> None:
    assert judge_paper(2, pages, ["a", "b"]).completeness is completeness


def test_what_is_lacking_is_named() -> None:
    found = judge_paper(3, {2: {"a": BLANK, "b": SIGNED}}, ["a", "b", "c"])
    assert found.missing_pages == (1, 3)


def test_ink_where_nobody_must_sign_says_nothing() -> None:
    assert judge_paper(1, {1: {"a": BLANK, "x": SIGNED}}, ["a"]).completeness is (
        Completeness.NOT_SIGNED
    )
    assert judge_paper(1, {1: {"a": SIGNED, "x": BLANK}}, ["a"]).completeness is (
        Completeness.COMPLETE
    )
