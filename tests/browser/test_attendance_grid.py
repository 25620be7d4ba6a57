"""The week grid in a real browser: keys, taps, lost connections, and two people at once."""

import json
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, expect
from sqlalchemy import select
from werkzeug.serving import make_server

from app.attendance import service
from app.attendance.commands import Mark, MarkWeek
from app.attendance.models import AttendanceMark
from app.core.actor import Role
from app.extensions import db
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.client import sign_in
from tests.support.school import School, open_school
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

SAVED = "Alt er lagret."
Answer = TypeVar("Answer")


@dataclass
class Grid:
    """The teacher's page, and what is in the database behind it."""

    world: World
    school: School
    context: BrowserContext
    address: str
    sessions: list[UUID]

    @property
    def path(self) -> str:
        return f"/grupper/{self.school.group_id}/uke/2026/46"

    def open(self) -> Page:
        page = self.context.new_page()
        page.goto(self.address + self.path)
        expect(page.locator("[data-status]")).not_to_be_empty()
        return page

    def marks(self) -> dict[tuple[UUID, UUID], int]:
        def read() -> dict[tuple[UUID, UUID], int]:
            rows = db.session.scalars(select(AttendanceMark))
            return {(row.session_id, row.participant_id): row.minutes_absent for row in rows}

        return self._apart(read)

    def mark(self, session_id: UUID, participant_id: UUID, minutes: int) -> None:
        """Mark as the leader, from somewhere else."""

        def write() -> None:
            command = MarkWeek(self.school.group_id, (Mark(session_id, participant_id, minutes),))
            service.mark_week(db.session, self.world.clock, self.world.actor(Role.LEADER), command)
            db.session.commit()

        self._apart(write)

    def _apart(self, work: Callable[[], Answer]) -> Answer:
        """Ask the database in another thread: the browser's loop runs in this one."""

        def inside() -> Answer:
            with self.world.app.app_context():
                return work()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(inside).result()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def grid(app: Flask, world: World, address: str) -> Iterator[Grid]:
    with app.app_context():
        caseworker = world.actor(Role.CASEWORKER)
        teacher = world.user(Role.TEACHER).id
        school = open_school(db.session, world.clock, caseworker, teacher_id=teacher)
        sessions = [each.id for each in school.sessions(db.session, caseworker)]
        db.session.commit()
    sign_in(app, app.test_client(), teacher)
    with chromium() as browser:  # last, because the portal starts where no loop runs
        context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nb")
        context.add_cookies(
            [{"name": "introportalen", "value": f"token-of-{teacher}", "url": address}]
        )
        yield Grid(world, school, context, address, sessions)


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator("tbody tr").nth(row).locator("input.mark").nth(column)


def status(page: Page) -> Locator:
    return page.locator("[data-status]")


def test_keys_mark_and_move(grid: Grid) -> None:
    page = grid.open()
    cell(page, 0, 0).focus()
    for key in ("t", "ArrowDown", "f", "ArrowRight", "2", "5", "ArrowUp", " ", " "):
        page.keyboard.press(key)
    expect(status(page)).to_have_text(SAVED)
    first, second = grid.school.member_ids
    monday, tuesday = grid.sessions[:2]
    expect(page.locator("[data-unsent]")).to_have_count(0)
    assert grid.marks() == {
        (monday, first): 0,
        (monday, second): 180,
        (tuesday, second): 25,
        (tuesday, first): 180,
    }


def test_taps_toggle_and_the_panel_takes_minutes(grid: Grid) -> None:
    page = grid.open()
    page.get_by_role("button", name="Alle til stede").first.click()
    cell(page, 0, 0).click()
    cell(page, 1, 0).click()
    page.get_by_label("Minutter borte").fill("15")
    page.keyboard.press("Enter")
    expect(page.locator("[data-unsent]")).to_have_count(0)
    first, second = grid.school.member_ids
    assert grid.marks() == {(grid.sessions[0], first): 180, (grid.sessions[0], second): 15}


def test_a_lost_connection_loses_nothing(grid: Grid) -> None:
    page = grid.open()
    grid.context.set_offline(True)
    cell(page, 0, 0).click()
    cell(page, 1, 0).click()
    expect(status(page)).to_contain_text("Ikke lagret ennå: 2.")
    kept = page.evaluate("Object.values(localStorage).join()")
    assert "Hassan" not in kept
    assert "Layla" not in kept
    assert {mark["participant_id"] for mark in json.loads(kept)} == {
        str(who) for who in grid.school.member_ids
    }
    assert grid.marks() == {}
    grid.context.set_offline(False)
    expect(status(page)).to_have_text(SAVED)
    assert len(grid.marks()) == 2
    assert page.evaluate("localStorage.length") == 0


def test_marks_of_a_closed_page_are_sent_by_the_next(grid: Grid) -> None:
    page = grid.open()
    grid.context.set_offline(True)
    cell(page, 0, 0).click()
    expect(status(page)).to_contain_text("Ikke lagret ennå: 1.")
    page.close()
    grid.context.set_offline(False)
    again = grid.open()
    expect(status(again)).to_have_text(SAVED)
    assert list(grid.marks().values()) == [0]
    expect(cell(again, 0, 0)).to_have_value("t")


def test_leaving_with_unsent_marks_warns(grid: Grid) -> None:
    page = grid.open()
    grid.context.set_offline(True)
    cell(page, 0, 0).click()
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    with page.expect_event("close"):
        page.close(run_before_unload=True)
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(("button", "kept"), [("Bruk min", 180), ("Behold den andre", 30)])
def test_a_conflict_shows_both_values_and_lets_her_choose(
    grid: Grid, button: str, kept: int
) -> None:
    page = grid.open()
    place = (grid.sessions[0], grid.school.member_ids[0])
    grid.mark(*place, 30)
    cell(page, 0, 0).focus()
    page.keyboard.press("f")
    conflicts = page.locator("[data-conflicts]")
    expect(conflicts).to_contain_text("Leader Fjordvik har ført «30». Du førte «f».")
    assert grid.marks()[place] == 30
    page.get_by_role("button", name=button).click()
    expect(status(page)).to_have_text(SAVED)
    expect(conflicts).to_be_empty()
    assert grid.marks()[place] == kept


def test_whoever_is_signed_out_keeps_her_marks_and_is_shown_the_way_in(grid: Grid) -> None:
    page = grid.open()
    cookies = grid.context.cookies()
    grid.context.clear_cookies()
    cell(page, 0, 0).click()
    expect(status(page)).to_contain_text("fordi du er logget ut")
    assert page.evaluate("localStorage.length") == 1
    grid.context.add_cookies(cookies)  # type: ignore[arg-type]
    page.get_by_role("link", name="Last inn siden på nytt").click()
    expect(status(page)).to_have_text(SAVED)
    assert list(grid.marks().values()) == [0]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_grid_is_accessible_and_stays_within_the_screen(grid: Grid, width: int) -> None:
    page = grid.open()
    page.set_viewport_size({"width": width, "height": 900})
    cell(page, 0, 0).click()
    expect(status(page)).to_have_text(SAVED)
    assert accessibility_faults(page) == []
    assert not overflows(page)


def test_without_scripts_the_form_saves(grid: Grid) -> None:
    assert grid.context.browser is not None
    context = grid.context.browser.new_context(java_script_enabled=False, locale="nb")
    context.add_cookies(grid.context.cookies())  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(grid.address + grid.path)
    cell(page, 0, 0).fill("f")
    page.get_by_role("button", name="Lagre oppmøtet").click()
    expect(page.get_by_text("Oppmøtet er lagret.")).to_be_visible()
    assert list(grid.marks().values()) == [180]
