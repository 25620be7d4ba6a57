"""A table of a TOML file that knows where it stands and which of its keys have been read."""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from app.declarations.bundles.faults import BundleFault, Fault
from app.declarations.bundles.limits import (
    MOST_CLAUSE_CHARACTERS,
    MOST_FILE_BYTES,
    MOST_HEADER_CHARACTERS,
    MOST_LINE_CHARACTERS,
)
from app.i18n.characters import has_odd_character, is_evenly_spaced

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """Every method that reads raises `BundleFault`, with the file and the key."""

    def __init__(self, file: str, content: Mapping[str, Any], place: str = "") -> None:
        self.file = file
        self.place = place
        self._content = content
        self._unread = set(content)

    @classmethod
    def read(cls, path: Path) -> "Table":
        """Return the file as a table."""
        try:
            return cls.parse(path.name, path.read_bytes())
        except FileNotFoundError:
            raise BundleFault(Fault.NO_FILE, f"{path.parent.name}/{path.name}") from None

    @classmethod
    def parse(cls, file: str, content: bytes, most: int = MOST_FILE_BYTES) -> "Table":
        """Return the bytes as a table, refusing what is made to be slow to read."""
        if len(content) > most:
            raise BundleFault(Fault.TOO_LARGE, file, file, f"{most} B")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise BundleFault(Fault.NOT_UTF8, file) from None
        for number, line in enumerate(text.splitlines(), start=1):
            is_header = line.lstrip().startswith("[")
            longest = MOST_HEADER_CHARACTERS if is_header else MOST_LINE_CHARACTERS
            if len(line) > longest:
                raise BundleFault(Fault.TOO_LARGE, file, f"line {number}", str(longest))
        try:
            return cls(file, tomllib.loads(text))
        except (ValueError, RecursionError) as error:
            raise BundleFault(Fault.NOT_TOML, file, detail=str(error)) from error

    @property
    def keys(self) -> list[str]:
        """The keys in the order of the file."""
        return list(self._content)

    def has(self, key: str) -> bool:
        """Return whether the key is there."""
        return key in self._content

    def text(self, key: str) -> str:
        """Return a text that can be printed as it is."""
        value: str = self._typed(key, str)
        if len(value) > MOST_CLAUSE_CHARACTERS:
            raise self.fault(Fault.TOO_LARGE, key, str(MOST_CLAUSE_CHARACTERS))
        if not is_evenly_spaced(value):
            raise self.fault(Fault.SPACES, key)
        if has_odd_character(value):
            raise self.fault(Fault.ODD_CHARACTER, key)
        return value

    def find_text(self, key: str) -> str | None:
        """Return a text, or None where the key is not there."""
        return self.text(key) if self.has(key) else None

    def texts(self, key: str, allowed: Collection[str]) -> list[str]:
        """Return some of the allowed texts."""
        values: list[Any] = self._typed(key, list)
        texts = [value for value in values if isinstance(value, str) and value in allowed]
        if not texts or len(texts) < len(values):
            raise self.fault(Fault.NOT_A_CHOICE, key, f"some of {', '.join(allowed)}")
        return texts

    def choice(self, key: str, kinds: type[Choice]) -> Choice:
        """Return one of the kinds."""
        value = self.text(key)
        if value not in list(kinds):
            raise self.fault(Fault.NOT_A_CHOICE, key, f"one of {', '.join(kinds)}")
        return kinds(value)

    def day(self, key: str) -> date:
        """Return a date."""
        value: date = self._typed(key, date)
        if isinstance(value, datetime):
            raise self.fault(Fault.WRONG_TYPE, key, "date")
        return value

    def find_day(self, key: str) -> date | None:
        """Return a date, or None where the key is not there."""
        return self.day(key) if self.has(key) else None

    def table(self, key: str) -> "Table":
        """Return the table under a key; its faults name the key, unless it only holds clauses."""
        content = self._typed(key, dict)
        return Table(self.file, content, self.place if key == "clauses" else key)

    def file_under(self, key: str) -> "Table":
        """Return a table that might as well be a file of its own."""
        return Table(f"{self.file} [{self.place}.{key}]", self._typed(key, dict))

    def tables(self, key: str) -> list["Table"]:
        """Return a list of tables."""
        entries: list[Any] = self._typed(key, list)
        if not all(isinstance(entry, dict) for entry in entries):
            raise self.fault(Fault.WRONG_TYPE, key, "list of tables")
        return [Table(self.file, entry, key) for entry in entries]

    def refuse_rest(self) -> None:
        """Refuse keys that nobody asked for: a misspelt one would otherwise pass unseen."""
        if self._unread:
            raise self.fault(Fault.UNKNOWN, ", ".join(sorted(self._unread))[:200])

    def fault(self, fault: Fault, key: str = "", detail: str = "") -> BundleFault:
        """Return a fault of this table, to raise."""
        return BundleFault(fault, self.file, key, detail, self.place)

    def _typed(self, key: str, kind: type) -> Any:
        if key not in self._content:
            raise self.fault(Fault.MISSING, key)
        self._unread.discard(key)
        value = self._content[key]
        if not isinstance(value, kind):
            raise self.fault(Fault.WRONG_TYPE, key, kind.__name__)
        return value
