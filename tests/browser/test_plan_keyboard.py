"""The plan meeting without a mouse: from the first field to a plan that holds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.core.actor import Role
from app.extensions import db
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans, enrol
from tests.support.served import DESKTOP, PHONE, Served, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

GOALS = "أريد أن أفتح مخبزا."
REASON = "Du møter kunder og kollegaer hver dag."
MOST_STOPS = 90
"""More stops than the longest way on these pages has."""
PARTS_OF_A_DAY = 4
"""Day, month, year, and the button of the calendar."""
_SEES_FOCUS = """() => {
  const focused = document.activeElement;
  const isMarked = [focused, focused.closest(".ds-field")].some(
    (each) => each && getComputedStyle(each).outlineStyle !== "none",
  );
  const box = focused.getBoundingClientRect();
  const isAcross = box.right > 0 && box.left < innerWidth;
  return isMarked && isAcross && box.bottom > 0 && box.top < innerHeight;
}"""


@dataclass(frozen=True)
class Portal(Served):
    """A running portal with a draft that lacks goals and what was told."""

    plan: str


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        plans = Plans(world, enrol(world))
        plans.create(replace(DETAILS, long_term_goals="", is_appeal_information_given=False))
        plans.add(*COMPLETE)
        db.session.commit()
    with served(world, Role.CASEWORKER) as found:
        plan = f"/deltakere/{plans.participant_id}/plan"
        yield Portal(found.address, found.browser, found.tokens, plan)


def tab_to(page: Page, target: str) -> None:
    """Press Tab until something has the focus. Every stop on the way is seen, and is left again."""
    goal = page.locator(target).first
    for _stop in range(MOST_STOPS):
        leave(page)
        assert page.evaluate(_SEES_FOCUS), page.evaluate("document.activeElement.outerHTML")
        if goal.evaluate("goal => goal === document.activeElement"):
            return
    pytest.fail(f"the keyboard does not reach {target}")


def leave(page: Page) -> None:
    """Press Tab until the focus is somewhere else: a day has parts of its own."""
    before = page.evaluate_handle("document.activeElement")
    for _part in range(PARTS_OF_A_DAY):
        page.keyboard.press("Tab")
        if page.evaluate("before => document.activeElement !== before", before):
            return
    pytest.fail(f"a trap: {before}")


@pytest.mark.parametrize(("language", "width"), [("nb", DESKTOP), ("ar", PHONE)])
def test_a_plan_is_finished_and_fixed_by_keyboard(
    portal: Portal, language: str, width: int
) -> None:
    page = portal.page(Role.CASEWORKER, language, width)
    page.goto(f"{portal.plan}/mote")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the menu
    tab_to(page, "[name=long_term_goals]")
    page.keyboard.insert_text(GOALS)
    tab_to(page, "[name=goals_language]")
    page.locator("[name=goals_language]").select_option("ar")
    tab_to(page, "[name=end_goal]:checked")
    tab_to(page, "details:has([name=elements-4-reason]) > summary")
    page.keyboard.press("Enter")
    expect(page.locator("[name=elements-4-standard]")).to_be_visible()
    tab_to(page, "[name=elements-4-reason]")
    page.keyboard.type(REASON)
    tab_to(page, "[name=is_appeal_information_given]")
    page.keyboard.press("Space")
    expect(page.locator("#plan-check .finding")).to_have_count(0)
    tab_to(page, ".plan-meeting__form > .actions button")
    page.keyboard.press("Enter")
    expect(page.locator(".ds-alert[data-color=success]")).to_be_visible()
    expect(page.locator("[name=elements-4-reason]")).to_have_value(REASON)
    tab_to(page, f".plan-meeting__form > .actions a[href='{portal.plan}']")
    page.keyboard.press("Enter")
    page.wait_for_url(portal.address + portal.plan)
    tab_to(page, "form[action$='/fastsett'] button")
    page.keyboard.press("Enter")
    expect(page.locator("#current-heading")).to_be_visible()
    expect(page.locator("#draft-heading")).to_have_count(0)
