"""The participant's own pages and the worklist on a phone and a desk, in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask

from app.core.actor import Role
from app.extensions import db
from tests.support.chromium import accessibility_faults, overflows
from tests.support.own_case import build_own_case
from tests.support.served import Served, served
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
class Portal(Served):
    """A running portal."""

    texts: str
    """Where what is written in the participant's plan is translated."""


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        own = build_own_case(db.session, world)
    texts = f"/deltakere/{own.participant_id}/plan/versjoner/1/tekster"
    with served(world, Role.PARTICIPANT, Role.LEADER) as found:
        yield Portal(found.address, found.browser, found.tokens, texts)


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
