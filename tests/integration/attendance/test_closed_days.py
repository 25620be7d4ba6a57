"""Closed days: nobody is absent from them, and what was registered stays."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from app.attendance import queries as attendance
from app.attendance import service
from app.attendance.commands import GenerateSessions
from app.attendance.models import AttendanceMark, GroupSession
from app.attendance.timetable.commands import AddClosedDay
from app.attendance.timetable.errors import CannotCloseDay, ClosedDayRefusal
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.models import ClosedDay
from app.attendance.timetable.service.closed_days import add_closed_day, remove_closed_day
from app.attendance.timetable.service.looking import check_week
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound, NotPermitted
from app.core.period import Period
from app.extensions import db
from tests.support.client import Browser
from tests.support.school import WEEK, School, attend
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
DECEMBER = Period(date(2026, 12, 7), date(2026, 12, 13))


def close(first: date, last: date, **changes: object) -> AddClosedDay:
    return AddClosedDay(first, last, "Planleggingsdag", ClosedKind.CLOSED, **changes)  # type: ignore[arg-type]


def held(school: School, world: World, period: Period) -> list[GroupSession]:
    found = school.sessions(db.session, world.actor(Role.CASEWORKER), period)
    return [each for each in found if not each.is_cancelled]


def test_closed_days_cancel_sessions_and_opening_them_brings_them_back(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        command = close(date(2026, 12, 8), date(2026, 12, 9))
        closed = add_closed_day(db.session, world.clock, actor, command)
        assert [each.day.day for each in held(school, world, DECEMBER)] == [7, 10]
        of_all = dict(attendance.scheduled_minutes(db.session, actor.scope, DECEMBER))
        assert sorted(of_all[school.member_ids[0]]) == [date(2026, 12, 7), date(2026, 12, 10)]
        remove_closed_day(db.session, world.clock, actor, closed.id)
        assert [each.day.day for each in held(school, world, DECEMBER)] == [7, 8, 9, 10]
        assert db.session.scalars(select(ClosedDay)).all() == []


def test_no_sessions_are_made_on_closed_days_until_they_are_opened(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        for each in school.sessions(db.session, actor, DECEMBER):
            db.session.delete(each)
        db.session.flush()
        day = date(2026, 12, 8)
        command = close(day, day, group_id=school.group_id)
        closed = add_closed_day(db.session, world.clock, actor, command)
        make = GenerateSessions(school.group_id, DECEMBER)
        assert service.generate_sessions(db.session, world.clock, actor, make) == 3
        remove_closed_day(db.session, world.clock, actor, closed.id)
        assert [each.day.day for each in held(school, world, DECEMBER)] == [7, 8, 9, 10]


def test_what_is_registered_stays_and_is_shown_as_a_conflict(world: World, school: School) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        attend(db.session, world.clock, actor, school)
        marks = len(db.session.scalars(select(AttendanceMark)).all())
        add_closed_day(db.session, world.clock, actor, close(WEEK.first_day, WEEK.last_day))
        assert len(held(school, world, WEEK)) == 4
        assert len(db.session.scalars(select(AttendanceMark)).all()) == marks == 8
        found = check_week(db.session, world.clock, actor, WEEK)
        assert [each.closed_name for each in found.conflicts] == ["Planleggingsdag"] * 4


@pytest.mark.parametrize(
    ("first", "last", "reason"),
    [
        (date(2026, 12, 9), date(2026, 12, 8), ClosedDayRefusal.LAST_DAY_BEFORE_FIRST),
        (date(2026, 12, 9), date(2027, 3, 8), ClosedDayRefusal.TOO_LONG),
        (date(2026, 12, 1), date(2026, 12, 24), ClosedDayRefusal.OVERLAPS),
    ],
)
def test_impossible_periods_are_refused(
    world: World, school: School, first: date, last: date, reason: ClosedDayRefusal
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        add_closed_day(
            db.session, world.clock, actor, close(date(2026, 12, 24), date(2026, 12, 24))
        )
        command = close(first, last, group_id=school.group_id)
        with pytest.raises(CannotCloseDay) as refusal:
            add_closed_day(db.session, world.clock, actor, command)
        assert refusal.value.reason is reason


def test_another_municipality_closes_and_opens_nothing_here(world: World, school: School) -> None:
    with world.app.app_context():
        actor, stranger = world.actor(Role.CASEWORKER), world.actor(Role.CASEWORKER, DALHEIM)
        day = date(2026, 12, 8)
        foreign = close(day, day, group_id=school.group_id)
        with pytest.raises(NotFound):
            add_closed_day(db.session, world.clock, stranger, foreign)
        add_closed_day(db.session, world.clock, stranger, close(day, day))
        assert len(held(school, world, DECEMBER)) == 4
        own = add_closed_day(db.session, world.clock, actor, close(day, day))
        with pytest.raises(NotFound):
            remove_closed_day(db.session, world.clock, stranger, own.id)
        with pytest.raises(NotPermitted):
            add_closed_day(db.session, world.clock, world.actor(Role.TEACHER), close(day, day))


def test_the_page_closes_counts_holidays_and_opens(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    holiday = {
        "name": "Sommerferie",
        "kind": "holiday",
        "first_day": "2026-06-29",
        "last_day": "31.07.2026",
    }
    browser.submit("/fridager/ny", holiday)
    shown = browser.get("/fridager?ar=2026").text
    assert "Hele kommunen har 25 feriedager i 2026" in shown
    assert 'data-color="warning"' not in shown
    more = {**holiday, "name": "Høstferie", "first_day": "2026-10-05", "last_day": "2026-10-06"}
    browser.submit("/fridager/ny", {**more, "group_id": str(school.group_id)})
    shown = browser.get("/fridager?ar=2026").text
    assert "Norsk spor 2 har 27 feriedager." in shown
    assert 'data-color="warning"' in shown
    refused = browser.submit("/fridager/ny", holiday, status=200)
    assert "Noen av dagene er allerede uten program." in refused.text
    with world.app.app_context():
        found = db.session.scalars(select(ClosedDay).where(ClosedDay.name == "Høstferie")).one()
        url = f"/fridager/{found.id}/fjern"
    browser.submit("/fridager?ar=2026", action=url)
    assert "Høstferie" not in browser.get("/fridager?ar=2026").text
    with world.app.app_context():
        events = [each.action for each in db.session.scalars(select(AuditEvent)).all()]
        assert events.count(Action.CLOSED_DAY_ADDED) == 2
        assert events.count(Action.CLOSED_DAY_REMOVED) == 1
