"""The list on paper: the same people in the same order, and the way back by its code."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.attendance.registration.sheet import code_of, days_of, is_code_of
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.period import Period
from app.extensions import db
from app.rules.absence import AbsenceReason
from tests.support.client import Browser, words
from tests.support.school import School
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
TODAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 9)
NEXT_WEEK = Period(date(2026, 11, 23), date(2026, 11, 29))
ID = UUID("11111111-2222-4333-8444-5555554f09a2")


@pytest.fixture
def meeting(world: World, school: School) -> UUID:
    with world.app.app_context():
        return school.sessions(db.session, world.actor(Role.CASEWORKER))[0].id


@pytest.fixture
def url(school: School, meeting: UUID) -> str:
    return f"/grupper/{school.group_id}/okter/{meeting}/ark"


@pytest.mark.parametrize(
    "typed", ["0911-4F09A2", "0911-4f09a2", " 0911 4f09a2 ", "09114F09A2", "0911.4F09A2"]
)
def test_a_code_is_found_however_it_is_typed(typed: str) -> None:
    assert code_of(MONDAY, ID) == "0911-4F09A2"
    assert MONDAY in days_of(typed, TODAY)
    assert is_code_of(typed, MONDAY, ID)


@pytest.mark.parametrize(
    "typed", ["", "0911", "0911-4F09A", "0911-4F09A22", "١١٠٩-4F09A2", "3113-4F09A2", "x" * 5000]
)
def test_what_is_no_code_means_no_day(typed: str) -> None:
    assert days_of(typed, TODAY) == ()
    assert not is_code_of(typed, MONDAY, ID)


def test_a_code_survives_the_new_year() -> None:
    assert date(2025, 12, 18) in days_of("1812-4F09A2", date(2026, 1, 4))
    assert date(2026, 2, 28) in days_of("2802-4F09A2", TODAY)
    assert days_of("2902-4F09A2", TODAY) == ()


def test_another_session_of_the_day_has_another_code() -> None:
    other = UUID(int=ID.int + 1)
    assert not is_code_of(code_of(MONDAY, ID), MONDAY, other)
    assert not is_code_of(code_of(MONDAY, ID), date(2026, 11, 10), ID)


def test_the_list_has_everybody_in_the_order_of_the_screen(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    teacher = browser_for(Role.TEACHER)
    shown = words(teacher.get(url))
    assert code_of(MONDAY, meeting) in shown
    screen = words(teacher.get(url.replace("/ark", "/oppmote")))
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        members = attendance.open_members(db.session, world.clock, actor, school.group_id)
        names = [f"{each.given_name} {each.family_name}" for each in members]
    assert len(names) == 2
    for page in (shown, screen):
        places = [page.index(name) for name in names]
        assert places == sorted(places)


def test_who_told_is_marked_without_the_reason(
    world: World, school: School, url: str, browser_for: BrowserFor
) -> None:
    assert "(meldt)" not in words(browser_for(Role.TEACHER).get(url))
    with world.app.app_context():
        ill = AbsenceContent(MONDAY, MONDAY, AbsenceReason.OWN_ILLNESS, is_self_certified=True)
        command = RegisterAbsence(school.member_ids[0], ill)
        attendance.register_absence(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        db.session.commit()
    shown = words(browser_for(Role.TEACHER).get(url))
    assert shown.count("(meldt)") == 1
    assert "syk" not in shown.casefold()


def test_it_can_be_printed_before_the_session(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        coming = school.sessions(db.session, world.actor(Role.CASEWORKER), NEXT_WEEK)[0]
        where, code = f"/grupper/{school.group_id}/okter/{coming.id}/ark", coming.id.hex[-6:]
    assert code.upper() in words(browser_for(Role.TEACHER).get(where))


def test_the_code_leads_to_the_class_list(
    school: School, meeting: UUID, browser_for: BrowserFor
) -> None:
    teacher = browser_for(Role.TEACHER)
    code = code_of(MONDAY, meeting).lower()
    answer = teacher.client.get("/grupper/ark", query_string={"kode": code})
    assert answer.status_code == 303
    assert answer.location == f"/grupper/{school.group_id}/okter/{meeting}/oppmote"


@pytest.mark.parametrize("typed", ["0911-000000", "tull", "' OR 1=1 --"])
def test_an_unknown_code_stays_in_the_field(
    school: School, browser_for: BrowserFor, typed: str
) -> None:
    answer = browser_for(Role.TEACHER).client.get("/grupper/ark", query_string={"kode": typed})
    assert answer.status_code == 200
    assert "Ingen av øktene dine har denne koden" in words(answer)
    assert "Skriv koden" in words(browser_for(Role.TEACHER).get("/grupper/ark?kode="))


def test_others_find_neither_the_list_nor_the_code(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    code = code_of(MONDAY, meeting)
    for role in (Role.TEACHER, Role.CASEWORKER):
        elsewhere = browser_for(role, DALHEIM)
        elsewhere.get(url, 404)
        answer = elsewhere.client.get("/grupper/ark", query_string={"kode": code})
        assert answer.status_code == 200
        assert "Ingen av øktene dine har denne koden" in words(answer)
    teacher = browser_for(Role.TEACHER)
    teacher.get(f"/grupper/{school.group_id}/okter/{RANDOM_ID}/ark", 404)
    browser_for(Role.PARTICIPANT).get(url, 403)


def test_the_look_at_the_list_is_recorded(
    world: World, school: School, url: str, browser_for: BrowserFor
) -> None:
    browser_for(Role.TEACHER).get(url)
    with world.app.app_context():
        event = (
            db.session.query(AuditEvent).filter(AuditEvent.action == Action.ATTENDANCE_VIEWED).one()
        )
        assert event.details["participant_ids"] == sorted(map(str, school.member_ids))
