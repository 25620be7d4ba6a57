"""A school's list of absence: looked through, registered, and the same when it comes again."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Municipality
from app.attendance.models import AttendanceMark
from app.attendance.school_import import service
from app.attendance.school_import.commands import TakeIn
from app.attendance.school_import.errors import CannotTakeIn, TakeInRefusal
from app.attendance.school_import.rows import RowProblem
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant
from app.extensions import db
from tests.support.client import Browser, words
from tests.support.school import WEEK, School, open_school
from tests.support.workbooks import workbook
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
MONDAY = WEEK.first_day


@pytest.fixture
def school(world: World) -> School:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        teacher = world.user(Role.TEACHER).id
        made = open_school(db.session, world.clock, actor, teacher_id=teacher, members=3)
        db.session.commit()
        return made


@pytest.fixture
def actor(world: World) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def listed(school: School, *rows: tuple[int, date, str]) -> str:
    lines = [f"{school.member_ids[who]};{day:%d.%m.%Y};{hours}" for who, day, hours in rows]
    return "\n".join(["Referanse;Dato;Timer", *lines])


def take_in(
    world: World,
    actor: Actor,
    school: School,
    text: str,
    *,
    others: bool = True,
    period: Period = WEEK,
    reason: str = "",
) -> service.LookedThrough:
    command = TakeIn(school.group_id, period, text, others, reason)
    return service.take_in(db.session, world.clock, actor, command)


def kept(school: School, actor: Actor) -> dict[tuple[int, date], list[int]]:
    """Return the minutes of absence by member and day, in order of the sessions."""
    found: dict[tuple[int, date], list[int]] = {}
    for meeting in school.sessions(db.session, actor):
        for who, member in enumerate(school.member_ids):
            mark = db.session.scalar(
                select(AttendanceMark).where(
                    AttendanceMark.session_id == meeting.id,
                    AttendanceMark.participant_id == member,
                )
            )
            if mark is not None:
                found.setdefault((who, meeting.day), []).append(mark.minutes_absent)
    return found


def test_the_list_says_who_was_away_and_the_others_were_there(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        minutes = [
            each.minutes for each in school.sessions(db.session, actor) if each.day == MONDAY
        ]
        take_in(world, actor, school, listed(school, (0, MONDAY, ""), (1, MONDAY, "0,5")))
        found = kept(school, actor)
        days = {each.day for each in school.sessions(db.session, actor)}
        assert set(found) == {(who, day) for who in range(3) for day in days}
        assert found[0, MONDAY] == minutes
        assert sum(found[1, MONDAY]) == 30
        away = {(0, MONDAY), (1, MONDAY)}
        assert all(not sum(missed) for place, missed in found.items() if place not in away)


def test_without_the_promise_only_the_rows_are_registered(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        take_in(world, actor, school, listed(school, (0, MONDAY, "")), others=False)
        assert set(kept(school, actor)) == {(0, MONDAY)}


def test_the_same_list_again_changes_nothing(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        text = listed(school, (0, MONDAY, ""))
        take_in(world, actor, school, text)
        before = kept(school, actor)
        with pytest.raises(CannotTakeIn) as refused:
            take_in(world, actor, school, text)
        assert refused.value.reason is TakeInRefusal.NOTHING_NEW
        assert kept(school, actor) == before
        take_in(world, actor, school, listed(school, (0, MONDAY, "1")))
        assert sum(kept(school, actor)[0, MONDAY]) == 60


def test_rows_with_faults_register_nothing_for_their_day(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        stranger = "Referanse;Dato;Timer\n01015012345;09.11.2026;1"
        sunday = WEEK.last_day
        text = "\n".join(
            [
                stranger,
                *listed(
                    school,
                    (0, MONDAY, "24"),
                    (1, MONDAY, "1"),
                    (1, MONDAY, "2"),
                    (2, sunday, "1"),
                    (2, date(2026, 10, 5), "1"),
                ).splitlines()[1:],
            ]
        )
        looked = take_in(world, actor, school, text)
        assert [each.problem for each in looked.rows] == [
            RowProblem.UNKNOWN,
            RowProblem.TOO_LONG,
            RowProblem.TWICE,
            RowProblem.TWICE,
            RowProblem.NO_SESSION,
            RowProblem.OUTSIDE,
        ]
        found = kept(school, actor)
        assert (0, MONDAY) not in found
        assert (1, MONDAY) not in found
        assert (2, MONDAY) in found


def test_names_are_enough_with_a_day_of_birth(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        person = db.session.get_one(Participant, school.member_ids[0])
        row = f"{person.given_name.upper()},{person.family_name},{person.born_on},2026-11-09,1"
        looked = take_in(
            world, actor, school, f"Fornavn,Etternavn,Fødselsdato,Dato,Timer\n{row}", others=False
        )
        (matched,) = looked.rows
        alike = db.session.scalars(
            select(Participant.id).where(
                Participant.id.in_(school.member_ids), Participant.born_on == person.born_on
            )
        ).all()
        assert alike
        assert (matched.participant_id, matched.minutes) == (person.id, 60)


def test_after_the_deadline_a_reason_is_needed(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        municipality = db.session.get_one(Municipality, actor.scope.municipality_id)
        municipality.policies = {"marks_lock": "3"}
        db.session.commit()
        text = listed(school, (0, MONDAY, ""))
        with pytest.raises(CannotTakeIn) as refused:
            take_in(world, actor, school, text)
        assert refused.value.reason is TakeInRefusal.LOCKED
        db.session.rollback()
        take_in(world, actor, school, text, reason="Skolen sendte listen sent.")
        assert sum(kept(school, actor)[0, MONDAY]) > 0


def test_days_that_have_not_been_are_left_alone(
    app: Flask, world: World, school: School, actor: Actor
) -> None:
    with app.app_context():
        coming = Period(date(2026, 11, 19), date(2026, 12, 4))
        text = listed(school, (0, coming.first_day, ""))
        looked = take_in(world, actor, school, text, period=coming)
        held = {each.session_id for each in looked.marks}
        days = {each.day for each in school.sessions(db.session, actor, coming) if each.id in held}
        assert days == {coming.first_day}


def test_others_find_no_group(app: Flask, world: World, school: School) -> None:
    with app.app_context(), pytest.raises(NotFound):
        take_in(world, world.actor(Role.CASEWORKER, DALHEIM), school, listed(school))


@pytest.mark.parametrize("kind", ["csv", "cp1252", "xlsx"])
def test_from_a_file_to_the_register(
    app: Flask, world: World, school: School, actor: Actor, browser_for: BrowserFor, kind: str
) -> None:
    page = f"/grupper/{school.group_id}/skoleliste"
    text = listed(school, (0, MONDAY, ""), (1, date(2026, 10, 5), "1"))
    rows = [line.split(";") for line in text.splitlines()]
    content = {
        "csv": text.encode("utf-8-sig"),
        "cp1252": text.encode("cp1252"),
        "xlsx": workbook(rows),
    }[kind]
    teacher = browser_for(Role.TEACHER)
    days = {"first_day": "09.11.2026", "last_day": "15.11.2026", "others_were_there": "y"}
    nothing = teacher.submit(page, days, status=200)
    assert "Velg en fil, eller lim inn en liste" in words(nothing)
    broken = teacher.submit(page, {**days, "file": (io.BytesIO(b"\x00"), "x.csv")}, status=200)
    assert "Filen kan ikke leses." in words(broken)
    wrong = {**days, "last_day": "01.11.2026", "rows": text}
    assert "Den siste dagen er før den første." in words(teacher.submit(page, wrong, status=200))
    preview = teacher.submit(page, {**days, "file": (io.BytesIO(content), "x")}, status=200)
    assert "Dagen er utenfor dagene listen gjelder" in words(preview)
    with app.app_context():
        assert kept(school, actor) == {}, "looking through saves nothing"
    from_preview = {**days, "rows": text, "step": "register"}
    teacher.submit(page, from_preview)
    again = teacher.submit(page, from_preview, status=200)
    assert "Alt i listen er ført fra før." in words(again)
    with app.app_context():
        assert sum(kept(school, actor)[0, MONDAY]) > 0
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.SCHOOL_LIST_TAKEN_IN)
        ).one()
        assert event.subject_id == school.group_id
        assert event.details["rows"] == 1
