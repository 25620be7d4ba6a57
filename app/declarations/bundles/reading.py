"""Read a bundle's files and refuse whatever does not hold together, naming file and clause."""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from app.declarations.bundles.types import (
    NORWEGIAN,
    BundleError,
    BundleKind,
    BundleStatus,
    Clause,
    ClauseRole,
    LegalBasis,
    Party,
    Source,
    TextBundle,
    Translation,
    TranslationStatus,
    placeholders,
)

FIELDS = frozenset({"name", "identity_number", "municipality", "settled_on", "decided_on"})
"""What a clause may ask to have filled in."""

Choice = TypeVar("Choice", bound=StrEnum)


def read_bundle(folder: Path) -> TextBundle:
    """Return the bundle in this folder.

    Raises:
        BundleError: a file or key is missing or unknown, a clause is missing in some language, or
            a translation has other fields than the Norwegian clause.
    """
    frame = _Table.read(folder / "bundle.toml")
    clauses = _clauses(frame, _Table.read(folder / f"{NORWEGIAN}.toml"))
    others = sorted(
        path for path in folder.glob("*.toml") if path.stem not in {"bundle", NORWEGIAN}
    )
    basis, source = frame.table("legal_basis"), frame.table("source")
    bundle = TextBundle(
        kind=frame.choice("kind", BundleKind),
        version=frame.text("version"),
        status=frame.choice("status", BundleStatus),
        legal_basis=LegalBasis(*(basis.text(key) for key in ("provision", "amended_by", "url"))),
        source=Source(source.text("title"), source.text("publisher")),
        signed_by=tuple(Party(party) for party in frame.texts("signed_by", list(Party))),
        valid_from=frame.day("valid_from"),
        valid_to=frame.day("valid_to") if frame.has("valid_to") else None,
        clauses=clauses,
        translations=tuple(_translation(clauses, _Table.read(path)) for path in others),
    )
    for table in (frame, basis, source):
        table.refuse_rest()
    if (bundle.kind, bundle.version) != (folder.parent.name, folder.name):
        raise BundleError(
            f"{folder.name}/bundle.toml: kind and version are not those of its folder"
        )
    return bundle


def _clauses(frame: "_Table", norwegian: "_Table") -> tuple[Clause, ...]:
    """Return the clauses in the order of the frame, with their Norwegian text."""
    texts = norwegian.table("clauses")
    clauses: list[Clause] = []
    for entry in frame.tables("clauses"):
        clause_id = entry.text("id")
        clause = Clause(clause_id, entry.choice("role", ClauseRole), texts.text(clause_id))
        entry.refuse_rest()
        unknown = sorted(set(placeholders(clause.text)) - FIELDS)
        if unknown:
            raise BundleError(f"{norwegian.name}: {clause_id} has unknown fields {unknown}")
        clauses.append(clause)
    texts.refuse_rest()
    norwegian.refuse_rest()
    return tuple(clauses)


def _translation(clauses: tuple[Clause, ...], file: "_Table") -> Translation:
    """Return one language, complete; clauses of an older Norwegian text are marked, not refused."""
    entries = file.table("clauses")
    texts: dict[str, str] = {}
    outdated = []
    for clause in clauses:
        if clause.role is ClauseRole.OFFICE:
            continue
        entry = entries.table(clause.clause_id)
        text = texts[clause.clause_id] = entry.text("text")
        if sorted(placeholders(text)) != sorted(placeholders(clause.text)):
            raise BundleError(
                f"{file.name}: {clause.clause_id} has other fields than the Norwegian clause"
            )
        if entry.text("of") != clause.digest:
            outdated.append(clause.clause_id)
        entry.refuse_rest()
    translation = Translation(
        language=file.text("language"),
        status=file.choice("status", TranslationStatus),
        translator=file.text("translator"),
        reviewer=file.text("reviewer") if file.has("reviewer") else None,
        translated_on=file.day("translated_on"),
        texts=texts,
        outdated_clauses=tuple(outdated),
    )
    entries.refuse_rest()
    file.refuse_rest()
    if f"{translation.language}.toml" != file.name:
        raise BundleError(f"{file.name}: language is {translation.language!r}")
    if translation.is_reviewed and translation.reviewer is None:
        raise BundleError(f"{file.name}: status {translation.status} needs a reviewer")
    return translation


class _Table:
    """A table of a TOML file that knows its name and which of its keys have been read."""

    def __init__(self, name: str, content: Mapping[str, Any]) -> None:
        self.name = name
        self._content = content
        self._unread = set(content)

    @classmethod
    def read(cls, path: Path) -> "_Table":
        try:
            return cls(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            raise BundleError(f"{path.parent.name}/{path.name} does not exist") from None
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BundleError(f"{path.name}: {error}") from error

    def has(self, key: str) -> bool:
        return key in self._content

    def text(self, key: str) -> str:
        value: str = self._typed(key, str)
        spaced = value.replace("\N{NO-BREAK SPACE}", " ")  # as French has before a colon
        if not spaced or spaced != " ".join(spaced.split()):
            raise BundleError(f"{self.name}: {key} is empty or has spaces where none belong")
        return value

    def texts(self, key: str, allowed: Collection[str]) -> list[str]:
        values: list[str] = self._typed(key, list)
        if not values or not set(values) <= set(allowed):
            raise BundleError(f"{self.name}: {key} must be some of {', '.join(allowed)}")
        return values

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        value = self.text(key)
        if value not in list(kinds):
            raise BundleError(f"{self.name}: {key} must be one of {', '.join(kinds)}")
        return kinds(value)

    def day(self, key: str) -> date:
        value: date = self._typed(key, date)
        return value

    def table(self, key: str) -> "_Table":
        return _Table(
            self.name if key == "clauses" else f"{self.name}: {key}", self._typed(key, dict)
        )

    def tables(self, key: str) -> list["_Table"]:
        return [_Table(f"{self.name}: {key}", entry) for entry in self._typed(key, list)]

    def refuse_rest(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would otherwise pass unseen."""
        if self._unread:
            raise BundleError(f"{self.name}: unknown {', '.join(sorted(self._unread))}")

    def _typed(self, key: str, kind: type) -> Any:
        if key not in self._content:
            raise BundleError(f"{self.name}: {key} is missing")
        self._unread.discard(key)
        value = self._content[key]
        if not isinstance(value, kind):
            raise BundleError(f"{self.name}: {key} must be of type {kind.__name__}")
        return value
