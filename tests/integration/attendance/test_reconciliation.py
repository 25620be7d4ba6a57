"""Two sides of a mark: who says what, who settles it, and what it leads to."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, Mark, MarkWeek, RegisterAbsence
from app.attendance.models import AttendanceMark
from app.attendance.reconciliation import service
from app.attendance.reconciliation.commands import ObjectToMark, SettleDispute
from app.attendance.reconciliation.errors import (
    CannotObjectToMark,
    CannotSettleDispute,
    MarkChanged,
    ObjectionRefusal,
    SettleRefusal,
)
from app.attendance.reconciliation.kinds import DisputeKind, Outcome
from app.attendance.reconciliation.models import (
    AttendanceObjection,
    AttendanceSettlement,
    DisputeTouched,
)
from app.attendance.reconciliation.queries import get_mark, list_disputes
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound, NotPermitted
from app.core.period import Period
from app.enrolment.models import Participant
from app.extensions import db
from app.rules.absence import AbsenceReason
from tests.support.client import Browser, words
from tests.support.own_case import ILL, MISSED_IN_NOVEMBER, OwnCase, build_own_case
from tests.support.world import DALHEIM, NOW, RANDOM_ID, World

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
PRESENT_ON = date(2026, 11, 10)


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


@pytest.fixture
def caseworker(world: World) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def mark_on(own: OwnCase, day: date = MISSED_IN_NOVEMBER) -> AttendanceMark:
    marks = select(AttendanceMark).where(
        AttendanceMark.participant_id == own.participant_id, AttendanceMark.day == day
    )
    return db.session.scalars(marks).one()


def say(
    world: World,
    own: OwnCase,
    minutes: int = 0,
    *,
    day: date = MISSED_IN_NOVEMBER,
    version: int = 1,
) -> AttendanceObjection:
    """Let the participant say what she missed of the day."""
    command = ObjectToMark(mark_on(own, day).session_id, version, minutes, "كنت هناك", "ar")
    participant = db.session.get_one(Participant, own.participant_id)
    actor = world.actor(Role.PARTICIPANT)
    return service.object_to_mark(db.session, world.clock, actor, participant, command)


def settle(
    world: World,
    actor: Actor,
    own: OwnCase,
    outcome: Outcome = Outcome.MARK_STANDS,
    minutes: int = 0,
    *,
    day: date = MISSED_IN_NOVEMBER,
    version: int = 1,
) -> None:
    command = SettleDispute(
        mark_on(own, day).session_id,
        own.participant_id,
        version,
        outcome,
        minutes,
        "Læreren er sikker.",
    )
    service.settle_dispute(db.session, world.clock, actor, command)


def queue(actor: Actor) -> list[tuple[DisputeKind, date]]:
    found = list_disputes(db.session, actor.scope, NOVEMBER)
    return [(each.kind, each.mark.day) for each in found]


def test_an_objection_waits_until_it_is_settled(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        assert queue(caseworker) == []
        said = say(world, own, minutes=30)
        assert queue(caseworker) == [(DisputeKind.OBJECTION, MISSED_IN_NOVEMBER)]
        assert (said.minutes_marked, said.minutes_said) == (360, 30)
        settle(world, caseworker, own)
        assert queue(caseworker) == []
        assert mark_on(own).minutes_absent == 360
        found = db.session.scalars(select(AttendanceSettlement)).one()
        assert (found.outcome, found.minutes_absent) == (Outcome.MARK_STANDS, 360)


def test_a_settlement_can_change_the_mark(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        say(world, own)
        settle(world, caseworker, own, Outcome.MARK_CHANGED, 45)
        changed = mark_on(own)
        assert (changed.minutes_absent, changed.version) == (45, 2)
        assert changed.marked_by == caseworker.user_id
        assert queue(caseworker) == []
        # She can speak about what it became, once.
        say(world, own, 15, version=2)
        assert queue(caseworker) == [(DisputeKind.OBJECTION, MISSED_IN_NOVEMBER)]


def test_a_changed_mark_answers_the_objection(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        say(world, own)
        mark = get_mark(db.session, caseworker.scope, mark_on(own).session_id, own.participant_id)
        there = Mark(mark.session_id, own.participant_id, 0, 1)
        attendance.mark_week(db.session, world.clock, caseworker, MarkWeek(mark.group_id, (there,)))
        assert queue(caseworker) == []
        with pytest.raises(CannotSettleDispute) as refused:
            settle(world, caseworker, own, version=2)
        assert refused.value.reason is SettleRefusal.NOT_OPEN


def test_a_mark_that_says_present_within_absence_waits(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        content = AbsenceContent(
            PRESENT_ON, PRESENT_ON, AbsenceReason.OWN_ILLNESS, is_self_certified=True
        )
        attendance.register_absence(
            db.session, world.clock, caseworker, RegisterAbsence(own.participant_id, content)
        )
        assert queue(caseworker) == [(DisputeKind.TOLD_AWAY, PRESENT_ON)]
        settle(world, caseworker, own, day=PRESENT_ON)
        assert queue(caseworker) == []
        # The day that she was ill and registered as away is no disagreement.
        assert mark_on(own, ILL).minutes_absent == 360


@pytest.mark.parametrize(
    ("minutes", "day", "reason"),
    [
        (360, MISSED_IN_NOVEMBER, ObjectionRefusal.NOT_LESS),
        (-1, MISSED_IN_NOVEMBER, ObjectionRefusal.NOT_LESS),
        (0, PRESENT_ON, ObjectionRefusal.NOTHING_MISSED),
    ],
)
def test_what_cannot_be_objected_to(
    app: Flask, world: World, own: OwnCase, minutes: int, day: date, reason: ObjectionRefusal
) -> None:
    with app.app_context():
        with pytest.raises(CannotObjectToMark) as refused:
            say(world, own, minutes, day=day)
        assert refused.value.reason is reason


def test_she_speaks_once_about_a_mark(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        say(world, own)
        with pytest.raises(CannotObjectToMark) as refused:
            say(world, own, 10)
        assert refused.value.reason is ObjectionRefusal.ALREADY_MADE
        assert len(db.session.scalars(select(AttendanceObjection)).all()) == 1


def test_what_is_long_ago_is_asked_in_another_way(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        later = fixed_clock(NOW + timedelta(days=100))
        command = ObjectToMark(mark_on(own).session_id, 1, 0, "Jeg var der", "nb")
        participant = db.session.get_one(Participant, own.participant_id)
        actor = world.actor(Role.PARTICIPANT)
        with pytest.raises(CannotObjectToMark) as refused:
            service.object_to_mark(db.session, later, actor, participant, command)
        assert refused.value.reason is ObjectionRefusal.TOO_LATE


def test_an_outdated_view_settles_nothing(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        say(world, own)
        with pytest.raises(MarkChanged):
            settle(world, caseworker, own, version=2)
        with pytest.raises(CannotSettleDispute) as longer:
            settle(world, caseworker, own, Outcome.MARK_CHANGED, 361)
        assert longer.value.reason is SettleRefusal.LONGER_THAN_SESSION
        with pytest.raises(CannotSettleDispute) as same:
            settle(world, caseworker, own, Outcome.MARK_CHANGED, 360)
        assert same.value.reason is SettleRefusal.SAME_AS_BEFORE
        assert queue(caseworker) == [(DisputeKind.OBJECTION, MISSED_IN_NOVEMBER)]


def test_what_was_written_never_changes(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        said = say(world, own)
        said.words = "Noe annet"
        with pytest.raises(DisputeTouched):
            db.session.flush()


def test_others_neither_see_nor_settle(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        say(world, own)
        db.session.commit()
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        assert list_disputes(db.session, stranger.scope, NOVEMBER) == []
        with pytest.raises(NotFound):
            settle(world, stranger, own)
        with pytest.raises(NotPermitted):
            settle(world, world.actor(Role.TEACHER), own)
        assert queue(caseworker) == [(DisputeKind.OBJECTION, MISSED_IN_NOVEMBER)]


def test_everything_is_recorded(app: Flask, world: World, own: OwnCase, caseworker: Actor) -> None:
    with app.app_context():
        say(world, own)
        service.open_queue(db.session, world.clock, caseworker)
        settle(world, caseworker, own)
        wanted = {Action.ATTENDANCE_OBJECTED, Action.DISPUTES_VIEWED, Action.DISPUTE_SETTLED}
        events = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action.in_(wanted)).order_by(AuditEvent.id)
        ).all()
        assert [each.action for each in events] == [
            Action.ATTENDANCE_OBJECTED,
            Action.DISPUTES_VIEWED,
            Action.DISPUTE_SETTLED,
        ]
        assert events[1].details["participant_ids"] == [str(own.participant_id)]
        assert events[2].details["outcome"] == "mark_stands"


def test_from_her_words_to_the_answer(
    world: World, own: OwnCase, browser_for: Callable[..., Browser]
) -> None:
    participant, staff = browser_for(Role.PARTICIPANT), browser_for(Role.CASEWORKER)
    with world.app.app_context():
        meeting = mark_on(own).session_id
    url = f"/min-side/fravaer/registrert/{meeting}"
    assert url in participant.get("/min-side/fravaer/registrert").text
    typed = {"what": "part", "words": "كنت هناك", "language": "ar"}
    kept = participant.submit(url, typed, status=200)
    assert "Skriv hvor mange minutter du var borte." in words(kept)
    assert "كنت هناك" in kept.text
    participant.submit(url, {**typed, "minutes": "20"})
    assert "Kommunen har ikke svart ennå." in words(participant.get("/min-side/fravaer/registrert"))

    page = staff.get("/oppmote/uenighet")
    assert "كنت هناك" in page.text
    assert "Borte 20 minutter" in words(page)
    assert "/oppmote/uenighet" in staff.get("/arbeidsliste").text
    where = f"/oppmote/uenighet/{meeting}/{own.participant_id}"
    bad = staff.submit(where, {"outcome": "mark_changed"}, status=200)
    assert "Skriv hvorfor." in words(bad)
    found = {"outcome": "mark_changed", "minutes": "20", "reason": "Læreren så feil."}
    staff.submit(where, found)
    assert "Ingen er uenige" in words(staff.get("/oppmote/uenighet"))
    answered = words(participant.get("/min-side/fravaer/registrert"))
    assert "Læreren så feil." in answered
    assert "Borte 20 minutter" in answered


def test_what_does_not_exist(
    world: World, own: OwnCase, browser_for: Callable[..., Browser]
) -> None:
    staff = browser_for(Role.CASEWORKER)
    staff.get(f"/oppmote/uenighet/{RANDOM_ID}/{own.participant_id}", 404)
    with world.app.app_context():
        meeting: UUID = mark_on(own, PRESENT_ON).session_id
    # Nothing is open about it: back to the queue.
    staff.get(f"/oppmote/uenighet/{meeting}/{own.participant_id}", 303)
