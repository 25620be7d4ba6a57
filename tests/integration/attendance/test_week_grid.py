"""Marks: through the plain form, in the background, and by two people at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.accounts.queries import get_municipality
from app.attendance import service
from app.attendance.commands import (
    AbsenceContent,
    CancelSession,
    Mark,
    MarkWeek,
    RegisterAbsence,
)
from app.attendance.errors import MarkRefusal
from app.attendance.models import AttendanceMark
from app.attendance.service import MarkingResult
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.period import Period
from app.extensions import db
from app.rules.absence import AbsenceReason
from app.rules.policy import MarksLock
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.school import WEEK, School, attend
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]


@pytest.fixture
def url(school: School) -> str:
    return f"/grupper/{school.group_id}/uke/2026/46"


@pytest.fixture
def session_ids(world: World, school: School) -> list[UUID]:
    with world.app.app_context():
        found = school.sessions(db.session, world.actor(Role.CASEWORKER))
        return [each.id for each in found]


def marks(world: World) -> dict[tuple[UUID, UUID], tuple[int, int]]:
    """Return every mark: minutes absent and version by session and participant."""
    with world.app.app_context():
        rows = db.session.scalars(select(AttendanceMark))
        return {
            (row.session_id, row.participant_id): (row.minutes_absent, row.version) for row in rows
        }


def cell(form: dict[str, Any], session_id: UUID, participant_id: UUID) -> str:
    """Return the name of the input for this place."""
    return next(name for name in form if name.startswith(f"m.{session_id}.{participant_id}."))


def post(browser: Browser, url: str, *sent: dict[str, Any], status: int = 201) -> Any:
    """Send marks as the script does."""
    token = browser.csrf_token(url)
    answer = browser.client.post(
        f"{url}/merker", json={"marks": list(sent)}, headers={"X-CSRFToken": token}
    )
    assert answer.status_code == status, answer.text
    return answer.get_json()


def mark(session_id: UUID, participant_id: UUID, minutes: int, base: int = 0) -> dict[str, Any]:
    return {
        "session_id": str(session_id),
        "participant_id": str(participant_id),
        "minutes_absent": minutes,
        "base_version": base,
    }


def test_the_plain_form_registers_present_absent_and_minutes(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER)
    first, second = school.member_ids
    form = browser.filled(url)
    form[cell(form, session_ids[0], first)] = "t"
    form[cell(form, session_ids[0], second)] = "F"
    form[cell(form, session_ids[1], second)] = "25"
    browser.send(url, form)
    assert marks(world) == {
        (session_ids[0], first): (0, 1),
        (session_ids[0], second): (180, 1),
        (session_ids[1], second): (25, 1),
    }
    shown = browser.filled(url)
    assert shown[cell(shown, session_ids[0], second)] == "f"
    assert shown[cell(shown, session_ids[1], second)] == "25"


def test_one_button_marks_the_rest_present(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER)
    first, second = school.member_ids
    form = browser.filled(url)
    form[cell(form, session_ids[0], first)] = "f"
    browser.send(url, {**form, "everybody": str(session_ids[0])})
    assert marks(world) == {(session_ids[0], first): (180, 1), (session_ids[0], second): (0, 1)}


@pytest.mark.parametrize("typed", ["x", "181", "-5", "1,5", "٣"])
def test_what_cannot_be_understood_is_shown_again_and_nothing_is_saved(
    world: World,
    school: School,
    browser_for: BrowserFor,
    url: str,
    session_ids: list[UUID],
    typed: str,
) -> None:
    browser = browser_for(Role.TEACHER)
    form = browser.filled(url)
    form[cell(form, session_ids[0], school.member_ids[0])] = typed
    form[cell(form, session_ids[0], school.member_ids[1])] = "t"
    answer = browser.send(url, form, status=200)
    assert "Skriv t, f eller et antall minutter" in answer.text
    assert f'value="{typed}"' in answer.text
    assert marks(world) == {}


def test_a_stale_cell_shows_both_values_and_can_be_saved_knowingly(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    teacher, leader = browser_for(Role.TEACHER), browser_for(Role.LEADER)
    who = school.member_ids[0]
    mine = teacher.filled(url)
    post(leader, url, mark(session_ids[0], who, 30))
    mine[cell(mine, session_ids[0], who)] = "f"
    answer = teacher.send(url, mine, status=200)
    assert (
        "Leader Fjordvik har ført «borte 30 minutter». Du skrev «borte hele økten»." in answer.text
    )
    assert marks(world) == {(session_ids[0], who): (30, 1)}
    again = {name: value for name, value in mine.items() if not name.startswith("m.")}
    again[f"m.{session_ids[0]}.{who}.1.30"] = "f"
    teacher.send(url, again)
    assert marks(world) == {(session_ids[0], who): (180, 2)}


def test_an_untouched_cell_never_overwrites(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    teacher = browser_for(Role.TEACHER)
    first, second = school.member_ids
    mine = teacher.filled(url)
    post(browser_for(Role.LEADER), url, mark(session_ids[0], first, 30))
    mine[cell(mine, session_ids[0], second)] = "t"
    teacher.send(url, mine)
    assert marks(world)[(session_ids[0], first)] == (30, 1)


def test_marks_in_the_background_answer_with_versions(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER)
    who = school.member_ids[0]
    first = post(browser, url, mark(session_ids[0], who, 0))
    assert first["accepted"] == [
        {
            "session_id": str(session_ids[0]),
            "participant_id": str(who),
            "minutes_absent": 0,
            "version": 1,
        }
    ]
    second = post(browser, url, mark(session_ids[0], who, 45, base=1))
    assert second["accepted"][0]["version"] == 2
    assert (second["conflicts"], second["refused"]) == ([], [])


def test_a_mark_sent_again_is_accepted_once(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER)
    sent = mark(session_ids[0], school.member_ids[0], 20)
    answers = [post(browser, url, sent) for _time in range(2)]
    assert [answer["accepted"][0]["version"] for answer in answers] == [1, 1]
    assert list(marks(world).values()) == [(20, 1)]


def test_an_outdated_mark_comes_back_with_both_values_and_the_rest_is_kept(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    first, second = school.member_ids
    post(browser_for(Role.LEADER), url, mark(session_ids[0], first, 10))
    answer = post(
        browser_for(Role.TEACHER),
        url,
        mark(session_ids[0], first, 180),
        mark(session_ids[0], second, 0),
    )
    assert answer["conflicts"] == [
        {
            "session_id": str(session_ids[0]),
            "participant_id": str(first),
            "minutes_absent": 180,
            "their_minutes_absent": 10,
            "their_version": 1,
            "marked_by": "Leader Fjordvik",
        }
    ]
    assert marks(world) == {(session_ids[0], first): (10, 1), (session_ids[0], second): (0, 1)}


@pytest.mark.parametrize(
    "payload",
    [
        None,
        [],
        {},
        {"marks": "all"},
        {"marks": [1]},
        {"marks": [{"session_id": "x"}]},
        {"marks": [mark(RANDOM_ID, RANDOM_ID, -1)]},
        {"marks": [{**mark(RANDOM_ID, RANDOM_ID, 0), "minutes_absent": True}]},
        {"marks": [{**mark(RANDOM_ID, RANDOM_ID, 0), "minutes_absent": 1.5}]},
        {"marks": [mark(RANDOM_ID, RANDOM_ID, 0)] * 1001},
    ],
)
def test_malformed_marks_are_refused(browser_for: BrowserFor, url: str, payload: Any) -> None:
    browser = browser_for(Role.TEACHER)
    token = browser.csrf_token(url)
    answer = browser.client.post(f"{url}/merker", json=payload, headers={"X-CSRFToken": token})
    assert (answer.status_code, answer.get_json()) == (400, {"error": "malformed"})


def test_marks_without_the_token_are_refused(browser_for: BrowserFor, url: str) -> None:
    answer = browser_for(Role.TEACHER).client.post(f"{url}/merker", json={"marks": []})
    assert answer.status_code == 400


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.PARTICIPANT])
def test_others_mark_nothing(browser_for: BrowserFor, url: str, role: Role) -> None:
    browser = browser_for(role)
    token = browser.csrf_token("/grupper", 403)
    answer = browser.client.post(
        f"{url}/merker", json={"marks": []}, headers={"X-CSRFToken": token}
    )
    assert answer.status_code == 403


def test_the_neighbour_marks_nothing(
    world: World, school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER, DALHEIM)
    token = browser.csrf_token("/grupper")
    sent = {"marks": [mark(session_ids[0], school.member_ids[0], 0)]}
    for group_id in (school.group_id, RANDOM_ID):
        answer = browser.client.post(
            f"/grupper/{group_id}/uke/2026/46/merker", json=sent, headers={"X-CSRFToken": token}
        )
        assert answer.status_code == 404
    assert marks(world) == {}


@pytest.mark.parametrize("week", ["2026/54", "2026/0", "0/1"])
def test_a_week_that_does_not_exist(school: School, browser_for: BrowserFor, week: str) -> None:
    browser_for(Role.TEACHER).get(f"/grupper/{school.group_id}/uke/{week}", 404)


def _mark(world: World, school: School, *sent: Mark, role: Role = Role.TEACHER) -> MarkingResult:
    result = service.mark_week(
        db.session, world.clock, world.actor(role), MarkWeek(school.group_id, sent)
    )
    db.session.commit()
    return result


def test_marks_that_cannot_be_are_refused_one_by_one(
    world: World, school: School, session_ids: list[UUID]
) -> None:
    who = school.member_ids[0]
    with world.app.app_context():
        caseworker = world.actor(Role.CASEWORKER)
        outsider = enrol(db.session, world.clock, caseworker, identity_number="").id
        later = Period(date(2026, 11, 23), date(2026, 11, 29))
        coming = school.sessions(db.session, caseworker, later)[0].id
        service.cancel_session(
            db.session,
            world.clock,
            caseworker,
            CancelSession(school.group_id, session_ids[1], is_cancelled=True),
        )
        result = _mark(
            world,
            school,
            Mark(RANDOM_ID, who, 0),
            Mark(session_ids[0], outsider, 0),
            Mark(session_ids[0], who, 181),
            Mark(coming, who, 0),
            Mark(session_ids[1], who, 0),
        )
    assert [each.reason for each in result.refused] == [
        MarkRefusal.UNKNOWN_SESSION,
        MarkRefusal.NOT_A_MEMBER,
        MarkRefusal.LONGER_THAN_SESSION,
        MarkRefusal.IN_THE_FUTURE,
        MarkRefusal.CANCELLED,
    ]
    assert marks(world) == {}


def test_of_two_words_about_one_place_the_last_counts(
    world: World, school: School, session_ids: list[UUID]
) -> None:
    place = (session_ids[0], school.member_ids[0])
    with world.app.app_context():
        _mark(world, school, Mark(*place, 0), Mark(*place, 60))
    assert marks(world) == {place: (60, 1)}


def test_ten_at_once_make_one_mark_and_nine_conflicts(
    world: World, school: School, session_ids: list[UUID]
) -> None:
    place = (session_ids[0], school.member_ids[0])

    def send(minutes: int) -> MarkingResult:
        with world.app.app_context():
            return _mark(world, school, Mark(*place, minutes))

    with ThreadPoolExecutor(10) as pool:
        results = list(pool.map(send, range(1, 11)))
    assert sum(len(result.accepted) for result in results) == 1
    assert sum(len(result.conflicts) for result in results) == 9
    assert len(marks(world)) == 1


def test_what_was_marked_before_and_after_is_recorded(
    world: World, school: School, session_ids: list[UUID]
) -> None:
    place = (session_ids[0], school.member_ids[0])
    with world.app.app_context():
        _mark(world, school, Mark(*place, 0))
        _mark(world, school, Mark(*place, 90, base_version=1))
        _mark(world, school, Mark(*place, 90, base_version=2))
        events = db.session.scalars(
            select(AuditEvent)
            .where(AuditEvent.action == Action.ATTENDANCE_MARKED)
            .order_by(AuditEvent.id)
        ).all()
        changes = [
            (each["from"], each["to"]) for event in events for each in event.details["marks"]
        ]
        assert changes == [(None, 0), (0, 90)]


def test_a_cancelled_session_can_come_back(
    school: School, browser_for: BrowserFor, url: str, session_ids: list[UUID]
) -> None:
    browser = browser_for(Role.TEACHER)
    action = f"/grupper/{school.group_id}/okter/{session_ids[0]}/avlys"
    name = f"m.{session_ids[0]}."
    browser.submit(url, action=action)
    assert not [field for field in browser.filled(url) if field.startswith(name)]
    browser.submit(url, action=action)
    assert [field for field in browser.filled(url) if field.startswith(name)]


def test_the_grid_tells_that_an_absence_is_registered_but_not_why(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    content = AbsenceContent(
        date(2026, 11, 9), date(2026, 11, 9), AbsenceReason.OWN_ILLNESS, is_self_certified=True
    )
    with world.app.app_context():
        service.register_absence(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            RegisterAbsence(school.member_ids[0], content),
        )
        db.session.commit()
    text = browser_for(Role.TEACHER).get(url).text
    assert text.count("meldt</span>") == 1
    assert "syk" not in text.lower()


def test_a_full_week_is_marked_in_few_queries(
    world: World, school: School, count_queries: Callable[[], Any]
) -> None:
    with world.app.app_context(), count_queries() as statements:
        attend(db.session, world.clock, world.actor(Role.CASEWORKER), school, WEEK)
        db.session.commit()
    assert len(marks(world)) == 8
    assert len(statements) < 16


def test_a_week_whose_deadline_is_over_is_read_and_corrected_elsewhere(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    week = f"/grupper/{school.group_id}/uke/2026/42"
    assert 'class="mark"' in caseworker.get(week).text
    with world.app.app_context():
        municipality = get_municipality(db.session, world.actor(Role.CASEWORKER).scope)
        municipality.policies = {**municipality.policies, "marks_lock": MarksLock.FOURTEEN_DAYS}
        db.session.commit()
        period = Period(date(2026, 10, 12), date(2026, 10, 18))
        found = school.sessions(db.session, world.actor(Role.CASEWORKER), period)
        places = [f"/grupper/{school.group_id}/okter/{each.id}/oppmote" for each in found]
    page = caseworker.get(week).text
    assert '<input class="mark"' not in page
    assert places
    assert all(place in page for place in places)
