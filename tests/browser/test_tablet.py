"""A shared tablet in the canteen: set up by a caseworker, used in two languages, left clean."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.attendance.statements.words import report_words
from app.core.actor import Role
from app.enrolment.models import Participant
from app.extensions import db
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("reads", "staff", "width"), [("so", "nb", DESKTOP), ("ar", "ar", PHONE)])
def test_a_tablet(app: Flask, world: World, reads: str, staff: str, width: int) -> None:
    with app.app_context():
        own = build_own_case(db.session, world, is_linked=False)
        db.session.get_one(Participant, own.participant_id).reading_language = reads
        db.session.commit()
        words = report_words(reads)
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, staff, width)
        page.goto("/grupper")
        page.locator("a[href='/oppmote/nettbrett']").press("Enter")
        check(page)
        page.locator("input[name=name]").fill("Kantina")
        page.locator("main button[type=submit]").first.press("Enter")
        where = page.locator("textarea#address").input_value()
        check(page)
        page.goto(f"/deltakere/{own.participant_id}/fravaer/meldinger")
        page.locator("form[action$='/fravaer/kode'] button").press("Enter")
        code = page.locator(".tablet-code").inner_text()
        check(page)

        tablet = portal.page(None, "nb", 820)
        tablet.goto(where)
        check(tablet)
        tablet.locator("input[name=code]").fill("0000")
        tablet.locator("main button[type=submit]").click()
        expect(tablet.locator("[aria-invalid=true]")).to_have_count(1)
        check(tablet)
        tablet.locator("input[name=code]").fill(code)
        tablet.locator("main button[type=submit]").click()
        tablet.wait_for_url(f"{where}/*")
        menu = tablet.url
        check(tablet)
        tablet.get_by_text(words.text("menu.own_illness"), exact=True).click()
        check(tablet)
        tablet.locator("main button[type=submit]").click()
        tablet.get_by_label(words.text("send.truth")).check()
        check(tablet)
        tablet.locator("main button[type=submit]").click()
        expect(tablet.get_by_text(words.text("send.sent"))).to_be_visible()
        check(tablet)
        tablet.goto(menu)
        expect(tablet.locator("input[name=code]")).to_be_visible()

        page.goto("/arbeidsliste")
        expect(page.locator("a[href$='/fravaer/meldinger']").first).to_be_visible()
