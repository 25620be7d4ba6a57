"""Attendance as pictures, at a desk and on a phone."""

import pytest
from flask import Flask
from playwright.sync_api import expect
from sqlalchemy import select

from app.attendance.models import GroupMembership
from app.core.actor import Role
from app.extensions import db
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, check, served
from tests.support.world import World


@pytest.mark.browser
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_pictures(app: Flask, world: World, language: str, width: int) -> None:
    with app.app_context():
        build_own_case(db.session, world)
        group_id = db.session.scalars(select(GroupMembership.group_id)).one()
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as portal:
        page = portal.page(Role.CASEWORKER, language, width)
        page.goto(f"/grupper/{group_id}")
        page.locator(f"a[href='/grupper/{group_id}/oppmote']").press("Enter")
        expect(page.locator(".heat-cell")).to_have_count(16)
        check(page)
        page.locator("#heat th a").press("Enter")
        expect(page.locator(".month")).to_have_count(4)
        expect(page.locator("td[data-state=unexplained]")).to_have_count(2)
        check(page)
        page.goto("/oversikt?visning=alle")
        expect(page.locator("#papers tbody tr")).to_have_count(2)
        expect(page.locator("#months tbody tr")).to_have_count(1)
        check(page)
        mine = portal.page(Role.PARTICIPANT, language, width)
        mine.goto("/min-side/fravaer")
        mine.locator("a[href='/min-side/fravaer/aar']").press("Enter")
        expect(mine.locator("td[data-state=lawful]")).to_have_count(1)
        check(mine)
