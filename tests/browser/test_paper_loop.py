"""From the printer to the right cases: a start-up day in eight languages, signed and scanned.

Everything is printed, uploaded and registered through the pages of the served portal. Only the
paper itself is played: ink, a scanner, a photo.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from app.config import DEMO_PASSWORD
from tests.support.chromium import accessibility_faults, chromium, overflows
from tests.support.portal import portal
from tests.support.scans import (
    Phone,
    Scanner,
    as_jpeg,
    as_pdf,
    as_photographed,
    as_scanned,
    drawn_pages,
    sign_with_pen,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(420)]

LANGUAGES = ("ar", "ti", "uk", "fa-AF", "so", "my", "ckb", "am")
DPI = 150
PHONE = Phone(tilt=(0.06, 0.03), angle=4, shadow=0.3)
CODE = re.compile(r"^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$")


@dataclass(frozen=True)
class Paper:
    """One printed sheet."""

    code: str
    person: str
    """Whose it is, as the portal names her in addresses."""
    pages: tuple[Image.Image, ...]
    boxes: Sequence[dict[str, Any]]

    def signed(self) -> list[Image.Image]:
        """Return the pages with ink where somebody must sign."""
        pages = list(self.pages)
        for box in self.boxes:
            if box["name"] in ("signature_participant", "signature_municipality"):
                number = box["page"] - 1
                pages[number] = sign_with_pen(pages[number], box, DPI)
        return pages


class Office:
    """A caseworker at her screen, and the printer beside it."""

    def __init__(self, page: Page, data: Path) -> None:
        self.page = page
        self._data = data

    def print_for(self, people: Sequence[tuple[str, str]]) -> list[Paper]:
        """Print new sheets: names of the fields of the people, each with a language."""
        page = self.page
        for who, language in people:
            choice = page.locator(f"select[name='paper-{who}']")
            new = choice.locator("option", has_text="Nytt ark").first
            choice.select_option(new.get_attribute("value"))
            page.locator(f"select[name='language-{who}']").select_option(language)
        self.check()
        # One of the municipalities writes nynorsk.
        page.get_by_role("button", name=re.compile("^Lag ark(ene|a)$")).click()
        ready = re.compile("Ark(ene|a) er klare")
        expect(page.get_by_role("heading", level=1)).to_have_text(ready, timeout=90_000)
        self.check()
        rows = page.locator("table tbody tr")
        codes = [text for text in rows.locator("td.figure").all_inner_texts() if CODE.match(text)]
        links = [link.get_attribute("href") or "" for link in rows.locator("th a").all()]
        assert len(codes) == len(links) == len(people)
        with page.expect_download() as download:
            page.get_by_role("link", name=re.compile("ei?nsidig utskrift")).click()
        drawn = drawn_pages(download.value.path().read_bytes(), DPI)
        papers = []
        for code, link in zip(codes, links, strict=True):
            count, boxes = self._issued(code.replace("-", ""))
            papers.append(Paper(code, link.split("/")[2], tuple(drawn[:count]), boxes))
            del drawn[:count]
        assert drawn == []
        return papers

    def people(self, url: str) -> list[str]:
        """Return for whom something can be printed there."""
        self.page.goto(url)
        fields = self.page.locator("select[name^='paper-']").all()
        return [(field.get_attribute("name") or "").removeprefix("paper-") for field in fields]

    def check(self) -> None:
        """The page is accessible and fits the screen."""
        assert accessibility_faults(self.page) == []
        assert not overflows(self.page)

    def status(self, paper: Paper) -> str:
        """Return how the portal says that the paper stands."""
        self.page.goto(f"/deltakere/{paper.person}/erklaering")
        return self.page.locator(".ds-card").filter(has_text=paper.code).inner_text()

    def _issued(self, code: str) -> tuple[int, list[dict[str, Any]]]:
        """Return what the printer cannot know: how long a sheet is, and where one signs."""
        with closing(sqlite3.connect(self._data / "introportal.sqlite3")) as database:
            count, boxes = database.execute(
                "SELECT page_count, boxes FROM issued_document WHERE code = ?", (code,)
            ).fetchone()
        return count, json.loads(boxes)


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with TemporaryDirectory(prefix="introportalen-") as directory:
        yield Path(directory)


@pytest.fixture(scope="module")
def address(data: Path) -> Iterator[str]:
    with portal(data) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture
def office(address: str, browser: Browser, data: Path) -> Iterator[Callable[[str], Office]]:
    """Let somebody sign in."""
    contexts = []

    def open_office(username: str) -> Office:
        context = browser.new_context(base_url=address, locale="nb", accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.goto("/logg-inn")
        page.locator("#username").fill(username)
        page.locator("#password").fill(DEMO_PASSWORD)
        page.locator("#password").press("Enter")
        page.wait_for_url(re.compile(r"^(?!.*logg-inn)"))
        return Office(page, data)

    yield open_office
    for context in contexts:
        context.close()


def scanned(pages: Sequence[Image.Image], chance: Random) -> list[Image.Image]:
    """Return pages as an office scanner sees a careless stack."""
    return [
        as_scanned(
            page,
            Scanner(
                dpi=DPI,
                angle=chance.uniform(-4, 4),
                turn=chance.choice((0, 0, 2, 1, 3)),
                blur=chance.choice((0, 0.6, 0.9)),
                dust=chance.choice((0, 6)),
                grey=True,
            ),
            dpi=DPI,
        )
        for page in pages
    ]


def test_the_stack_of_a_start_up_day_finds_its_cases(office: Callable[[str], Office]) -> None:
    chance = Random(16)
    ours, theirs = office("saksbehandler"), office("saksbehandler@dalheim.example")
    chooser = "/papirer/utskrift/ny?utvalg=mine"
    people = ours.people(chooser)[: len(LANGUAGES)]
    assert len(people) == len(LANGUAGES)
    papers = ours.print_for(list(zip(people, LANGUAGES, strict=True)))

    # The last one gets a new sheet, so that the first print of it is an old version.
    old = next(paper for paper in papers if paper.person == people[-1])
    ours.page.goto(chooser)
    (newer,) = ours.print_for([(people[-1], "en")])
    (foreign,) = theirs.print_for([(theirs.people(chooser)[0], "uk")])

    current = [paper for paper in papers if paper is not old]
    forgotten, half, *signed = current
    stack = scanned(
        [
            *(page for paper in signed[1:] for page in paper.signed()),
            *forgotten.pages,
            half.signed()[0],
            *old.signed(),
            *foreign.signed(),
            Image.new("RGB", old.pages[0].size, "white"),
        ],
        chance,
    )
    chance.shuffle(stack)
    photos = [
        as_jpeg(as_photographed(page, PHONE), 70, orientation=6) for page in signed[0].signed()
    ]

    page = ours.page
    page.goto("/papirer/skann")
    ours.check()
    page.locator("input[type=file]").set_input_files(
        [
            {"name": "bunke.pdf", "mimeType": "application/pdf", "buffer": as_pdf(stack, DPI)},
            *(
                {"name": f"IMG_{number}.jpg", "mimeType": "image/jpeg", "buffer": photo}
                for number, photo in enumerate(photos)
            ),
        ]
    )
    page.get_by_role("button", name="Last opp", exact=True).click()
    expect(page.get_by_role("heading", name="Klare til å registrere")).to_be_visible(
        timeout=120_000
    )
    ours.check()
    cards = page.locator("form .ds-card")
    ready = cards.all_inner_texts()
    for paper in signed:
        assert any(paper.code in text for text in ready)
    assert len(ready) == len(signed)
    for choice in cards.locator("input[name=chosen]").all():
        choice.check()
    page.get_by_label("Dato for underskrift").fill("2026-11-20")
    page.get_by_label("Sted", exact=True).fill("Fjordvik")
    page.get_by_role("button", name="Registrer underskrift på de valgte arkene").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    for paper in signed:
        assert "Underskrevet" in ours.status(paper)
    for paper in (forgotten, half, newer):
        assert "Venter på underskrift" in ours.status(paper)
    assert "Erstattet av et nyere ark" in ours.status(old)
    assert "Ventar på underskrift" in theirs.status(foreign)  # they write nynorsk

    page.goto("/papirer/skuff")
    ours.check()
    assert page.locator("main .ds-card").count() == len(old.pages) + len(foreign.pages) + 1
