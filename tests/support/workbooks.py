"""Excel workbooks, made of the parts that a reader needs."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook(rows: Sequence[Sequence[str | int]]) -> bytes:
    """Return a workbook with one sheet: texts shared, numbers as they are."""
    texts = list(dict.fromkeys(cell for row in rows for cell in row if isinstance(cell, str)))
    lines = "".join(
        f'<row r="{number}">{"".join(_cell(each, texts) for each in row)}</row>'
        for number, row in enumerate(rows, start=1)
    )
    shared = "".join(f"<si><t>{escape(each)}</t></si>" for each in texts)
    return packed(
        {
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{lines}</sheetData>'
            "</worksheet>",
            "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}">{shared}</sst>',
        }
    )


def packed(parts: dict[str, str]) -> bytes:
    """Return a ZIP of some parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def _cell(value: str | int, texts: Sequence[str]) -> str:
    if isinstance(value, int):
        return f"<c><v>{value}</v></c>"
    return f'<c t="s"><v>{texts.index(value)}</v></c>'
