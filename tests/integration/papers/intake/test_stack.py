"""A stack of scanned paper, from the upload to the cases, with real sheets and the real reader."""

from collections.abc import Callable

from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.core.actor import Role
from app.declarations.models import Declaration, SigningStatus
from app.declarations.service import issue_declaration
from app.extensions import db
from app.papers.intake.kinds import PageOutcome, PageState
from app.papers.intake.models import ScanPage
from tests.support.client import Browser
from tests.support.scans import as_pdf
from tests.support.stacks import (
    DECLARATION_IN_FORCE,
    Sheet,
    issue_sheets,
    printed,
    scanned,
    upload,
)
from tests.support.world import DALHEIM, World

RunJobs = Callable[[], int]

SIGNING = {"signed_on": "2026-11-20", "place": "Fjordvik"}


def status_of(app: Flask, sheet: Sheet) -> SigningStatus:
    with app.app_context():
        return db.session.get_one(Declaration, sheet.declaration_id).status


def test_a_shuffled_stack_closes_exactly_the_right_cases(
    app: Flask,
    world: World,
    browser: Browser,
    run_jobs: RunJobs,
) -> None:
    signed, unsigned, replaced, half, foreign = (
        *issue_sheets(app, world, run_jobs, ["ar", "ti", "uk", "ps"]),
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
    browser.submit(url, SIGNING)
    assert status_of(app, signed) is SigningStatus.SIGNED
    others = {status_of(app, sheet) for sheet in (unsigned, newer, half, foreign)}
    assert others == {SigningStatus.ISSUED}
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
