"""Groups through the front door."""

import re
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from app.attendance import queries
from app.attendance.models import Group
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.period import Period
from app.extensions import db
from tests.support.builders import enrol
from tests.support.client import Browser, words
from tests.support.school import School, open_school
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
AUTUMN = Period(date(2026, 8, 1), date(2026, 12, 31))


def test_a_group_is_opened_filled_and_planned(world: World, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    with world.app.app_context():
        teacher = world.user(Role.TEACHER).id
        participant = enrol(db.session, world.clock, world.actor(Role.CASEWORKER))
        db.session.commit()
        who, surname = participant.id, participant.family_name
    made = browser.submit("/grupper/ny", {"name": "Norsk spor 1", "teacher_id": str(teacher)})
    page = made.location
    slot = {
        "title": "Norsk",
        "weekday": "1",
        "starts_at": "9.00",
        "ends_at": "12:15",
        "first_day": "2026-11-02",
        "last_day": "30.11.2026",
    }
    browser.submit(f"{page}/timeplan/ny", slot)
    browser.submit(
        page, {"participant_id": str(who), "first_day": "2026-11-02"}, action=f"{page}/deltakere"
    )
    shown = browser.get(page).text
    assert "Norsk spor 1" in shown
    assert "09.00–12.15" in shown
    assert surname in shown
    assert "Teacher Fjordvik" in shown
    group_id = UUID(page.rsplit("/", 1)[1])
    with world.app.app_context():
        made_sessions = queries.list_sessions(db.session, world.scope(), group_id, AUTUMN)
        assert [found.day.day for found in made_sessions] == [2, 9, 16, 23, 30]
        assert {found.minutes for found in made_sessions} == {195}


def test_a_name_is_used_once(school: School, browser_for: BrowserFor) -> None:
    answer = browser_for(Role.LEADER).submit("/grupper/ny", {"name": "Norsk spor 2"}, status=200)
    assert "En annen gruppe heter det samme" in answer.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"ends_at": "08:00"}, "Økten må slutte etter at den begynner."),
        ({"ends_at": "kl. ni"}, "Skriv klokkeslettet slik"),
        ({"last_day": "2026-10-01"}, "Den siste dagen kan ikke være før den første."),
        ({"last_day": "2028-10-01"}, "Lag timeplanen for høyst ett år om gangen."),
        ({"weekday": "6"}, "Velg ett av alternativene i listen."),
        ({"weekday": "2", "starts_at": "11:30", "ends_at": "13:00"}, "allerede en økt"),
    ],
)
def test_an_impossible_slot_is_refused_and_what_was_typed_is_kept(
    school: School, browser_for: BrowserFor, changes: dict[str, str], sentence: str
) -> None:
    slot = {
        "title": "Matlaging",
        "weekday": "5",
        "starts_at": "09:00",
        "ends_at": "11:00",
        "first_day": "2026-11-02",
        "last_day": "2026-11-30",
    }
    url = f"/grupper/{school.group_id}/timeplan/ny"
    answer = browser_for(Role.CASEWORKER).submit(url, {**slot, **changes}, status=200)
    assert sentence in answer.text
    assert "Matlaging" in answer.text


def test_an_ended_slot_leaves_what_is_marked_and_what_has_been(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    page = f"/grupper/{school.group_id}"
    with world.app.app_context():
        slots = queries.list_slots(db.session, world.scope(), school.group_id)
        monday = slots[0].id
    browser_for(Role.CASEWORKER).submit(page, action=f"{page}/timeplan/{monday}/slutt")
    with world.app.app_context():
        left = queries.list_sessions(db.session, world.scope(), school.group_id, AUTUMN)
        mondays = [found.day for found in left if found.day.isoweekday() == 1]
        assert max(mondays) == date(2026, 11, 16)
        assert max(found.day for found in left) == date(2026, 12, 17)


def test_a_member_leaves(world: World, school: School, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    with world.app.app_context():
        member = queries.list_members(db.session, world.scope(), school.group_id)[0]
    url = f"/grupper/{school.group_id}/deltakere/{member.membership_id}/slutt"
    browser.submit(url, {"last_day": "2026-11-18"})
    with world.app.app_context():
        members = queries.list_members(db.session, world.scope(), school.group_id)
        days = {each.membership_id: each.last_day for each in members}
        assert days[member.membership_id] == date(2026, 11, 18)


def test_somebody_is_a_member_once(school: School, browser_for: BrowserFor) -> None:
    page = f"/grupper/{school.group_id}"
    answer = browser_for(Role.CASEWORKER).submit(
        page,
        {"participant_id": str(school.member_ids[0]), "first_day": "2026-11-02"},
        action=f"{page}/deltakere",
        status=200,
    )
    assert "allerede i gruppen" in answer.text


def test_a_stale_change_shows_what_the_other_saved(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/grupper/{school.group_id}/rediger"
    mine = browser.filled(url, {"name": "Mitt navn"})
    browser.submit(url, {"name": "Et annet navn"})
    answer = browser.send(url, mine, status=200)
    assert "Navn på gruppen: Et annet navn" in answer.text
    assert 'value="Mitt navn"' in answer.text, "what was typed is kept"
    with world.app.app_context():
        assert db.session.get_one(Group, school.group_id).name == "Et annet navn"
    newer = {"name": "Mitt navn", "row_version": _row_version(answer.text)}
    browser.submit(url, newer)
    with world.app.app_context():
        assert db.session.get_one(Group, school.group_id).name == "Mitt navn"


def _row_version(page: str) -> str:
    field = re.search(r'name="row_version"[^>]*value="(\d+)"', page)
    assert field is not None
    return field.group(1)


def test_a_form_sent_twice_makes_one_group(world: World, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    form = browser.filled("/grupper/ny", {"name": "Én gang"})
    first = browser.send("/grupper/ny", form)
    second = browser.send("/grupper/ny", form)
    assert first.location == second.location
    with world.app.app_context():
        found = queries.list_groups(db.session, world.scope(), date(2026, 11, 20))
        assert [group.name for group in found] == ["Én gang"]


def test_a_teacher_sees_her_own_groups_only(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        other = open_school(
            db.session, world.clock, world.actor(Role.CASEWORKER), name="Andres gruppe", members=0
        )
        db.session.commit()
    teacher = browser_for(Role.TEACHER)
    listed = teacher.get("/grupper").text
    assert "Norsk spor 2" in listed
    assert "Andres gruppe" not in listed
    teacher.get(f"/grupper/{other.group_id}", 404)
    teacher.get(f"/grupper/{other.group_id}/uke/2026/46", 404)
    assert "Andres gruppe" in browser_for(Role.LEADER).get("/grupper").text


PAGES = ("", "/rediger", "/timeplan/ny", "/uke/2026/46")


@pytest.mark.parametrize("page", PAGES)
def test_another_municipality_sees_nothing(
    school: School, browser_for: BrowserFor, page: str
) -> None:
    neighbour = browser_for(Role.CASEWORKER, DALHEIM)
    hers = neighbour.get(f"/grupper/{school.group_id}{page}", 404)
    assert words(hers) == words(neighbour.get(f"/grupper/{RANDOM_ID}{page}", 404))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.PARTICIPANT])
def test_others_have_no_groups(school: School, browser_for: BrowserFor, role: Role) -> None:
    browser = browser_for(role)
    browser.get("/grupper", 403)
    browser.get(f"/grupper/{school.group_id}", 403)
    browser.get(f"/grupper/{school.group_id}/uke/2026/46", 403)


def test_a_teacher_changes_no_groups(school: School, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.TEACHER)
    for page in ("/grupper/ny", f"/grupper/{school.group_id}/rediger"):
        browser.get(page, 403)
    assert "/rediger" not in browser.get(f"/grupper/{school.group_id}").text


def test_looks_and_changes_are_recorded(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    browser_for(Role.TEACHER).get(f"/grupper/{school.group_id}")
    with world.app.app_context():
        events = db.session.query(AuditEvent).order_by(AuditEvent.id).all()
        actions = [event.action for event in events]
        assert Action.GROUP_CREATED in actions
        assert actions.count(Action.GROUP_MEMBERS_CHANGED) == 2
        look = events[-1]
        assert look.action is Action.ATTENDANCE_VIEWED
        assert look.details["participant_ids"] == sorted(str(who) for who in school.member_ids)


def test_pages_take_the_same_number_of_queries_however_many_people(
    world: World,
    school: School,
    browser_for: BrowserFor,
    count_queries: Callable[[], object],
) -> None:
    with world.app.app_context():
        big = open_school(
            db.session, world.clock, world.actor(Role.CASEWORKER), name="Stor", members=6
        )
        db.session.commit()
    browser = browser_for(Role.CASEWORKER)
    for page in ("", "/uke/2026/46"):
        counts = []
        for group in (school, big):
            browser.get(f"/grupper/{group.group_id}{page}")
            with count_queries() as statements:  # type: ignore[attr-defined]
                browser.get(f"/grupper/{group.group_id}{page}")
            counts.append(len(statements))
        assert counts[0] == counts[1]
        assert counts[0] < 20
