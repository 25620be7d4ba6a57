"""Tables for spreadsheets: written so that they open as they are and no cell becomes a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "'"


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table that a Norwegian spreadsheet opens as it is, and takes no cell for a formula.

    Semicolons, UTF-8 with a byte order mark, CRLF.
    """
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")


def read_cell(cell: str) -> str:
    """Return what a cell says, without the mark that kept it from being a formula."""
    return cell[1:] if cell.startswith(tuple(_MARK + begins for begins in _FORMULA)) else cell


def _harmless(cell: str) -> str:
    return f"{_MARK}{cell}" if cell.startswith(_FORMULA) else cell
