"""When two reasons are the same text."""

import pytest

from app.plans.sameness import digest_of

TEXT = "Praksis i bakeri gir norsk på jobb."


@pytest.mark.parametrize(
    "same",
    [
        "praksis i bakeri gir norsk på jobb",
        "  Praksis i bakeri,\n gir norsk – på jobb!  ",
        "Praksis i bakeri gir norsk pa\u030a jobb.",
    ],
)
def test_spacing_case_and_signs_make_no_difference(same: str) -> None:
    assert digest_of(same) == digest_of(TEXT)


@pytest.mark.parametrize("other", ["Praksis i bakeri gir norsk pa jobb.", "Praksis i bakeri"])
def test_other_words_are_another_text(other: str) -> None:
    assert digest_of(other) != digest_of(TEXT)


@pytest.mark.parametrize("nothing", ["", "  ", " – . _ "])
def test_nothing_is_never_the_same_as_something(nothing: str) -> None:
    assert digest_of(nothing) == ""
