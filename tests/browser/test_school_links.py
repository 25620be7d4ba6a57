"""A school without a file tells of a week on a phone, and a caseworker takes it in."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from tests.support.keyboard import go
from tests.support.school import open_school
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_a_week_by_link(app: Flask, world: World, language: str, width: int) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        school = open_school(db.session, world.clock, actor, members=3)
        db.session.commit()
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(f"/grupper/{school.group_id}")
        go(page, page.locator("a[href$='/skolelenker']"))
        page.locator("[name=school]").fill("Fjordvik videregående")
        page.locator("[name=contact]").fill("Kari Lærer")
        page.locator("[name=first_day]").fill("2026-11-02")
        page.locator("[name=last_day]").fill("2026-11-27")
        check(page)
        go(page, page.locator("[name=last_day]"))
        address = page.locator("#address")
        expect(address).to_be_visible()
        check(page)

        contact = portal.page(None, language, PHONE)
        secret = address.input_value().rsplit("/", 1)[1]
        contact.goto(f"/skole/{secret}?dag=2026-11-09")
        check(contact)
        hours = contact.locator(f"[name=t_{school.member_ids[0].hex}_20261110]")
        hours.fill("1,5")
        go(contact, hours)
        expect(contact.locator("[name=sender]")).to_have_attribute("aria-invalid", "true")
        expect(hours).to_have_value("1,5")
        check(contact)
        contact.locator("[name=sender]").fill("Kari Lærer")
        go(contact, contact.locator("[name=sender]"))
        expect(contact.locator("main .ds-alert")).to_contain_text("Kari Lærer")
        check(contact)

        page.goto("/arbeidsliste?visning=alle")
        go(page, page.locator("a[href*='/skolelenker/meldinger/']").first)
        expect(page.locator("tbody tr")).to_have_count(1)
        check(page)
        go(page, page.locator("main form button[type=submit]").first)
        check(page)
