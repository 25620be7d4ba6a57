"""The first sheet of an Excel workbook as text, without opening anything else that it holds."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

MOST_UNPACKED = 30 * 1024 * 1024
"""Bytes of one part: a sheet of 20 000 rows has five million."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")
_STRINGS = "xl/sharedStrings.xml"
_COLUMN = re.compile(r"[A-Z]+")
_MOST_COLUMNS = 60


class UnreadableWorkbook(Exception):
    """It is damaged, locked, too big or no workbook."""


def is_workbook(content: bytes) -> bool:
    """Tell whether the bytes are a ZIP, as workbooks are."""
    return content.startswith(b"PK\x03\x04")


def text_of_workbook(content: bytes) -> str:
    """Return the first sheet with semicolons between its cells; days stay the numbers they are.

    Raises:
        UnreadableWorkbook: there is nothing to read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = sorted(name for name in archive.namelist() if _SHEET.fullmatch(name))
            if not names:
                raise UnreadableWorkbook
            shared = list(_shared(archive)) if _STRINGS in archive.namelist() else []
            rows = list(_rows(_part(archive, names[0]), shared))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, ValueError, LookupError, RuntimeError) as e:
        raise UnreadableWorkbook from e
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\n").writerows(rows)
    return text.getvalue()


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element:
    with archive.open(name) as opened:
        content = opened.read(MOST_UNPACKED + 1)
    if len(content) > MOST_UNPACKED:
        raise UnreadableWorkbook
    # Entities are neither resolved nor fetched: a sheet has no use for them.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(content, parser)


def _shared(archive: zipfile.ZipFile) -> Iterator[str]:
    for item in _part(archive, _STRINGS).iter(f"{_MAIN}si"):
        yield "".join(each.text or "" for each in item.iter(f"{_MAIN}t"))


def _rows(sheet: etree._Element, shared: list[str]) -> Iterator[list[str]]:
    for row in sheet.iter(f"{_MAIN}row"):
        cells: dict[int, str] = {}
        for cell in row.iter(f"{_MAIN}c"):
            place = _place(cell.get("r", ""), len(cells))
            if place < _MOST_COLUMNS:
                cells[place] = _value(cell, shared)
        yield [cells.get(place, "") for place in range(max(cells, default=-1) + 1)]


def _place(reference: str, fallback: int) -> int:
    letters = _COLUMN.match(reference)
    if letters is None:
        return fallback
    number = 0
    for letter in letters.group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(cell: etree._Element, shared: list[str]) -> str:
    if cell.get("t") == "inlineStr":
        return "".join(each.text or "" for each in cell.iter(f"{_MAIN}t"))
    value = cell.findtext(f"{_MAIN}v") or ""
    return shared[int(value)] if cell.get("t") == "s" else value
