"""A room, days without programme, and a week that is copied, without a mouse."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from tests.support.keyboard import go
from tests.support.school import open_school
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World

SUBMIT = "main form button[type=submit]"


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_a_room_a_closed_day_and_a_copied_week(
    app: Flask, world: World, language: str, width: int
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        group = open_school(db.session, world.clock, actor).group_id
        db.session.commit()
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto("/timeplan")
        check(page)
        go(page, page.locator("main a[href$='/rom']"))
        go(page, page.locator("main a[href$='/rom/ny']"))
        page.locator("[name=name]").fill("Rom 12")
        check(page)
        go(page, page.locator("[name=name]"))
        expect(page.locator("main tbody tr")).to_contain_text("Rom 12")
        check(page)

        page.goto("/fridager")
        go(page, page.locator("main a[href$='/fridager/ny']"))
        page.locator("[name=name]").fill("Planleggingsdag")
        page.locator("[name=kind][value=closed]").check()
        page.locator("[name=first_day]").fill("2026-12-01")
        page.locator("[name=last_day]").fill("2026-11-30")
        go(page, page.locator("[name=last_day]"))
        expect(page.locator("[name=name]")).to_have_value("Planleggingsdag")
        check(page)
        page.locator("[name=last_day]").fill("2026-12-01")
        go(page, page.locator("[name=last_day]"))
        expect(page.locator("main tbody tr")).to_contain_text("Planleggingsdag")
        check(page)

        page.goto(f"/grupper/{group}/timeplan/kopier")
        page.locator("[name=source_first]").fill("2026-11-23")
        page.locator("[name=target_first]").fill("2027-01-04")
        page.locator("[name=target_last]").fill("2027-01-10")
        check(page)
        go(page, page.locator("[name=target_last]"))
        expect(page.locator("main tbody tr")).to_have_count(4)
        check(page)
        go(page, page.locator("main form button[name=action]").first)
        page.goto(f"/grupper/{group}/timeplan?uke=2027-01-04")
        check(page)
        page.goto("/timeplan?uke=2026-11-30")
        check(page)
