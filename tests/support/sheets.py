"""Sheets of a made-up person, for tests of paper."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.translation import Translation, TranslationStatus
from app.declarations.bundles.types import BundleKind, TextBundle
from app.declarations.sheet import DeclarationSheet
from app.papers.code import new_code

CODE = new_code(bytes(range(16)))


def make_sheet(
    kind: BundleKind = BundleKind.INTEGRATION_DECLARATION, language: str = "ar", **changes: Any
) -> DeclarationSheet:
    """Return a sheet; the identity number is of the synthetic kind."""
    sheet = DeclarationSheet(
        bundle=load_bundle(kind, versions(kind)[-1]),
        language=language,
        participant_name=PersonName("Amina Al-Hassan Øverlid"),
        identity_number=IdentityNumber("41819012345"),
        municipality_name="Fjordvik",
        settled_on=date(2026, 8, 14),
        decided_on=date(2026, 9, 1),
        code=CODE,
        issued_on=date(2026, 11, 22),
    )
    return replace(sheet, **changes)


def reviewed(bundle: TextBundle, language: str, by: str = "N. N.") -> TextBundle:
    """Return the bundle as if a person had reviewed this translation."""

    def answered_for(translation: Translation) -> Translation:
        clauses = {
            name: replace(clause, status=TranslationStatus.REVIEWED, reviewer=by)
            for name, clause in translation.clauses.items()
        }
        return replace(translation, clauses=clauses)

    translations = tuple(
        answered_for(each) if each.language == language else each for each in bundle.translations
    )
    return replace(bundle, translations=translations)
