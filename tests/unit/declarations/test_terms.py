"""One term of the law has one name in each language: terms.toml binds the translations."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import BundleKind, ClauseRole, TextBundle
from app.i18n.locales import document_languages
from tests.support.repository import ROOT

TERMS: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "app/declarations/texts/terms.toml").read_text(encoding="utf-8")
)
BUNDLES = [load_bundle(kind, version) for kind in BundleKind for version in versions(kind)]
LANGUAGES = [language.code for language in document_languages() if language.code != "nb"]
every_term = pytest.mark.parametrize("term", TERMS)
every_language = pytest.mark.parametrize("language", LANGUAGES)


def clauses_with(term: str, bundle: TextBundle) -> list[str]:
    """Return the ids of the clauses whose Norwegian text has the term, in their order."""
    word = re.compile(rf"\b{TERMS[term]['norwegian']}", re.IGNORECASE)
    return [
        clause.clause_id
        for clause in bundle.clauses
        if clause.role is not ClauseRole.OFFICE and word.search(clause.text)
    ]


def translations_of(term: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each clause with the term: where it stands, and its text in this language."""
    for bundle in BUNDLES:
        for clause_id in clauses_with(term, bundle):
            text = bundle.translation(language).texts[clause_id]
            yield f"{bundle.kind} {clause_id}", text.casefold()


def forms_of(term: str, language: str) -> list[str]:
    """Return the fixed forms as they compare."""
    return [form.casefold() for form in TERMS[term]["forms"][language]]


@every_term
def test_every_language_has_a_word_for_it(term: str) -> None:
    assert list(TERMS[term]["forms"]) == LANGUAGES


@every_term
@every_language
def test_every_clause_with_the_term_says_it_with_the_fixed_word(term: str, language: str) -> None:
    forms = forms_of(term, language)
    found = list(translations_of(term, language))
    assert found
    assert {where: text for where, text in found if not any(form in text for form in forms)} == {}


@every_term
@every_language
def test_every_form_stands_in_some_clause(term: str, language: str) -> None:
    texts = [text for _, text in translations_of(term, language)]
    unused = [form for form in forms_of(term, language) if not any(form in t for t in texts)]
    assert unused == []


@every_language
def test_no_word_stands_for_two_terms(language: str) -> None:
    forms = [form for term in TERMS for form in forms_of(term, language)]
    assert sorted(set(forms)) == sorted(forms)


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nn"])
@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: bundle.kind)
def test_names_of_the_law_stand_beside_their_first_translation(
    bundle: TextBundle, language: str
) -> None:
    for term, entry in TERMS.items():
        clauses = clauses_with(term, bundle)
        if entry.get("keeps_name", False) and clauses:
            first = bundle.translation(language).texts[clauses[0]]
            assert f"({entry['norwegian']})" in first, term
