"""Values keep their order inside text of the other direction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, StrictUndefined, UndefinedError

from app.i18n.bidi import direction, isolate


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amina", "ltr"),
        ("آمنة", "rtl"),
        ("שרה", "rtl"),
        ("410190 12345", "ltr"),
        ("01.09.2026", "ltr"),
        ("", "ltr"),
        ("+47 22 12 34 56", "ltr"),
        ("12 آمنة", "rtl"),
        ("(Amina) آمنة", "ltr"),
        ("ኣሚና", "ltr"),
    ],
)
def test_direction_is_that_of_the_first_letter(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_value_is_escaped_inside_its_isolate() -> None:
    assert isolate("<b>&آمنة") == '<bdi dir="ltr">&lt;b&gt;&amp;آمنة</bdi>'


def test_markup_is_a_value_like_any_other() -> None:
    assert isolate(isolate("a")) != isolate("a")


@given(
    st.text(alphabet="a\u05d0\u0627\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200f")
)
def test_no_value_breaks_out_of_its_isolate(text: str) -> None:
    inner = isolate(text).removesuffix("</bdi>").split(">", 1)[1]
    assert set(inner) <= {"a", "\u05d0", "\u0627"}


def test_joiners_are_kept_because_words_need_them() -> None:
    assert "می\u200cکنم" in isolate("می\u200cکنم")


def test_a_forgotten_value_is_an_error_not_an_empty_isolate() -> None:
    environment = Environment(undefined=StrictUndefined, autoescape=True)
    environment.filters["isolate"] = isolate
    with pytest.raises(UndefinedError):
        environment.from_string("{{ forgotten | isolate }}").render()
