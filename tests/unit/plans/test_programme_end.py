"""A programme that is stopped for good ends then, whatever its plan says, until it may go on."""

from datetime import date

import pytest

from app.plans.models import Programme

PLANNED, STOPPED, LATER = date(2027, 9, 13), date(2026, 12, 31), date(2027, 12, 13)


@pytest.fixture
def programme() -> Programme:
    return Programme(ends_on=PLANNED)


def test_it_lasts_as_long_as_its_plan_says(programme: Programme) -> None:
    programme.plan_until(LATER)
    assert (programme.ends_on, programme.planned_end) == (LATER, None)


def test_a_plan_fixed_after_a_stop_does_not_prolong_it(programme: Programme) -> None:
    programme.stop_after(STOPPED)
    programme.plan_until(LATER)
    assert (programme.ends_on, programme.planned_end) == (STOPPED, LATER)


def test_a_shorter_plan_ends_it_before_the_stop(programme: Programme) -> None:
    programme.stop_after(STOPPED)
    programme.plan_until(date(2026, 11, 30))
    assert programme.ends_on == date(2026, 11, 30)


def test_it_goes_on_until_the_end_of_the_newest_plan(programme: Programme) -> None:
    programme.stop_after(STOPPED)
    programme.plan_until(LATER)
    programme.go_on()
    assert (programme.ends_on, programme.planned_end) == (LATER, None)


def test_a_second_stop_keeps_what_the_plan_gave(programme: Programme) -> None:
    programme.stop_after(STOPPED)
    programme.stop_after(date(2026, 11, 30))
    programme.go_on()
    assert programme.ends_on == PLANNED


def test_what_was_never_stopped_goes_on_as_it_is(programme: Programme) -> None:
    programme.go_on()
    assert programme.ends_on == PLANNED
