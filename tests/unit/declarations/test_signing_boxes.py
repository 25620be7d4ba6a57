"""Which lines of a sheet must be signed, for each text that there is."""

from dataclasses import replace

import pytest

from app.declarations.bundles.audience import Audience
from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import BundleKind, Party
from app.declarations.bundles.upload import read_upload
from app.declarations.intake.signing_boxes import boxes_to_sign
from tests.support.text_files import two_parts


@pytest.mark.parametrize(
    ("kind", "boxes"),
    [
        (BundleKind.INTEGRATION_DECLARATION, ("signature_participant",)),
        (BundleKind.INTEGRATION_CONTRACT, ("signature_participant", "signature_municipality")),
    ],
)
def test_the_shipped_texts(kind: BundleKind, boxes: tuple[str, ...]) -> None:
    for version in versions(kind):
        assert boxes_to_sign(load_bundle(kind, version)) == boxes


def test_each_part_is_signed_by_its_own() -> None:
    text = read_upload("two_parts.toml", two_parts())
    assert boxes_to_sign(text) == (
        "all_signature_participant",
        "new_signature_participant",
        "new_signature_municipality",
    )
    assert boxes_to_sign(text.for_audiences([Audience.EVERYONE])) == ("all_signature_participant",)


def test_a_party_without_a_line_is_not_forgotten() -> None:
    text = load_bundle(BundleKind.INTEGRATION_DECLARATION, "2026-hearing")
    parts = tuple(replace(part, signed_by=tuple(Party)) for part in text.parts)
    names = {clause.clause_id for clause in text.clauses}
    assert [name in names for name in boxes_to_sign(replace(text, parts=parts))] == [True, False]
