"""The list of legal texts says what is missing before somebody needs it."""

from dataclasses import replace

import pytest

from app.declarations import texts_command
from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.types import BundleKind
from app.i18n.locales import document_languages
from tests.support.sheets import reviewed


def test_every_document_and_language_has_a_line() -> None:
    lines = list(texts_command.list_texts())
    assert (
        "integration_declaration 2026-hearing\tnb\tconsultation_draft, valid from 2026-06-12"
        in (lines)
    )
    assert "integration_contract 2026-1\tti\tmachine_draft" in lines
    assert len(lines) == len(BundleKind) * len(document_languages())


def test_outdated_clause_is_named_with_the_digest_it_should_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bundle = load_bundle(BundleKind.INTEGRATION_DECLARATION, "2026-hearing")
    old = replace(reviewed(bundle, "uk").translation("uk"), outdated_clauses=("lead",))
    monkeypatch.setattr(
        texts_command, "load_bundle", lambda *_: replace(bundle, translations=(old,))
    )
    lines = list(texts_command.list_texts())
    what = "integration_declaration 2026-hearing\tuk"
    assert f"{what}\treviewed, reviewed by N. N." in lines
    assert f"{what}\toutdated: lead, now of {bundle.clause('lead').digest}" in lines
