"""A new version of a text: what changes, and what becomes of each language."""

from dataclasses import replace

from app.declarations.bundles.catalogue import load_bundle
from app.declarations.bundles.succession import (
    Change,
    Words,
    carried_over,
    clause_changes,
    language_effects,
    word_difference,
)
from app.declarations.bundles.types import BundleKind, TextBundle
from app.declarations.bundles.upload import read_upload
from tests.support.text_files import changed, shipped_files, zipped

OLD = load_bundle(BundleKind.INTEGRATION_CONTRACT, "2026-1")


def newer(*, with_languages: bool = False) -> TextBundle:
    """Return the contract with another title, and one clause named anew."""
    files = changed(shipped_files(), "nb.toml", "Integreringskontrakt", "Kontrakt om integrering")
    files = changed(files, "nb.toml", "\napplies_to =", "\nopening =")
    files = changed(files, "bundle.toml", 'id = "applies_to"', 'id = "opening"')
    if not with_languages:
        files = {name: files[name] for name in ("bundle.toml", "nb.toml")}
    return read_upload("x.zip", zipped(files))


def test_clauses_are_same_changed_new_or_removed() -> None:
    found = {each.clause.clause_id: each.change for each in clause_changes(OLD, newer())}
    special = {name: change for name, change in found.items() if change is not Change.SAME}
    assert special == {"title": Change.CHANGED, "opening": Change.NEW, "applies_to": Change.REMOVED}
    assert len(found) == len(OLD.clauses) + 1


def test_the_first_version_is_all_new() -> None:
    assert {each.change for each in clause_changes(None, OLD)} == {Change.NEW}


def test_a_difference_holds_both_texts_word_for_word() -> None:
    pieces = word_difference("jeg vil gjerne delta", "jeg skal delta aktivt")
    assert pieces == (
        Words("jeg", is_old=True, is_new=True),
        Words("vil gjerne", is_old=True, is_new=False),
        Words("skal", is_old=False, is_new=True),
        Words("delta", is_old=True, is_new=True),
        Words("aktivt", is_old=False, is_new=True),
    )


def test_translations_follow_clauses_that_stay() -> None:
    taken = carried_over(OLD, newer())["uk"]
    assert taken["title"] == OLD.translation("uk").clauses["title"]
    assert "opening" not in taken
    assert "applies_to" not in taken
    [effect] = language_effects(OLD, newer(), ["uk"])
    assert (effect.from_file, effect.outdated, effect.missing) == (0, 1, 1)
    assert effect.carried_over == len(newer().translatable) - 1


def test_what_the_new_version_brings_is_not_carried_over() -> None:
    bundle = replace(newer(), translations=(OLD.translation("uk"),))
    assert carried_over(OLD, bundle)["uk"] == {}
