"""Text bundles: complete, dated, and honest about who has looked at a translation."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.declarations.bundles.catalogue import current_bundle, load_bundle, versions
from app.declarations.bundles.reading import read_bundle
from app.declarations.bundles.translation import TranslationStatus
from app.declarations.bundles.types import (
    BundleError,
    BundleKind,
    ClauseRole,
    Party,
    TextBundle,
    text_digest,
)
from app.i18n.locales import document_languages
from app.i18n.placeholders import placeholders
from tests.support.repository import ROOT

TEXTS = ROOT / "app/declarations/texts"
ALL = [load_bundle(kind, version) for kind in BundleKind for version in versions(kind)]
every_bundle = pytest.mark.parametrize("bundle", ALL, ids=lambda bundle: bundle.kind)


@every_bundle
def test_bundle_exists_in_every_language_of_documents(bundle: TextBundle) -> None:
    assert set(bundle.languages) == {language.code for language in document_languages()}
    assert bundle.languages[0] == "nb"


@every_bundle
def test_every_translation_is_of_the_present_norwegian_text(bundle: TextBundle) -> None:
    outdated = {t.language: t.outdated_clauses for t in bundle.translations if t.is_outdated}
    assert outdated == {}


@every_bundle
def test_no_translation_is_a_copy_of_another(bundle: TextBundle) -> None:
    for clause in bundle.clauses:
        if clause.role not in {ClauseRole.POINT, ClauseRole.PARAGRAPH}:
            continue
        texts = [clause.text, *(t.texts[clause.clause_id] for t in bundle.translations)]
        assert len(set(texts)) == len(texts)


@every_bundle
def test_machine_drafts_are_not_passed_off_as_reviewed(bundle: TextBundle) -> None:
    for translation in bundle.translations:
        assert translation.status is TranslationStatus.MACHINE_DRAFT
        assert translation.reviewers == ()
        assert not translation.is_reviewed


def test_who_signs() -> None:
    declaration, contract = (current_bundle(kind, date(2026, 11, 22)) for kind in BundleKind)
    assert declaration.signed_by == (Party.PARTICIPANT,)
    assert contract.signed_by == (Party.PARTICIPANT, Party.MUNICIPALITY)
    assert "signature_municipality" in contract.translation("ti").texts


def test_current_version_begins_on_its_first_day() -> None:
    bundle = ALL[0]
    assert current_bundle(bundle.kind, bundle.valid_from) == bundle
    with pytest.raises(BundleError, match="no version valid on"):
        current_bundle(bundle.kind, bundle.valid_from - timedelta(days=1))


def test_unknown_version_language_and_clause_are_named() -> None:
    with pytest.raises(BundleError, match=r"no version '\.\./secret'"):
        load_bundle(BundleKind.INTEGRATION_CONTRACT, "../secret")
    with pytest.raises(BundleError, match="no translation into 'nb'"):
        ALL[0].translation("nb")
    with pytest.raises(BundleError, match="no clause 'point_of_no_return'"):
        ALL[0].clause("point_of_no_return")


def test_digest_changes_with_the_translation_and_differs_by_language() -> None:
    digests = {language: ALL[0].digest(language) for language in ALL[0].languages}
    assert len(set(digests.values())) == len(digests)
    assert all(len(digest) == 64 for digest in digests.values())


def test_placeholders() -> None:
    assert placeholders("Bosatt i {municipality} fra {settled_on}") == (
        "municipality",
        "settled_on",
    )


class TestReading:
    """What does not hold together is refused, and the message says where."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        target = tmp_path / "integration_contract" / "2026-1"
        shutil.copytree(TEXTS / "integration_contract" / "2026-1", target)
        return target

    @staticmethod
    def edit(file: Path, old: str, new: str) -> None:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    def test_a_copy_reads_like_the_original(self, folder: Path) -> None:
        assert read_bundle(folder) == load_bundle(BundleKind.INTEGRATION_CONTRACT, "2026-1")

    def test_changed_norwegian_clause_makes_every_translation_outdated(self, folder: Path) -> None:
        self.edit(folder / "nb.toml", "Integreringskontrakt", "Kontrakt om integrering")
        bundle = read_bundle(folder)
        assert {t.outdated_clauses for t in bundle.translations} == {("title",)}
        assert all(translation.is_outdated for translation in bundle.translations)

    def test_renewed_translation_is_not_outdated(self, folder: Path) -> None:
        self.edit(folder / "nb.toml", "Integreringskontrakt", "Kontrakt om integrering")
        self.edit(
            folder / "en.toml",
            text_digest("Integreringskontrakt"),
            text_digest("Kontrakt om integrering"),
        )
        assert not read_bundle(folder).translation("en").is_outdated

    @pytest.mark.parametrize(
        ("file", "old", "new", "message"),
        [
            ("nb.toml", 'title = "Integreringskontrakt"\n', "", r"nb\.toml: title is missing"),
            ("nb.toml", "title =", 'titel = "x"\ntitle =', r"nb\.toml: unknown titel"),
            ("nb.toml", "{name}", "{shoe_size}", r"field_name has unknown fields \['shoe_size'\]"),
            ("nb.toml", '"Navn: ', '"  Navn: ', "spaces where none belong"),
            ("fr.toml", '"Nom\u00a0:', '"Nom \u00a0:', "spaces where none belong"),
            ("nb.toml", "[clauses]", "[clauses", r"nb\.toml: "),
            ("en.toml", "[clauses.plan]", "[clauses.plane]", r"en\.toml: unknown plane"),
            ("en.toml", "{name}", "{municipality}", r"en\.toml: field_name has other fields"),
            ("en.toml", 'language = "en"', 'language = "de"', r"en\.toml: language is 'de'"),
            ("en.toml", "machine_draft", "perfect", "status must be one of machine_draft"),
            ("en.toml", "machine_draft", "reviewed", "status reviewed needs a reviewer"),
            ("en.toml", "2026-11-22", '"yesterday"', "translated_on must be of type date"),
            ("en.toml", "of =", 'off = "x"\nof =', "unknown off"),
            ("bundle.toml", "2026-1", "2026-2", "not those of its folder"),
            ("bundle.toml", 'role = "title"', 'role = "crown"', "role must be one of title"),
            ("bundle.toml", '"municipality"]', '"mayor"]', "signed_by must be some of"),
        ],
    )
    def test_faults_are_named(
        self, folder: Path, file: str, old: str, new: str, message: str
    ) -> None:
        self.edit(folder / file, old, new)
        with pytest.raises(BundleError, match=message):
            read_bundle(folder)

    def test_missing_norwegian_text_is_named(self, folder: Path) -> None:
        (folder / "nb.toml").unlink()
        with pytest.raises(BundleError, match=r"nb\.toml does not exist"):
            read_bundle(folder)
