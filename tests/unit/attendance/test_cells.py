"""What is written in a cell of the grid, and what it means."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.attendance.cells import TypedCell, cell_name, cell_text, read_cells

SESSION, WHO = UUID(int=1), UUID(int=2)
LENGTHS = st.integers(1, 600)


@given(LENGTHS, st.data())
def test_what_is_written_means_what_was_marked(length: int, data: st.DataObject) -> None:
    minutes = data.draw(st.integers(0, length))
    typed = TypedCell(SESSION, WHO, 0, cell_text(minutes, length))
    assert typed.minutes_absent(length) == minutes


@given(LENGTHS, st.one_of(st.none(), st.integers(0, 600)), st.integers(0, 99))
def test_an_untouched_cell_says_nothing(length: int, minutes: int | None, version: int) -> None:
    name = cell_name(SESSION, WHO, version, minutes)
    assert read_cells({name: cell_text(minutes, length)}, {SESSION: length}) == []


@given(st.text(max_size=6), LENGTHS)
def test_nothing_means_more_than_the_whole_session(text: str, length: int) -> None:
    minutes = TypedCell(SESSION, WHO, 0, text).minutes_absent(length)
    assert minutes is None or 0 <= minutes <= length


@pytest.mark.parametrize(("text", "minutes"), [("t", 0), ("T", 0), ("f", 90), ("0", 0), ("90", 90)])
def test_letters_in_either_case_and_minutes(text: str, minutes: int) -> None:
    assert TypedCell(SESSION, WHO, 0, text).minutes_absent(90) == minutes


@pytest.mark.parametrize("text", ["", "91", "-1", "1.5", "tt", "٣", "1 0", "00090"])
def test_what_is_not_understood(text: str) -> None:
    assert TypedCell(SESSION, WHO, 0, text).minutes_absent(90) is None


@pytest.mark.parametrize(
    "name",
    [
        "m",
        "m.a.b.c.d",
        f"x.{SESSION}.{WHO}.0.",
        f"m.{SESSION}.{WHO}.0",
        f"m.{SESSION}.{WHO}.x.",
        f"m.{WHO}.{WHO}.0.",
        "submission_id",
    ],
)
def test_other_fields_are_not_cells(name: str) -> None:
    assert read_cells({name: "t"}, {SESSION: 90}) == []


def test_a_cell_carries_what_the_page_showed() -> None:
    name = cell_name(SESSION, WHO, 3, 20)
    assert read_cells({name: " F "}, {SESSION: 90}) == [TypedCell(SESSION, WHO, 3, "F")]
