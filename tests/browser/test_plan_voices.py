"""From a participant's wish on her phone to a school's yes: proposed, taken, fixed, confirmed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

import pytest
from flask import Flask
from playwright.sync_api import Page

from app.core.actor import Role
from app.extensions import db
from app.plans.commands import FixPlan
from app.plans.queries import get_draft
from app.plans.service import fix_plan
from app.plans.versions.commands import JudgeChange
from app.plans.versions.service import judge_change
from app.rules.plan import ChangeKind
from tests.support.chromium import accessibility_faults, overflows
from tests.support.own_case import build_own_case
from tests.support.served import DESKTOP, PHONE, Served, served
from tests.support.world import World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

WISH = "أريد أن أعمل في روضة أطفال يومين في الأسبوع"
NEW_LINE = "/min-side/plan/forslag/nytt?hva=new_element"


@dataclass(frozen=True)
class Portal(Served):
    """A running portal."""

    participant_id: UUID

    @contextmanager
    def quiet_page(self, role: Role | None, language: str, width: int) -> Iterator[Page]:
        """Open a page on which nothing may complain."""
        page = self.page(role, language, width)
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        yield page
        page.context.close()
        assert complaints == []

    def plan(self, rest: str = "") -> str:
        return f"{self.address}/deltakere/{self.participant_id}/plan{rest}"


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        own = build_own_case(db.session, world)
    with served(world, Role.PARTICIPANT, Role.CASEWORKER) as found:
        yield Portal(found.address, found.browser, found.tokens, own.participant_id)


@pytest.fixture
def fix(app: Flask, world: World, portal: Portal) -> Callable[[], None]:
    """Fix the draft as a caseworker does on pages of her own."""

    def do() -> None:
        with app.app_context():
            actor, who = world.actor(Role.CASEWORKER), portal.participant_id
            draft = get_draft(db.session, actor.scope, who)
            change = JudgeChange(who, draft.row_version, ChangeKind.SMALL, "Én ny linje.")
            judge_change(db.session, world.clock, actor, change)
            fix_plan(db.session, world.clock, actor, FixPlan(who, draft.row_version))
            db.session.commit()

    return do


def sound(page: Page) -> None:
    """The page fits the screen, and everybody."""
    assert not overflows(page), page.url
    assert accessibility_faults(page) == [], page.url


def propose(portal: Portal) -> None:
    """On a phone, in Arabic, with the keyboard alone."""
    with portal.quiet_page(Role.PARTICIPANT, "ar", PHONE) as page:
        page.goto(f"{portal.address}/min-side/plan")
        sound(page)
        page.locator("a[href='/min-side/plan/forslag/nytt']").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/forslag/nytt")
        sound(page)
        page.locator(f"a[href='{NEW_LINE}']").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{NEW_LINE}")
        assert page.locator("#language").input_value() == "ar"
        sound(page)
        page.locator("#element_kind").focus()
        page.keyboard.press("Tab")
        page.keyboard.insert_text(WISH)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/min-side/plan/forslag")
        words = page.locator("blockquote")
        assert words.inner_text() == WISH
        assert words.get_attribute("lang") == "ar"
        assert words.evaluate("one => getComputedStyle(one).direction") == "rtl"
        sound(page)


def take(portal: Portal) -> None:
    """On a desk: from the plan page to the line in the draft."""
    with portal.quiet_page(Role.CASEWORKER, "nb", DESKTOP) as page:
        page.goto(portal.plan())
        page.get_by_role("link", name="Se forslagene").click()
        sound(page)
        page.get_by_role("button", name="Lag ny versjon").click()
        page.goto(portal.plan("/forslag"))
        page.get_by_role("link", name="Ta inn i utkastet").click()
        sound(page)
        page.get_by_label("Kommunens eget navn").fill("Solsikken barnehage")
        page.get_by_label("Timer i uka").fill("2")
        page.get_by_role("button", name="Ta inn i utkastet").click()
        page.wait_for_url("**/plan#elements")
        assert page.locator("#draft-elements tr", has_text="Solsikken barnehage").count() == 1


def ask(portal: Portal) -> str:
    """On a desk: make a link, and return the address that is told once."""
    with portal.quiet_page(Role.CASEWORKER, "nb", DESKTOP) as page:
        page.goto(portal.plan("/bekreftelser"))
        sound(page)
        page.get_by_role("link", name="Lag en lenke").click()
        sound(page)
        page.get_by_label("Hvem skal bekrefte?").fill("Solsikken barnehage")
        page.get_by_label("Hvem spør du der?").fill("Berit Styrer")
        page.get_by_label("Solsikken barnehage", exact=False).last.check()
        page.get_by_role("button", name="Lag lenken").click()
        page.get_by_role("heading", name="Lenken er laget").wait_for()
        sound(page)
        return page.get_by_label("Adressen til lenken").input_value()


def confirm(portal: Portal, link: str) -> None:
    """On a stranger's phone, with the keyboard."""
    with portal.quiet_page(None, "nb", PHONE) as page:
        page.goto(link)
        sound(page)
        assert page.get_by_text("Solsikken barnehage").count() >= 1
        assert page.get_by_text("Hassan").count() == 0, "only her initials"
        page.get_by_label("Ja, dette stemmer").focus()
        page.keyboard.press("Space")
        page.get_by_label("Navnet ditt").fill("Berit Styrer")
        page.get_by_label("Rollen din").fill("Styrer")
        page.keyboard.press("Enter")
        page.wait_for_url("**/bekreft/takk")
        sound(page)
    with portal.quiet_page(None, "nb", PHONE) as page:
        assert page.request.get(link).status == 404, "it was used"


def test_a_wish_becomes_a_line_that_somebody_confirms(
    portal: Portal, fix: Callable[[], None]
) -> None:
    propose(portal)
    take(portal)
    fix()
    confirm(portal, ask(portal))
    with portal.quiet_page(Role.CASEWORKER, "nb", DESKTOP) as page:
        page.goto(portal.plan())
        sound(page)
        line = page.locator("#current-elements tr", has_text="Solsikken barnehage")
        assert "Bekreftet" in line.inner_text()
        assert "Berit Styrer, Styrer, Solsikken barnehage, 20.11.2026" in line.inner_text()
    with portal.quiet_page(Role.PARTICIPANT, "ar", PHONE) as page:
        page.goto(f"{portal.address}/min-side/plan/forslag")
        sound(page)
        assert page.locator("[data-color='success']").count() == 1
