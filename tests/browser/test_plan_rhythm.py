"""A plan that lives: an event, a review that wants changes, their difference, and the week."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.extensions import db
from tests.integration.plans.conftest import Plans
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with a plan that holds and a timetable."""

    plans: Plans


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        plans = Plans(world, build_own_case(db.session, world).participant_id)
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as found:
        yield Portal(found.address, found.browser, found.tokens, plans)


def press(page: Page, name: str) -> None:
    """Press a button as somebody without a mouse does."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def choose(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value={value}]").focus()
    page.keyboard.press("Space")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_a_review_leads_to_a_new_version_with_its_difference(
    app: Flask, portal: Portal, width: int
) -> None:
    page = portal.page(Role.CASEWORKER, "nb", width)
    plan = f"/deltakere/{portal.plans.participant_id}/plan"
    page.goto(f"{plan}/hendelser/ny")
    check(page)
    choose(page, "kind", "long_sickness")
    page.locator("[name=note]").fill("Trenger kortere dager.")
    press(page, "Registrer hendelsen")
    expect(page.get_by_role("heading", name="Deltakeren er syk lenge")).to_be_visible()
    check(page)
    page.goto(f"{plan}/vurdering")
    check(page)
    page.locator("[name=achieved]").fill("Norsk går bedre.")
    page.locator("[name=participant_words]").fill("أحب المخبز")
    choose(page, "outcome", "new_version")
    choose(page, "interpreter_use", "none")
    page.locator("[name=no_interpreter_reason]").select_option("staff_speaks_language")
    press(page, "Lagre vurderingen")
    expect(page.get_by_text("Utkast, versjon 2")).to_be_visible()
    with app.app_context():
        portal.plans.judge()
        portal.plans.fix()
        db.session.commit()
    page.goto(f"{plan}/vurderinger")
    expect(page.locator("p[lang=ar]")).to_have_text("أحب المخبز")
    check(page)
    page.get_by_role("link", name="Se hva som ble endret i versjon 2").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{portal.address}{plan}/versjoner/2/mot/1")


@pytest.mark.parametrize("width", [DESKTOP, PHONE])
def test_the_week_is_read_in_arabic_and_goes_into_a_calendar(portal: Portal, width: int) -> None:
    page = portal.page(Role.PARTICIPANT, "ar", width)
    page.goto("/min-side/ukeplan")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("heading", name="الجمعة")).to_be_visible()
    expect(page.get_by_text("09:00–15:00").first).to_be_visible()
    check(page)
    page.locator("form[action$='/ukeplan/lenke'] button").focus()
    page.keyboard.press("Enter")
    address = page.locator("#address").input_value()
    check(page)
    answer = page.request.get(address)
    assert answer.ok
    assert "SUMMARY:Norsk" in answer.text()
