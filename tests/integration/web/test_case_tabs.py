"""The tabs of a participant's case: every page stands under one of them."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from app.core.actor import Role
from app.extensions import db
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.world import World

CURRENT = re.compile(r'<a href="([^"]*)" aria-current="page"')


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("page", "tab"),
    [
        ("", ""),
        ("/kartlegging/samtale", "/kartlegging"),
        ("/plan", "/plan"),
        ("/plan/papir", "/plan"),
        ("/plan/versjoner/1/tekster", "/plan"),
        ("/plan/bekreftelser", "/plan"),
        ("/vedtak", "/vedtak"),
    ],
)
def test_a_page_stands_under_the_nearest_tab(
    app: Flask, world: World, browser_for: Callable[..., Browser], page: str, tab: str
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        case = f"/deltakere/{participant.id}"
    shown = browser_for(Role.CASEWORKER).get(case + page).text
    marked = [url for url in CURRENT.findall(shown) if url.startswith(case)]
    assert marked == [case + tab]
