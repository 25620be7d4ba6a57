"""A translator's file: one row for each text, to fill in with any spreadsheet and send back."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.core.spreadsheet import csv_file, read_cell
from app.pdf.printable import find_unprintable
from app.plans.texts.errors import CannotReadFile, FileFault, RowFault
from app.plans.texts.pieces import Piece

KEY, DIGEST, LANGUAGE, SOURCE = "key", "source_digest", "source_language", "source_text"
TRANSLATION = "translation"
COLUMNS = (KEY, DIGEST, LANGUAGE, SOURCE, TRANSLATION)
_NEEDED = (KEY, DIGEST, TRANSLATION)
MOST_BYTES = 300_000
MOST_ROWS = 500
"""Several times what a plan has texts."""
MOST_CHARACTERS = 4000
"""Of one text: as many as its source may have."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row of a file that came back."""

    number: int
    """As a spreadsheet counts: the headings are row 1."""
    key: str
    digest: str
    text: str
    fault: RowFault | None
    """None: it can be taken in."""


def write_table(rows: Iterable[tuple[Piece, str]]) -> bytes:
    """Return a file with these texts and the translations that they have."""
    return csv_file(
        COLUMNS,
        [(piece.key, piece.digest, piece.language, piece.text, text) for piece, text in rows],
    )


def read_table(content: bytes, pieces: Sequence[Piece]) -> tuple[FileRow, ...]:
    """Return the rows of a file, each compared with the texts of the plan.

    Raises:
        CannotReadFile: it is no such file.
    """
    if len(content) > MOST_BYTES:
        raise CannotReadFile(FileFault.TOO_LARGE)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CannotReadFile(FileFault.NOT_TEXT) from None
    first_line = text.split("\n", 1)[0]
    separator = max(";,\t", key=first_line.count)
    lines = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    by_key = {piece.key: piece for piece in pieces}
    rows: list[FileRow] = []
    try:
        if not set(_NEEDED) <= set(lines.fieldnames or ()):
            raise CannotReadFile(FileFault.NO_COLUMNS)
        for number, cells in enumerate(lines, start=2):
            if len(rows) == MOST_ROWS:
                raise CannotReadFile(FileFault.TOO_LARGE)
            rows.append(_row(number, cells, by_key, {row.key for row in rows}))
    except csv.Error:
        raise CannotReadFile(FileFault.BROKEN) from None
    return tuple(rows)


def _row(
    number: int, cells: dict[str, str | None], pieces: dict[str, Piece], seen: set[str]
) -> FileRow:
    key, digest = (cells[name] or "" for name in (KEY, DIGEST))
    text = _cleaned(cells[TRANSLATION] or "")
    return FileRow(number, key, digest, text, _fault(key, digest, text, pieces, seen))


def _fault(
    key: str, digest: str, text: str, pieces: dict[str, Piece], seen: set[str]
) -> RowFault | None:
    piece = pieces.get(key)
    if piece is None:
        return RowFault.UNKNOWN_PIECE
    if key in seen:
        return RowFault.TWICE
    if not text:
        return RowFault.EMPTY
    if piece.digest != digest:
        return RowFault.SOURCE_CHANGED
    if len(text) > MOST_CHARACTERS:
        return RowFault.TOO_LONG
    if any(find_unprintable(line) for line in text.splitlines() if line.strip()):
        return RowFault.UNPRINTABLE
    return None


def _cleaned(cell: str) -> str:
    text = read_cell(cell).replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()
