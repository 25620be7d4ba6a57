"""A participant says that she is away in her own language, and somebody answers her."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.errors import CannotRegisterAbsence
from app.attendance.models import Absence
from app.attendance.statements import service
from app.attendance.statements.commands import AnswerStatement, Said
from app.attendance.statements.errors import (
    CannotAnswerStatement,
    CannotMakeStatement,
    StatementAnswerRefusal,
    StatementRefusal,
)
from app.attendance.statements.kinds import Answer, AwayGround, StatementKind, answers_to
from app.attendance.statements.models import (
    AbsenceStatement,
    AbsenceStatementAnswer,
    StatementTouched,
)
from app.attendance.statements.queries import list_waiting_statements, stated_days
from app.attendance.statements.words import languages_with_words, report_words
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound, NotPermitted
from app.core.period import month_period
from app.enrolment.models import Participant
from app.extensions import db
from app.i18n.locales import document_languages
from app.rules.absence import AbsenceReason
from tests.support import statements
from tests.support.client import Browser, forms_in, words
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, NOW, RANDOM_ID, World

TODAY = date(2026, 11, 20)
NEXT = TODAY + timedelta(days=3)
ILL = Said(StatementKind.OWN_ILLNESS, TODAY, TODAY)
HOLIDAY = Said(StatementKind.AWAY, NEXT, NEXT, ground=AwayGround.HOLIDAY)
FUNERAL = Said(StatementKind.AWAY, NEXT, NEXT, ground=AwayGround.DEATH)
BrowserFor = Callable[..., Browser]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


@pytest.fixture
def caseworker(world: World) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def say(world: World, own: OwnCase, said: Said = ILL, minutes: int = 0) -> AbsenceStatement:
    clock = fixed_clock(NOW + timedelta(minutes=minutes))
    actor = world.actor(Role.PARTICIPANT)
    return statements.say(db.session, clock, actor, own.participant_id, said)


def answer(
    world: World, actor: Actor, own: OwnCase, statement: UUID, answer: Answer, reason: str = ""
) -> AbsenceStatementAnswer:
    command = AnswerStatement(own.participant_id, statement, answer, reason)
    return service.answer_statement(db.session, world.clock, actor, command)


def registered(own: OwnCase, absence_id: UUID | None) -> Absence:
    assert absence_id is not None
    return db.session.get_one(Absence, absence_id)


def test_illness_becomes_a_self_certification(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own)
        (waiting,) = list_waiting_statements(db.session, caseworker.scope)
        assert (waiting.participant_id, waiting.count) == (own.participant_id, 1)
        kept = answer(world, caseworker, own, said.id, Answer.SELF_CERTIFIED)
        absence = registered(own, kept.absence_id)
        assert (absence.reason, absence.is_self_certified) == (AbsenceReason.OWN_ILLNESS, True)
        assert (absence.first_day, absence.last_day) == (TODAY, TODAY)
        assert list_waiting_statements(db.session, caseworker.scope) == []


def test_holiday_is_granted_without_a_letter(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own, HOLIDAY)
        kept = answer(world, caseworker, own, said.id, Answer.GRANTED)
        absence = registered(own, kept.absence_id)
        assert (absence.reason, absence.is_granted) == (AbsenceReason.HOLIDAY, True)


def test_a_no_has_a_reason_and_registers_nothing(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own, HOLIDAY)
        before = len(db.session.scalars(select(Absence)).all())
        with pytest.raises(CannotAnswerStatement) as refused:
            answer(world, caseworker, own, said.id, Answer.REJECTED)
        assert refused.value.reason is StatementAnswerRefusal.NO_REASON
        kept = answer(world, caseworker, own, said.id, Answer.REJECTED, "Da er det prøve.")
        assert kept.absence_id is None
        assert len(db.session.scalars(select(Absence)).all()) == before
        with pytest.raises(CannotAnswerStatement) as again:
            answer(world, caseworker, own, said.id, Answer.GRANTED)
        assert again.value.reason is StatementAnswerRefusal.ALREADY_ANSWERED


def test_only_answers_that_fit_are_possible(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        for said in (say(world, own), say(world, own, FUNERAL)):
            for each in set(Answer) - set(answers_to(said.kind, said.ground)):
                with pytest.raises(CannotAnswerStatement) as refused:
                    answer(world, caseworker, own, said.id, each)
                assert refused.value.reason is StatementAnswerRefusal.NOT_POSSIBLE


def test_she_takes_back_what_nobody_has_answered(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own)
        participant = db.session.get_one(Participant, own.participant_id)
        actor = world.actor(Role.PARTICIPANT)
        service.withdraw_statement(db.session, world.clock, actor, participant, said.id)
        assert list_waiting_statements(db.session, caseworker.scope) == []
        with pytest.raises(CannotAnswerStatement):
            answer(world, caseworker, own, said.id, Answer.SELF_CERTIFIED)
        say(world, own)  # and can say it anew


def test_the_same_days_are_told_once_and_not_too_often(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        say(world, own)
        with pytest.raises(CannotMakeStatement) as refused:
            say(world, own)
        assert refused.value.reason is StatementRefusal.WAITING
        for number in range(service.MOST_IN_A_DAY - 1):
            day = TODAY + timedelta(days=3 + number)
            say(world, own, Said(StatementKind.OWN_ILLNESS, day, day))
        day = TODAY + timedelta(days=30)
        with pytest.raises(CannotMakeStatement) as too_many:
            say(world, own, Said(StatementKind.OWN_ILLNESS, day, day))
        assert too_many.value.reason is StatementRefusal.TOO_MANY_TODAY


def test_what_can_be_no_absence_is_refused_at_once(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        long_ago = date(2026, 1, 5)
        for said in (
            Said(StatementKind.OWN_ILLNESS, long_ago, long_ago),
            Said(StatementKind.OWN_ILLNESS, TODAY, TODAY - timedelta(days=1)),
            Said(StatementKind.CHILD_ILLNESS, TODAY, TODAY, child_id=RANDOM_ID),
        ):
            with pytest.raises(CannotRegisterAbsence):
                say(world, own, said)
        assert db.session.scalars(select(AbsenceStatement)).all() == []


def test_what_was_said_never_changes(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        said = say(world, own)
        said.last_day = NEXT
        with pytest.raises(StatementTouched):
            db.session.flush()


def test_days_that_wait_for_an_answer(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own, Said(StatementKind.OWN_ILLNESS, TODAY, NEXT))
        november = month_period(2026, 11)
        days = stated_days(db.session, caseworker.scope, november)
        assert days == {
            own.participant_id: frozenset(TODAY + timedelta(days=number) for number in range(4))
        }
        answer(world, caseworker, own, said.id, Answer.SELF_CERTIFIED)
        assert stated_days(db.session, caseworker.scope, november) == {}


def test_others_neither_see_nor_answer(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        said = say(world, own)
        db.session.commit()
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        assert list_waiting_statements(db.session, stranger.scope) == []
        with pytest.raises(NotFound):
            answer(world, stranger, own, said.id, Answer.SELF_CERTIFIED)
        with pytest.raises(NotPermitted):
            answer(world, world.actor(Role.TEACHER), own, said.id, Answer.SELF_CERTIFIED)
        url = f"/deltakere/{own.participant_id}/fravaer/meldinger/{said.id}"
    browser_for(Role.CASEWORKER, DALHEIM).get(url, 404)
    browser_for(Role.PARTICIPANT).get(url, 403)


def test_every_word_and_look_is_recorded(
    app: Flask, world: World, own: OwnCase, caseworker: Actor
) -> None:
    with app.app_context():
        said = say(world, own)
        answer(world, caseworker, own, said.id, Answer.SELF_CERTIFIED)
        wanted = {Action.ABSENCE_STATED, Action.ABSENCE_STATEMENT_ANSWERED}
        events = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action.in_(wanted)).order_by(AuditEvent.id)
        ).all()
        assert [each.action for each in events] == [
            Action.ABSENCE_STATED,
            Action.ABSENCE_STATEMENT_ANSWERED,
        ]
        assert {each.participant_id for each in events} == {own.participant_id}


def test_from_tigrinya_to_a_registered_absence(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        db.session.get_one(Participant, own.participant_id).reading_language = "ti"
        db.session.commit()
    tigrinya = report_words("ti")
    hers, staff = browser_for(Role.PARTICIPANT), browser_for(Role.CASEWORKER)
    assert tigrinya.text("menu.own_illness") in hers.get("/min-side/meld").text
    url = "/min-side/meld/ny?hva=own_illness"
    wrong = hers.submit(url, {"first_day": "x"}, status=200)
    assert tigrinya.text("errors.days") in wrong.text
    meaning = hers.submit(url, status=200)
    assert tigrinya.text("meaning.title") in meaning.text
    with app.app_context():
        assert db.session.scalars(select(AbsenceStatement)).all() == []
    filled = next(fields for action, fields in forms_in(meaning.text) if "seen" in fields)
    unconfirmed = hers.send(url, filled, status=200)
    assert tigrinya.text("errors.truth") in unconfirmed.text
    hers.send(url, {**filled, "truth": "y"})
    assert tigrinya.text("status.waiting") in hers.get("/min-side/meld").text
    with app.app_context():
        said = db.session.scalars(select(AbsenceStatement)).one()
        assert said.language == "ti"
        assert tigrinya.text("send.truth") in said.shown
        where = f"/deltakere/{own.participant_id}/fravaer/meldinger/{said.id}"
    assert where in staff.get(where.rsplit("/", 1)[0]).text
    assert "Velg hva dere gjør." in words(staff.submit(where, status=200))
    staff.submit(where, {"answer": "self_certified"})
    assert tigrinya.text("status.accepted") in hers.get("/min-side/meld").text


def test_a_forged_meaning_is_shown_again(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    hers = browser_for(Role.PARTICIPANT)
    fields = {"seen": "forged", "truth": "y"}
    hers.submit("/min-side/meld/ny?hva=own_illness", fields, status=200)
    with app.app_context():
        assert db.session.scalars(select(AbsenceStatement)).all() == []


def test_every_language_of_documents_has_the_screens() -> None:
    assert languages_with_words() == {each.code for each in document_languages()}
    assert not report_words("nb").is_draft
    assert report_words("ti").is_draft
    assert report_words("rhg") is report_words("nb")


def test_before_sending_she_reads_how_many_days_are_left(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        db.session.get_one(Participant, own.participant_id).reading_language = "uk"
        db.session.commit()
    hers, ukrainian = browser_for(Role.PARTICIPANT), report_words("uk")
    funeral = hers.submit("/min-side/meld/ny?hva=away", {"ground": "death"}, status=200)
    assert ukrainian.text("meaning.left", days="9") in words(funeral)
    other = hers.submit("/min-side/meld/ny?hva=away", {"ground": "other"}, status=200)
    assert ukrainian.text("meaning.left", days="").rstrip(" .") not in words(other)
