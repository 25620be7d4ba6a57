"""The same paper again, and a portal that is killed in the middle: each page exactly once."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import func, select

from app.config import Settings
from app.extensions import db
from app.papers.intake import jobs
from app.papers.intake.kinds import FileStatus, PageOutcome, PageState
from app.papers.intake.models import ScanFile, ScanPage
from app.papers.reading.reader import StackReader
from tests.integration.papers.intake.conftest import IssueSheets, Pages
from tests.support.client import Browser
from tests.support.repository import ROOT
from tests.support.scans import as_pdf
from tests.support.stacks import scanned, upload

RunJobs = Callable[[], int]
sqlite_only = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

WORKER = """
import sys
from pathlib import Path
from app import create_app
from app.config import Environment, Settings
from app.jobs.worker import run_waiting
from app.papers.intake import jobs
jobs.PAGES_AT_A_TIME = 2
app = create_app(Settings(Environment.TEST, Path(sys.argv[1]), sys.argv[2], "of the test"))
extensions = app.extensions
run_waiting(app, extensions["introportalen.jobs"], extensions["introportalen.clock"])
"""


@sqlite_only
def test_the_same_stack_twice_gives_duplicates_only(
    browser: Browser, issue: IssueSheets, run_jobs: RunJobs, pages: Pages
) -> None:
    stack = as_pdf([scanned(page) for sheet in issue(["ar", "nb"]) for page in sheet.pages()])
    upload(browser, stack)
    run_jobs()
    first = pages()
    url = upload(browser, stack)
    run_jobs()
    again = [page for page in pages() if page.stack_id != first[0].stack_id]
    assert {page.outcome for page in first} == {PageOutcome.FILED}
    assert {page.outcome for page in again} == {PageOutcome.DUPLICATE}
    assert {page.duplicate_of_id for page in again} == {page.id for page in first}
    browser.submit(url, action=f"{url}/rydd")
    assert "Skuffen er tom." in browser.get("/papirer/skuff").text


def test_two_files_with_the_same_sheet_file_it_once(
    browser: Browser, issue: IssueSheets, run_jobs: RunJobs, pages: Pages
) -> None:
    [sheet] = issue(["nb"])
    [page] = sheet.pages()
    upload(browser, as_pdf([scanned(page)]), as_pdf([scanned(page, angle=1)]))
    run_jobs()
    assert Counter(page.outcome for page in pages()) == {
        PageOutcome.FILED: 1,
        PageOutcome.DUPLICATE: 1,
    }


@sqlite_only
def test_a_killed_process_goes_on_where_it_was(
    app: Flask,
    settings: Settings,
    browser: Browser,
    issue: IssueSheets,
    run_jobs: RunJobs,
    pages: Pages,
    tmp_path: Path,
) -> None:
    sheets = issue(["ar", "uk"])
    stack = [scanned(page) for sheet in sheets for page in sheet.pages()]
    upload(browser, as_pdf(stack))
    with app.app_context():
        db.engine.dispose()
    killed = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(tmp_path), settings.database_url],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    give_up_at = time.monotonic() + 60
    while pages_read(app) < 2 and time.monotonic() < give_up_at:
        time.sleep(0.02)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert 2 <= pages_read(app) < len(stack), "killed in the middle"
    run_jobs()
    found = pages()
    assert sorted(page.number for page in found) == list(range(1, len(stack) + 1))
    assert {page.outcome for page in found} == {PageOutcome.FILED}
    with app.app_context():
        assert db.session.scalars(select(ScanFile.status)).all() == [FileStatus.DONE]


def pages_read(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(ScanPage)) or 0


@sqlite_only
def test_pages_that_cannot_be_placed_go_to_the_tray(
    app: Flask,
    browser: Browser,
    run_jobs: RunJobs,
    pages: Pages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("no")

    url = upload(browser, as_pdf([Image.new("L", (620, 877), 200)]))
    monkeypatch.setattr(jobs, "place_pages", fail)
    run_jobs()
    [page] = pages()
    assert (page.state, page.outcome) == (PageState.IN_TRAY, PageOutcome.UNREADABLE)
    assert "Lesingen stoppet." in browser.get(url).text


@sqlite_only
def test_a_file_that_opens_no_more_keeps_what_was_read(
    app: Flask,
    browser: Browser,
    run_jobs: RunJobs,
    pages: Pages,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "PAGES_AT_A_TIME", 1)
    whole = StackReader.read

    def only_the_first(reader: StackReader, content: bytes, first: int = 1) -> object:
        return whole(reader, content if first == 1 else b"%PDF-1.7 tull", first)

    monkeypatch.setattr(StackReader, "read", only_the_first)
    white = Image.new("L", (620, 877), 255)
    upload(browser, as_pdf([white, white]))
    run_jobs()
    assert [page.state for page in pages()] == [PageState.IN_TRAY]
    with app.app_context():
        assert db.session.scalars(select(ScanFile.status)).all() == [FileStatus.FAILED]
