"""She says on her phone that she is away, in her own language; the caseworker answers."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.attendance.statements.words import report_words
from app.core.actor import Role
from app.enrolment.models import Participant
from app.extensions import db
from tests.support.certificates import photo
from tests.support.own_case import OwnCase, build_own_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def _reading(world: World, language: str) -> OwnCase:
    with world.app.app_context():
        own = build_own_case(db.session, world)
        db.session.get_one(Participant, own.participant_id).reading_language = language
        db.session.commit()
        return own


@pytest.mark.parametrize(
    ("reads", "hers", "staff", "width"),
    [("ti", "nb", "nb", DESKTOP), ("ar", "ar", "ar", PHONE)],
)
def test_illness_in_three_screens(
    app: Flask, world: World, reads: str, hers: str, staff: str, width: int
) -> None:
    _reading(world, reads)
    with app.app_context():
        words = report_words(reads)
    with served(world, Role.PARTICIPANT, Role.CASEWORKER) as portal:
        mine = portal.page(Role.PARTICIPANT, hers, PHONE)
        mine.goto("/min-side/fravaer")
        mine.locator("a[href='/min-side/meld']").first.click()
        check(mine)
        mine.get_by_text(words.text("menu.own_illness"), exact=True).click()
        check(mine)
        _next(mine)
        expect(mine.get_by_role("heading", name=words.text("meaning.title"))).to_be_visible()
        check(mine)
        mine.get_by_label(words.text("send.truth")).check()
        _next(mine)
        expect(mine.get_by_text(words.text("send.sent"))).to_be_visible()
        check(mine)

        page = portal.page(Role.CASEWORKER, staff, width)
        page.goto("/arbeidsliste")
        page.locator("a[href$='/fravaer/meldinger']").first.press("Enter")
        check(page)
        page.locator("main td a").first.press("Enter")
        check(page)
        page.locator("input[value=self_certified]").press("Space")
        page.locator("main button[type=submit]").press("Enter")
        page.wait_for_url("**/meldinger")
        check(page)
        mine.goto("/min-side/meld")
        expect(mine.get_by_text(words.text("status.accepted"))).to_be_visible()
        check(mine)


@pytest.mark.parametrize("staff", ["nb", "ar"])
def test_an_application_becomes_a_decision(app: Flask, world: World, staff: str) -> None:
    _reading(world, "ti")
    with app.app_context():
        words = report_words("ti")
    with served(world, Role.PARTICIPANT, Role.CASEWORKER) as portal:
        mine = portal.page(Role.PARTICIPANT, "nb", PHONE)
        mine.goto("/min-side/meld/ny?hva=away")
        mine.get_by_label(words.text("grounds.death")).check()
        check(mine)
        _next(mine)
        check(mine)
        mine.get_by_label(words.text("send.truth")).check()
        _next(mine)
        expect(mine.get_by_text(words.text("status.waiting"))).to_be_visible()

        page = portal.page(Role.CASEWORKER, staff, DESKTOP)
        page.goto("/arbeidsliste")
        page.locator("a[href$='/fravaer/meldinger']").first.press("Enter")
        page.locator("main td button").first.press("Enter")
        page.wait_for_url("**/vedtak/permisjon/*")
        page.locator("main summary").first.press("Enter")
        expect(page.locator(".kept-words")).to_be_visible()
        check(page)
        page.locator("a[href$='/avgjor']").press("Enter")
        check(page)


@pytest.mark.parametrize(
    ("reads", "hers", "staff", "width"),
    [("uk", "nb", "nb", DESKTOP), ("ar", "ar", "ar", PHONE)],
)
def test_a_photo_of_a_certificate(
    app: Flask, world: World, reads: str, hers: str, staff: str, width: int
) -> None:
    _reading(world, reads)
    with app.app_context():
        words = report_words(reads)
    with served(world, Role.PARTICIPANT, Role.CASEWORKER) as portal:
        mine = portal.page(Role.PARTICIPANT, hers, PHONE)
        mine.goto("/min-side/meld")
        mine.get_by_text(words.text("menu.doctor"), exact=True).click()
        check(mine)
        _next(mine)
        expect(mine.locator("[aria-invalid=true]")).to_have_count(1)
        check(mine)
        picture = {"name": "lege.jpg", "mimeType": "image/jpeg", "buffer": photo()}
        mine.locator("input[type=file]").set_input_files(picture)
        _next(mine)
        expect(mine.get_by_text(words.text("send.sent"))).to_be_visible()
        check(mine)

        page = portal.page(Role.CASEWORKER, staff, width)
        page.goto("/arbeidsliste")
        page.locator("a[href$='/fravaer/meldinger']").first.press("Enter")
        check(page)
        page.locator("th a").first.press("Enter")
        expect(page.locator("img.certificate-page")).to_have_js_property("complete", value=True)
        assert page.locator("img.certificate-page").evaluate("image => image.naturalWidth") == 60
        check(page)
        page.locator("input[value=own_illness]").press("Space")
        page.locator("main button[type=submit]").press("Enter")
        page.wait_for_url("**/meldinger")
        check(page)


def _next(page: Page) -> None:
    page.locator("main form button[type=submit]").first.click()
