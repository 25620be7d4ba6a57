"""The participant's own pages and the worklist on a phone and a desk, in both directions."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from app.core.actor import Role
from app.extensions import db
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.client import sign_in
from tests.support.own_case import build_own_case
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

OWN = tuple(
    f"/min-side{page}"
    for page in ("", "/plan", "/plan?norsk=ja", "/maaned", "/fravaer", "/papirer")
)


@dataclass(frozen=True)
class Portal:
    """A running portal, and a browser."""

    address: str
    browser: Browser
    tokens: dict[Role, str]
    texts: str
    """Where what is written in the participant's plan is translated."""

    def page(self, role: Role, language: str, width: int) -> Page:
        """Return a page of somebody who reads in this language."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 844}, locale=language, reduced_motion="reduce"
        )
        cookie = {"name": "introportalen", "value": self.tokens[role], "url": self.address}
        context.add_cookies([cookie])  # type: ignore[list-item]
        return context.new_page()


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    tokens = {}
    with app.app_context():
        own = build_own_case(db.session, world)
        ids = {role: world.user(role).id for role in (Role.PARTICIPANT, Role.LEADER)}
    for role, user_id in ids.items():
        client = app.test_client()
        sign_in(app, client, user_id)
        cookie = client.get_cookie("introportalen")
        assert cookie is not None
        tokens[role] = cookie.value
    texts = f"/deltakere/{own.participant_id}/plan/versjoner/1/tekster"
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with chromium() as browser:
            yield Portal(f"http://127.0.0.1:{server.server_port}", browser, tokens, texts)
    finally:
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("language", "width"), [("ar", 390), ("nb", 1280)])
def test_pages_fit_the_screen_and_everybody(portal: Portal, language: str, width: int) -> None:
    complaints: list[str] = []
    texts = (f"{portal.texts}{rest}" for rest in ("", "/ar/reasons", "/ar/ta-inn"))
    for role, paths in ((Role.PARTICIPANT, OWN), (Role.LEADER, ("/arbeidsliste", *texts))):
        page = portal.page(role, language, width)
        page.on("console", lambda message: complaints.append(message.text))
        for path in paths:
            page.goto(portal.address + path)
            assert page.locator("html").get_attribute("lang") == language, path
            assert not overflows(page), path
            assert accessibility_faults(page) == [], path
    assert complaints == []


def test_time_and_amounts_run_the_right_way_in_arabic(portal: Portal) -> None:
    page = portal.page(Role.PARTICIPANT, "ar", 390)
    page.goto(f"{portal.address}/min-side/plan")
    mark = page.locator(".plan-timeline__picture .plan-timeline__today").first.bounding_box()
    line = page.locator(".plan-timeline__picture").first.bounding_box()
    assert mark is not None
    assert line is not None
    assert mark["x"] > line["x"] + line["width"] / 2, "the programme has just begun, at the right"
    page.goto(f"{portal.address}/min-side/maaned")
    amounts = page.locator(".own-account .figure bdi")
    directions = amounts.evaluate_all("found => found.map(one => getComputedStyle(one).direction)")
    assert set(directions) == {"ltr"}
    assert amounts.first.inner_text() == "22\u00a0758,17\u00a0kr"
