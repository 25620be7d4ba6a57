"""The files that a batch is taken in: one PDF for the printer, or a ZIP of single sheets."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import datetime

import pikepdf

A4_POINTS = (595.276, 841.89)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def join_sheets(sheets: Iterable[bytes], *, is_two_sided: bool) -> bytes:
    """Return one PDF with the pages of all sheets, for paper only: it is neither tagged nor PDF/A.

    For two-sided printing a blank page follows a sheet with an odd number of pages, so that
    nobody's sheet begins on the back of another's.
    """
    joined = pikepdf.new()
    with ExitStack() as opened:
        for sheet in sheets:
            source = opened.enter_context(pikepdf.open(io.BytesIO(sheet)))
            joined.pages.extend(source.pages)
            if is_two_sided and len(source.pages) % 2:
                joined.add_blank_page(page_size=A4_POINTS)
        content = io.BytesIO()
        joined.save(content, deterministic_id=True)
    return content.getvalue()


def pack_sheets(files: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    """Return a ZIP of these files by name; PDFs are compressed already, so nothing is again."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, file in files:
            entry = zipfile.ZipInfo(name, date_time=(*at.timetuple()[:5], 0))
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, file)
    return content.getvalue()


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table that a Norwegian spreadsheet opens as it is, and takes no cell for a formula.

    Semicolons, UTF-8 with a byte order mark, CRLF.
    """
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return content.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
