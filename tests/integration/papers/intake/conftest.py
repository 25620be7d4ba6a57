"""A caseworker at her desk, with what her printer and her scanner did."""

from collections.abc import Callable, Sequence

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.actor import Role
from app.extensions import db
from app.papers.intake.models import ScanFile, ScanPage
from tests.support.client import Browser
from tests.support.stacks import Sheet, issue_sheets
from tests.support.world import World

BrowserFor = Callable[..., Browser]
IssueSheets = Callable[..., list[Sheet]]
Pages = Callable[[], list[ScanPage]]


@pytest.fixture
def browser(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


@pytest.fixture
def issue(app: Flask, world: World, run_jobs: Callable[[], int]) -> IssueSheets:
    """Issue sheets in these languages, and print them."""

    def make(languages: Sequence[str], **where: object) -> list[Sheet]:
        return issue_sheets(app, world, run_jobs, languages, **where)  # type: ignore[arg-type]

    return make


@pytest.fixture
def pages(app: Flask) -> Pages:
    """Return every scanned page there is, in the order of the scanner."""

    def read() -> list[ScanPage]:
        with app.app_context():
            in_order = (
                select(ScanPage)
                .join(ScanFile, ScanFile.id == ScanPage.file_id)
                .order_by(ScanPage.read_at, ScanPage.stack_id, ScanFile.number, ScanPage.number)
            )
            return list(db.session.scalars(in_order))

    return read
