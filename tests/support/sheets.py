"""Sheets of a made-up person, for tests of paper."""

from dataclasses import replace
from datetime import date
from typing import Any

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import BundleKind
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
