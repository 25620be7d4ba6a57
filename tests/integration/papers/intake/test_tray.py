"""The tray: filing by a typed code, putting one scan in the place of another, setting aside."""

from collections.abc import Callable

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.models import Declaration, SigningStatus
from app.extensions import db
from app.papers.code import grouped, new_code
from app.papers.intake.kinds import PageOutcome, PageState
from app.papers.intake.models import ScanPage
from tests.integration.papers.intake.conftest import BrowserFor, IssueSheets, Pages
from tests.support.client import Browser
from tests.support.scans import as_pdf
from tests.support.stacks import Sheet, scanned, upload
from tests.support.world import DALHEIM

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

RunJobs = Callable[[], int]
NOBODYS_CODE = new_code(bytes(range(1, 17)))


def without_square(page: Image.Image) -> Image.Image:
    """Return the page with a stain where the square is."""
    stained = page.copy()
    stained.paste((250, 250, 250), (page.width - 500, 0, page.width, 420))
    return stained


@pytest.fixture
def stained(
    issue: IssueSheets, browser: Browser, run_jobs: RunJobs, pages: Pages
) -> tuple[Sheet, str]:
    """A signed sheet of one page whose square cannot be read, and where it lies in the tray."""
    [sheet] = issue(["nb"])
    upload(browser, as_pdf([scanned(without_square(sheet.pages()[0]))]))
    run_jobs()
    [page] = pages()
    assert page.outcome is PageOutcome.UNREADABLE
    return sheet, f"/papirer/skuff/{page.id}"


def test_a_typed_code_files_the_page_and_a_person_looks_for_the_signature(
    app: Flask, browser: Browser, stained: tuple[Sheet, str], pages: Pages
) -> None:
    sheet, url = stained
    typed = {"paper_code": f" {grouped(sheet.code).lower()} ", "page": ""}
    browser.submit(url, typed, action=url)
    [page] = pages()
    assert (page.state, page.document_id, page.page) == (PageState.IN_CASE, sheet.document_id, 1)
    assert page.outcome is PageOutcome.UNREADABLE, "what was found stays"
    stack = f"/papirer/skann/{page.stack_id}"
    text = browser.get(stack).text
    assert "Se på bildet om arket er underskrevet." in text
    assert " checked" not in text.split('name="chosen"')[1].split(">")[0], "not chosen by itself"
    chosen = {"chosen": [str(sheet.declaration_id)], "signed_on": "2026-11-20", "place": "Her"}
    browser.submit(stack, chosen)
    with app.app_context():
        declaration = db.session.get_one(Declaration, sheet.declaration_id)
        assert declaration.status is SigningStatus.SIGNED


def test_a_wrong_code_is_refused_and_what_was_typed_stays(
    browser: Browser, issue: IssueSheets, stained: tuple[Sheet, str], pages: Pages
) -> None:
    sheet, url = stained
    [foreign] = issue(["nb"], domain=DALHEIM)
    unknown = "Kommunen har ikke laget noe ark med denne koden."
    for code, page, message in (
        ("", "", "Skriv koden som står på arket."),
        ("7KQM-2XHD-V94", "", "Koden er ikke riktig skrevet."),
        (NOBODYS_CODE, "1", unknown),
        (foreign.code, "1", unknown),
        (sheet.code, "2", "Arket har ikke så mange sider."),
        (sheet.code, "0", "Skriv et tall fra 1 til 9."),
    ):
        typed = {"paper_code": code, "page": page}
        answer = browser.submit(url, typed, action=url, status=200)
        assert message in answer.text, typed
        assert not code or f'value="{code}"' in answer.text
    assert pages()[0].state is PageState.IN_TRAY


def test_a_page_that_belongs_nowhere_is_set_aside_and_kept(
    app: Flask, browser: Browser, stained: tuple[Sheet, str], pages: Pages
) -> None:
    _, url = stained
    browser.submit(url, {"reason": ""}, action=f"{url}/legg-bort", status=200)
    browser.submit(url, {"reason": "Et notat"}, action=f"{url}/legg-bort")
    [page] = pages()
    assert (page.state, page.set_aside_reason) == (PageState.SET_ASIDE, "Et notat")
    assert "Skuffen er tom." in browser.get("/papirer/skuff").text
    assert "Siden er lagt bort: Et notat" in browser.get(url).text
    picture = browser.client.get(f"/papirer/sider/{page.id}/bilde")
    assert picture.data.startswith(b"\xff\xd8\xff")


def test_two_who_deal_with_a_page_at_once_do_not_overwrite_each_other(
    browser: Browser, stained: tuple[Sheet, str]
) -> None:
    sheet, url = stained
    fields = browser.filled(url, {"paper_code": sheet.code, "page": "1"}, action=url)
    browser.submit(url, {"reason": "Et notat"}, action=f"{url}/legg-bort")
    browser.send(url, fields, status=409)


def test_a_later_scan_takes_the_place_of_an_unsigned_one(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs, pages: Pages
) -> None:
    [sheet] = issue(["nb"])
    first = upload(browser, as_pdf([scanned(sheet.drawn[0])]))
    run_jobs()
    assert "En linje som skal ha underskrift, er tom." in browser.get(first).text
    second = upload(browser, as_pdf([scanned(sheet.pages()[0], angle=1)]))
    run_jobs()
    [earlier] = [page for page in pages() if str(page.stack_id) in first]
    [later] = [page for page in pages() if str(page.stack_id) in second]
    assert (later.outcome, later.duplicate_of_id) == (PageOutcome.DUPLICATE, earlier.id)
    url = f"/papirer/skuff/{later.id}"
    text = browser.get(url).text
    assert f"/papirer/sider/{earlier.id}/bilde" in text, "side by side"
    browser.submit(url, action=f"{url}/bruk")
    states = {page.id: page.state for page in pages()}
    assert states == {earlier.id: PageState.SET_ASIDE, later.id: PageState.IN_CASE}
    browser.submit(second, {"signed_on": "2026-11-20"})
    with app.app_context():
        declaration = db.session.get_one(Declaration, sheet.declaration_id)
        assert declaration.status is SigningStatus.SIGNED
        assert db.session.get_one(ScanPage, later.id).scan_id == declaration.scan_id
        assert db.session.get_one(ScanPage, earlier.id).scan_id is None


def test_blank_pages_are_set_aside_together(
    browser: Browser, issue: IssueSheets, run_jobs: RunJobs, pages: Pages
) -> None:
    blank = Image.new("L", (1240, 1754), 250)
    [sheet] = issue(["nb"])
    url = upload(browser, as_pdf([blank, scanned(without_square(sheet.drawn[0])), blank]))
    run_jobs()
    browser.submit(url, action=f"{url}/rydd")
    assert [page.state for page in pages()] == [
        PageState.SET_ASIDE,
        PageState.IN_TRAY,
        PageState.SET_ASIDE,
    ]


def test_every_look_at_a_picture_is_recorded(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs, pages: Pages
) -> None:
    [sheet] = issue(["nb"])
    upload(browser, as_pdf([scanned(sheet.pages()[0])]))
    run_jobs()
    [page] = pages()
    for part in ("bilde", "underskrift"):
        answer = browser.client.get(f"/papirer/sider/{page.id}/{part}")
        assert answer.mimetype == "image/jpeg"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    with app.app_context():
        looks = db.session.scalars(
            select(AuditEvent.participant_id).where(AuditEvent.action == Action.SCAN_PAGE_VIEWED)
        ).all()
    assert looks == [sheet.participant_id] * 2


def test_pictures_are_the_municipalitys_own(
    browser: Browser, browser_for: BrowserFor, stained: tuple[Sheet, str], pages: Pages
) -> None:
    _, url = stained
    [page] = pages()
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for address in (
        url,
        f"/papirer/sider/{page.id}/bilde",
        f"/papirer/sider/{page.id}/underskrift",
    ):
        other.get(address, status=404)
