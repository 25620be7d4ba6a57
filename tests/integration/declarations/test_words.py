"""The words of an issued sheet, on the screen and to take home."""

from collections.abc import Callable
from contextlib import closing
from threading import BoundedSemaphore
from uuid import UUID

import html5lib
import pypdfium2
import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations import service
from app.declarations.errors import CannotIssueDeclaration, IssueRefusal
from app.declarations.layouts import SheetLayout
from app.declarations.models import Declaration, SigningStatus
from app.declarations.rendering import sheet_of
from app.declarations.sheet_words import words_of
from app.declarations.words import service as words_service
from app.enrolment.queries import get_participant
from app.enrolment.service import link_user
from app.extensions import db
from app.papers.models import IssuedDocument
from app.pdf.errors import PdfRenderError, RenderFailure
from app.pdf.page_boxes import Typeset
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser, words
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
Issue = Callable[..., tuple[UUID, UUID]]


@pytest.fixture
def issue(app: Flask, world: World) -> Issue:
    """Issue a sheet to the linked participant; return her id and its id."""

    def make(language: str = "ar", layout: SheetLayout | None = None) -> tuple[UUID, UUID]:
        with app.app_context():
            actor = world.actor(Role.CASEWORKER)
            person = enrol(db.session, world.clock, actor)
            fix_plan(db.session, world.clock, actor, person)
            user = world.user(Role.PARTICIPANT)
            link_user(db.session, world.clock, actor, person.id, user.id)
            declaration = service.issue_declaration(
                db.session, world.clock, actor, InstallationDates(), person.id, language, layout
            )
            db.session.commit()
            return person.id, declaration.id

    return make


def url_of(ids: tuple[UUID, UUID], page: str) -> str:
    return f"/deltakere/{ids[0]}/erklaering/{ids[1]}/{page}"


def looks(app: Flask) -> list[object]:
    with app.app_context():
        events = db.session.scalars(
            select(AuditEvent)
            .where(AuditEvent.action == Action.DECLARATION_VIEWED)
            .order_by(AuditEvent.id)
        )
        return [event.details.get("shown") for event in events]


def withdraw(app: Flask, declaration_id: UUID) -> None:
    with app.app_context():
        db.session.get_one(Declaration, declaration_id).status = SigningStatus.WITHDRAWN
        db.session.commit()


def test_staff_read_clause_beside_clause(app: Flask, browser_for: BrowserFor, issue: Issue) -> None:
    ids = issue()
    browser = browser_for(Role.CASEWORKER)
    response = browser.get(url_of(ids, "les"))
    with app.app_context():
        declaration = db.session.get_one(Declaration, ids[1])
        sheet = sheet_of(db.session, db.session.get_one(IssuedDocument, declaration.document_id))
    tree = html5lib.parse(response.text, treebuilder="lxml", namespaceHTMLElements=False)
    pairs = [
        [
            (part.get("lang"), part.get("dir"), " ".join("".join(part.itertext()).split()))
            for part in pair
        ]
        for pair in tree.iterfind(".//div[@class='text-pair']")
    ]
    assert all([part[:2] for part in pair] == [("nb", "ltr"), ("ar", "rtl")] for pair in pairs)
    training = sheet.bundle.clause("point_training").text
    beside = sheet.bundle.translation("ar").texts["point_training"]
    number = words_of(sheet).rows["point_training"].number
    assert [f"{number}. {training}", f"{number}. {beside}"] in [
        [part[2] for part in pair] for pair in pairs
    ]
    assert looks(app) == ["words"]


def test_the_page_shows_what_was_frozen_and_not_what_is_known_now(
    app: Flask, world: World, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue()
    with app.app_context():
        declaration = db.session.get_one(Declaration, ids[1])
        document = db.session.get_one(IssuedDocument, declaration.document_id)
        document.model = document.model | {"name": "Navnet den gangen"}
        db.session.commit()
    assert "Navnet den gangen" in browser_for(Role.CASEWORKER).get(url_of(ids, "les")).text


def test_a_participant_reads_her_own_in_her_language(
    app: Flask, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue()
    browser = browser_for(Role.PARTICIPANT)
    assert f"/min-side/papirer/{ids[1]}/les" in browser.get("/min-side/papirer").text
    page = browser.get(f"/min-side/papirer/{ids[1]}/les")
    assert '<span lang="ar" dir="rtl">' in page.text
    assert "Det er papiret som skrives under." in words(page)
    assert page.text.index('<h2 lang="ar"') < page.text.index('<h2 lang="nb"')
    assert looks(app) == ["words"]
    withdraw(app, ids[1])
    browser.get(f"/min-side/papirer/{ids[1]}/les", 404)
    browser.get(url_of(ids, "til-informasjon"), 404)


def test_staff_are_told_that_a_sheet_is_withdrawn(
    app: Flask, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue()
    browser = browser_for(Role.CASEWORKER)
    assert "trukket tilbake" not in browser.get(url_of(ids, "les")).text
    withdraw(app, ids[1])
    assert "Dette arket er trukket tilbake." in browser.get(url_of(ids, "les")).text


def test_another_municipality_and_another_participant_find_nothing(
    app: Flask, world: World, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue()
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        other = enrol(db.session, world.clock, actor, given_name="Sahra", identity_number="")
        db.session.commit()
        other_id = other.id
    far = browser_for(Role.CASEWORKER, DALHEIM)
    own = browser_for(Role.PARTICIPANT)
    for page in ("les", "til-informasjon"):
        far.get(url_of(ids, page), 404)
        browser_for(Role.CASEWORKER).get(url_of((other_id, ids[1]), page), 404)
    own.get(url_of((other_id, ids[1]), "til-informasjon"), 404)
    assert looks(app) == []


def test_the_print_in_one_language_has_nothing_to_sign_and_is_not_kept(
    app: Flask, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue()
    for role in (Role.CASEWORKER, Role.PARTICIPANT):
        response = browser_for(role).get(url_of(ids, "til-informasjon"))
        assert response.mimetype == "application/pdf"
        with closing(pypdfium2.PdfDocument(response.data)) as pdf:
            text = pdf[0].get_textpage().get_text_range()
        assert "skal ikke skrives under" in text
        assert "Sted og dato" not in text
    assert looks(app) == ["information_sheet"] * 2
    with app.app_context():
        (document,) = db.session.scalars(select(IssuedDocument))
        assert document.content is None


def test_a_sheet_in_norwegian_alone_has_no_other_language_to_print(
    browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue("nb")
    browser = browser_for(Role.CASEWORKER)
    assert "til-informasjon" not in browser.get(url_of(ids, "les")).text
    browser.get(url_of(ids, "til-informasjon"), 404)


class Renderer:
    """Fails, and tells whether somebody else may use the database meanwhile."""

    def __init__(self) -> None:
        self.is_database_free = False

    def typeset(self, _html: str) -> Typeset:
        self.is_database_free = not db.session.in_transaction()
        raise PdfRenderError(RenderFailure.TIME_LIMIT)


def test_failures_lead_back_to_the_words(
    app: Flask, browser_for: BrowserFor, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = issue()
    renderer = Renderer()
    monkeypatch.setitem(app.extensions, "introportalen.pdf", renderer)
    for role, page in (
        (Role.CASEWORKER, url_of(ids, "les")),
        (Role.PARTICIPANT, f"/min-side/papirer/{ids[1]}/les"),
    ):
        browser = browser_for(role)
        back = browser.get(url_of(ids, "til-informasjon"), 303)
        assert back.location == page
        assert "Arket kunne ikke lages." in browser.get(page).text
    assert renderer.is_database_free
    assert "information_sheet" not in looks(app)


def test_one_print_at_a_time(
    browser_for: BrowserFor, issue: Issue, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = issue()
    browser = browser_for(Role.CASEWORKER)
    turn = BoundedSemaphore(1)
    monkeypatch.setattr(words_service, "_one_at_a_time", turn)
    with turn:
        back = browser.get(url_of(ids, "til-informasjon"), 303)
        assert "Portalen lager et annet ark akkurat nå." in browser.get(back.location).text
    browser.get(url_of(ids, "til-informasjon"))
    assert turn.acquire(blocking=False), "the turn was given back"


def test_a_mirrored_sheet_is_issued_frozen_and_printed(
    app: Flask, world: World, browser_for: BrowserFor, issue: Issue
) -> None:
    ids = issue("nb")
    url = f"/deltakere/{ids[0]}/erklaering"
    browser = browser_for(Role.CASEWORKER)
    refused = browser.submit(url, {"language": "uk", "is_mirrored": "y"}, status=200)
    assert "kan være speilvendt" in refused.text
    browser.submit(url, {"language": "fa", "is_mirrored": "y"})
    with app.app_context():
        newest = db.session.scalars(
            select(IssuedDocument).order_by(IssuedDocument.language)
        ).first()
        assert newest is not None
        assert newest.model["layout"] == "mirrored"
        assert sheet_of(db.session, newest).layout is SheetLayout.MIRRORED
        newest.model = {name: value for name, value in newest.model.items() if name != "layout"}
        assert sheet_of(db.session, newest).layout is SheetLayout.NORWEGIAN_LEFT
        db.session.rollback()


def test_a_sheet_only_to_read_is_never_issued(
    issue: Issue,
) -> None:
    with pytest.raises(CannotIssueDeclaration) as refused:
        issue("ar", SheetLayout.OWN_LANGUAGE_ONLY)
    assert refused.value.reason is IssueRefusal.LAYOUT_UNSUITABLE


def test_a_name_from_before_the_check_at_input_is_not_issued(
    app: Flask, world: World, issue: Issue
) -> None:
    ids = issue()
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        get_participant(db.session, actor.scope, ids[0]).given_name = "美娜"
        db.session.flush()
        with pytest.raises(CannotIssueDeclaration) as refused:
            service.issue_declaration(
                db.session, world.clock, actor, InstallationDates(), ids[0], "ar"
            )
        assert refused.value.reason is IssueRefusal.NAME_UNPRINTABLE
