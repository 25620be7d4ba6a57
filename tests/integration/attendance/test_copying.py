"""Copying a week, a term and a year: what the preview shows is what is made, once."""

from collections.abc import Callable
from datetime import date, time

import pytest

from app.attendance.models import GroupSession
from app.attendance.queries import list_slots
from app.attendance.timetable.commands import (
    AddClosedDay,
    AddSession,
    CopyTimetable,
    SessionContent,
)
from app.attendance.timetable.errors import CannotCopy, CopyRefusal
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.service.closed_days import add_closed_day
from app.attendance.timetable.service.copying import Obstacle, copy_timetable, preview_copy
from app.attendance.timetable.service.sessions import add_session
from app.core.actor import Role
from app.core.errors import NotFound, NotPermitted
from app.core.period import Period
from app.extensions import db
from tests.support.client import Browser
from tests.support.school import WEEK, School
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
AUTUMN = Period(date(2026, 8, 1), date(2026, 12, 31))
SPRING = Period(date(2027, 1, 4), date(2027, 6, 18))
TWO_WEEKS = Period(date(2027, 3, 15), date(2027, 3, 28))
"""With Maundy Thursday and Good Friday in the second of them."""


def sessions(school: School, world: World, period: Period) -> list[GroupSession]:
    return school.sessions(db.session, world.actor(Role.CASEWORKER), period)


def test_a_week_is_repeated_with_its_extras_and_without_holidays(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        extra = SessionContent(date(2026, 11, 13), time(10), time(12), "Utflukt")
        add_session(db.session, world.clock, actor, AddSession(school.group_id, extra))
        closed = AddClosedDay(date(2027, 3, 16), date(2027, 3, 16), "Kurs", ClosedKind.CLOSED)
        add_closed_day(db.session, world.clock, actor, closed)
        command = CopyTimetable(school.group_id, WEEK, TWO_WEEKS, is_week=True)
        shown = preview_copy(db.session, actor, command)
        skipped = {each.day: each.obstacle for each in shown if each.obstacle}
        assert skipped == {
            date(2027, 3, 16): Obstacle.CLOSED,
            date(2027, 3, 25): Obstacle.HOLIDAY,
            date(2027, 3, 26): Obstacle.HOLIDAY,
        }
        assert copy_timetable(db.session, world.clock, actor, command) == 7
        made = sessions(school, world, TWO_WEEKS)
        assert [each.day.day for each in made] == [15, 17, 18, 19, 22, 23, 24]
        assert made[3].title == "Utflukt"
        again = preview_copy(db.session, actor, command)
        assert {each.obstacle for each in again} == set(Obstacle)
        assert copy_timetable(db.session, world.clock, actor, command) == 0
        assert len(sessions(school, world, TWO_WEEKS)) == 7


def test_a_term_is_repeated_as_weekly_meetings(world: World, school: School) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        command = CopyTimetable(school.group_id, AUTUMN, SPRING, is_week=False)
        shown = preview_copy(db.session, actor, command)
        made = copy_timetable(db.session, world.clock, actor, command)
        assert made == sum(each.obstacle is None for each in shown)
        assert len(sessions(school, world, SPRING)) == made
        slots = list_slots(db.session, actor.scope, school.group_id)
        assert [each.first_day for each in slots].count(SPRING.first_day) == 4
        new = {each.id for each in slots if each.first_day == SPRING.first_day}
        assert {each.slot_id for each in sessions(school, world, SPRING)} == new
        assert copy_timetable(db.session, world.clock, actor, command) == 0
        assert len(list_slots(db.session, actor.scope, school.group_id)) == 8


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        (WEEK, Period(date(2026, 11, 9), date(2026, 11, 20)), CopyRefusal.ONTO_ITSELF),
        (WEEK, Period(date(2027, 1, 1), date(2028, 6, 1)), CopyRefusal.TOO_LONG),
        (SPRING, AUTUMN, CopyRefusal.NOTHING_TO_COPY),
    ],
)
def test_impossible_copies_are_refused(
    world: World, school: School, source: Period, target: Period, reason: CopyRefusal
) -> None:
    with world.app.app_context():
        command = CopyTimetable(school.group_id, source, target, is_week=True)
        with pytest.raises(CannotCopy) as refusal:
            preview_copy(db.session, world.actor(Role.CASEWORKER), command)
        assert refusal.value.reason is reason


def test_others_copy_nothing(world: World, school: School) -> None:
    with world.app.app_context():
        command = CopyTimetable(school.group_id, WEEK, TWO_WEEKS, is_week=True)
        with pytest.raises(NotFound):
            preview_copy(db.session, world.actor(Role.CASEWORKER, DALHEIM), command)
        with pytest.raises(NotPermitted):
            preview_copy(db.session, world.actor(Role.TEACHER), command)


def test_the_page_shows_first_and_makes_then(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/grupper/{school.group_id}/timeplan/kopier"
    week = {
        "what": "week",
        "source_first": "2026-11-11",
        "target_first": "2027-03-22",
        "target_last": "2027-03-26",
    }
    shown = browser.submit(url, week, status=200)
    assert "3 økter blir laget" in shown.text
    assert "Helligdag" in shown.text
    with world.app.app_context():
        assert sessions(school, world, TWO_WEEKS) == []
    made = browser.submit(url, {**week, "action": "save"})
    assert "3 økter er laget." in browser.get(made.location).text
    wrong = {**week, "what": "term", "target_last": "2027-03-01"}
    refused = browser.submit(url, wrong, status=200).text
    assert "Velg den siste dagen." in refused
    assert "Den siste dagen kan ikke være før den første." in refused
