"""Rooms, single sessions, substitutes and what collides."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest
from sqlalchemy import select

from app.attendance import service
from app.attendance.commands import AddMember, AddSlot, CancelSession, GenerateSessions
from app.attendance.models import GroupSession
from app.attendance.timetable.commands import AddSession, ChangeSession, SaveRoom, SessionContent
from app.attendance.timetable.conflicts import ConflictKind
from app.attendance.timetable.errors import CannotSaveSession, SessionRefusal
from app.attendance.timetable.service.looking import check_week
from app.attendance.timetable.service.rooms import save_room
from app.attendance.timetable.service.sessions import add_session, change_session
from app.core.actor import Role
from app.core.errors import NotFound
from app.core.period import Period
from app.extensions import db
from tests.support.client import Browser
from tests.support.school import WEEK, School, attend, open_school
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
NEXT = Period(date(2026, 11, 23), date(2026, 11, 29))
EXTRA = SessionContent(date(2026, 11, 27), time(10), time(11, 30), "Utflukt")
"""A Friday, on which the group has nothing."""


def room(world: World, name: str = "Rom 204") -> UUID:
    actor = world.actor(Role.CASEWORKER)
    return save_room(db.session, world.clock, actor, SaveRoom(name)).id


def first_of(school: School, world: World, period: Period) -> GroupSession:
    return school.sessions(db.session, world.actor(Role.CASEWORKER), period)[0]


def test_a_room_is_named_once_and_taken_out_of_use(browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    browser.submit("/rom/ny", {"name": "Rom 204"})
    again = browser.submit("/rom/ny", {"name": "Rom 204"}, status=200)
    assert "Et annet rom heter det samme" in again.text
    page = browser.get("/rom").text
    url = page.split('/rediger"')[0].rsplit('href="', 1)[1] + "/rediger"
    mine = browser.filled(url, {"name": "Rom 205"})
    browser.send(url, mine)
    stale = browser.send(url, {**mine, "name": "Mitt", "submission_id": "x" * 36}, status=200)
    assert "Andre har endret rommet" in stale.text
    changed = {key: value for key, value in browser.filled(url).items() if key != "is_active"}
    browser.send(url, changed)
    assert "Ikke i bruk" in browser.get("/rom").text


def test_an_extra_session_is_added_and_a_weekly_one_moved_for_good(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        extra = add_session(db.session, world.clock, actor, AddSession(school.group_id, EXTRA))
        assert (extra.minutes, extra.slot_id) == (90, None)
        monday = first_of(school, world, NEXT)
        moved = replace(EXTRA, starts_at=time(12), ends_at=time(15), room_id=room(world))
        command = ChangeSession(school.group_id, monday.id, moved)
        change_session(db.session, world.clock, actor, command)
        assert monday.day == date(2026, 11, 27)
        assert monday.planned_on == date(2026, 11, 23)
        make = GenerateSessions(school.group_id, NEXT)
        assert service.generate_sessions(db.session, world.clock, actor, make) == 0


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"ends_at": time(10)}, SessionRefusal.ENDS_BEFORE_IT_STARTS),
        ({"day": date(2026, 11, 28)}, SessionRefusal.DAY_OFF),
        ({"day": date(2026, 12, 25)}, SessionRefusal.DAY_OFF),
        ({"day": date(2026, 11, 26)}, SessionRefusal.OVERLAPS),
    ],
)
def test_impossible_sessions_are_refused(
    world: World, school: School, changes: dict[str, object], reason: SessionRefusal
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        command = AddSession(school.group_id, replace(EXTRA, **changes))  # type: ignore[arg-type]
        with pytest.raises(CannotSaveSession) as refusal:
            add_session(db.session, world.clock, actor, command)
        assert refusal.value.reason is reason


def test_a_marked_session_keeps_its_time_but_may_get_another_room(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        attend(db.session, world.clock, actor, school)
        found = first_of(school, world, WEEK)
        content = SessionContent(found.day, time(9), time(12), "Norsk", room_id=room(world))
        same = ChangeSession(school.group_id, found.id, content)
        change_session(db.session, world.clock, actor, same)
        assert found.room_id is not None
        closed = SaveRoom("Rom 204", False, found.room_id, 1)
        save_room(db.session, world.clock, actor, closed)
        change_session(db.session, world.clock, actor, same)
        assert found.room_id is not None, "a room that is out of use stays where it was chosen"
        shorter = ChangeSession(school.group_id, found.id, replace(content, ends_at=time(11)))
        with pytest.raises(CannotSaveSession) as refusal:
            change_session(db.session, world.clock, actor, shorter)
        assert refusal.value.reason is SessionRefusal.MARKED


def test_a_room_or_session_of_another_municipality_is_not_found(
    world: World, school: School
) -> None:
    with world.app.app_context():
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        theirs = save_room(db.session, world.clock, stranger, SaveRoom("Rom 204"))
        own = AddSession(school.group_id, replace(EXTRA, room_id=theirs.id))
        with pytest.raises(NotFound):
            add_session(db.session, world.clock, world.actor(Role.CASEWORKER), own)
        with pytest.raises(NotFound):
            add_session(db.session, world.clock, stranger, AddSession(school.group_id, EXTRA))
        found = first_of(school, world, NEXT)
        with pytest.raises(NotFound):
            change_session(
                db.session, world.clock, stranger, ChangeSession(school.group_id, found.id, EXTRA)
            )


def test_one_room_teacher_and_participant_cannot_be_in_two_places(
    world: World, school: School
) -> None:
    with world.app.app_context():
        actor, teacher = world.actor(Role.CASEWORKER), world.user(Role.TEACHER).id
        place = room(world)
        other = open_school(db.session, world.clock, actor, name="Annen", members=0)
        joined = AddMember(other.group_id, school.member_ids[0], NEXT.first_day)
        service.add_member(db.session, world.clock, actor, joined)
        for each in (school, other):
            found = first_of(each, world, NEXT)
            content = SessionContent(found.day, time(9), time(12), "Norsk", place, teacher)
            command = ChangeSession(each.group_id, found.id, content)
            change_session(db.session, world.clock, actor, command)
        of_monday = [
            each
            for each in check_week(db.session, world.clock, actor, NEXT).conflicts
            if each.first.day == NEXT.first_day
        ]
        kinds = {each.kind: each for each in of_monday}
        assert set(kinds) == {ConflictKind.ROOM, ConflictKind.TEACHER, ConflictKind.PARTICIPANT}
        people = kinds[ConflictKind.PARTICIPANT].people
        assert [each.participant_id for each in people] == [school.member_ids[0]]
        cancel = CancelSession(other.group_id, first_of(other, world, NEXT).id, True, "Sykdom")
        service.cancel_session(db.session, world.clock, actor, cancel)
        left = check_week(db.session, world.clock, actor, NEXT).conflicts
        assert NEXT.first_day not in {each.first.day for each in left}


def test_a_substitute_reaches_the_group_while_she_teaches_it(
    world: World, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        actor, teacher = world.actor(Role.CASEWORKER), world.user(Role.TEACHER).id
        other = open_school(db.session, world.clock, actor, name="Annen", members=1)
        db.session.commit()
        url = f"/grupper/{other.group_id}"
    browser = browser_for(Role.TEACHER)
    browser.get(url, 404)
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        command = AddSession(other.group_id, replace(EXTRA, teacher_id=teacher))
        add_session(db.session, world.clock, actor, command)
        db.session.commit()
    assert "Annen" in browser.get("/grupper").text
    browser.get(url)
    assert "Utflukt" in browser.get("/timeplan/min?uke=2026-W48").text
    browser.get("/timeplan", 403)
    with world.app.app_context():
        later = replace(EXTRA, teacher_id=teacher, day=date(2027, 1, 15))
        found = db.session.scalars(select(GroupSession).where(GroupSession.title == "Utflukt"))
        change_session(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            ChangeSession(other.group_id, found.one().id, later),
        )
        db.session.commit()
    browser.get(url, 404)


def test_the_pages_lead_from_what_collides_to_the_session(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        place = room(world)
        for name in ("En", "To"):
            group = open_school(db.session, world.clock, actor, name=name, members=0).group_id
            slot = AddSlot(group, 5, time(9), time(10), "Data", *DAYS, room_id=place)
            service.add_slot(db.session, world.clock, actor, slot)
        db.session.commit()
    browser = browser_for(Role.CASEWORKER)
    page = browser.get("/timeplan?uke=2026-W48").text
    assert "Rommet Rom 204 er opptatt to ganger." in page
    url = page.split("Rommet Rom 204")[1].split('href="', 1)[1].split('"')[0]
    answer = browser.submit(url, {"starts_at": "10:00", "ends_at": "11:00", "room_id": ""})
    assert "uke=2026-W48" in answer.location
    assert "opptatt to ganger" not in browser.get("/timeplan?uke=2026-W48").text
    assert "10.00–11.00" in browser.get(answer.location).text
    assert browser.get(f"/rom/{place}?uke=2026-W48").text.count("Data") >= 2
    cancelled = browser.submit(
        url, {"reason": "Læreren er syk"}, action=url.replace("rediger", "avlys")
    )
    assert cancelled.status_code == 303
    week = browser.get(answer.location).text
    assert "Læreren er syk" in week
    refused = browser.submit(url, {"title": "Annet"}, status=200)
    assert "Gjenopprett den før du endrer den." in refused.text


DAYS = (date(2026, 11, 2), date(2026, 12, 18))


def test_another_room_from_today_on_leaves_exceptions_and_what_has_been(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        place, hall = room(world), room(world, "Salen")
        found = first_of(school, world, NEXT)
        slot_id = found.slot_id
        content = SessionContent(found.day, time(9), time(12), "Norsk", hall)
        change_session(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            ChangeSession(school.group_id, found.id, content),
        )
        db.session.commit()
    page = f"/grupper/{school.group_id}"
    browser = browser_for(Role.CASEWORKER)
    browser.submit(
        f"{page}/timeplan/{slot_id}/rediger", {"room_id": str(place), "title": "Skriving"}
    )
    assert "Rom 204" in browser.get(page).text
    with world.app.app_context():
        mondays = db.session.scalars(select(GroupSession).where(GroupSession.slot_id == slot_id))
        by_day = {each.day: each for each in mondays}
        assert by_day[date(2026, 11, 16)].room_id is None, "it has been"
        assert by_day[NEXT.first_day].room_id == hall, "it had a room of its own"
        assert by_day[NEXT.first_day].title == "Skriving"
        assert by_day[date(2026, 11, 30)].room_id == place
    browser_for(Role.CASEWORKER, DALHEIM).get(f"{page}/timeplan/{slot_id}/rediger", 404)
