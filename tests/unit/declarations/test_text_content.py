"""Texts as plain values: they come back as they were, and their digest says what they are."""

import json
from dataclasses import replace

import pytest

from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.content import bundle_of, content_of, digest_of
from app.declarations.bundles.types import BundleError, BundleKind, TextBundle
from tests.support.sheets import reviewed
from tests.support.text_files import two_part_bundle

ALL = [load_bundle(kind, versions(kind)[-1]) for kind in BundleKind]


@pytest.mark.parametrize("bundle", [*ALL, two_part_bundle()], ids=lambda bundle: bundle.version)
def test_a_text_comes_back_as_it_was(bundle: TextBundle) -> None:
    assert bundle_of(json.loads(json.dumps(content_of(bundle)))) == bundle


def test_the_order_of_keys_is_no_matter() -> None:
    content = content_of(ALL[0])
    assert digest_of(dict(reversed(content.items()))) == digest_of(content)


def test_every_word_and_who_answers_for_it_counts() -> None:
    bundle = ALL[0].in_language("ar")
    clauses = (replace(bundle.clauses[0], text="Noe annet"), *bundle.clauses[1:])
    digests = {
        digest_of(content_of(each))
        for each in (
            bundle,
            replace(bundle, clauses=clauses),
            reviewed(bundle, "ar"),
            ALL[0].in_language("nb"),
            ALL[0].in_language("en"),
        )
    }
    assert len(digests) == 5


def test_a_language_alone() -> None:
    assert ALL[0].in_language("ar").languages == ("nb", "ar")
    assert ALL[0].in_language("nb").languages == ("nb",)
    with pytest.raises(BundleError, match="no translation into 'xx'"):
        ALL[0].in_language("xx")
