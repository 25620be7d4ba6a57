"""What a participant sends from her own page becomes an application, and a decision answers it."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.models import Absence
from app.attendance.statements.errors import CannotAnswerStatement
from app.attendance.statements.kinds import Answer, AwayGround
from app.attendance.statements.models import AbsenceStatement, AbsenceStatementAnswer
from app.attendance.statements.queries import get_statement, stated_days
from app.core.actor import Actor, Role
from app.core.errors import NotFound, NotPermitted
from app.core.period import month_period
from app.decisions.leave import service
from app.decisions.leave.commands import CloseApplication
from app.decisions.leave.errors import CannotApply
from app.decisions.leave.kinds import LeaveOutcome, LeaveStage, LeaveWay
from app.decisions.leave.models import LeaveApplication
from app.decisions.leave.queries import LeaveFile, get_application
from app.enrolment.models import Participant
from app.extensions import db
from app.rules.absence import AbsenceReason, WelfareGround
from tests.support.client import Browser
from tests.support.decisions import issue
from tests.support.leaves import decide, place
from tests.support.own_case import OwnCase, build_own_case
from tests.support.statements import HER_WORDS, away, say
from tests.support.world import DALHEIM, World

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 2)
BrowserFor = Callable[..., Browser]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


@pytest.fixture
def actor(world: World) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def _say(world: World, own: OwnCase, ground: AwayGround = AwayGround.DEATH) -> AbsenceStatement:
    hers = world.actor(Role.PARTICIPANT)
    return say(db.session, world.clock, hers, own.participant_id, away(FIRST, LAST, ground))


def _take_up(world: World, actor: Actor, said: AbsenceStatement) -> LeaveFile:
    who = said.participant_id
    taken = service.take_up(db.session, world.clock, actor, who, said.id)
    return get_application(db.session, actor.scope, who, taken)


def _answer(actor: Actor, said: AbsenceStatement) -> AbsenceStatementAnswer | None:
    return get_statement(db.session, actor.scope, said.participant_id, said.id).answer


@pytest.mark.parametrize(
    ("ground", "reason", "welfare"),
    [
        (AwayGround.APPOINTMENT, AbsenceReason.WELFARE_LEAVE, WelfareGround.APPOINTMENT),
        (AwayGround.SCHOOL, AbsenceReason.WELFARE_LEAVE, WelfareGround.SCHOOL_START),
        (AwayGround.WEDDING, AbsenceReason.WELFARE_LEAVE, WelfareGround.WEDDING),
        (AwayGround.RELIGIOUS, AbsenceReason.RELIGIOUS_HOLIDAY, None),
        (AwayGround.OTHER, AbsenceReason.PERMISSION, None),
    ],
)
def test_her_ground_becomes_what_the_rules_know(
    app: Flask,
    world: World,
    own: OwnCase,
    actor: Actor,
    ground: AwayGround,
    reason: AbsenceReason,
    welfare: WelfareGround | None,
) -> None:
    with app.app_context():
        said = _say(world, own, ground)
        applied = _take_up(world, actor, said).application
        assert (applied.reason, applied.welfare_ground) == (reason, welfare)
        assert (applied.first_day, applied.last_day) == (FIRST, LAST)
        assert (applied.way, applied.received_on) == (LeaveWay.PORTAL, date(2026, 11, 20))
        assert _take_up(world, actor, said).application.id == applied.id, "twice is once"


def test_the_decision_answers_what_she_sent(
    app: Flask, world: World, own: OwnCase, actor: Actor
) -> None:
    with app.app_context():
        said = _say(world, own)
        applied = _take_up(world, actor, said).application
        december = month_period(2026, 12)
        assert stated_days(db.session, actor.scope, december), "not answered by taking it up"
        issue(db.session, world, actor, decide(db.session, world.clock, actor, applied))
        answer = _answer(actor, said)
        assert answer is not None
        assert answer.answer is Answer.DECIDED
        granted = db.session.get_one(Absence, answer.absence_id)
        assert (granted.first_day, granted.last_day, granted.is_granted) == (FIRST, LAST, True)
        assert stated_days(db.session, actor.scope, december) == {}


def test_a_refusal_answers_and_registers_nothing(
    app: Flask, world: World, own: OwnCase, actor: Actor
) -> None:
    with app.app_context():
        said = _say(world, own)
        applied = _take_up(world, actor, said).application
        refused = decide(db.session, world.clock, actor, applied, LeaveOutcome.REFUSED)
        issue(db.session, world, actor, refused)
        answer = _answer(actor, said)
        assert answer is not None
        assert (answer.answer, answer.absence_id) == (Answer.DECIDED, None)


def test_ending_it_without_a_decision_tells_her_why(
    app: Flask, world: World, own: OwnCase, actor: Actor
) -> None:
    with app.app_context():
        said = _say(world, own)
        applied = _take_up(world, actor, said).application
        why = CloseApplication(place(applied), "Skolen er stengt den dagen.")
        service.close_application(db.session, world.clock, actor, why)
        answer = _answer(actor, said)
        assert answer is not None
        assert (answer.answer, answer.reason) == (Answer.REJECTED, why.reason)


def test_she_takes_it_back_until_somebody_writes(
    app: Flask, world: World, own: OwnCase, actor: Actor
) -> None:
    with app.app_context():
        hers, person = world.actor(Role.PARTICIPANT), _person(own)
        said = _say(world, own)
        applied = _take_up(world, actor, said).application
        service.take_back(db.session, world.clock, hers, person, said.id)
        file = get_application(db.session, actor.scope, person.id, applied.id)
        assert file.stage is LeaveStage.CLOSED
        with pytest.raises(CannotApply):
            service.take_up(db.session, world.clock, actor, person.id, _holiday(world, own))
        again = _say(world, own)
        decide(db.session, world.clock, actor, _take_up(world, actor, again).application)
        with pytest.raises(CannotAnswerStatement):
            service.take_back(db.session, world.clock, hers, person, again.id)
        assert _answer(actor, again) is None, "nothing is half taken back"


def test_what_is_taken_back_is_no_application_any_more(
    app: Flask, world: World, own: OwnCase, actor: Actor
) -> None:
    with app.app_context():
        said = _say(world, own)
        service.take_back(
            db.session, world.clock, world.actor(Role.PARTICIPANT), _person(own), said.id
        )
        with pytest.raises(CannotApply):
            service.take_up(db.session, world.clock, actor, own.participant_id, said.id)
        assert db.session.scalars(select(LeaveApplication)).all() == []


def test_others_cannot_take_it_up(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        said = _say(world, own)
        who = own.participant_id
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        with pytest.raises(NotFound):
            service.take_up(db.session, world.clock, stranger, who, said.id)
        with pytest.raises(NotPermitted):
            service.take_up(db.session, world.clock, world.actor(Role.TEACHER), who, said.id)


def test_from_the_worklist_to_the_decision(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        said = _say(world, own).id
        db.session.commit()
    staff = browser_for(Role.CASEWORKER)
    told = f"/deltakere/{own.participant_id}/fravaer/meldinger"
    assert told in staff.get("/arbeidsliste").text
    assert "Behandle søknaden" in staff.get(told).text
    assert staff.get(f"{told}/{said}", 303).location == told
    taking = f"/deltakere/{own.participant_id}/vedtak/permisjon/fra-melding/{said}"
    where = staff.submit(told, action=taking)
    assert where.location is not None
    page = staff.get(where.location).text
    assert HER_WORDS in page
    assert "I portalen" in page
    worklist = staff.get("/arbeidsliste").text
    assert told not in worklist
    assert where.location in worklist


def _holiday(world: World, own: OwnCase) -> UUID:
    hers = world.actor(Role.PARTICIPANT)
    day = date(2026, 12, 3)
    said = away(day, day, AwayGround.HOLIDAY)
    return say(db.session, world.clock, hers, own.participant_id, said).id


def _person(own: OwnCase) -> Participant:
    return db.session.get_one(Participant, own.participant_id)
