"""A class of 25 on a phone: one tap for everybody, one for each exception, with and without net."""

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.attendance.models import AttendanceMark
from app.core.actor import Role
from app.extensions import db
from tests.support.chromium import overflows
from tests.support.school import open_school
from tests.support.served import PHONE, check, served
from tests.support.world import World

COUNT_TAPS = "window.taps = 0; addEventListener('click', (e) => { if (e.isTrusted) taps += 1; })"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def _open(app: Flask, world: World, members: int) -> str:
    with app.app_context():
        teacher = world.user(Role.TEACHER).id
        actor = world.actor(Role.CASEWORKER)
        school = open_school(db.session, world.clock, actor, teacher_id=teacher, members=members)
        db.session.commit()
        meeting = school.sessions(db.session, actor)[0].id
        return f"/grupper/{school.group_id}/okter/{meeting}/oppmote"


def _kept(app: Flask) -> list[tuple[int, int, int]]:
    with app.app_context():
        rows = db.session.scalars(select(AttendanceMark).where(AttendanceMark.minutes_absent > 0))
        return sorted(
            (row.minutes_absent, row.minutes_late, row.minutes_left_early) for row in rows
        )


def _tap(page: Page, person: int, presence: str) -> None:
    row = page.locator(".class-row").nth(person)
    row.locator("label", has=page.locator(f"input[value={presence}]")).click()


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_class_of_25(app: Flask, world: World, language: str) -> None:
    url = _open(app, world, 25)
    with served(world, Role.TEACHER) as portal:
        page = portal.page(Role.TEACHER, language, PHONE)
        page.goto(url)
        expect(page.locator(".class-row")).to_have_count(25)
        check(page)
        page.evaluate(COUNT_TAPS)
        _tap(page, 3, "absent")
        _tap(page, 11, "late")
        page.locator(".class-row").nth(11).locator("select").select_option("20")
        _tap(page, 24, "left_early")
        page.locator(".class-list__save button").click()
        expect(page.locator("[data-status][data-tone=quiet]")).not_to_be_empty()
        # A label's tap is passed on to its button by the browser, and counted once more.
        assert page.evaluate("window.taps") <= 8
        check(page)
        page.reload()
        row = page.locator(".class-row").nth(11)
        expect(row.locator("input[value=late]")).to_be_checked()
        expect(row.locator("select")).to_have_value("20")
        assert not overflows(page)
    assert _kept(app) == [(5, 0, 5), (20, 20, 0), (180, 0, 0)]


def test_without_net_the_list_waits(app: Flask, world: World) -> None:
    url = _open(app, world, 3)
    with served(world, Role.TEACHER) as portal:
        page = portal.page(Role.TEACHER, "nb", PHONE)
        page.goto(url)
        page.context.set_offline(True)
        _tap(page, 1, "absent")
        page.locator(".class-list__save button").click()
        expect(page.locator("[data-status]")).to_contain_text("Ikke lagret ennå: 3")
        page.context.set_offline(False)
        expect(page.locator("[data-status]")).to_have_text("Alt er lagret.")
    assert _kept(app) == [(180, 0, 0)]


def test_the_keyboard_alone(app: Flask, world: World) -> None:
    url = _open(app, world, 2)
    with served(world, Role.TEACHER) as portal:
        page = portal.page(Role.TEACHER, "nb", PHONE)
        page.goto(url)
        page.locator(".class-row").first.locator("input[value=present]").focus()
        page.keyboard.press("ArrowRight")
        page.locator(".class-list__save button").press("Enter")
        expect(page.locator("[data-status]")).to_have_text("Alt er lagret.")
    assert _kept(app) == [(180, 0, 0)]
