"""Half a year later: the plan is reviewed, changed essentially, compared, and decided."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.enrolment.service import link_user
from app.extensions import db
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans, enrol
from tests.support.plan_walk import follow, press
from tests.support.served import PHONE, Served, check, served
from tests.support.world import NOW, World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

LATER = NOW + timedelta(days=181)
GOALS = "أريد أن أفتح مخبزا."
NEW_GOALS = "أريد أن أعمل في روضة أطفال."
NEW_PLACE = "Solsikken barnehage"


@dataclass(frozen=True)
class Portal(Served):
    """The portal on the day when a plan from half a year ago must be reviewed."""

    plan: str


@pytest.fixture
def portal(app_with: Callable[..., Flask], app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        plans = Plans(world, enrol(world))
        due = replace(
            DETAILS, long_term_goals=GOALS, goals_language="ar", review_due_on=date(2027, 5, 20)
        )
        plans.create(due)
        plans.add(*COMPLETE)
        plans.fix()
        user = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, plans.actor, plans.participant_id, user.id)
        db.session.commit()
    later = World(app_with(fixed_now=LATER))
    with served(later, Role.CASEWORKER, Role.PARTICIPANT) as found:
        plan = f"/deltakere/{plans.participant_id}/plan"
        yield Portal(found.address, found.browser, found.tokens, plan)


def test_a_review_leads_to_a_decision_about_an_essential_change(portal: Portal) -> None:
    office = portal.page(Role.CASEWORKER)
    review(office, portal.plan)
    change(office, portal.plan)
    judge_and_fix(office, portal.plan)
    compare(office, f"{portal.plan}/versjoner/2/mot/1")
    own = portal.page(Role.PARTICIPANT, "ar", PHONE)
    own.goto("/min-side/plan/endringer")
    for said in (GOALS, NEW_GOALS):
        expect(own.locator("p[lang=ar]", has_text=said).first).to_be_visible()
    expect(own.locator("p[lang=nb]", has_text=NEW_PLACE)).to_be_visible()
    check(own)
    office.goto("/arbeidsliste")
    expect(office.get_by_role("cell", name="Skriv vedtaket om")).to_be_visible()
    office.goto(portal.plan.removesuffix("plan") + "vedtak")
    press(office, "Skriv vedtaket")
    expect(office.locator("[name=reasons]")).to_be_visible()
    check(office)


def review(page: Page, plan: str) -> None:
    """Write down the talk, in her words where they are hers."""
    page.goto(plan)
    follow(page, "Vurder planen")
    page.locator("[name=achieved]").fill("Norsk går bedre.")
    page.locator("[name=participant_words]").fill(NEW_GOALS)
    page.locator("[name=changes]").fill("Praksis i barnehage i stedet for bakeri.")
    page.locator("[name=outcome][value=new_version]").check()
    page.locator("[name=interpreter_use][value=none]").check()
    page.locator("[name=no_interpreter_reason]").select_option("staff_speaks_language")
    press(page, "Lagre vurderingen")
    expect(page.get_by_text("Utkast, versjon 2")).to_be_visible()


def change(page: Page, plan: str) -> None:
    """Change the goals and the practice in the meeting."""
    page.goto(f"{plan}/mote")
    page.get_by_label("Langsiktige mål").fill(NEW_GOALS)
    page.locator("details:has([name=elements-4-place]) > summary").click()
    page.locator("[name=elements-4-place]").fill(NEW_PLACE)
    page.locator("[name=elements-4-hours_per_week]").fill("20")
    press(page, "Lagre utkastet")
    expect(page.get_by_text("Planen er lagret som utkast.")).to_be_visible()


def judge_and_fix(page: Page, plan: str) -> None:
    page.goto(plan)
    expect(page.get_by_role("button", name="Fastsett planen")).to_have_count(0)
    page.goto(f"{plan}/endring")
    check(page)
    page.locator("[name=kind][value=essential]").check()
    page.locator("[name=reason]").fill("Målet er et annet yrke.")
    press(page, "Lagre")
    press(page, "Fastsett planen")
    expect(page.get_by_text("Planen som gjelder, versjon 2")).to_be_visible()


def compare(page: Page, difference: str) -> None:
    """The sentences and the table tell the same, each text in its language."""
    page.goto(difference)
    check(page)
    for said in (GOALS, NEW_GOALS):
        expect(page.locator("p[lang=ar]", has_text=said)).to_have_count(2)
    expect(page.get_by_text("Timer i uka: flere, fra")).to_be_visible()
    row = page.locator("tr", has_text="Praksis på en arbeidsplass")
    expect(row).to_contain_text("Endret")
    expect(row.locator("td").first).not_to_contain_text(NEW_PLACE)
    expect(row.locator("td").last).to_contain_text(f"Sted: {NEW_PLACE}")
