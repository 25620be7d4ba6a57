"""A list from the county's school: looked through with the keyboard, registered, and seen."""

import pytest
from flask import Flask
from playwright.sync_api import expect

from app.core.actor import Role
from app.extensions import db
from tests.support.school import WEEK, open_school
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.workbooks import workbook
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_a_list_from_the_school(app: Flask, world: World, language: str, width: int) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        school = open_school(db.session, world.clock, actor, members=3)
        db.session.commit()
    first, second, _third = (str(each) for each in school.member_ids)
    list_of_school = workbook(
        [["Referanse", "Dato", "Timer"], [first, "09.11.2026", ""], [second, "15.11.2026", "1"]]
    )
    with served(world, Role.CASEWORKER) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(f"/grupper/{school.group_id}")
        page.locator("a[href$='/skoleliste']").press("Enter")
        check(page)
        page.locator("input[type=file]").set_input_files(
            {"name": "skole.xlsx", "mimeType": "application/zip", "buffer": list_of_school}
        )
        page.locator("input[name=first_day]").fill(WEEK.first_day.isoformat())
        page.locator("input[name=last_day]").fill(WEEK.last_day.isoformat())
        page.locator("input[name=others_were_there]").press("Space")
        page.locator("main button[type=submit]").first.press("Enter")
        expect(page.locator("#school-list tbody tr, tbody tr")).to_have_count(2)
        check(page)
        page.locator("button[value=register]").press("Enter")
        page.wait_for_url(f"**/grupper/{school.group_id}")
        check(page)
