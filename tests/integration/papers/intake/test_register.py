"""Confirming what a stack shows: many papers at once, all or none."""

import hashlib
import io
from collections.abc import Callable

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.models import Declaration, SigningStatus
from app.extensions import db
from app.papers.intake.models import ScanPage
from app.papers.models import ScannedPaper
from tests.integration.papers.intake.conftest import IssueSheets
from tests.support.client import Browser
from tests.support.scans import Phone, as_jpeg, as_pdf, as_photographed
from tests.support.stacks import CONTRACT, Sheet, scanned, upload

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

RunJobs = Callable[[], int]
SIGNING = {"signed_on": "2026-11-20", "place": "Fjordvik"}
INTERPRETED = {
    "interpreter_use": ["registered"],
    "interpreter_name": "Tolke Tolkesen",
    "category": "B",
    "mode": "phone",
    "kinship": "none",
    "is_adult": ["y"],
}


def signed(app: Flask, *sheets: Sheet) -> list[Declaration]:
    """Return which of the sheets are registered as signed."""
    with app.app_context():
        found = [db.session.get_one(Declaration, sheet.declaration_id) for sheet in sheets]
        return [each for each in found if each.status is SigningStatus.SIGNED]


def test_photos_of_one_paper_are_bound_in_page_order(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    [sheet] = issue(["ar"], dates=CONTRACT)
    photos = [
        as_jpeg(as_photographed(page, Phone(angle=3, shadow=0.2)), orientation=6)
        for page in sheet.pages()
    ]
    url = upload(browser, *reversed(photos))
    run_jobs()
    browser.submit(url, SIGNING)
    [declaration] = signed(app, sheet)
    with app.app_context():
        paper = db.session.get_one(ScannedPaper, declaration.scan_id)
        assert paper.sha256 == hashlib.sha256(paper.content).hexdigest()
        of_it = db.session.scalars(
            select(ScanPage).where(ScanPage.scan_id == paper.id).order_by(ScanPage.page)
        ).all()
        assert [page.page for page in of_it] == list(range(1, len(photos) + 1))
        with pikepdf.open(io.BytesIO(paper.content)) as bound:
            pictures = [page.Resources.XObject.Scan.read_raw_bytes() for page in bound.pages]
        assert pictures == [page.picture for page in of_it]


def test_a_file_that_is_exactly_the_paper_is_filed_as_received(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    [sheet] = issue(["uk"])
    content = as_pdf([scanned(page) for page in sheet.pages()])
    url = upload(browser, content)
    run_jobs()
    browser.submit(url, SIGNING)
    [declaration] = signed(app, sheet)
    with app.app_context():
        assert db.session.get_one(ScannedPaper, declaration.scan_id).content == content


def test_one_interpreter_for_all_in_each_papers_own_language(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    sheets = issue(["uk", "nb"])
    url = upload(browser, as_pdf([scanned(page) for sheet in sheets for page in sheet.pages()]))
    run_jobs()
    answer = browser.submit(url, {**SIGNING, "interpreter_use": ["registered"]}, status=200)
    assert "Velg hvor tolken var." in answer.text
    assert signed(app, *sheets) == []
    browser.submit(url, {**SIGNING, **INTERPRETED})
    assert len(signed(app, *sheets)) == 2
    with app.app_context():
        stamps = db.session.scalars(select(DocumentExplanation)).all()
        languages = {stamp.document_id: stamp.language for stamp in stamps}
    # The participant whose sheet is in Norwegian alone has an interpreter of Arabic.
    assert languages == {sheets[0].document_id: "uk", sheets[1].document_id: "ar"}
    assert "Registrert" in browser.get(url).text


def test_one_refused_paper_refuses_all_and_names_itself(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    sheets = issue(["nb", "nb"])
    url = upload(browser, as_pdf([scanned(page) for sheet in sheets for page in sheet.pages()]))
    run_jobs()
    for changes, message in (
        ({"signed_on": "2026-11-19"}, "Arket kan ikke være underskrevet før det ble laget."),
        ({"signed_on": "2026-11-21"}, "Arket kan ikke være underskrevet etter i dag."),
        ({"signed_on": ""}, "Skriv datoen som står på arkene."),
        ({"chosen": []}, "Velg minst ett ark."),
        ({"chosen": ["tull"]}, "Noe er endret siden du åpnet siden."),
    ):
        answer = browser.submit(url, {**SIGNING, **changes}, status=200)
        assert message in answer.text, changes
    assert signed(app, *sheets) == []
    with app.app_context():
        assert db.session.scalars(select(ScannedPaper)).all() == []


def test_only_what_is_chosen_is_registered_and_everything_is_recorded(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    first, second = issue(["nb", "nb"])
    url = upload(browser, as_pdf([scanned(sheet.pages()[0]) for sheet in (first, second)]))
    run_jobs()
    browser.submit(url, {**SIGNING, "chosen": [str(second.declaration_id)]})
    assert [each.id for each in signed(app, first, second)] == [second.declaration_id]
    assert 'value="2026-11-20"' in browser.get(url).text, "the day is offered for the rest"
    with app.app_context():
        events = db.session.execute(
            select(AuditEvent.action).where(AuditEvent.participant_id == second.participant_id)
        ).scalars()
        assert {
            Action.SCAN_PAGE_FILED,
            Action.SCAN_STORED,
            Action.DECLARATION_SIGNED,
        } <= set(events)
        looks = db.session.scalars(
            select(AuditEvent.details).where(AuditEvent.action == Action.SCAN_STACK_VIEWED)
        ).all()
    both = {str(first.participant_id), str(second.participant_id)}
    assert set(looks[-1]["participant_ids"]) == both


def test_a_paper_without_the_municipalitys_signature_is_not_ready(
    app: Flask, browser: Browser, issue: IssueSheets, run_jobs: RunJobs
) -> None:
    [sheet] = issue(["nb"], dates=CONTRACT)
    url = upload(browser, as_pdf([scanned(page) for page in sheet.pages(parties=("participant",))]))
    run_jobs()
    page = browser.get(url).text
    assert "Mangler underskrift" in page
    assert 'name="chosen"' not in page
