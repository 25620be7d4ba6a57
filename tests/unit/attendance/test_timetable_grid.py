"""The table of a week: every session once, over the rows it lasts, beside what it collides with."""

from datetime import date, time
from fractions import Fraction
from uuid import uuid4

import pytest
from flask import Flask

from app.attendance.timetable.conflicts import find_closed, find_overlaps
from app.attendance.timetable.gaps import PlannedElement, find_gap
from app.attendance.timetable.presenters.grid import WeekGrid, week_grid
from app.attendance.timetable.queries import Meeting
from app.attendance.timetable.service.looking import TimetableWeek
from app.core.period import Period
from app.rules.plan import ElementKind

MONDAY = date(2026, 11, 23)
WEEK = Period(MONDAY, date(2026, 11, 29))
PROGRAMME = Period(date(2026, 9, 14), date(2027, 9, 13))
NOBODY = uuid4()


def meeting(begins: time, minutes: int, day: date = MONDAY, *, cancelled: bool = False) -> Meeting:
    return Meeting(
        uuid4(), uuid4(), "Gruppe", day, begins, minutes, "Norsk", None, None, "", None, None,
        is_substitute=False, is_cancelled=cancelled, cancel_reason="",
    )  # fmt: skip


def grid_of(*meetings: Meeting) -> WeekGrid:
    return week_grid(TimetableWeek(WEEK, MONDAY, meetings, frozenset(), {MONDAY: "Kurs"}))


@pytest.fixture(autouse=True)
def _inside(app: Flask) -> object:
    with app.test_request_context("/"):
        yield


def test_sessions_span_the_rows_that_they_last() -> None:
    grid = grid_of(meeting(time(9), 180), meeting(time(10), 60, date(2026, 11, 24)))
    assert [row.time for row in grid.rows] == ["09.00", "10.00", "11.00"]
    spans = [[(bool(cell.lesson), cell.span) for cell in row.cells] for row in grid.rows]
    assert spans[0][0] == (True, 3)
    assert spans[1][0] == (True, 1)
    assert [len(row) for row in spans] == [5, 4, 4]
    assert grid.days[0].note == "Kurs"
    assert grid.days[0].is_today
    assert grid.hours == "4"


def test_what_collides_stands_side_by_side() -> None:
    grid = grid_of(meeting(time(9), 60), meeting(time(9, 30), 60), meeting(time(10), 60))
    assert [day.lanes for day in grid.days] == [2, 1, 1, 1, 1]
    assert sum(bool(cell.lesson) for row in grid.rows for cell in row.cells) == 3
    places = sum(cell.span for row in grid.rows for cell in row.cells)
    assert places == 6 * len(grid.rows), "every place of the table is filled once"


def test_a_weekend_is_shown_when_something_happens_then() -> None:
    assert len(grid_of().days) == 5
    assert len(grid_of(meeting(time(9), 60, date(2026, 11, 28))).days) == 6


def test_only_what_is_held_at_the_same_time_overlaps() -> None:
    first, second, third = meeting(time(9), 60), meeting(time(9, 59), 61), meeting(time(11), 60)
    gone = meeting(time(9), 600, cancelled=True)
    other = meeting(time(9), 60, date(2026, 11, 24))
    assert find_overlaps([third, other, gone, second, first]) == [(first, second)]


def test_sessions_on_days_without_programme_are_found() -> None:
    on_holiday, on_closed, fine = (
        meeting(time(9), 60, date(2026, 12, 25)),
        meeting(time(9), 60),
        meeting(time(9), 60, date(2026, 11, 24)),
    )
    closed = {on_closed.group_id: {MONDAY: "Kurs"}}
    found = find_closed([on_holiday, on_closed, fine], frozenset({date(2026, 12, 25)}), closed)
    assert [(each.first, each.closed_name) for each in found] == [
        (on_holiday, ""),
        (on_closed, "Kurs"),
    ]


def element(hours: int, kind: ElementKind = ElementKind.NORWEGIAN_TRAINING) -> PlannedElement:
    return PlannedElement(NOBODY, "Amal", "Suleiman", kind, hours * 60, PROGRAMME, PROGRAMME)


@pytest.mark.parametrize(
    ("hours", "own", "scheduled", "missing", "below"),
    [
        (37, 0, 37, 0, Fraction(1, 2)),
        (30, 8, 30, 0, 0),
        (30, 8, 22, 8, 0),
        (20, 2, 20, 0, 8),
    ],
)
def test_own_activity_needs_no_place_but_counts_towards_full_time(
    hours: int, own: int, scheduled: int, missing: int, below: Fraction
) -> None:
    elements = [element(hours), element(own, ElementKind.OWN_ACTIVITY)] if own else [element(hours)]
    gap = find_gap(elements, scheduled * 60, WEEK, frozenset())
    found = (gap.missing, gap.below_full_time) if gap else (0, 0)
    assert found == (missing * 60, below * 60)


def test_a_day_off_asks_for_a_fifth_less() -> None:
    days_off = frozenset({MONDAY})
    assert find_gap([element(40)], 32 * 60, WEEK, days_off) is None
    gap = find_gap([element(40)], 24 * 60, WEEK, days_off)
    assert gap is not None
    assert (gap.planned, gap.full_time) == (32 * 60, 1800)
