"""Attendance as pictures: a group's weeks, and a participant's year."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.heatmap.service import DayState, open_group_heat, read_year
from app.attendance.models import GroupMembership
from app.core.actor import Role
from app.core.errors import NotFound
from app.extensions import db
from app.rules.absence import AbsenceReason
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


def group_of(own: OwnCase) -> UUID:
    return db.session.scalars(
        select(GroupMembership.group_id).where(GroupMembership.participant_id == own.participant_id)
    ).one()


def test_a_week_says_how_much_was_missed(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        heat = open_group_heat(db.session, world.clock, actor, group_of(own), date(2026, 11, 20))
        assert heat.mondays[-1] == date(2026, 11, 16)
        assert len(heat.mondays) == 16
        weeks = {monday: heat.weeks.get((own.participant_id, monday)) for monday in heat.mondays}
        october = weeks[date(2026, 10, 5)]
        assert october is not None
        # five days of six hours, and one of them missed
        assert (october.scheduled, october.missed, october.unmarked) == (1800, 360, 0)
        whole = weeks[date(2026, 10, 12)]
        assert whole is not None
        assert whole.missed == 0
        assert weeks[date(2026, 9, 7)] is None, "before the group began"
        elsewhere, group_id = world.actor(Role.CASEWORKER, DALHEIM), group_of(own)
        with pytest.raises(NotFound):
            open_group_heat(db.session, world.clock, elsewhere, group_id, date(2026, 11, 20))


def test_a_year_says_what_each_day_was(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        scope = world.actor(Role.CASEWORKER).scope
        year = read_year(db.session, world.clock, scope, own.participant_id, 2026)
        assert year.days[date(2026, 10, 6)].state is DayState.UNEXPLAINED
        assert year.days[date(2026, 10, 6)].missed == 360
        assert year.days[date(2026, 11, 17)].state is DayState.LAWFUL
        assert year.days[date(2026, 11, 17)].reason is AbsenceReason.OWN_ILLNESS
        assert year.days[date(2026, 11, 18)].state is DayState.PRESENT
        assert year.days[date(2026, 11, 23)].state is DayState.PLANNED
        assert date(2026, 11, 21) not in year.days, "a Saturday"
        assert read_year(db.session, world.clock, scope, own.participant_id, 2025).days == {}


def test_pages(app: Flask, own: OwnCase, browser_for: BrowserFor) -> None:
    with app.app_context():
        group_id = group_of(own)
    caseworker = browser_for(Role.CASEWORKER)
    page = caseworker.get(f"/grupper/{group_id}/oppmote").text
    assert "Uke 41: 20 prosent borte" in page
    for odd in ("", "?dag=x", "?dag=1066-10-14", "?dag=9999-12-31"):
        caseworker.get(f"/grupper/{group_id}/oppmote{odd}")
    year = caseworker.get(f"/deltakere/{own.participant_id}/fravaer/aar").text
    assert "Mangler grunn" in year
    assert "Lovlig, med stønad: Egen sykdom" in year
    for odd in ("?aar=0", "?aar=99999999999", "?aar=x"):
        assert (
            "Oppmøte i 2026"
            in caseworker.get(f"/deltakere/{own.participant_id}/fravaer/aar{odd}").text
        )
    mine = browser_for(Role.PARTICIPANT).get("/min-side/fravaer/aar").text
    assert "Lovlig, med stønad: Egen sykdom" in mine


def test_somebody_without_a_programme(app: Flask, world: World, browser_for: BrowserFor) -> None:
    with app.app_context():
        who = enrol(db.session, world.clock, world.actor(Role.CASEWORKER)).id
        db.session.commit()
    page = browser_for(Role.CASEWORKER).get(f"/deltakere/{who}/fravaer/aar").text
    assert "Deltakeren har ikke noe program ennå." in page


def test_queries_do_not_grow_with_the_group(
    app: Flask, world: World, own: OwnCase, count_queries: CountQueries
) -> None:
    with app.app_context():
        actor, group_id = world.actor(Role.CASEWORKER), group_of(own)

        def counted() -> int:
            db.session.expunge_all()
            with count_queries() as queries:
                open_group_heat(db.session, world.clock, actor, group_id, date(2026, 11, 20))
            return len(queries)

        db.session.commit()  # as below: a transaction of its own begins with the first question
        before = counted()
        for _ in range(5):
            member = enrol(db.session, world.clock, actor).id
            db.session.add(
                GroupMembership(
                    group_id=group_id, participant_id=member, first_day=date(2026, 9, 14)
                )
            )
        db.session.commit()
        assert counted() == before
