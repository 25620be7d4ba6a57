"""The plan's fixed words in every language: complete, really translated, and with agreed terms."""

import re
import tomllib
import unicodedata

import pytest

from app.i18n.locales import document_languages
from app.plans.paper.words import plan_words, word_languages
from tests.support.repository import ROOT

TERMS = tomllib.loads((ROOT / "app/declarations/texts/terms.toml").read_text(encoding="utf-8"))
TRANSLATED = [code for code in word_languages() if code != "nb"]
LATIN = {"en", "es", "fr", "ku", "pl", "so", "sw", "tr"}
every_translation = pytest.mark.parametrize("language", TRANSLATED)

KEPT_NAMES = re.compile(
    r"\((?:[^()]*\b)?(?:integreringsplan|sluttmål|norskmål|introduksjonsprogram|enkeltvedtak|"
    r"introduksjonsstønad|statsforvalteren|opplæringslova § 18-8|FOV)\)"
)
FIELDS = re.compile(r"\{\w+\}")
NORWEGIAN_LETTERS = re.compile("[æøåÆØÅ]")
NORWEGIAN_WORDS = re.compile(
    r"\b(ikke|hva|hvor|hvorfor|jeg|deg|planen|kommunen|skal|uka|timer|norsk|eller)\b"
)
ONLY_BOKMAAL = re.compile(
    r"\b(ikke|jeg|hva|hvorfor|hvordan|fra|noe|noen|uke|uka|timer|mer|dere|en|et|skole|forklart)\b",
    re.IGNORECASE,
)
WHERE = {
    "integration_plan": "headings.title",
    "introduction_programme": "about.purpose",
    "municipality": "labels.municipality",
    "participant": "signing.participant",
    "interpreter": "signing.interpreter",
}


def _own_words(text: str) -> str:
    """Return a text without fields and without the Norwegian names that stand in brackets."""
    return FIELDS.sub("", KEPT_NAMES.sub("", text))


def test_every_language_of_documents_has_its_words() -> None:
    assert set(word_languages()) == {language.code for language in document_languages()}


@every_translation
def test_says_that_nobody_has_checked_it(language: str) -> None:
    words = plan_words(language)
    assert words.is_draft
    assert words.texts["about.draft_words"]


@every_translation
def test_is_composed_as_what_is_typed_in_the_portal(language: str) -> None:
    texts = plan_words(language).texts
    assert [key for key, text in texts.items() if unicodedata.normalize("NFC", text) != text] == []


@pytest.mark.parametrize("language", [code for code in TRANSLATED if code not in {"nn", *LATIN}])
def test_other_scripts_have_latin_letters_only_in_names(language: str) -> None:
    names = re.compile(r"\b(DUF|Nav|FOV|CV|[AB][12])\b")
    left = {
        key: found
        for key, text in plan_words(language).texts.items()
        if (found := re.findall(r"[A-Za-zæøå]+", names.sub("", _own_words(text))))
    }
    assert left == {}


@pytest.mark.parametrize("language", sorted(LATIN))
def test_no_norwegian_is_left_over(language: str) -> None:
    norwegian = plan_words("nb").texts
    texts = plan_words(language).texts
    same = {key for key, text in texts.items() if text == norwegian[key]}
    assert same <= {"labels.element"}
    left = {
        key: text
        for key, text in texts.items()
        if NORWEGIAN_WORDS.search(own := _own_words(text)) or NORWEGIAN_LETTERS.search(own)
    }
    assert left == {}


def test_nynorsk_is_no_bokmaal() -> None:
    texts = plan_words("nn").texts
    assert {key: text for key, text in texts.items() if ONLY_BOKMAAL.search(text)} == {}


@every_translation
@pytest.mark.parametrize("term", WHERE)
def test_terms_are_those_of_the_declaration(language: str, term: str) -> None:
    text = plan_words(language).texts[WHERE[term]].casefold()
    forms = [form.casefold() for form in TERMS[term]["forms"][language]]
    assert any(form in text for form in forms), (text, forms)
