"""From a fixed plan to a signed paper in the right case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

import pypdfium2
import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.enrolment.service import link_user
from app.extensions import db
from app.papers.intake.kinds import PageOutcome, Standing
from app.papers.intake.models import ScanPage
from app.papers.models import DocumentStatus, IssuedDocument, ScannedPaper
from app.plans.commands import FixPlan
from app.plans.models import IntegrationPlan
from app.plans.paper.content import SIGNED_BY_PARTICIPANT
from app.plans.paper.queries import find_plan_standings
from app.plans.paper.service import issue_plan
from app.plans.queries import get_draft
from app.plans.service import fix_plan as decide_plan
from app.plans.service import start_new_version
from app.plans.versions.commands import JudgeChange
from app.plans.versions.service import judge_change
from app.rules.plan import ChangeKind
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.scans import as_pdf, drawn_pages, sign_with_pen
from tests.support.stacks import scanned, upload
from tests.support.world import DALHEIM, NOW, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
RunJobs = Callable[[], int]


@dataclass(frozen=True)
class Case:
    world: World
    participant_id: UUID

    @property
    def url(self) -> str:
        return f"/deltakere/{self.participant_id}/plan/papir"

    def documents(self) -> list[IssuedDocument]:
        """Return the papers, oldest first. Needs an app context."""
        of_her = select(IssuedDocument).where(IssuedDocument.participant_id == self.participant_id)
        return list(db.session.scalars(of_her.order_by(IssuedDocument.issued_at)))


@pytest.fixture
def case(app: Flask, world: World) -> Case:
    """A participant with a fixed plan."""
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        return Case(world, participant.id)


@pytest.fixture
def browser(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


def issue(browser: Browser, case: Case, language: str = "ar") -> None:
    browser.submit(case.url, {"language": language})


def actions(case: Case) -> set[Action]:
    of_her = select(AuditEvent.action).where(AuditEvent.participant_id == case.participant_id)
    return set(db.session.scalars(of_her))


def test_a_plan_is_printed_and_downloaded(
    app: Flask, case: Case, browser: Browser, run_jobs: RunJobs
) -> None:
    assert 'value="ar"' in browser.get(case.url).text, "her reading language is offered"
    issue(browser, case)
    assert "Lages nå" in browser.get(case.url).text
    assert run_jobs() == 1
    assert "Ute til underskrift" in browser.get(case.url).text
    with app.app_context():
        [document] = case.documents()
        assert (document.status, document.language) == (DocumentStatus.READY, "ar")
        assert document.text_version == "2026-1"
    sheet = browser.client.get(f"{case.url}/{document.id}/pdf")
    assert sheet.headers["Content-Disposition"] == f'attachment; filename="{document.code}.pdf"'
    assert "sandbox" in sheet.headers["Content-Security-Policy"]
    text = " ".join(
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(sheet.data)
    )
    for said in ("Integreringsplan", "Layla Hassan", "Jeg vil arbeide i barnehage.", "Norsk"):
        assert said in text
    with app.app_context():
        assert {
            Action.PLAN_PAPER_ISSUED,
            Action.PLAN_PAPERS_VIEWED,
            Action.DOCUMENT_RENDERED,
            Action.DOCUMENT_DOWNLOADED,
        } <= actions(case)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_signed_plan_finds_its_case_and_is_filed(
    app: Flask, case: Case, browser: Browser, run_jobs: RunJobs
) -> None:
    issue(browser, case, "nb")
    run_jobs()
    with app.app_context():
        [document] = case.documents()
        assert document.content is not None
        pages, boxes = list(drawn_pages(document.content)), document.boxes or []
    [box] = [box for box in boxes if box["name"] == SIGNED_BY_PARTICIPANT]
    pages[box["page"] - 1] = sign_with_pen(pages[box["page"] - 1], box)
    stack = upload(browser, as_pdf([scanned(page) for page in pages]))
    run_jobs()
    with app.app_context():
        outcomes = db.session.scalars(select(ScanPage.outcome)).all()
        assert outcomes == [PageOutcome.FILED] * len(pages)
    assert browser.get(stack).status_code == 200
    page = browser.get(case.url).text
    assert "Alle sidene har kommet tilbake, og deltakeren har skrevet under." in page
    filed = browser.submit(case.url, action=f"{case.url}/{document.id}/underskrevet")
    assert filed.location == f"/deltakere/{case.participant_id}/plan/svar"
    asked = "Registrer hva deltakeren krysset av for."
    assert asked in browser.get(filed.location).text
    assert "Underskrevet og lagret" in browser.get(case.url).text
    with app.app_context():
        [scan] = db.session.scalars(select(ScannedPaper)).all()
        assert scan.document_id == document.id
    shown = browser.client.get(f"{case.url}/{document.id}/skann")
    assert shown.mimetype == "application/pdf"
    with app.app_context():
        assert {Action.SCAN_STORED, Action.SCAN_VIEWED} <= actions(case)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_unsigned_plan_is_not_filed(
    app: Flask, case: Case, browser: Browser, run_jobs: RunJobs
) -> None:
    issue(browser, case, "nb")
    run_jobs()
    with app.app_context():
        [document] = case.documents()
        pages = [scanned(page) for page in drawn_pages(document.content or b"")]
    upload(browser, as_pdf(pages[:-1]))
    run_jobs()
    assert f"ikke kommet tilbake: {len(pages)}." in browser.get(case.url).text
    upload(browser, as_pdf(pages[-1:]))
    run_jobs()
    page = browser.get(case.url).text
    assert "linjen til deltakeren er tom" in page
    assert "Lagre som underskrevet" not in page
    token = {"csrf_token": browser.csrf_token(case.url)}
    browser.send(case.url, token, action=f"{case.url}/{document.id}/underskrevet")
    refused = "Det mangler sider, eller linjen til deltakeren er tom."
    assert refused in browser.get(case.url).text
    with app.app_context():
        assert db.session.scalars(select(ScannedPaper)).all() == []


def test_a_newer_paper_or_a_newer_version_takes_the_place_of_an_older_one(
    app: Flask, world: World, case: Case, browser: Browser, run_jobs: RunJobs
) -> None:
    issue(browser, case)
    run_jobs()
    with app.app_context():
        later = fixed_clock(NOW + timedelta(minutes=1))
        issue_plan(db.session, later, world.actor(Role.CASEWORKER), case.participant_id, "nb")
        db.session.commit()
    run_jobs()
    with app.app_context():
        older, newer = case.documents()
        ids = [older.id, newer.id]
        found = find_plan_standings(db.session, world.scope(), ids)
        assert found == {older.id: Standing.REPLACED, newer.id: Standing.OPEN}
        assert find_plan_standings(db.session, world.scope("4699"), ids) == {}
        fix_next_version(world, case)
        found = find_plan_standings(db.session, world.scope(), ids)
        assert set(found.values()) == {Standing.REPLACED}
    assert "Erstattet av et nyere ark" in browser.get(case.url).text


def fix_next_version(world: World, case: Case) -> IntegrationPlan:
    actor = world.actor(Role.CASEWORKER)
    start_new_version(db.session, world.clock, actor, case.participant_id)
    draft = get_draft(db.session, actor.scope, case.participant_id)
    judged = JudgeChange(case.participant_id, draft.row_version, ChangeKind.SMALL, "Nye tider.")
    judge_change(db.session, world.clock, actor, judged)
    command = FixPlan(case.participant_id, draft.row_version)
    plan = decide_plan(db.session, world.clock, actor, command)
    db.session.commit()
    return plan


def test_without_a_fixed_plan_nothing_is_printed(
    app: Flask, world: World, browser: Browser
) -> None:
    with app.app_context():
        participant = enrol(db.session, world.clock, world.actor(Role.CASEWORKER))
        db.session.commit()
        url = f"/deltakere/{participant.id}/plan/papir"
    assert "Fastsett planen først." in browser.get(url).text
    token = {"csrf_token": browser.csrf_token(url)}
    answer = browser.send(url, {**token, "language": "nb"}, status=200)
    assert "Bare en fastsatt plan skrives ut." in answer.text
    with app.app_context():
        assert db.session.scalars(select(IssuedDocument)).all() == []


def test_a_participant_downloads_her_own_paper_and_nobody_elses(
    app: Flask,
    world: World,
    case: Case,
    browser: Browser,
    browser_for: BrowserFor,
    run_jobs: RunJobs,
) -> None:
    issue(browser, case)
    run_jobs()
    own = browser_for(Role.PARTICIPANT)
    with app.app_context():
        [document] = case.documents()
        document_id = document.id
        url = f"{case.url}/{document_id}/pdf"
        other_id = enrol(db.session, world.clock, world.actor(Role.CASEWORKER)).id
        db.session.commit()
    assert own.client.get(url).status_code == 404
    with app.app_context():
        user_id = world.user(Role.PARTICIPANT).id
        link_user(
            db.session, world.clock, world.actor(Role.ADMINISTRATOR), case.participant_id, user_id
        )
        db.session.commit()
    assert own.client.get(url).status_code == 200
    for wrong in (
        f"/deltakere/{other_id}/plan/papir/{document_id}/pdf",
        f"{case.url}/{RANDOM_ID}/pdf",
    ):
        assert own.client.get(wrong).status_code == 404
        assert browser.client.get(wrong).status_code == 404
    assert browser_for(Role.CASEWORKER, DALHEIM).client.get(url).status_code == 404
