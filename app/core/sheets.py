"""Lists that come from spreadsheets: bytes to text, and text to rows of cells."""

import csv
import io

MOST_BYTES = 2_000_000
MOST_PASTED = 400_000
"""A list that is shown before it is taken in comes back in the form, where less has room."""
MOST_ROWS = 20_000
_SEPARATORS = (";", "\t", ",", "|")


class UnreadableSheet(Exception):
    """The file is no list of text: too big, or another kind of file."""


def text_of(content: bytes, most: int = MOST_BYTES) -> str:
    """Return the text of a file that a spreadsheet or a payroll system saved.

    Raises:
        UnreadableSheet: it is too big, or no text.
    """
    if len(content) > most or b"\x00" in content:
        raise UnreadableSheet
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def rows_of(text: str) -> list[list[str]]:
    """Return the rows that are not empty, each cell without blanks around it.

    Raises:
        UnreadableSheet: there are too many rows, or a cell never ends.
    """
    lines = text.lstrip("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    if not first.count(separator):
        separator = ";"
    try:
        read = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=separator))
    except csv.Error as error:
        raise UnreadableSheet from error
    rows = [[cell.strip() for cell in row] for row in read]
    rows = [row for row in rows if any(row)]
    if len(rows) > MOST_ROWS:
        raise UnreadableSheet
    return rows
