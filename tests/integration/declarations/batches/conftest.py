"""A group whose sheets are printed, and a caseworker who prints them."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask

from app.core.actor import Role
from app.extensions import db
from tests.support.client import Browser, Fields
from tests.support.start_up_day import Class, open_class
from tests.support.world import World

Print = Callable[..., UUID]


@pytest.fixture
def browser(browser_for: Callable[..., Browser]) -> Browser:
    return browser_for(Role.CASEWORKER)


@pytest.fixture
def school_class(app: Flask, world: World) -> Class:
    """Two who read Arabic, one Ukrainian, and one whose language has no translation."""
    with app.app_context():
        made = open_class(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            {"Zaki": "ar", "Abbas": "ar", "Bondar": "uk", "Nguyen": "vi"},
        )
        db.session.commit()
        return made


@pytest.fixture
def print_for(browser: Browser) -> Print:
    """Print what the page proposes, with these fields changed; return the batch."""

    def send(chosen: Class, changes: Fields | None = None) -> UUID:
        return UUID(browser.submit(chosen.url, changes).location.rsplit("/", 1)[1])

    return send
