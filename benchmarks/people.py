"""Sheets of made-up people: no two are the same, as on a start-up day."""

from datetime import date, timedelta

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import BundleKind
from app.declarations.sheet import DeclarationSheet
from app.papers.code import new_code

KIND = BundleKind.INTEGRATION_DECLARATION
_GIVEN = ("Amina", "Ali", "Hodan", "Oleksandr", "Selamawit", "Layla", "Mustafa", "Nasrin", "Htoo")
_FAMILY = ("Hassan", "Øverlid", "Bondarenko", "Tesfay", "Al-Khatib", "Rahimi", "Abdullahi")


def sheet_of(number: int, language: str) -> DeclarationSheet:
    """Return the declaration of one person; each number is somebody else."""
    name = f"{_GIVEN[number % 9]} {_FAMILY[number // 9 % 7]} {_FAMILY[number // 63 % 7]}"
    return DeclarationSheet(
        bundle=load_bundle(KIND, versions(KIND)[-1]),
        language=language,
        participant_name=PersonName(name),
        identity_number=IdentityNumber(f"{41_819_000_000 + number * 7919:011d}"),
        municipality_name="Fjordvik",
        settled_on=date(2026, 3, 14) + timedelta(number % 200),
        decided_on=date(2026, 9, 1),
        code=new_code(number.to_bytes(16)),
        issued_on=date(2026, 11, 20),
    )
