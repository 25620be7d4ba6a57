"""The worklist: what waits, for whom, and who was seen."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit import service as benefit
from app.benefit.commands import PrepareRun
from app.core.actor import CASE_STAFF, Role
from app.core.clock import fixed_clock
from app.extensions import db
from app.reporting.worklist.service import open_worklist
from app.reporting.worklist.tasks import Section
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.school import begin_programme
from tests.support.world import DALHEIM, NOW, World

BrowserFor = Callable[..., Browser]
CountQueries = Callable[[], AbstractContextManager[list[str]]]

URL = "/arbeidsliste"
EVERYONE = f"{URL}?visning=alle"


def newcomer(world: World, family_name: str, settled_on: date, domain: str = "") -> UUID:
    """Enrol somebody without decision or plan."""
    actor = world.actor(Role.CASEWORKER, domain) if domain else world.actor(Role.CASEWORKER)
    participant = enrol(
        db.session,
        world.clock,
        actor,
        family_name=family_name,
        settled_on=settled_on,
        first_lived_with_permit_on=settled_on,
        identity_number="",
    )
    db.session.commit()
    return participant.id


def section(page: str, name: str) -> str:
    """Return the part of the page below this heading."""
    after = page.split(f'<h2 id="{name}">')[1]
    return after.split("<h2")[0]


@pytest.fixture
def leader(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.LEADER)


def test_nothing_waits_where_there_is_nobody(leader: Browser) -> None:
    page = leader.get(URL).text
    assert page.count("Ingenting haster her.") == 5
    assert "Alt er gjort." in page


def test_case_staff_start_here(browser_for: BrowserFor) -> None:
    for role in CASE_STAFF:
        assert browser_for(role).client.get("/").location == URL


def test_those_with_the_right_must_have_a_decision_in_three_months(
    app: Flask, world: World, leader: Browser
) -> None:
    with app.app_context():
        newcomer(world, "Frist-Ute", date(2026, 8, 10))
        late = newcomer(world, "Lenge-Ute", date(2026, 8, 1))
        newcomer(world, "God-Tid", date(2026, 11, 2))
    found = section(leader.get(URL).text, "decisions")
    assert "01.11.2026" in found
    assert "19 dager over fristen" in found
    assert "74 dager igjen" in found
    assert "integreringsloven § 12" in found
    names = re.findall(r"Lenge-Ute|Frist-Ute|God-Tid", found)
    assert list(dict.fromkeys(names)) == ["Lenge-Ute", "Frist-Ute", "God-Tid"]
    assert f'href="/deltakere/{late}/plan"' in found


def test_a_draft_waits_for_being_fixed(app: Flask, world: World, leader: Browser) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        begin_programme(db.session, world.clock, actor, participant)
        db.session.commit()
    page = leader.get(URL).text
    assert "utkast" in section(page, "plans")
    assert "01.09.2026" in section(page, "plans"), "the plan is made with the decision"
    assert "Ingenting haster her." in section(page, "decisions")


def test_a_fixed_plan_waits_for_paper_then_signature_and_review(
    app: Flask, world: World, leader: Browser, run_jobs: Callable[[], int]
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        url = f"/deltakere/{participant.id}/erklaering"
    page = leader.get(URL).text
    assert "Lag papiret til planen fra 07.09.2026" in section(page, "papers")
    assert f'href="{url}"' in section(page, "papers")
    assert "Ingenting haster her." in section(page, "plans"), "17 days are too early"
    leader.submit(url, {"language": "ar"})
    waiting = section(leader.get(URL).text, "papers")
    assert "Registrer underskriften på papiret fra 20.11.2026" in waiting
    assert f'href="{url}"' in waiting, "there is nothing to sign before the sheet is made"
    run_jobs()
    found = re.search(rf'href="({url}/[^"]+/underskrift)"', leader.get(URL).text)
    assert found is not None
    leader.get(found[1])


@pytest.mark.parametrize(("day", "shown"), [(22, []), (23, [date(2026, 12, 7)])])
def test_a_review_is_shown_two_weeks_ahead(
    app: Flask, world: World, day: int, shown: list[date]
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        fix_plan(db.session, world.clock, actor, enrol(db.session, world.clock, actor))
        clock = fixed_clock(NOW.replace(day=day))
        worklist = open_worklist(db.session, clock, actor, InstallationDates())
        assert [task.due_on for task in worklist.tasks[Section.PLANS]] == shown


def test_absence_without_reason_waits_until_the_month_ends(
    app: Flask, world: World, leader: Browser
) -> None:
    with app.app_context():
        own = build_own_case(db.session, world)
    found = section(leader.get(URL).text, "absences")
    assert "Finn grunnen til fraværet 12.11.2026" in found
    assert "30.11.2026" in found
    assert "10 dager igjen" in found
    assert f'href="/deltakere/{own.participant_id}/fravaer#mangler-grunn"' in found
    assert "06.10.2026" not in found, "October is approved"


def test_a_month_goes_from_prepared_to_file(app: Flask, world: World, leader: Browser) -> None:
    with app.app_context():
        own = build_own_case(db.session, world)
    found = section(leader.get(URL).text, "payments")
    assert "Lag utbetalingsfilen" in found
    assert f'href="/utbetaling/{own.run_id}"' in found
    leader.submit(f"/utbetaling/{own.run_id}", action=f"/utbetaling/{own.run_id}/fil")
    assert "Ingenting haster her." in section(leader.get(URL).text, "payments")


def test_a_month_that_nobody_prepared_waits(app: Flask, world: World, leader: Browser) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        fix_plan(db.session, world.clock, actor, enrol(db.session, world.clock, actor))
        db.session.commit()
    found = section(leader.get(URL).text, "payments")
    assert "oktober 2026" in found
    assert "Beregn måneden" in found
    with app.app_context():
        benefit.prepare_run(
            db.session, fixed_clock(NOW), world.actor(Role.CASEWORKER), PrepareRun(2026, 10)
        )
        db.session.commit()
    found = section(leader.get(URL).text, "payments")
    assert "Godkjenn utbetalingen" in found
    assert "Beregn måneden" not in found


def test_mine_are_those_whom_i_follow_up(app: Flask, world: World, browser_for: BrowserFor) -> None:
    with app.app_context():
        mine = world.actor(Role.CASEWORKER)
        enrol(db.session, world.clock, mine, family_name="Min", adviser_id=mine.user_id)
        enrol(db.session, world.clock, mine, family_name="Annens")
        db.session.commit()
    caseworker = browser_for(Role.CASEWORKER)
    assert "Layla Min" in caseworker.get(URL).text
    assert "Layla Annens" not in caseworker.get(URL).text
    assert "Layla Annens" in caseworker.get(EVERYONE).text
    assert "Layla Annens" in browser_for(Role.LEADER).get(URL).text
    assert "Layla Annens" not in caseworker.get(f"{URL}?visning=ukjent").text


def test_another_municipality_sees_none_of_it(
    app: Flask, world: World, browser_for: BrowserFor
) -> None:
    with app.app_context():
        own: OwnCase = build_own_case(db.session, world)
        newcomer(world, "Nykommer", date(2026, 8, 1))
    page = browser_for(Role.LEADER, DALHEIM).get(EVERYONE).text
    assert "Layla" not in page
    assert str(own.participant_id) not in page
    assert page.count("Ingenting haster her.") == 5


def test_the_look_names_everyone_who_was_seen(app: Flask, world: World, leader: Browser) -> None:
    with app.app_context():
        own = build_own_case(db.session, world)
        seen = newcomer(world, "Nykommer", date(2026, 8, 1))
    leader.get(URL)
    with app.app_context():
        looks = select(AuditEvent).where(AuditEvent.action == Action.WORKLIST_VIEWED)
        (event,) = db.session.scalars(looks)
        assert set(event.details["participant_ids"]) == {str(own.participant_id), str(seen)}


@pytest.mark.parametrize("role", sorted(set(Role) - CASE_STAFF))
def test_only_case_staff_have_a_worklist(browser_for: BrowserFor, role: Role) -> None:
    browser_for(role).get(URL, status=403)


def test_the_number_of_queries_does_not_grow(
    app: Flask, world: World, leader: Browser, count_queries: CountQueries
) -> None:
    with app.app_context():
        build_own_case(db.session, world)
        newcomer(world, "Første", date(2026, 8, 1))
    leader.get(URL)
    with count_queries() as few:
        leader.get(URL)
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        for number in range(6):
            newcomer(world, f"Ny {number}", date(2026, 9, 1))
            fix_plan(db.session, world.clock, actor, enrol(db.session, world.clock, actor))
        db.session.commit()
    with count_queries() as many:
        leader.get(URL)
    assert len(many) == len(few)
