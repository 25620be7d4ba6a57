"""She says on her phone that she was there; the caseworker settles it with the keyboard."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.extensions import db
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("hers", "staff", "width"), [("ar", "nb", DESKTOP), ("nb", "ar", PHONE)])
def test_an_objection(app: Flask, world: World, hers: str, staff: str, width: int) -> None:
    with app.app_context():
        build_own_case(db.session, world)
    with served(world, Role.PARTICIPANT, Role.CASEWORKER) as portal:
        mine = portal.page(Role.PARTICIPANT, hers, PHONE)
        mine.goto("/min-side/fravaer")
        mine.locator("a[href='/min-side/fravaer/registrert']").click()
        expect(mine.locator("a[href^='/min-side/fravaer/registrert/']")).to_have_count(3)
        check(mine)
        mine.locator("a[href^='/min-side/fravaer/registrert/']").nth(1).click()
        check(mine)
        _object(mine)
        expect(mine.locator("a[href^='/min-side/fravaer/registrert/']")).to_have_count(2)

        page = portal.page(Role.CASEWORKER, staff, width)
        page.goto("/arbeidsliste")
        page.locator("a[href='/oppmote/uenighet']").first.press("Enter")
        expect(page.locator("blockquote")).to_have_text("كنت هناك طوال اليوم")
        check(page)
        page.locator("a[href^='/oppmote/uenighet/']").press("Enter")
        check(page)
        page.locator("input[value=mark_stands]").press("Space")
        page.locator("textarea").fill("Læreren så at plassen var tom.")
        page.locator("main button[type=submit]").press("Enter")
        expect(page.locator("blockquote")).to_have_count(0)
        check(page)
        mine.goto("/min-side/fravaer/registrert")
        expect(mine.locator("blockquote")).to_have_text("Læreren så at plassen var tom.")
        check(mine)


def _object(page: Page) -> None:
    page.locator("input[value=all]").check()
    page.locator("textarea").fill("كنت هناك طوال اليوم")
    page.locator("select").select_option("ar")
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/registrert")
