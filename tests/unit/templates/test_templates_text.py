"""Every text that a person reads goes through gettext."""

import re

import pytest

from tests.support.repository import source_of, template_names
from tests.support.templates import html_of

_NO_TEXT = re.compile(r"<!--.*?-->|<!doctype[^>]*>|<style\b.*?</style>|&[a-z]+;", re.DOTALL | re.I)
_TAG = re.compile(r"""<[a-z/](?:"[^"]*"|'[^']*'|[^<>"'])*>""", re.I)
_SPOKEN = re.compile(
    r"""\s(?:alt|title|placeholder|label|aria-label|aria-description)\s*=\s*(?:"([^"]*)"|'([^']*)')"""
)
_LETTERS = re.compile(r"[^\W\d_]+")


def hard_coded_texts(source: str) -> list[str]:
    """Return the pieces of text that stand in the template itself."""
    html = _NO_TEXT.sub(" ", html_of(source))
    spoken = [value for pair in _SPOKEN.findall(html) for value in pair]
    shown = _TAG.sub("\n", html).splitlines()
    return [text.strip() for text in (*spoken, *shown) if _LETTERS.search(text)]


@pytest.mark.parametrize(
    "breach",
    [
        "<p>Hei</p>",
        "{% if name is defined %}<p>Hei {{ name }}</p>{% endif %}",
        "{{ _('Hei') }} du",
        '<img alt="Kart" src="/kart.svg">',
        "<p{% if open %} class='open'{% endif %}>ja</p>",
    ],
)
def test_a_text_in_the_template_is_found(breach: str) -> None:
    assert hard_coded_texts(breach)


@pytest.mark.parametrize(
    "fine",
    [
        "<p class='lead'>{{ _('Hei') }}</p>",
        "{% trans name=name %}Hei, {{ name }}.{% endtrans %}",
        '<a href="{{ url }}"{% if current %} aria-current="page"{% endif %}>{{ label }}</a>',
        '<img alt="" src="/kart.svg"> – 1 & 2 &nbsp;',
        "{# Hei #}<!-- hei -->",
    ],
)
def test_markup_and_translated_text_are_not(fine: str) -> None:
    assert hard_coded_texts(fine) == []


@pytest.mark.parametrize("name", template_names())
def test_template_has_no_text_of_its_own(name: str) -> None:
    assert hard_coded_texts(source_of(name)) == []
