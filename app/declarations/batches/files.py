"""The files that a batch is taken in: one PDF for the printer, or a ZIP of single sheets."""

import io
import zipfile
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime

import pikepdf

A4_POINTS = (595.276, 841.89)


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
