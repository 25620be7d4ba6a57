"""A plan on its way: sent to the leader, approved, fixed, answered from a phone, and decided."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.enrolment.service import link_user
from app.extensions import db
from tests.integration.plans.conftest import COMPLETE, Plans, enrol
from tests.support.served import DESKTOP, PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

WORDS = "لا أريد العمل في المخبز."


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with a draft that lacks nothing."""

    plan: str
    """Path of the plan's page."""


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        plans = Plans(world, enrol(world))
        municipality = get_municipality(db.session, plans.actor.scope)
        municipality.policies = {**municipality.policies, "plan_approval": "leader"}
        plans.create()
        plans.add(*COMPLETE)
        user = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, plans.actor, plans.participant_id, user.id)
        db.session.commit()
    plan = f"/deltakere/{plans.participant_id}/plan"
    with served(world, Role.CASEWORKER, Role.LEADER, Role.PARTICIPANT) as found:
        yield Portal(found.address, found.browser, found.tokens, plan)


def press(page: Page, name: str) -> None:
    """Press a button as somebody without a mouse does."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def test_a_plan_is_approved_fixed_answered_and_decided(portal: Portal) -> None:
    caseworker = portal.page(Role.CASEWORKER)
    caseworker.goto(portal.plan)
    expect(caseworker.get_by_role("button", name="Fastsett planen")).to_have_count(0)
    check(caseworker)
    follow(caseworker, "Send til godkjenning")
    caseworker.locator("[name=note]").fill("Praksisen er avtalt.")
    check(caseworker)
    press(caseworker, "Send utkastet")
    expect(caseworker.get_by_text("Venter på leder")).to_be_visible()

    leader = portal.page(Role.LEADER)
    leader.goto(portal.plan)
    follow(leader, "Les og svar")
    expect(leader.get_by_text("Praksisen er avtalt.")).to_be_visible()
    check(leader)
    leader.locator("[name=outcome][value=approved]").focus()
    leader.keyboard.press("Space")
    press(leader, "Lagre svaret")
    expect(leader.get_by_text("Godkjent", exact=True)).to_be_visible()

    caseworker.reload()
    press(caseworker, "Fastsett planen")
    expect(caseworker.get_by_text("Planen som gjelder, versjon 1")).to_be_visible()
    expect(caseworker.get_by_text("Deltakeren har ikke svart på planen ennå.")).to_be_visible()
    check(caseworker)

    participant = portal.page(Role.PARTICIPANT, "ar", PHONE)
    participant.goto("/min-side/plan")
    check(participant)
    participant.goto("/min-side/plan/svar")
    expect(participant.locator("html")).to_have_attribute("dir", "rtl")
    check(participant)
    participant.locator("[name=kind][value=disagrees]").focus()
    participant.keyboard.press("Space")
    participant.locator("[name=words]").focus()
    participant.keyboard.type(WORDS)
    participant.locator("main form [type=submit]").last.focus()
    participant.keyboard.press("Enter")
    expect(participant.locator("blockquote")).to_have_text(WORDS)
    assert participant.locator("blockquote").get_attribute("lang") == "ar"
    check(participant)

    caseworker.reload()
    follow(caseworker, "Avgjør uenigheten")
    expect(caseworker.get_by_text(WORDS)).to_be_visible()
    caseworker.locator("[name=outcome][value=plan_stands]").check()
    caseworker.locator("[name=reason]").fill("Praksisen gir mest norsk.")
    check(caseworker)
    press(caseworker, "Lagre avgjørelsen")
    expect(
        caseworker.get_by_text("Kommunen har bestemt at planen blir som den er.")
    ).to_be_visible()
    participant.reload()
    expect(participant.get_by_text("Praksisen gir mest norsk.")).to_be_visible()
    check(participant)


@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_pages_about_changes_fit_the_screen(portal: Portal, language: str, width: int) -> None:
    leader = portal.page(Role.LEADER, language, width)
    for path in ("/svar", "/uenighet", "/godkjenning", "/versjoner/1/mot/1"):
        leader.goto(portal.plan + path)
        expect(leader.locator("html")).to_have_attribute("lang", language)
        check(leader)
    participant = portal.page(Role.PARTICIPANT, language, width)
    participant.goto("/min-side/plan/endringer")
    check(participant)
