"""A sheet that should not have been issued: marked, never deleted, never signed."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import Conflict
from app.declarations.commands import RegisterSigning, WithdrawDeclaration
from app.declarations.errors import CannotRegisterSigning, CannotWithdrawDeclaration
from app.declarations.kinds import WithdrawalGround
from app.declarations.models import SigningStatus
from app.declarations.outcomes.service import register_signing, withdraw_declaration
from app.enrolment.service import link_user
from app.extensions import db
from app.papers.queries import get_document
from tests.support.client import Browser
from tests.support.explained import interpreted
from tests.support.paper_case import SHEET, PaperOut, paper_out, png
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
WRONG = {"ground": "wrong_person", "reason": "Arket viser Omar Alis nummer."}


@pytest.fixture
def paper(app: Flask, world: World) -> PaperOut:
    with app.app_context():
        return paper_out(db.session, world)


def withdraw(browser: Browser, paper: PaperOut) -> None:
    browser.submit(f"{paper.url}/trukket-tilbake", WRONG)


def test_it_is_marked_with_who_when_and_why(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    withdraw(browser, paper)
    page = browser.get(paper.pages).text
    assert "Trukket tilbake" in page
    assert "Registrer underskrift" not in page
    told = browser.get(f"{paper.url}/trukket-tilbake").text
    for words in (
        "Arket er trukket tilbake",
        "20.11.2026",
        "Arket viser en annen persons opplysninger",
        "Arket viser Omar Alis nummer.",
        "Caseworker Fjordvik",
    ):
        assert words in told, words
    with app.app_context():
        declaration = paper.issued(db.session).declaration
        assert declaration.status is SigningStatus.WITHDRAWN
        assert declaration.withdrawn_by == paper.actor.user_id
        assert declaration.withdrawn_at == paper.world.clock()
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.DECLARATION_WITHDRAWN)
        ).one()
        assert event.details == {"ground": "wrong_person", "status_before": "issued"}


def test_every_print_has_the_same_bytes_and_its_name_says_that_it_is_withdrawn(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    first, second = (browser.client.get(f"{paper.url}/pdf") for _ in range(2))
    withdraw(browser, paper)
    last = browser.client.get(f"{paper.url}/pdf")
    assert first.data == second.data == last.data == SHEET.pdf
    assert "TRUKKET" not in first.headers["Content-Disposition"]
    assert "TRUKKET-TILBAKE" in last.headers["Content-Disposition"]
    with app.app_context():
        document = get_document(db.session, paper.actor.scope, paper.document_id)
        downloads = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.DOCUMENT_DOWNLOADED)
        ).all()
        assert [event.subject_id for event in downloads] == [document.id] * 3


def test_it_cannot_be_signed_or_withdrawn_again(app: Flask, paper: PaperOut) -> None:
    ids = (paper.participant_id, paper.declaration_id)
    with app.app_context():
        clock, actor = paper.world.clock, paper.actor
        version = paper.issued(db.session).declaration.row_version
        command = WithdrawDeclaration(WithdrawalGround.OTHER, "Feil ark.", version)
        withdraw_declaration(db.session, clock, actor, *ids, command)
        db.session.commit()
        version = paper.issued(db.session).declaration.row_version
        signing = RegisterSigning(date(2026, 11, 20), "Her", interpreted(), png(), version)
        with pytest.raises(CannotRegisterSigning, match="not_open"):
            register_signing(db.session, clock, actor, *ids, signing)
        with pytest.raises(CannotWithdrawDeclaration, match="withdrawn_already"):
            withdraw_declaration(db.session, clock, actor, *ids, command)


def test_a_signed_one_keeps_its_signature_and_scan(app: Flask, paper: PaperOut) -> None:
    ids = (paper.participant_id, paper.declaration_id)
    with app.app_context():
        clock, actor = paper.world.clock, paper.actor
        paper.sign(db.session)
        version = paper.issued(db.session).declaration.row_version
        stale = WithdrawDeclaration(WithdrawalGround.OTHER, "Feil.", version - 1)
        with pytest.raises(Conflict):
            withdraw_declaration(db.session, clock, actor, *ids, stale)
        wordless = WithdrawDeclaration(WithdrawalGround.OTHER, "", version)
        with pytest.raises(CannotWithdrawDeclaration, match="no_reason"):
            withdraw_declaration(db.session, clock, actor, *ids, wordless)
        command = WithdrawDeclaration(WithdrawalGround.WRONG_TEXT, "Gammel tekst.", version)
        withdraw_declaration(db.session, clock, actor, *ids, command)
        db.session.commit()
        issued = paper.issued(db.session)
        assert issued.declaration.signed_on == date(2026, 11, 20)
        assert issued.declaration.scan_id is not None
        assert issued.explanations


def test_the_participant_reads_it_in_plain_words_and_gets_no_copy(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    participant = browser_for(Role.PARTICIPANT)
    with app.app_context():
        user = paper.world.user(Role.PARTICIPANT)
        link_user(db.session, paper.world.clock, paper.actor, paper.participant_id, user.id)
        db.session.commit()
    assert participant.client.get(f"{paper.url}/pdf").data == SHEET.pdf
    withdraw(browser_for(Role.CASEWORKER), paper)
    page = participant.get("/min-side/papirer").text
    assert "Kommunen har trukket tilbake dette papiret." in page
    assert "Omar" not in page, "the reason may be about somebody else"
    assert "/pdf" not in page
    participant.get(f"{paper.url}/pdf", status=404)


def test_the_plan_needs_a_new_sheet(paper: PaperOut, browser_for: BrowserFor) -> None:
    leader = browser_for(Role.LEADER)
    assert "Lag papiret til planen" not in leader.get("/arbeidsliste").text
    withdraw(browser_for(Role.CASEWORKER), paper)
    assert "Lag papiret til planen" in leader.get("/arbeidsliste").text


def test_another_municipality_withdraws_nothing(
    app: Flask, paper: PaperOut, browser_for: BrowserFor
) -> None:
    stranger = browser_for(Role.CASEWORKER, DALHEIM)
    stranger.get(f"{paper.url}/trukket-tilbake", status=404)
    token = stranger.csrf_token("/finnes-ikke", 404)
    url = f"{paper.url}/trukket-tilbake"
    stranger.send(url, {**WRONG, "row_version": "1", "csrf_token": token}, status=404)
    with app.app_context():
        assert paper.status(db.session) is SigningStatus.ISSUED
