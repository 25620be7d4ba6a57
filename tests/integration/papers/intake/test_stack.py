"""A stack of scanned paper, from the upload to the cases, with real sheets and the real reader."""

import io
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.core.actor import Role
from app.declarations.models import Declaration, SigningStatus
from app.declarations.service import issue_declaration
from app.extensions import db
from app.papers.intake.kinds import PageOutcome, PageState
from app.papers.intake.models import ScanPage
from app.papers.models import ScannedPaper
from tests.support.client import Browser
from tests.support.scans import Scanner, as_pdf, as_scanned
from tests.support.stacks import DECLARATION_IN_FORCE, Sheet, issue_sheets, printed
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
RunJobs = Callable[[], int]


@pytest.fixture
def browser(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


def upload(browser: Browser, *files: bytes) -> str:
    """Upload files; return where the stack is shown."""
    fields: dict[str, Any] = {
        "files": [(io.BytesIO(content), f"skann {n}.pdf") for n, content in enumerate(files)]
    }
    return str(browser.submit("/papirer/skann", fields).location)


def scanned(page: Image.Image, **how: Any) -> Image.Image:
    return as_scanned(page, Scanner(**{"dpi": 150, "grey": True, **how}))


def outcomes(app: Flask) -> list[PageOutcome | None]:
    with app.app_context():
        found = select(ScanPage.outcome).order_by(ScanPage.read_at, ScanPage.number)
        return list(db.session.scalars(found))


def status_of(app: Flask, sheet: Sheet) -> SigningStatus:
    with app.app_context():
        return db.session.get_one(Declaration, sheet.declaration_id).status


def register(browser: Browser, stack: str, **changes: Any) -> Any:
    fields = browser.filled(stack)
    fields |= {"signed_on": "2026-11-20", "place": "Fjordvik", **changes}
    return fields


def test_a_shuffled_stack_closes_exactly_the_right_cases(
    app: Flask,
    world: World,
    browser: Browser,
    run_jobs: RunJobs,
) -> None:
    signed, unsigned, replaced, half, foreign = (
        *issue_sheets(app, world, run_jobs, ["ar", "ti", "uk", "nb"]),
        *issue_sheets(app, world, run_jobs, ["so"], domain=DALHEIM),
    )
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        newer_id = issue_declaration(
            db.session, world.clock, actor, DECLARATION_IN_FORCE, replaced.participant_id, "en"
        ).id
        db.session.commit()
    run_jobs()
    newer = printed(app, newer_id)
    blank = Image.new("RGB", signed.drawn[0].size, "white")
    stack = [
        scanned(half.pages()[0]),
        scanned(signed.pages()[-1], turn=2, angle=2),
        scanned(foreign.pages()[0]),
        *(scanned(page, angle=-1.5) for page in unsigned.pages(signed=False)),
        scanned(blank),
        *(scanned(page) for page in replaced.pages()),
        *(scanned(page, turn=1) for page in signed.pages()[:-1]),
    ]
    url = upload(browser, as_pdf(stack, dpi=150))
    assert "Papirene leses nå" in browser.get(url).text
    run_jobs()
    page = browser.get(url).text
    assert page.count('type="checkbox" name="chosen"') == 1
    assert str(signed.declaration_id) in page
    browser.send(url, register(browser, url))
    assert status_of(app, signed) is SigningStatus.SIGNED
    others = [unsigned, newer, foreign]
    if len(half.drawn) > 1:
        others.append(half)
    assert {status_of(app, sheet) for sheet in others} == {SigningStatus.ISSUED}
    assert status_of(app, replaced) is SigningStatus.REPLACED
    with app.app_context():
        tray = db.session.scalars(
            select(ScanPage.outcome).where(ScanPage.state == PageState.IN_TRAY)
        ).all()
    assert sorted(tray) == sorted(
        [
            PageOutcome.UNKNOWN_CODE,
            PageOutcome.BLANK,
            *[PageOutcome.REPLACED_VERSION] * len(replaced.drawn),
        ]
    )
