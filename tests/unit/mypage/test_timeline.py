"""Where an element lies in the programme, as a bar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.core.period import Period
from app.mypage.presenters.plan import WIDTH, bar_in

PROGRAMME = Period(date(2026, 9, 14), date(2027, 9, 13))


def test_the_whole_programme_fills_the_line() -> None:
    assert bar_in(PROGRAMME, PROGRAMME) == (0, WIDTH)


def test_what_lies_outside_is_not_drawn() -> None:
    outside = Period(date(2028, 1, 1), date(2028, 2, 1))
    assert bar_in(outside, PROGRAMME) == (0, 0)


@given(st.integers(0, 364), st.integers(0, 364))
def test_a_bar_is_seen_and_stays_within_the_line(begins: int, length: int) -> None:
    first_day = PROGRAMME.first_day + timedelta(days=begins)
    x, width = bar_in(Period(first_day, first_day + timedelta(days=length)), PROGRAMME)
    assert x >= 0
    assert width >= 1
    assert x + width <= WIDTH


@given(st.integers(1, 363))
def test_parts_that_follow_each_other_meet(days: int) -> None:
    split = PROGRAMME.first_day + timedelta(days=days)
    before = bar_in(Period(PROGRAMME.first_day, split - timedelta(days=1)), PROGRAMME)
    after = bar_in(Period(split, PROGRAMME.last_day), PROGRAMME)
    assert before[0] + before[1] == after[0]
    assert before[1] + after[1] == WIDTH
