"""Reading a school's list: headings, days, lengths, and workbooks from nobody knows where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attendance.school_import.rows import (
    ListProblem,
    RowProblem,
    SaidRow,
    find_day,
    read_list,
)
from app.attendance.school_import.workbook import (
    UnreadableWorkbook,
    is_workbook,
    text_of_workbook,
)
from app.core.sheets import rows_of
from tests.support.workbooks import packed, workbook

HEADINGS = ["Fødselsnummer", "Dato", "Timer"]
texts = st.text(max_size=12)


def read(*rows: list[str], headings: list[str] = HEADINGS) -> list[SaidRow]:
    said = read_list([headings, *rows])
    assert isinstance(said, list)
    return said


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("09.11.2026", date(2026, 11, 9)),
        ("9.11.26", date(2026, 11, 9)),
        ("2026-11-09", date(2026, 11, 9)),
        ("2026-11-09 00:00:00", date(2026, 11, 9)),
        ("09/11/2026", date(2026, 11, 9)),
        ("46335", date(2026, 11, 9)),
        ("46335.0", date(2026, 11, 9)),
        ("31.11.2026", None),
        ("i går", None),
        ("", None),
    ],
)
def test_days_as_schools_write_them(text: str, day: date | None) -> None:
    assert find_day(text) == day


@pytest.mark.parametrize(
    ("hours", "minutes", "problem"),
    [
        ("", None, None),
        ("Hele dagen", None, None),
        ("3", 180, None),
        ("1,5", 90, None),
        ("0.75", 45, None),
        ("1:45", 105, None),
        ("-1", None, RowProblem.NO_LENGTH),
        ("mye", None, RowProblem.NO_LENGTH),
    ],
)
def test_lengths_as_schools_write_them(
    hours: str, minutes: int | None, problem: RowProblem | None
) -> None:
    (row,) = read(["01015012345", "09.11.2026", hours])
    assert (row.minutes, row.problem) == (minutes, problem)


def test_columns_in_any_order_and_any_norwegian() -> None:
    headings = ["Etternamn", "Klasse", "Minutter", "Førenamn", "Født", "Fraværsdato"]
    (row,) = read(["Hassan", "1A", "90", "Layla", "01.02.1990", "09.11.2026"], headings=headings)
    assert (row.name, row.born_on) == (("layla", "hassan"), date(1990, 2, 1))
    assert (row.day, row.minutes, row.line) == (date(2026, 11, 9), 90, 2)


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([], ListProblem.NO_ROWS),
        ([HEADINGS], ListProblem.NO_ROWS),
        ([["Dato", "Timer"], ["09.11.2026", "1"]], ListProblem.NO_PERSON),
        ([["Fornavn", "Dato"], ["Layla", "09.11.2026"]], ListProblem.NO_PERSON),
        ([["fnr", "Timer"], ["1", "1"]], ListProblem.NO_DAY),
    ],
)
def test_lists_that_say_nothing(rows: list[list[str]], problem: ListProblem) -> None:
    assert read_list(rows) is problem


def test_rows_that_lack_something() -> None:
    rows = read(["", "09.11.2026", "1"], ["01015012345", "", "1"], ["01015012345"])
    assert [each.problem for each in rows] == [
        RowProblem.NO_PERSON,
        RowProblem.NO_DAY,
        RowProblem.NO_DAY,
    ]


@given(st.lists(st.lists(texts, max_size=5), max_size=5))
def test_nothing_that_is_typed_breaks_the_reader(rows: list[list[str]]) -> None:
    said = read_list([HEADINGS, *rows])
    assert said is ListProblem.NO_ROWS or isinstance(said, list)


def test_a_workbook_is_read_as_the_same_list() -> None:
    content = workbook([["fnr", "Dato", "Timer"], ["010150 12345", 46335, "1,5"]])
    assert is_workbook(content)
    said = read_list(rows_of(text_of_workbook(content)))
    assert isinstance(said, list)
    (row,) = said
    assert (row.reference, row.day, row.minutes) == ("01015012345", date(2026, 11, 9), 90)


_SHEET = "xl/worksheets/sheet1.xml"
_BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 not a workbook",
        packed({"word/document.xml": "<w/>"}),
        packed({_SHEET: "<broken"}),
        packed({_SHEET: " " * (31 * 1024 * 1024)}),
    ],
    ids=["no zip", "no sheet", "broken", "bomb"],
)
def test_what_is_no_workbook(content: bytes) -> None:
    with pytest.raises(UnreadableWorkbook):
        text_of_workbook(content)


def test_entities_say_nothing() -> None:
    assert "aaa" not in text_of_workbook(packed({_SHEET: _BOMB}))
