"""Read a bundle's files and refuse whatever does not hold together, naming file and clause."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from app.declarations.bundles.faults import BundleFault, BundleFaults, Fault
from app.declarations.bundles.limits import MOST_CLAUSES, MOST_PARTS
from app.declarations.bundles.table import Table
from app.declarations.bundles.translated_file import read_translation
from app.declarations.bundles.translation import Translation
from app.declarations.bundles.types import (
    NORWEGIAN,
    Audience,
    BundleKind,
    BundleStatus,
    Clause,
    ClauseRole,
    LegalBasis,
    Part,
    Party,
    Source,
    TextBundle,
)
from app.i18n.placeholders import placeholders

FIELDS = frozenset({"name", "identity_number", "municipality", "settled_on", "decided_on"})
"""What a clause may ask to have filled in."""

REQUIRED_CLAUSES = {
    "title": ClauseRole.TITLE,
    "note_translation": ClauseRole.NOTE,
    "note_unreviewed": ClauseRole.NOTE,
    "note_interpreter": ClauseRole.NOTE,
    "office_municipality": ClauseRole.OFFICE,
    "office_code": ClauseRole.OFFICE,
    "office_version": ClauseRole.OFFICE,
    "office_issued": ClauseRole.OFFICE,
}
"""What every sheet has in its margins."""

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_VERSION = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_WHOLE = frozenset({ClauseRole.TITLE, ClauseRole.NOTE, ClauseRole.OFFICE})
"""Roles of clauses that every part shares."""
_EITHER = frozenset({ClauseRole.HEADING, ClauseRole.FIELD})
"""Roles of clauses that may stand before the first part, or in one."""


def read_bundle(folder: Path) -> TextBundle:
    """Return the bundle in this folder.

    Raises:
        BundleError: a file or key is missing or unknown, a clause is missing in some language, or
            a translation has other fields than the Norwegian clause.
    """
    others = sorted(
        path for path in folder.glob("*.toml") if path.stem not in {"bundle", NORWEGIAN}
    )
    frame = Table.read(folder / "bundle.toml")
    norwegian = Table.read(folder / f"{NORWEGIAN}.toml")
    bundle = assemble(frame, norwegian, {path.stem: Table.read(path) for path in others})
    if (bundle.kind, bundle.version) != (folder.parent.name, folder.name):
        raise BundleFault(Fault.OTHER_FOLDER, f"{folder.name}/bundle.toml")
    lacking = [each for each in bundle.translations if each.missing_clauses]
    if lacking:
        file = f"{lacking[0].language}.toml"
        raise BundleFault(Fault.MISSING, file, lacking[0].missing_clauses[0])
    return bundle


def assemble(frame: Table, norwegian: Table, languages: Mapping[str, Table]) -> TextBundle:
    """Return the bundle that these tables make; a translation may lack clauses.

    Raises:
        BundleFaults: one fault, or one for each language that has one.
    """
    basis, source = frame.table("legal_basis"), frame.table("source")
    parts = _parts(frame)
    clauses = _clauses(frame, norwegian, parts)
    version = frame.text("version")
    if not _VERSION.fullmatch(version):
        raise frame.fault(Fault.BAD_NAME, "version", "a-z, 0-9, . _ -")
    _refuse_incomplete(frame, parts, clauses)
    valid_from, valid_to = frame.day("valid_from"), frame.find_day("valid_to")
    if valid_to is not None and valid_to < valid_from:
        raise frame.fault(Fault.ENDS_EARLY, "valid_to")
    bundle = TextBundle(
        kind=frame.choice("kind", BundleKind),
        version=version,
        status=frame.choice("status", BundleStatus),
        legal_basis=LegalBasis(*(basis.text(key) for key in ("provision", "amended_by", "url"))),
        source=Source(source.text("title"), source.text("publisher")),
        parts=parts,
        valid_from=valid_from,
        valid_to=valid_to,
        clauses=clauses,
        translations=_translations(clauses, languages),
    )
    for table in (frame, basis, source):
        table.refuse_rest()
    return bundle


def _parts(frame: Table) -> tuple[Part, ...]:
    """Return the parts; a bundle that names none is one part, signed by those it names."""
    if not frame.has("parts"):
        signers = tuple(Party(party) for party in frame.texts("signed_by", list(Party)))
        return (Part("whole", Audience.EVERYONE, signers),)
    parts: list[Part] = []
    for entry in frame.tables("parts"):
        signers = tuple(Party(party) for party in entry.texts("signed_by", list(Party)))
        parts.append(Part(_name(entry), entry.choice("audience", Audience), signers))
        entry.refuse_rest()
    if not 0 < len(parts) <= MOST_PARTS:
        raise frame.fault(Fault.TOO_MANY, "parts", str(MOST_PARTS))
    _refuse_repeated(frame, (part.part_id for part in parts))
    return tuple(parts)


def _clauses(frame: Table, norwegian: Table, parts: tuple[Part, ...]) -> tuple[Clause, ...]:
    """Return the clauses in the order of the frame, with their Norwegian text."""
    texts = norwegian.table("clauses")
    names = {part.part_id for part in parts} if frame.has("parts") else set()
    clauses: list[Clause] = []
    for entry in frame.tables("clauses"):
        clause_id = _name(entry)
        text = texts.text(clause_id)
        role = entry.choice("role", ClauseRole)
        clauses.append(Clause(clause_id, role, text, _part(entry, clause_id, role, names)))
        entry.refuse_rest()
        try:
            unknown = sorted(set(placeholders(text)) - FIELDS)
        except ValueError:
            raise texts.fault(Fault.BRACES, clause_id) from None
        if unknown:
            raise texts.fault(Fault.UNKNOWN_FIELDS, clause_id, str(unknown))
    if not 0 < len(clauses) <= MOST_CLAUSES:
        raise frame.fault(Fault.TOO_MANY, "clauses", str(MOST_CLAUSES))
    _refuse_repeated(frame, (clause.clause_id for clause in clauses))
    texts.refuse_rest()
    norwegian.refuse_rest()
    return tuple(clauses)


def _refuse_incomplete(frame: Table, parts: tuple[Part, ...], clauses: tuple[Clause, ...]) -> None:
    """Refuse a text that no sheet can be made of."""
    roles = {clause.clause_id: clause.role for clause in clauses}
    for name, role in REQUIRED_CLAUSES.items():
        if roles.get(name) is not role:
            raise frame.fault(Fault.MISSING, name)
    for part in parts:
        names = {part.part_id, None if len(parts) == 1 else part.part_id}
        if not any(c.role is ClauseRole.SIGNATURE and c.part in names for c in clauses):
            raise frame.fault(Fault.NO_SIGNATURE, part.part_id)


def _part(entry: Table, clause_id: str, role: ClauseRole, names: set[str]) -> str | None:
    """Return the part that a clause belongs to, or None for the whole document."""
    part = entry.find_text("part")
    if part is None:
        if names and role not in _WHOLE | _EITHER:
            raise entry.fault(Fault.NO_PART, clause_id)
        return None
    if role in _WHOLE:
        raise entry.fault(Fault.NEEDLESS_PART, clause_id)
    if part not in names:
        raise entry.fault(Fault.UNKNOWN, f"part {part}")
    return part


def _translations(
    clauses: tuple[Clause, ...], languages: Mapping[str, Table]
) -> tuple[Translation, ...]:
    """Return the languages; a fault in each is found before any is told."""
    translatable = [clause for clause in clauses if clause.role is not ClauseRole.OFFICE]
    translations, faults = [], []
    for language, table in languages.items():
        try:
            translations.append(read_translation(translatable, language, table))
        except BundleFault as fault:
            faults.append(fault)
    if faults:
        raise BundleFaults(tuple(faults))
    return tuple(translations)


def _name(entry: Table) -> str:
    name = entry.text("id")
    if not _ID.fullmatch(name):
        raise entry.fault(Fault.BAD_NAME, "id", "a-z, 0-9, _")
    return name


def _refuse_repeated(frame: Table, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise frame.fault(Fault.REPEATED, name)
        seen.add(name)
