"""Words for a clause: tidied, checked, and compared with the fixed terms."""

import pytest

from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.terms import missing_terms
from app.declarations.bundles.types import BundleKind, Clause, ClauseRole
from app.declarations.bundles.wording import WordingFault, find_fault, tidied

CLAUSE = Clause("field_name", ClauseRole.FIELD, "Navn: {name} i {municipality}")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a \r\n b\t c ", "a b c"),
        ("Nom\u00a0: x", "Nom\u00a0: x"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\n", ""),
    ],
)
def test_blanks_are_tidied_and_joiners_kept(typed: str, kept: str) -> None:
    assert tidied(typed) == kept


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{municipality}: {name}", None),
        ("الاسم {name} {municipality}", None),
        ("", WordingFault.EMPTY),
        ("{name}  {municipality}", WordingFault.EMPTY),
        ("{name} {municipality}" + "x" * 4000, WordingFault.TOO_LONG),
        ("{name} {municipality}\u2066", WordingFault.ODD_CHARACTER),
        ("{name} {municipality} }", WordingFault.BRACES),
        ("{name!s} {municipality}", WordingFault.BRACES),
        ("{name} {municipality} {{", WordingFault.BRACES),
        ("{name}", WordingFault.OTHER_FIELDS),
        ("{name} {municipality} {}", WordingFault.OTHER_FIELDS),
        ("{name[0]} {municipality}", WordingFault.OTHER_FIELDS),
    ],
)
def test_words_must_fit_the_clause(text: str, fault: WordingFault | None) -> None:
    assert find_fault(CLAUSE, text) is fault


@pytest.mark.parametrize("kind", BundleKind)
def test_shipped_translations_use_every_fixed_term(kind: BundleKind) -> None:
    bundle = load_bundle(kind, versions(kind)[-1])
    for translation in bundle.translations:
        for clause in bundle.translatable:
            text = translation.texts[clause.clause_id]
            assert missing_terms(clause.text, translation.language, text) == ()
            assert find_fault(clause, text) is None


def test_a_term_that_is_called_something_else_is_found() -> None:
    norwegian = "Retten til introduksjonsstønad avhenger av integreringsplanen."
    [missing] = missing_terms(norwegian, "en", "The INTRODUCTION BENEFIT depends on it.")
    assert missing.norwegian == "integreringsplan"
    assert "integration plan" in missing.forms
    assert missing_terms(norwegian, "xx", "whatever") == ()
