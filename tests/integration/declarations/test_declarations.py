"""From a fixed plan to a signed paper in the right case, through the pages."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pypdfium2
import pytest
from flask import Flask
from PIL import Image
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations import service
from app.declarations.commands import RegisterSigning
from app.declarations.models import Declaration, SigningStatus
from app.declarations.outcomes.service import register_signing
from app.declarations.queries import list_declarations
from app.enrolment.service import link_user
from app.extensions import db
from app.papers.models import DocumentKind, DocumentStatus
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.explained import explanation_fields, interpreted
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]


@dataclass(frozen=True)
class Case:
    participant_id: UUID

    @property
    def url(self) -> str:
        return f"/deltakere/{self.participant_id}/erklaering"


@pytest.fixture
def case(app: Flask, world: World) -> Case:
    """A participant with a fixed plan."""
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        return Case(participant.id)


@pytest.fixture
def browser(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


def png() -> bytes:
    content = io.BytesIO()
    Image.new("L", (60, 80), 255).save(content, "PNG")
    return content.getvalue()


def issued(app: Flask, world: World, case: Case) -> list[tuple[UUID, SigningStatus, str]]:
    with app.app_context():
        found = list_declarations(db.session, world.scope(), case.participant_id)
        return [(e.declaration.id, e.declaration.status, e.document.language) for e in found]


def issue(browser: Browser, case: Case, language: str = "ar") -> None:
    browser.submit(case.url, {"language": language})


def signing(**changes: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "signed_on": "2026-11-20",
        "place": "Fjordvik",
        **explanation_fields(),
        "scan": (png(), "ark.png"),
    }
    content, name = {**plain, **changes}["scan"]
    return {**plain, **changes, "scan": (io.BytesIO(content), name)}


def test_a_sheet_is_issued_rendered_downloaded_and_signed(
    app: Flask, world: World, case: Case, browser: Browser, run_jobs: Callable[[], int]
) -> None:
    assert "Integreringskontrakt" in browser.get(case.url).text
    issue(browser, case)
    assert "Lages nå" in browser.get(case.url).text
    assert run_jobs() == 1
    page = browser.get(case.url).text
    assert "Venter på underskrift" in page
    [(declaration_id, status, language)] = issued(app, world, case)
    assert (status, language) == (SigningStatus.ISSUED, "ar")
    sheet = browser.client.get(f"{case.url}/{declaration_id}/pdf")
    assert sheet.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in sheet.headers["Content-Security-Policy"]
    text = pypdfium2.PdfDocument(sheet.data)[0].get_textpage().get_text_range()
    assert "Integreringskontrakt" in text
    browser.submit(f"{case.url}/{declaration_id}/underskrift", signing())
    page = browser.get(case.url).text
    assert "Underskrevet" in page
    assert "20.11.2026" in page
    scan = browser.client.get(f"{case.url}/{declaration_id}/skann")
    assert scan.data == png()
    assert scan.mimetype == "image/png"


def test_every_step_is_recorded(
    app: Flask, case: Case, browser: Browser, world: World, run_jobs: Callable[[], int]
) -> None:
    issue(browser, case)
    run_jobs()
    [(declaration_id, *_rest)] = issued(app, world, case)
    browser.client.get(f"{case.url}/{declaration_id}/pdf")
    browser.submit(f"{case.url}/{declaration_id}/underskrift", signing())
    browser.client.get(f"{case.url}/{declaration_id}/skann")
    with app.app_context():
        actions = db.session.scalars(
            select(AuditEvent.action).where(AuditEvent.participant_id == case.participant_id)
        ).all()
    wanted = {
        Action.DECLARATION_VIEWED,
        Action.DECLARATION_ISSUED,
        Action.DOCUMENT_RENDERED,
        Action.DOCUMENT_DOWNLOADED,
        Action.SCAN_STORED,
        Action.DECLARATION_SIGNED,
        Action.SCAN_VIEWED,
    }
    assert wanted <= set(actions)


@pytest.mark.parametrize(
    ("in_force_from", "kind"),
    [
        (None, DocumentKind.INTEGRATION_CONTRACT),
        (date(2026, 9, 8), DocumentKind.INTEGRATION_CONTRACT),
        (date(2026, 9, 7), DocumentKind.INTEGRATION_DECLARATION),
    ],
)
def test_the_day_of_the_plan_decides_between_contract_and_declaration(
    app: Flask, world: World, case: Case, in_force_from: date | None, kind: DocumentKind
) -> None:
    with app.app_context():
        dates = InstallationDates(declaration_in_force_from=in_force_from)
        actor = world.actor(Role.CASEWORKER)
        service.issue_declaration(db.session, world.clock, actor, dates, case.participant_id, "nb")
        [found] = list_declarations(db.session, world.scope(), case.participant_id)
        assert found.document.kind is kind


def test_a_new_sheet_replaces_the_one_that_is_out(
    app: Flask, world: World, case: Case, browser: Browser
) -> None:
    issue(browser, case, "ar")
    issue(browser, case, "uk")
    statuses = {language: status for _, status, language in issued(app, world, case)}
    assert statuses == {"ar": SigningStatus.REPLACED, "uk": SigningStatus.ISSUED}


def test_a_double_click_issues_one_sheet(
    app: Flask, world: World, case: Case, browser: Browser
) -> None:
    fields = browser.filled(case.url, {"language": "en"})
    browser.send(case.url, fields)
    browser.send(case.url, fields)
    assert len(issued(app, world, case)) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"signed_on": ""}, "Skriv datoen på papiret."),
        ({"signed_on": "2026-11-21"}, "Arket kan ikke være underskrevet etter i dag."),
        ({"signed_on": "2026-11-19"}, "Arket kan ikke være underskrevet før det ble laget."),
        ({"signed_on": "31.11.2026"}, "Skriv datoen slik"),
        ({"place": " "}, "Skriv stedet på papiret."),
        ({"interpreter_use": ""}, "Velg hvem som tolket"),
        ({"scan": (b"", "")}, "Last opp det underskrevne papiret."),
        ({"scan": (b"MZ program", "ark.pdf")}, "verken PDF, PNG eller JPEG"),
        ({"scan": (b"%PDF-1.7 tull", "ark.pdf")}, "skadet"),
    ],
)
def test_a_wrong_registration_is_refused_at_the_field(
    app: Flask,
    world: World,
    case: Case,
    browser: Browser,
    run_jobs: Callable[[], int],
    changes: dict[str, object],
    message: str,
) -> None:
    issue(browser, case)
    run_jobs()
    [(declaration_id, *_rest)] = issued(app, world, case)
    url = f"{case.url}/{declaration_id}/underskrift"
    answer = browser.submit(url, signing(**changes), status=200)
    assert answer.text.count(message) == 2, "at the field and in the summary"
    assert issued(app, world, case)[0][1] is SigningStatus.ISSUED


def test_nobody_signs_twice_or_on_a_replaced_sheet(
    app: Flask, world: World, case: Case, browser: Browser, run_jobs: Callable[[], int]
) -> None:
    issue(browser, case)
    run_jobs()
    [(declaration_id, *_rest)] = issued(app, world, case)
    url = f"{case.url}/{declaration_id}/underskrift"
    fields = browser.filled(url, signing())
    issue(browser, case, "en")
    answer = browser.send(url, fields, status=200)
    assert "erstattet av et nyere ark" in answer.text


def test_two_who_register_at_once_do_not_overwrite_each_other(
    app: Flask, world: World, case: Case, browser: Browser, run_jobs: Callable[[], int]
) -> None:
    issue(browser, case)
    run_jobs()
    [(declaration_id, *_rest)] = issued(app, world, case)
    url = f"{case.url}/{declaration_id}/ikke-underskrevet"
    fields = browser.filled(
        url,
        {
            "not_signed_on": "2026-11-20",
            "reason": "Deltakeren vil tenke.",
            "guidance": "Vi snakket om teksten.",
        },
    )
    browser.send(url, {**fields, "row_version": "0"}, status=409)
    browser.send(url, {**fields, "submission_id": ""})
    assert "Deltakeren vil tenke." in browser.get(case.url).text


def test_without_a_plan_nothing_can_be_issued(app: Flask, world: World, browser: Browser) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant_id = enrol(db.session, world.clock, actor).id
        db.session.commit()
    page = browser.get(f"/deltakere/{participant_id}/erklaering").text
    assert "Fastsett integreringsplanen først." in page


def test_another_municipality_sees_what_a_stranger_sees(
    app: Flask, world: World, case: Case, browser: Browser, browser_for: BrowserFor
) -> None:
    issue(browser, case)
    [(declaration_id, *_rest)] = issued(app, world, case)
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for path in ("", "/pdf", "/status", "/underskrift", "/ikke-underskrevet", "/skann"):
        part = f"/{declaration_id}{path}" if path else ""
        foreign = other.get(f"{case.url}{part}", status=404).text
        unknown = other.get(f"/deltakere/{RANDOM_ID}/erklaering{part}", status=404).text
        strip = str(case.participant_id), str(RANDOM_ID)
        assert without_tokens(foreign, *strip) == without_tokens(unknown, *strip)


def test_a_participant_gets_her_own_sheet_only(
    app: Flask,
    world: World,
    case: Case,
    browser: Browser,
    browser_for: BrowserFor,
    run_jobs: Callable[[], int],
) -> None:
    issue(browser, case)
    run_jobs()
    [(declaration_id, *_rest)] = issued(app, world, case)
    participant = browser_for(Role.PARTICIPANT)
    participant.get(f"{case.url}/{declaration_id}/pdf", status=404)
    with app.app_context():
        user = world.user(Role.PARTICIPANT)
        actor = world.actor(Role.CASEWORKER)
        link_user(db.session, world.clock, actor, case.participant_id, user.id)
        db.session.commit()
    assert participant.client.get(f"{case.url}/{declaration_id}/pdf").data.startswith(b"%PDF")


def test_a_sheet_that_cannot_be_made_says_so(
    app: Flask, world: World, case: Case, browser: Browser, run_jobs: Callable[[], int]
) -> None:
    issue(browser, case)
    with app.app_context():
        [found] = list_declarations(db.session, world.scope(), case.participant_id)
        # A version that is not there any more: the sheet cannot be made from another text.
        found.document.text_version, found.document.text_digest = "borte", None
        db.session.commit()
    run_jobs()
    with app.app_context():
        [found] = list_declarations(db.session, world.scope(), case.participant_id)
        assert found.document.status is DocumentStatus.FAILED
    assert "Kunne ikke lages" in browser.get(case.url).text


def test_the_signing_needs_a_made_sheet(
    app: Flask, world: World, case: Case, browser: Browser
) -> None:
    issue(browser, case)
    with app.app_context():
        declaration = db.session.scalars(select(Declaration)).one()
        command = RegisterSigning(date(2026, 11, 20), "Fjordvik", interpreted(), png(), 1)
        with pytest.raises(Exception, match="not_ready"):
            register_signing(
                db.session,
                world.clock,
                world.actor(Role.CASEWORKER),
                case.participant_id,
                declaration.id,
                command,
            )


def without_tokens(text: str, *ids: str) -> str:
    """Return the page without what differs by chance."""
    lines = [line for line in text.splitlines() if "csrf_token" not in line]
    whole = "\n".join(lines)
    for each in ids:
        whole = whole.replace(each, "ID")
    return whole


def test_a_refused_form_still_records_the_look(
    app: Flask, world: World, case: Case, browser: Browser
) -> None:
    fields = browser.filled(case.url)

    def looks() -> int:
        with app.app_context():
            events = select(AuditEvent).where(
                AuditEvent.participant_id == case.participant_id,
                AuditEvent.action == Action.DECLARATION_VIEWED,
            )
            return len(db.session.scalars(events).all())

    before = looks()
    browser.send(case.url, {**fields, "language": "xx"}, status=200)
    assert looks() == before + 1
    assert issued(app, world, case) == []
