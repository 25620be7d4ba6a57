"""Other benefits and contested hours, registered without a mouse and taken back again."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from tests.support.keyboard import go
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
    pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)]),
]
SUBMIT = "main form button[type=submit]"


def case_of(app: Flask, world: World) -> str:
    with app.app_context():
        return f"/deltakere/{build_own_case(db.session, world).participant_id}"


def test_a_benefit_is_registered_and_taken_back(
    app: Flask, world: World, language: str, width: int
) -> None:
    case = case_of(app, world)
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(f"{case}/utbetaling/annet")
        check(page)
        go(page, page.locator("main a[href$='/annet/ny']"))
        page.locator("[name=kind]").select_option("disability_benefit")
        page.locator("[name=first_day]").fill("2026-11-01")
        page.locator("[name=amount]").fill("4000")
        go(page, page.locator("[name=amount]"))
        expect(page.locator("[name=documentation]")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[name=amount]")).to_have_value("4000")
        check(page)
        page.locator("[name=documentation]").fill("Vedtak fra Nav 2. november 2026.")
        go(page, page.locator(SUBMIT).last)
        expect(page.locator("main tbody tr")).to_contain_text("000,00")
        check(page)
        go(page, page.locator("main tbody form button"))
        expect(page.locator("main tbody form")).to_have_count(0)
        check(page)


def test_contested_hours_are_held_and_released(
    app: Flask, world: World, language: str, width: int
) -> None:
    case = case_of(app, world)
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(f"{case}/utbetaling/utsatt")
        check(page)
        page.locator("[name=kind]").first.check()
        page.locator("[name=first_day]").fill("2026-11-12")
        page.locator("[name=last_day]").fill("2026-11-11")
        page.locator("[name=reason]").fill("Hun sier at hun var der.")
        go(page, page.locator("[name=last_day]"))
        expect(page.locator("[name=reason]")).to_have_value("Hun sier at hun var der.")
        check(page)
        page.locator("[name=last_day]").fill("2026-11-12")
        go(page, page.locator("[name=last_day]"))
        held = page.locator("main form[action$='/opphev']")
        expect(held).to_have_count(1)
        check(page)
        go(page, held.locator("button"))
        expect(held).to_have_count(0)
        check(page)
