"""Weeks as bars and as runs say the same as the rules."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask
from flask_babel import Babel
from hypothesis import given
from hypothesis import strategies as st

from app.core.period import Period
from app.plans.week_chart import HEIGHT, LONGEST_YEAR, SLOT, week_chart
from app.rules.plan import PlanWeek

MONDAY = date(2026, 9, 14)


@pytest.fixture(autouse=True, scope="module")
def bokmal() -> Iterator[None]:
    app = Flask(__name__)
    Babel(app, default_locale="nb")
    with app.test_request_context():
        yield


def weeks(*minutes: int, first: date = MONDAY) -> list[PlanWeek]:
    """Return weeks in a row with these minutes."""
    return [
        PlanWeek(
            week=Period(monday := first + timedelta(weeks=number), monday + timedelta(days=6)),
            minutes=each,
            work_oriented_minutes=0,
            own_activity_minutes=0,
            is_whole=True,
            is_off=False,
        )
        for number, each in enumerate(minutes)
    ]


def test_equal_weeks_in_a_row_are_one_run() -> None:
    chart = week_chart(weeks(2250, 2250, 600, 0, 2250))
    assert [(run.weeks, run.hours) for run in chart.runs] == [
        (2, "37,5"),
        (1, "10"),
        (1, "0"),
        (1, "37,5"),
    ]
    assert chart.runs[0].days == "14.09.2026–27.09.2026"
    assert [bar.kind for bar in chart.years[0].bars] == ["full", "full", "short", "empty", "full"]


def test_the_sentence_counts_what_the_picture_shows() -> None:
    year = week_chart(weeks(2250, 600, 600, 0)).years[0]
    assert year.summary == ("2026: 1 uke med full tid. 2 uker med færre timer. 1 uke uten innhold.")
    assert week_chart(weeks(2250)).years[0].summary == "2026: 1 uke med full tid."


def test_thirty_hours_are_the_boundary_of_full_time() -> None:
    assert [bar.kind for bar in week_chart(weeks(1799, 1800)).years[0].bars] == ["short", "full"]


def test_planned_holiday_is_shown_as_empty() -> None:
    off = PlanWeek(Period(MONDAY, MONDAY + timedelta(days=6)), 2250, 0, 0, True, True)
    assert week_chart([off]).years[0].bars[0].kind == "empty"


def test_no_weeks_make_an_empty_chart() -> None:
    assert week_chart([]) == week_chart(())
    assert week_chart([]).years == ()


@given(
    st.lists(st.integers(min_value=0, max_value=100 * 60), max_size=270),
    st.integers(min_value=0, max_value=400),
)
def test_every_week_is_drawn_once_inside_the_picture(minutes: list[int], later: int) -> None:
    chart = week_chart(weeks(*minutes, first=MONDAY + timedelta(weeks=later)))
    bars = [bar for year in chart.years for bar in year.bars]
    assert len(bars) == len(minutes) == sum(run.weeks for run in chart.runs)
    for year in chart.years:
        places = [bar.x for bar in year.bars]
        assert len(set(places)) == len(places)
        for bar in year.bars:
            assert 0 <= bar.x <= (LONGEST_YEAR - 1) * SLOT
            assert bar.height > 0
            assert bar.y + bar.height == HEIGHT
