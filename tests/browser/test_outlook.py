"""Quotas on a chosen day, and what days away would mean: at a desk and on a phone."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.extensions import db
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, Served, check, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with a participant who has been away."""

    participant_id: UUID


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        own = build_own_case(db.session, world)
    with served(world, Role.CASEWORKER, Role.PARTICIPANT) as found:
        yield Portal(found.address, found.browser, found.tokens, own.participant_id)


def ask(page: Page) -> None:
    """Ask about two days of illness by keyboard, first without saying which."""
    submit = page.locator("main form.stack button[type=submit]")
    submit.press("Enter")
    expect(page.locator("#first_day[aria-invalid=true]")).to_be_visible()
    check(page)
    page.locator("#first_day").fill("2026-11-24")
    page.locator("#last_day").fill("2026-11-25")
    page.locator("input[name=reason][value=own_illness]").press("Space")
    submit.press("Enter")
    expect(page.locator("#svar h3, #svar h2").first).to_be_visible()
    expect(page.locator("#svar .finding")).to_have_count(3)
    check(page)


@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_quotas_and_questions(portal: Portal, language: str, width: int) -> None:
    page = portal.page(Role.CASEWORKER, language, width)
    page.goto(f"/deltakere/{portal.participant_id}/fravaer")
    page.locator("a[href$='/fravaer/kvoter']").press("Enter")
    expect(page.locator(".quota").first).to_be_visible()
    check(page)
    whole = page.locator(".quota").first.inner_text()
    page.locator("#dag").fill("2026-11-16")
    page.locator("main form button[type=submit]").press("Enter")
    page.wait_for_url("**/kvoter?dag=2026-11-16")
    assert page.locator(".quota").first.inner_text() != whole
    page.goto(f"/deltakere/{portal.participant_id}/fravaer/spor")
    ask(page)

    own = portal.page(Role.PARTICIPANT, language, width)
    own.goto("/min-side/fravaer")
    check(own)
    own.locator("a[href$='/fravaer/kvoter']").press("Enter")
    expect(own.locator(".quota").first).to_be_visible()
    check(own)
    own.locator("a[href$='/fravaer/spor']").press("Enter")
    ask(own)
