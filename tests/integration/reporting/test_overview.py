"""The overview: sums of approved months, and papers that are missing."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.attendance import service as attendance
from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.benefit.models import Payment
from app.core.actor import Role
from app.extensions import db
from app.reporting.overview.service import open_overview
from app.rules.absence import AbsenceReason
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
CountQueries = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def register(world: World, own: OwnCase, day: date, reason: AbsenceReason, **more: bool) -> None:
    content = AbsenceContent(day, day, reason, **more)  # type: ignore[arg-type]
    command = RegisterAbsence(own.participant_id, content)
    attendance.register_absence(db.session, world.clock, world.actor(Role.CASEWORKER), command)


def test_months_are_the_sums_of_their_payments(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        overview = open_overview(db.session, world.clock, world.actor(Role.LEADER))
        (month,) = overview.months
        assert month.first_day == date(2026, 10, 1)
        assert month.gross - month.absence - month.unpaid_leave - month.other == month.payout
        assert month.payout == db.session.scalar(select(func.sum(Payment.payout_ore)))
        assert (month.people, month.reduced) == (1, 1)
        elsewhere = open_overview(db.session, world.clock, world.actor(Role.LEADER, DALHEIM))
        assert (elsewhere.months, elsewhere.people) == ((), {})


def test_what_is_missing_is_listed_until_it_comes(
    app: Flask, world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with app.app_context():
        register(world, own, date(2026, 11, 9), AbsenceReason.OWN_ILLNESS)
        register(world, own, date(2026, 11, 10), AbsenceReason.PERMISSION)
        register(world, own, date(2026, 11, 11), AbsenceReason.PERMISSION, is_granted=True)
        ill = date(2026, 11, 13)
        register(world, own, ill, AbsenceReason.OWN_ILLNESS, has_medical_certificate=True)
        db.session.commit()
        overview = open_overview(db.session, world.clock, world.actor(Role.LEADER))
        assert [each.first_day.day for each in overview.undocumented] == [9, 10]
        assert {each.day for each in overview.unexplained} == {
            date(2026, 10, 6),
            date(2026, 11, 12),
        }
        nobody = world.user(Role.TEACHER).id
        others = open_overview(db.session, world.clock, world.actor(Role.LEADER), adviser_id=nobody)
        assert others.unexplained == others.undocumented == ()
    page = browser_for(Role.CASEWORKER).get("/oversikt").text
    assert "Egen sykdom: Egenmelding eller legeerklæring" in page
    assert "Grunnen til 1 dag borte (6 timer)" in page
    assert "oktober 2026" in page
    assert browser_for(Role.LEADER).get("/oversikt?visning=x").status_code == 200


def test_queries_do_not_grow(
    app: Flask, world: World, own: OwnCase, count_queries: CountQueries
) -> None:
    with app.app_context():

        def counted() -> int:
            db.session.commit()
            with count_queries() as queries:
                open_overview(db.session, world.clock, world.actor(Role.LEADER))
            return len(queries)

        before = counted()
        for day in range(2, 7):
            register(world, own, date(2026, 11, day), AbsenceReason.OWN_ILLNESS)
        assert counted() == before
