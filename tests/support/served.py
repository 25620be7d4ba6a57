"""The portal served to a real browser from this process, with people signed in."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from app.core.actor import Role
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.client import sign_in
from tests.support.world import FJORDVIK, World

DESKTOP, PHONE = 1280, 390


@dataclass(frozen=True)
class Served:
    """A running portal, and a browser."""

    address: str
    browser: Browser
    tokens: dict[Role, str]

    def page(self, role: Role | None, language: str = "nb", width: int = DESKTOP) -> Page:
        """Return a page of somebody who reads in this language; None: of nobody we know."""
        context = self.browser.new_context(
            base_url=self.address,
            viewport={"width": width, "height": 844},
            locale=language,
            reduced_motion="reduce",
        )
        if role is not None:
            cookie = {"name": "introportalen", "value": self.tokens[role], "url": self.address}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        return page


@contextmanager
def served(world: World, *roles: Role, domain: str = FJORDVIK) -> Iterator[Served]:
    """Serve the portal, and let users with these roles be signed in."""
    with world.app.app_context():
        ids = {role: world.user(role, domain).id for role in roles}
    tokens = {role: _token(world.app, user_id) for role, user_id in ids.items()}
    server = make_server("127.0.0.1", 0, world.app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with chromium() as browser:  # last, because the portal starts where no loop runs
            yield Served(f"http://127.0.0.1:{server.server_port}", browser, tokens)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _token(app: Flask, user_id: UUID) -> str:
    client = app.test_client()
    sign_in(app, client, user_id)
    cookie = client.get_cookie("introportalen")
    assert cookie is not None
    return cookie.value


def check(page: Page) -> None:
    """A page on the way is accessible and fits the screen."""
    assert accessibility_faults(page) == []
    assert not overflows(page)
