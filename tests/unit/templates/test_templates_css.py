"""Our style sheets say start and end, not left and right, so that Arabic pages mirror."""

import re
from pathlib import Path

import pytest

from tests.support.repository import ROOT, place, source_of, template_names

ON_PAPER = {"document.css", "plan-document.css"}
"""Sheets in two languages, where the Norwegian text stands on the left whatever is beside it."""
SHEETS = [
    sheet for sheet in sorted((ROOT / "static/css").glob("*.css")) if sheet.name not in ON_PAPER
]
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PHYSICAL = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
    r"|(?<![\w-])(?:left|right)\s*:"
)
_PICTURE = re.compile(r"""url\(["']?(\.\./[^"')]+)""")


def physical_properties(css: str) -> list[str]:
    """Return the properties that name a side of the paper instead of the line."""
    return _PHYSICAL.findall(_COMMENT.sub("", css))


@pytest.mark.parametrize(
    "breach",
    ["margin-left: 1rem", "text-align:right", ".x { left: 0 }", "border-top-left-radius: 2px"],
)
def test_a_physical_property_is_found(breach: str) -> None:
    assert physical_properties(breach)


def test_logical_properties_are_not() -> None:
    fine = "margin-inline-start: 1rem; text-align: end; inset-inline-end: 0; /* left: 0 */"
    assert physical_properties(fine) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=place)
def test_sheet_is_logical(sheet: Path) -> None:
    assert physical_properties(sheet.read_text(encoding="utf-8")) == []


def test_sheets_were_found() -> None:
    assert {"portal.css", "components.css"} <= {sheet.name for sheet in SHEETS}


def test_every_icon_that_is_drawn_exists() -> None:
    sheet = ROOT / "static/css/icons.css"
    css = sheet.read_text(encoding="utf-8")
    pictures = _PICTURE.findall(css)
    assert len(pictures) > 10
    assert [name for name in pictures if not (sheet.parent / name).resolve().is_file()] == []
    drawn = set(re.findall(r"\.icon--([a-z-]+) \{", css))
    asked = set()
    for name in template_names():
        asked |= set(re.findall(r"""icon(?:_name=|\()["']([a-z-]+)["']""", source_of(name)))
    assert asked
    assert asked <= drawn
