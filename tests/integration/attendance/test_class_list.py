"""The class list: all are here but those tapped; late, left early; the lock and corrections."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Municipality
from app.attendance.commands import Mark, MarkWeek
from app.attendance.errors import MarkRefusal
from app.attendance.models import AttendanceMark
from app.attendance.registration.models import CorrectionTouched, MarkCorrection
from app.attendance.registration.service import list_own_today
from app.attendance.service import MarkingResult, mark_week
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.period import Period
from app.extensions import db
from tests.support.client import Browser, words
from tests.support.school import School
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
LESSON = 180
NEXT_WEEK = Period(date(2026, 11, 23), date(2026, 11, 29))


@pytest.fixture
def meeting(world: World, school: School) -> UUID:
    """Monday's session of the week before today."""
    with world.app.app_context():
        return school.sessions(db.session, world.actor(Role.CASEWORKER))[0].id


@pytest.fixture
def url(school: School, meeting: UUID) -> str:
    return f"/grupper/{school.group_id}/okter/{meeting}/oppmote"


def kept(world: World) -> dict[UUID, tuple[int, int, int]]:
    """Return every mark: minutes absent, late and left early by participant."""
    with world.app.app_context():
        return {
            row.participant_id: (row.minutes_absent, row.minutes_late, row.minutes_left_early)
            for row in db.session.scalars(select(AttendanceMark))
        }


def lock(world: World, days: str = "3") -> None:
    with world.app.app_context():
        found = db.session.get_one(Municipality, world.scope().municipality_id)
        found.policies = {**found.policies, "marks_lock": days}
        db.session.commit()


def mark(world: World, school: School, meeting: UUID, minutes: int, reason: str) -> MarkingResult:
    with world.app.app_context():
        command = MarkWeek(school.group_id, (Mark(meeting, school.member_ids[0], minutes),), reason)
        actor = world.actor(Role.TEACHER)
        result = mark_week(db.session, world.clock, actor, command)
        db.session.commit()
        return result


def test_one_tap_marks_everybody_present(
    world: World, school: School, url: str, browser_for: BrowserFor
) -> None:
    teacher = browser_for(Role.TEACHER)
    assert "Alle andre er her" in words(teacher.get(url))
    teacher.submit(url)
    assert kept(world) == dict.fromkeys(school.member_ids, (0, 0, 0))
    assert "Alle er ført." in words(teacher.get(url))


@pytest.mark.parametrize(
    ("presence", "minutes", "mark"),
    [
        ("absent", "", (LESSON, 0, 0)),
        ("late", "20", (20, 20, 0)),
        ("left_early", "15", (15, 0, 15)),
    ],
)
def test_exceptions_are_kept_with_how(
    world: World,
    school: School,
    url: str,
    browser_for: BrowserFor,
    presence: str,
    minutes: str,
    mark: tuple[int, int, int],
) -> None:
    teacher, (first, second) = browser_for(Role.TEACHER), school.member_ids
    teacher.submit(url, {f"p.{first}": presence, f"m.{first}": minutes})
    assert kept(world) == {first: mark, second: (0, 0, 0)}
    # Nothing changes when it is saved as it stands, and the week grid leaves it alone.
    teacher.submit(url)
    assert kept(world) == {first: mark, second: (0, 0, 0)}
    year, week = 2026, 46
    grid = f"/grupper/{school.group_id}/uke/{year}/{week}"
    teacher.submit(grid, {"everybody": url.split("/")[4]})
    assert kept(world)[first] == mark


def test_the_week_grid_takes_over_when_it_says_something_else(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    teacher, first = browser_for(Role.TEACHER), school.member_ids[0]
    teacher.submit(url, {f"p.{first}": "late", f"m.{first}": "20"})
    with world.app.app_context():
        actor = world.actor(Role.TEACHER)
        command = MarkWeek(school.group_id, (Mark(meeting, first, 30, 1),))
        assert mark_week(db.session, world.clock, actor, command).is_complete
        db.session.commit()
    assert kept(world)[first] == (30, 0, 0)
    assert "Deler av timen" in words(teacher.get(url))


@pytest.mark.parametrize(
    ("presence", "minutes"),
    [("late", ""), ("late", "0"), ("late", "180"), ("left_early", "x"), ("elsewhere", "5")],
)
def test_what_cannot_be_meant_is_kept_in_the_form(
    world: World, school: School, url: str, browser_for: BrowserFor, presence: str, minutes: str
) -> None:
    first = school.member_ids[0]
    fields = {f"p.{first}": presence, f"m.{first}": minutes}
    page = browser_for(Role.TEACHER).submit(url, fields, status=200)
    assert "Velg hvor mange minutter." in words(page)
    assert kept(world) == {}


def test_what_somebody_else_marked_meanwhile_is_shown(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    teacher, first = browser_for(Role.TEACHER), school.member_ids[0]
    opened = teacher.filled(url)
    assert mark(world, school, meeting, LESSON, "").is_complete
    page = teacher.send(url, opened, status=200)
    assert "har ført «Borte» siden du åpnet siden" in words(page)
    assert kept(world)[first] == (LESSON, 0, 0)


def test_after_the_deadline_a_change_needs_a_reason(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    teacher, first = browser_for(Role.TEACHER), school.member_ids[0]
    teacher.submit(url)
    lock(world)
    (refused,) = mark(world, school, meeting, LESSON, "").refused or [None]
    assert refused is None or refused.reason is MarkRefusal.LOCKED
    page = teacher.submit(url, {f"p.{first}": "absent"}, status=200)
    assert "Skriv hvorfor oppmøtet rettes." in words(page)
    assert kept(world)[first] == (0, 0, 0)
    teacher.submit(url, {f"p.{first}": "absent", "reason": "Forvekslet med en annen."})
    assert kept(world)[first] == (LESSON, 0, 0)
    shown = words(teacher.get(url))
    assert "Her → Borte" in shown
    assert "Forvekslet med en annen." in shown
    with world.app.app_context():
        (correction,) = db.session.scalars(select(MarkCorrection))
        assert (correction.minutes_before, correction.minutes_after) == (0, LESSON)
        correction.reason = "Noe annet"
        with pytest.raises(CorrectionTouched):
            db.session.flush()


def test_what_nobody_registered_in_time_needs_a_reason_too(
    world: World, school: School, meeting: UUID
) -> None:
    lock(world)
    (refused,) = mark(world, school, meeting, 0, "").refused
    assert refused.reason is MarkRefusal.LOCKED
    assert mark(world, school, meeting, 0, "Læreren var syk.").is_complete
    with world.app.app_context():
        (correction,) = db.session.scalars(select(MarkCorrection))
        assert (correction.minutes_before, correction.minutes_after) == (None, 0)
    # Saying the same again is no correction.
    assert mark(world, school, meeting, 0, "").is_complete


def test_within_the_deadline_nothing_is_a_correction(
    world: World, school: School, meeting: UUID
) -> None:
    lock(world, "30")
    assert mark(world, school, meeting, 0, "Skrevet likevel").is_complete
    with world.app.app_context():
        assert db.session.scalars(select(MarkCorrection)).all() == []


def test_parts_are_never_more_than_the_absence(
    app: Flask, world: World, school: School, meeting: UUID
) -> None:
    with app.app_context():
        marks = (
            Mark(meeting, school.member_ids[0], 10, minutes_late=8, minutes_left_early=3),
            Mark(meeting, school.member_ids[1], 10, minutes_late=-1),
        )
        command = MarkWeek(school.group_id, marks)
        result = mark_week(db.session, world.clock, world.actor(Role.TEACHER), command)
        assert {each.reason for each in result.refused} == {MarkRefusal.PARTS_DO_NOT_FIT}


def test_the_teacher_begins_with_her_sessions_of_today(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    thursday = fixed_clock(datetime(2026, 11, 19, 8, tzinfo=UTC))
    with world.app.app_context():
        (found,) = list_own_today(db.session, thursday, world.actor(Role.TEACHER))
        assert (found.members, found.marked, found.is_cancelled) == (2, 0, False)
        assert list_own_today(db.session, thursday, world.actor(Role.CASEWORKER)) == []
        assert list_own_today(db.session, thursday, world.actor(Role.TEACHER, DALHEIM)) == []
    # Today is a Friday, without sessions.
    assert "I dag" not in words(browser_for(Role.TEACHER).get("/grupper"))


def test_others_do_not_find_it(
    world: World, school: School, meeting: UUID, url: str, browser_for: BrowserFor
) -> None:
    browser_for(Role.TEACHER, DALHEIM).get(url, 404)
    browser_for(Role.CASEWORKER, DALHEIM).get(url, 404)
    teacher = browser_for(Role.TEACHER)
    teacher.get(f"/grupper/{school.group_id}/okter/{RANDOM_ID}/oppmote", 404)
    teacher.get(f"/grupper/{RANDOM_ID}/okter/{meeting}/oppmote", 404)


def test_a_session_that_was_not_held_takes_no_marks(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    teacher = browser_for(Role.TEACHER)
    with world.app.app_context():
        coming = school.sessions(db.session, world.actor(Role.CASEWORKER), NEXT_WEEK)[0].id
    where = f"/grupper/{school.group_id}/okter/{coming}/oppmote"
    assert "har ikke vært ennå" in words(teacher.get(where))
    token = teacher.csrf_token(where)
    teacher.send(where, {"csrf_token": token}, status=404)


def test_the_look_is_recorded(
    world: World, school: School, url: str, browser_for: BrowserFor
) -> None:
    browser_for(Role.TEACHER).get(url)
    with world.app.app_context():
        looks = select(AuditEvent).where(AuditEvent.action == Action.ATTENDANCE_VIEWED)
        (event,) = db.session.scalars(looks)
        assert event.details["participant_ids"] == sorted(map(str, school.member_ids))
