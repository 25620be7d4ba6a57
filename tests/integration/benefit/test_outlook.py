"""Quotas on any day, and what days away would mean, against what registering them then gives."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.attendance import service as attendance
from app.attendance.balances.service import read_balances
from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.attendance.errors import AbsenceRefusal, CannotRegisterAbsence
from app.attendance.models import Absence
from app.benefit.outlook.asking import Question, Way, ways_of
from app.benefit.outlook.service import look_ahead
from app.benefit.service.prepare import assess_month
from app.core.actor import Role
from app.core.clock import today
from app.core.errors import NotFound
from app.core.period import Period, month_period
from app.extensions import db
from app.rules.absence import AbsenceReason, WelfareGround
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
CountQueries = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def paid(world: World, who: UUID, month: Period) -> int:
    scope = world.actor(Role.CASEWORKER).scope
    found = assess_month(db.session, scope, month, today(world.clock), participant_id=who)
    return found[0][1].payout_ore


def asked(reason: AbsenceReason, first_day: date, last_day: date) -> Question:
    ground = WelfareGround.WEDDING if reason is AbsenceReason.WELFARE_LEAVE else None
    return Question(first_day, last_day, reason, welfare_ground=ground)


@pytest.mark.parametrize(
    ("reason", "first_day", "last_day"),
    [
        (AbsenceReason.OWN_ILLNESS, date(2026, 11, 24), date(2026, 11, 25)),
        (AbsenceReason.WELFARE_LEAVE, date(2026, 11, 26), date(2026, 12, 2)),
        (AbsenceReason.RELIGIOUS_HOLIDAY, date(2026, 12, 14), date(2026, 12, 14)),
        (AbsenceReason.PERMISSION, date(2026, 11, 30), date(2026, 12, 1)),
    ],
)
def test_what_is_foretold_is_what_registering_gives(
    app: Flask, world: World, own: OwnCase, reason: AbsenceReason, first_day: date, last_day: date
) -> None:
    who = own.participant_id
    months = [month_period(2026, month) for month in range(first_day.month, last_day.month + 1)]
    costs = {}
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        before = sum(paid(world, who, month) for month in months)
        for way, content in ways_of(asked(reason, first_day, last_day), today(world.clock)):
            foretold = look_ahead(db.session, world.clock, actor.scope, who, content)
            with db.session.begin_nested() as trial:
                command = RegisterAbsence(who, content)
                attendance.register_absence(db.session, world.clock, actor, command)
                after = sum(paid(world, who, month) for month in months)
                trial.rollback()
            assert foretold.cost_ore == before - after
            assert foretold.ends_on_after >= foretold.ends_on_before
            costs[way] = foretold.cost_ore
    if Way.NOTHING in costs:
        assert costs[Way.NOTHING] > min(costs.values()) >= 0


def test_asking_saves_nothing(app: Flask, world: World, own: OwnCase) -> None:
    content = AbsenceContent(date(2026, 11, 24), date(2026, 11, 24), AbsenceReason.NONE)
    with app.app_context():
        scope = world.actor(Role.CASEWORKER).scope
        before = db.session.scalar(select(func.count()).select_from(Absence))
        look_ahead(db.session, world.clock, scope, own.participant_id, content)
        db.session.commit()
        assert db.session.scalar(select(func.count()).select_from(Absence)) == before


def test_days_that_cannot_be_are_refused_and_other_municipalities_see_nobody(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        scope, who = world.actor(Role.CASEWORKER).scope, own.participant_id
        ill = AbsenceContent(date(2026, 11, 17), date(2026, 11, 18), AbsenceReason.OWN_ILLNESS)
        with pytest.raises(CannotRegisterAbsence) as refused:
            look_ahead(db.session, world.clock, scope, who, ill)
        assert refused.value.reason is AbsenceRefusal.OVERLAPS
        elsewhere = world.actor(Role.CASEWORKER, DALHEIM).scope
        with pytest.raises(NotFound):
            look_ahead(db.session, world.clock, elsewhere, who, ill)
        with pytest.raises(NotFound):
            read_balances(db.session, elsewhere, who, date(2026, 11, 20))


def test_quotas_stand_as_they_did_on_the_day(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        scope, who = world.actor(Role.CASEWORKER).scope, own.participant_id

        def left(on: date) -> int:
            balances = read_balances(db.session, scope, who, on).balances
            assert balances is not None
            return balances.self_certification.days_left

        # ill on 17 November with self-certification: the day counts for 16 days, and no longer
        assert [left(date(2026, 11, day)) for day in (16, 17, 20)] == [3, 2, 2]
        assert left(date(2026, 12, 31)) == 3
        book = read_balances(db.session, scope, who, date(2026, 9, 1))
        assert book.balances is None
        assert book.programme_starts_on == date(2026, 9, 14)


def test_the_pages_of_the_caseworker(app: Flask, own: OwnCase, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    case = f"/deltakere/{own.participant_id}/fravaer"
    assert "2 av 3 kalenderdager igjen" in browser.get(f"{case}/kvoter").text
    assert "3 av 3 kalenderdager igjen" in browser.get(f"{case}/kvoter?dag=2026-11-16").text
    assert "Programmet begynner 14.09.2026" in browser.get(f"{case}/kvoter?dag=01.09.2026").text
    for odd in ("i+morgen", "1899-01-01", "2090-01-01", "2026-02-30"):
        page = browser.get(f"{case}/kvoter?dag={odd}").text
        assert "2 av 3 kalenderdager igjen" in page, "today is shown instead"
        assert "dag-error" in page
    answer = browser.submit(
        f"{case}/spor",
        {"first_day": "2026-11-24", "last_day": "2026-11-24", "reason": "permission"},
        status=200,
    ).text
    assert "Når kommunen har sagt ja" in answer
    assert "Stønaden blir" in answer
    refused = browser.submit(
        f"{case}/spor",
        {"first_day": "2026-11-25", "last_day": "2026-11-24", "reason": "own_illness"},
        status=200,
    ).text
    assert "Den siste dagen kan ikke være før den første." in refused
    assert "2026-11-25" in refused
    child = {"first_day": "2026-11-24", "last_day": "2026-11-24", "reason": "child_illness"}
    assert (
        "Velg hvilket barn som er sykt." in browser.submit(f"{case}/spor", child, status=200).text
    )


def test_the_pages_of_the_participant(app: Flask, own: OwnCase, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.PARTICIPANT)
    assert "2 av 3 kalenderdager igjen" in browser.get("/min-side/fravaer/kvoter").text
    answer = browser.submit(
        "/min-side/fravaer/spor",
        {"first_day": "2026-11-24", "last_day": "2026-11-24", "reason": "own_illness"},
        status=200,
    ).text
    for way in ("Med egenmelding", "Med legeerklæring", "Uten noe av dette"):
        assert way in answer


def test_somebody_without_a_programme(app: Flask, world: World, browser_for: BrowserFor) -> None:
    with app.app_context():
        who = enrol(db.session, world.clock, world.actor(Role.CASEWORKER)).id
        db.session.commit()
    browser, case = browser_for(Role.CASEWORKER), f"/deltakere/{who}/fravaer"
    assert "Deltakeren har ikke noe program ennå." in browser.get(f"{case}/kvoter").text
    asked_for = {"first_day": "2026-11-24", "last_day": "2026-11-24", "reason": "permission"}
    page = browser.submit(f"{case}/spor", asked_for, status=200).text
    assert "Deltakeren har ikke noe program ennå." in page


def test_the_number_of_queries_does_not_grow_with_the_history(
    app: Flask, world: World, own: OwnCase, count_queries: CountQueries
) -> None:
    content = AbsenceContent(date(2026, 12, 7), date(2026, 12, 7), AbsenceReason.PERMISSION)

    def asks() -> int:
        with app.app_context():
            scope = world.actor(Role.CASEWORKER).scope
            with count_queries() as counted:
                look_ahead(db.session, world.clock, scope, own.participant_id, content)
            return len(counted)

    before = asks()
    with app.app_context():
        for day in range(23, 28):
            ill = AbsenceContent(
                date(2026, 11, day),
                date(2026, 11, day),
                AbsenceReason.OWN_ILLNESS,
                has_medical_certificate=True,
            )
            command = RegisterAbsence(own.participant_id, ill)
            attendance.register_absence(
                db.session, world.clock, world.actor(Role.CASEWORKER), command
            )
        db.session.commit()
    assert asks() == before
