"""Plans in Ukrainian, Arabic and Tigrinya, from a new face to a signed paper in the right case."""

import io
from collections.abc import Callable, Iterator

import pypdfium2
import pytest
from flask import Flask
from PIL import Image
from playwright.sync_api import Page, expect
from sqlalchemy import select

from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.extensions import db
from app.papers.models import IssuedDocument
from app.plans.paper.content import SIGNED_BY_PARTICIPANT
from app.plans.paper.words import plan_words
from tests.support import plan_walk as walk
from tests.support.plan_people import PLANNERS, Planner
from tests.support.scans import as_pdf, drawn_pages, sign_with_pen
from tests.support.served import PHONE, Served, check, served
from tests.support.stacks import scanned
from tests.support.world import World

RunJobs = Callable[[], int]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Served]:
    """A municipality where a leader approves plans, and nobody is enrolled."""
    with app.app_context():
        municipality = get_municipality(db.session, world.scope())
        municipality.policies = {**municipality.policies, "plan_approval": "leader"}
        db.session.commit()
    with served(world, Role.CASEWORKER, Role.LEADER, Role.PARTICIPANT) as found:
        yield found


@pytest.mark.parametrize("person", PLANNERS, ids=lambda person: person.language)
def test_a_plan_goes_from_mapping_to_a_signed_paper(
    app: Flask, portal: Served, run_jobs: RunJobs, person: Planner
) -> None:
    office = portal.page(Role.CASEWORKER)
    case = walk.enrol(office, person)
    walk.link_user(office, case)
    walk.map_competence(office, case)
    walk.begin(office, case)
    walk.meet(office, case, person)
    walk.translate(office, case, person)
    approve(portal, office, case)
    walk.fix(office, case)
    read_and_answer(portal, person)
    office.goto(f"{case}/plan")
    expect(office.locator("blockquote", has_text=person.answer)).to_be_visible()
    pages = print_plan(app, office, case, run_jobs, person)
    file_signed(office, case, run_jobs, pages)


def approve(portal: Served, office: Page, case: str) -> None:
    """The caseworker asks, and the leader says yes."""
    office.goto(f"{case}/plan")
    expect(office.get_by_role("button", name="Fastsett planen")).to_have_count(0)
    walk.follow(office, "Send til godkjenning")
    walk.press(office, "Send utkastet")
    leader = portal.page(Role.LEADER)
    leader.goto(f"{case}/plan")
    walk.follow(leader, "Les og svar")
    leader.locator("[name=outcome][value=approved]").check()
    walk.press(leader, "Lagre svaret")
    expect(leader.get_by_text("Godkjent", exact=True)).to_be_visible()


def read_and_answer(portal: Served, person: Planner) -> None:
    """On her phone she reads the plan in her own language, also where the pages are not in it."""
    page = portal.page(Role.PARTICIPANT, person.pages, PHONE)
    page.goto("/min-side/plan")
    plan = page.locator(".own-plan")
    expect(plan).to_have_attribute("lang", person.language)
    expect(plan).to_have_attribute("dir", person.direction)
    title = plan_words(person.language).text("headings.title")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    for said in (person.goals, person.reason):
        expect(plan.locator(f"p[lang={person.language}]", has_text=said)).to_be_visible()
    check(page)
    page.goto("/min-side/plan?norsk=ja")
    expect(plan.locator("p[lang=nb]", has_text=person.goals_in_norwegian)).to_be_visible()
    check(page)
    page.goto("/min-side/plan/svar")
    page.locator("[name=kind][value=agrees]").check()
    page.locator("[name=words]").fill(person.answer)
    assert page.locator("[name=words_language]").input_value() == person.language
    check(page)
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/min-side/plan")
    expect(page.locator(f"blockquote[lang={person.language}]")).to_have_text(person.answer)
    check(page)


def print_plan(
    app: Flask, office: Page, case: str, run_jobs: RunJobs, person: Planner
) -> list[Image.Image]:
    """Print the plan in two languages, and return its sheets with her signature."""
    office.goto(f"{case}/plan/papir")
    expect(office.get_by_label("Språk ved siden av norsk")).to_have_value(person.language)
    walk.press(office, "Lag papiret")
    expect(office.get_by_text("Lages nå", exact=True)).to_be_visible()
    run_jobs()
    expect(office.get_by_text("Ute til underskrift")).to_be_visible()
    check(office)
    with office.expect_download() as download:
        walk.follow(office, "Last ned PDF")
    content = download.value.path().read_bytes()
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content))
    for said in ("Integreringsplan", person.goals_in_norwegian):
        assert said in " ".join(text.split())
    with app.app_context():
        boxes = db.session.scalars(select(IssuedDocument.boxes)).one()
    pages = list(drawn_pages(content))
    [box] = [box for box in boxes or () if box["name"] == SIGNED_BY_PARTICIPANT]
    pages[box["page"] - 1] = sign_with_pen(pages[box["page"] - 1], box)
    return pages


def file_signed(office: Page, case: str, run_jobs: RunJobs, pages: list[Image.Image]) -> None:
    """Scan the signed paper: its code finds her case."""
    office.goto("/papirer/skann")
    stack = as_pdf([scanned(page) for page in pages])
    office.locator("input[type=file]").set_input_files(
        {"name": "bunke.pdf", "mimeType": "application/pdf", "buffer": stack}
    )
    walk.press(office, "Last opp")
    office.wait_for_url("**/papirer/skann/*")
    run_jobs()
    office.goto(f"{case}/plan/papir")
    walk.press(office, "Lagre som underskrevet")
    expect(office.get_by_text("Underskrevet og lagret")).to_be_visible()
    check(office)
    with office.expect_download() as download:
        walk.follow(office, "Vis underskrevet papir")
    scan = pypdfium2.PdfDocument(io.BytesIO(download.value.path().read_bytes()))
    assert len(scan) == len(pages)
