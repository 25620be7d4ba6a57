"""What each row of a school's list says, by its headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction

HOUR = 60
_FIRST_DAY_OF_EXCEL = date(1899, 12, 30)
_SERIAL = re.compile(r"[3-6]\d{4}(\.0+)?")
_DAY_FORMS = ("%d.%m.%Y", "%Y-%m-%d", "%d.%m.%y", "%d/%m/%Y")
_HOURS = re.compile(r"(\d{1,2})([.,]\d{1,4})?")
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_WHOLE = frozenset({"", "hele dagen", "heile dagen", "dag", "1 dag", "hel dag"})


class Column(StrEnum):
    """What a column can be."""

    PERSON = "person"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    BORN_ON = "born_on"
    DAY = "day"
    HOURS = "hours"
    MINUTES = "minutes"


HEADINGS: Mapping[str, Column] = {
    "referanse": Column.PERSON,
    "identitetsnummer": Column.PERSON,
    "fødselsnummer": Column.PERSON,
    "fnr": Column.PERSON,
    "personnummer": Column.PERSON,
    "fornavn": Column.GIVEN_NAME,
    "førenamn": Column.GIVEN_NAME,
    "etternavn": Column.FAMILY_NAME,
    "etternamn": Column.FAMILY_NAME,
    "fødselsdato": Column.BORN_ON,
    "født": Column.BORN_ON,
    "dato": Column.DAY,
    "dag": Column.DAY,
    "fraværsdato": Column.DAY,
    "timer": Column.HOURS,
    "timar": Column.HOURS,
    "antall timer": Column.HOURS,
    "fravær timer": Column.HOURS,
    "timefravær": Column.HOURS,
    "minutter": Column.MINUTES,
    "minutt": Column.MINUTES,
    "antall minutter": Column.MINUTES,
}
"""Headings as the schools' systems write them, in small letters."""


class ListProblem(StrEnum):
    """Why the list as a whole says nothing."""

    NO_ROWS = "no_rows"
    NO_PERSON = "no_person"
    """Neither a reference nor names with a day of birth."""
    NO_DAY = "no_day"


class RowProblem(StrEnum):
    """Why a row registers nothing."""

    NO_PERSON = "no_person"
    NO_DAY = "no_day"
    NO_LENGTH = "no_length"
    UNKNOWN = "unknown"
    """Nobody in the group is this person."""
    SEVERAL = "several"
    """More than one in the group has the name and the day of birth."""
    OUTSIDE = "outside"
    """Not one of the days of the list."""
    NO_SESSION = "no_session"
    """The group did not meet on that day, or she was not in it yet."""
    TOO_LONG = "too_long"
    """More than the day's sessions last."""
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class SaidRow:
    """What a row says, before anybody is looked up."""

    line: int
    """1 for the headings."""
    cells: tuple[str, ...]
    reference: str
    name: tuple[str, str]
    """Given and family name in small letters; empty: none."""
    born_on: date | None
    day: date | None
    minutes: int | None
    """None: the whole day."""
    problem: RowProblem | None


def read_list(rows: Sequence[Sequence[str]]) -> list[SaidRow] | ListProblem:
    """Return what each row below the headings says, or why nothing can be read."""
    if not rows:
        return ListProblem.NO_ROWS
    places = {
        HEADINGS[heading.strip().lower()]: place
        for place, heading in reversed(list(enumerate(rows[0])))
        if heading.strip().lower() in HEADINGS
    }
    has_name = {Column.GIVEN_NAME, Column.FAMILY_NAME, Column.BORN_ON} <= places.keys()
    if Column.PERSON not in places and not has_name:
        return ListProblem.NO_PERSON
    if Column.DAY not in places:
        return ListProblem.NO_DAY
    if len(rows) == 1:
        return ListProblem.NO_ROWS
    return [_read(line, row, places) for line, row in enumerate(rows[1:], start=2)]


def _read(line: int, row: Sequence[str], places: Mapping[Column, int]) -> SaidRow:
    def cell(column: Column) -> str:
        place = places.get(column)
        return row[place].strip() if place is not None and place < len(row) else ""

    reference = cell(Column.PERSON).replace(" ", "").lower()
    name = cell(Column.GIVEN_NAME).lower(), cell(Column.FAMILY_NAME).lower()
    born_on, day = find_day(cell(Column.BORN_ON)), find_day(cell(Column.DAY))
    minutes, is_length = _length(cell(Column.HOURS), cell(Column.MINUTES))
    problem = None
    if not reference and not (all(name) and born_on):
        problem = RowProblem.NO_PERSON
    elif day is None:
        problem = RowProblem.NO_DAY
    elif not is_length:
        problem = RowProblem.NO_LENGTH
    return SaidRow(line, tuple(row), reference, name, born_on, day, minutes, problem)


def find_day(text: str) -> date | None:
    """Return the day that a cell says, also as Excel counts days; None: none."""
    if _SERIAL.fullmatch(text):
        return _FIRST_DAY_OF_EXCEL + timedelta(days=int(text.split(".", maxsplit=1)[0]))
    for form in _DAY_FORMS:
        try:
            return datetime.strptime(text.split(" ", maxsplit=1)[0], form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


def _length(hours: str, minutes: str) -> tuple[int | None, bool]:
    """Return the minutes, None for the whole day, and whether anything was understood."""
    if minutes:
        return (int(minutes), True) if minutes.isascii() and minutes.isdigit() else (None, False)
    if hours.lower() in _WHOLE:
        return None, True
    clock, plain = _CLOCK.fullmatch(hours), _HOURS.fullmatch(hours)
    if clock:
        return int(clock.group(1)) * HOUR + int(clock.group(2)), True
    if plain:
        return round(Fraction(hours.replace(",", ".")) * HOUR), True
    return None, False
