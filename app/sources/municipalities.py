"""The municipalities of Norway, as classified from 1 January 2026."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "municipalities_2026-01-01.csv"


@dataclass(frozen=True, slots=True)
class MunicipalityRecord:
    """Kommune: its official number and name, and the county it lies in."""

    number: str
    """Four digits, with leading zero."""
    name: str
    """The official name, in more than one language where it has more: `Oslo - Oslove`."""
    county_number: str


@cache
def municipalities() -> tuple[MunicipalityRecord, ...]:
    """Return all municipalities in order of number."""
    with _FILE.open(encoding="utf-8", newline="") as lines:
        rows = [MunicipalityRecord(**row) for row in csv.DictReader(lines)]
    return tuple(sorted(rows, key=lambda row: row.number))
