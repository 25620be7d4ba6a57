"""Plans where people do what nobody planned: twice, back again, at once, and far too long."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.enrolment.service import link_user
from app.extensions import db
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans, enrol
from tests.support.plan_walk import press
from tests.support.served import PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

ENDLESS = "بلانهاية" * 40
LONG_NAME = "Kombinasjonspraksisplassoppfølging" * 5
TWICE = "form => { form.requestSubmit(); form.requestSubmit(); }"


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with a draft that lacks nothing, and words without an end."""

    plan: str


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        plans = Plans(world, enrol(world))
        plans.create(replace(DETAILS, long_term_goals=ENDLESS, goals_language="ar"))
        *others, practice = COMPLETE
        plans.add(*others, replace(practice, title=LONG_NAME, place=LONG_NAME, reason=LONG_NAME))
        user = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, plans.actor, plans.participant_id, user.id)
        db.session.commit()
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as found:
        plan = f"/deltakere/{plans.participant_id}/plan"
        yield Portal(found.address, found.browser, found.tokens, plan)


def test_a_plan_is_fixed_once_however_often_it_is_sent(portal: Portal) -> None:
    page = portal.page(Role.CASEWORKER)
    page.goto(portal.plan)
    page.locator("form[action$='/fastsett']").evaluate(TWICE)
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    page.locator("form", has=page.get_by_role("button", name="Lag ny versjon")).evaluate(TWICE)
    expect(page.get_by_text("Utkast, versjon 2")).to_be_visible()
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    expect(page.locator("#versions tbody tr")).to_have_count(2)


def test_a_button_on_a_page_from_before_changes_nothing(portal: Portal) -> None:
    page = portal.page(Role.CASEWORKER)
    page.goto(portal.plan)
    old = page.context.new_page()
    old.goto(portal.plan)
    press(page, "Fastsett planen")
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    press(old, "Fastsett planen")
    expect(old.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()
    page.goto(portal.plan)
    expect(page.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    expect(page.locator("#draft-heading")).to_have_count(0)


def test_two_who_meet_at_once_lose_nothing(portal: Portal) -> None:
    first, second = portal.page(Role.CASEWORKER), portal.page(Role.CASEWORKER)
    for page in (first, second):
        page.goto(f"{portal.plan}/mote")
    first.locator("[name=norwegian_hours]").fill("700")
    press(first, "Lagre utkastet")
    expect(first.get_by_text("Planen er lagret som utkast.")).to_be_visible()
    second.locator("[name=participation_note]").fill("Hun vil ha kveldskurs.")
    press(second, "Lagre utkastet")
    expect(second.get_by_text("Andre har endret dette siden du åpnet siden")).to_be_visible()
    expect(second.get_by_text("700").first).to_be_visible()
    check(second)
    second.locator("[name=norwegian_hours]").fill("700")
    press(second, "Lagre utkastet")
    first.reload()
    expect(first.locator("[name=participation_note]")).to_have_value("Hun vil ha kveldskurs.")
    expect(first.locator("[name=norwegian_hours]")).to_have_value("700")


def test_words_without_an_end_stay_on_the_screen(portal: Portal) -> None:
    office = portal.page(Role.CASEWORKER, "nb", PHONE)
    for path in ("/mote", "", "/versjoner/1/tekster", "/elementer/ny"):
        office.goto(portal.plan + path)
        check(office)
    office.goto(portal.plan)
    press(office, "Fastsett planen")
    expect(office.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    for path in ("", "/vurdering", "/bekreftelser/ny", "/versjoner/1/mot/1"):
        office.goto(portal.plan + path)
        check(office)
    own = portal.page(Role.PARTICIPANT, "ar", PHONE)
    for path in ("/min-side/plan", "/min-side/plan?norsk=ja", "/min-side/plan/forslag/nytt"):
        own.goto(path)
        check(own)
