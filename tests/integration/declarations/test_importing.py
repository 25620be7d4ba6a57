"""An official text comes in by file, is looked at, approved by another, and then issued."""

import io
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.bundles.types import BundleKind
from app.declarations.service import bundle_for
from app.declarations.wordings.commands import Place, ReviewClause
from app.declarations.wordings.models import ImportedText, TextState
from app.declarations.wordings.queries.texts import current_text, get_text
from app.declarations.wordings.service.translating import review_clause
from app.extensions import db
from app.rules.law.installation import InstallationDates
from tests.support.client import Browser, words
from tests.support.text_files import changed, shipped_files, two_parts, zipped
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
CONTRACT = BundleKind.INTEGRATION_CONTRACT
URL = "/tekster/import"
TODAY = date(2026, 11, 20)


def new_contract(**settings: str) -> bytes:
    """Return the contract with another title, without translations."""
    files = shipped_files(**settings)
    files = {name: files[name] for name in ("bundle.toml", "nb.toml")}
    return zipped(changed(files, "nb.toml", "Integreringskontrakt", "Kontrakt om integrering"))


@pytest.fixture
def admin(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.ADMINISTRATOR)


@pytest.fixture
def leader(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.LEADER)


def upload(admin: Browser, content: bytes, name: str = "tekst.zip", status: int = 303) -> str:
    """Send the file; return where the portal leads, or the page with what is wrong."""
    fields = {"text_file": (io.BytesIO(content), name)}
    answer = admin.submit(URL, fields, status=status)
    return answer.location or words(answer)


def decide(browser: Browser, page: str, verb: str, reason: str = "") -> str:
    """Press a button on the page of the import; return what the portal says."""
    forms = [fields for action, fields in browser.forms(page) if action.startswith(page)]
    assert forms, "no form to decide with"
    browser.send(page, {**forms[0], "reason": reason}, action=f"{page}/{verb}")
    return words(browser.get(page))


def current_version(app: Flask, world: World, number: str = "4299", on: date = TODAY) -> str:
    with app.app_context():
        return current_text(db.session, world.scope(number), CONTRACT, on).version


def test_an_approved_text_is_issued_from_its_first_day(
    app: Flask, world: World, admin: Browser, leader: Browser
) -> None:
    page = upload(admin, new_contract(valid_from="2026-12-01"))
    assert current_version(app, world) == "2026-1"
    assert "Teksten er godkjent." in decide(leader, page, "godkjenn")
    assert current_version(app, world, on=date(2026, 11, 30)) == "2026-1"
    assert current_version(app, world, on=date(2026, 12, 1)) == "2027-1"
    assert current_version(app, world, "4699", date(2026, 12, 1)) == "2026-1", "not elsewhere"
    with app.app_context():
        plan_day, dates = date(2026, 9, 7), InstallationDates()
        issued = bundle_for(db.session, world.scope(), plan_day, dates, date(2026, 12, 1))
        assert issued.clause("title").text == "Kontrakt om integrering"


def test_translations_of_unchanged_clauses_come_along_and_others_are_outdated(
    app: Flask, world: World, admin: Browser, leader: Browser
) -> None:
    with app.app_context():
        reviewed = ReviewClause(Place(CONTRACT, "2026-1", "ar"), "applies_to", 0, "Rita Ekstern")
        review_clause(db.session, world.clock, world.actor(Role.LEADER), reviewed)
        db.session.commit()
    page = upload(admin, new_contract())
    decide(leader, page, "godkjenn")
    with app.app_context():
        text = get_text(db.session, world.scope(), CONTRACT, "2027-1")
        arabic = text.bundle.translation("ar")
        assert arabic.outdated_clauses == ("title",)
        assert arabic.missing_clauses == ()
        assert not arabic.may_be_issued
        assert arabic.clauses["applies_to"].reviewer == "Rita Ekstern"
        assert len(text.bundle.translations) == 20
    shown = words(leader.get("/tekster/integration_contract/2027-1/ar"))
    assert "Slik er den norske teksten endret siden oversettelsen" in shown
    assert "Integreringskontrakt Kontrakt om integrering" in shown, "the words before and after"


def test_the_preview_shows_what_changes(admin: Browser, leader: Browser) -> None:
    page = upload(admin, new_contract())
    shown = words(leader.get(page))
    assert "Sammenlignet med tekst 2026-1" in shown
    assert "title Endret Integreringskontrakt Kontrakt om integrering" in shown
    assert "Venter på godkjenning" in shown
    assert "tekst.zip" in shown
    leader.get(page)


def test_whoever_imports_does_not_approve(app: Flask, world: World, admin: Browser) -> None:
    page = upload(admin, new_contract())
    shown = decide(admin, page, "godkjenn")
    assert "Du importerte teksten. En annen må godkjenne den." in shown
    assert current_version(app, world) == "2026-1"


def test_a_rejected_text_says_why_and_may_come_again(
    app: Flask, world: World, admin: Browser, leader: Browser
) -> None:
    page = upload(admin, new_contract())
    assert "Skriv hvorfor." in decide(leader, page, "avvis")
    assert "Feil tittel." in decide(leader, page, "avvis", "Feil tittel.")
    leader.get("/tekster/integration_contract/2027-1", status=404)
    again = upload(admin, new_contract())
    assert again != page
    decide(leader, again, "godkjenn")
    assert current_version(app, world) == "2027-1"


def test_a_withdrawn_text_is_issued_no_more(
    app: Flask, world: World, admin: Browser, leader: Browser
) -> None:
    page = upload(admin, new_contract())
    decide(leader, page, "godkjenn")
    assert "Skriv hvorfor." in decide(leader, page, "trekk-tilbake")
    assert "Ny forskrift." in decide(leader, page, "trekk-tilbake", "Ny forskrift.")
    assert current_version(app, world) == "2026-1"
    assert "Trukket tilbake" in words(leader.get("/tekster/integration_contract/2027-1"))


def test_a_decision_stands(admin: Browser, leader: Browser, app: Flask) -> None:
    page = upload(admin, new_contract())
    fields = next(found for action, found in leader.forms(page) if action.startswith(page))
    decide(leader, page, "godkjenn")
    leader.send(page, {**fields, "submission_id": "", "reason": "x"}, action=f"{page}/avvis")
    assert "Teksten er allerede avgjort." in words(leader.get(page))
    with app.app_context():
        assert db.session.scalars(select(ImportedText.state)).all() == [TextState.APPROVED]


def test_a_stale_page_decides_nothing(admin: Browser, leader: Browser) -> None:
    page = upload(admin, new_contract())
    fields = next(found for action, found in leader.forms(page) if action.startswith(page))
    leader.send(page, {**fields, "row_version": "7"}, action=f"{page}/godkjenn", status=409)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (new_contract(version="2026-1"), "Denne versjonen finnes allerede."),
        (new_contract(valid_from="2025-12-31"), "gjelder fra en dag før teksten som gjelder nå"),
        (
            two_parts(
                ("valid_from = 2026-11-20", "valid_from = 2026-11-01\nvalid_to = 2026-11-19")
            ),
            "Siste dag i filen er over.",
        ),
        (two_parts(("Navn: {name}", "Navn: {nam}")), "field_name Teksten har felt som ikke finnes"),
        (
            two_parts(("Name: {name}", "Name:")),
            "tekst.toml [languages.en] field_name Oversettelsen har andre felt",
        ),
        (b"PK\x03\x04", "Filen er skadet og kan ikke åpnes som ZIP."),
        (b"\xff", "Filen er ikke lagret som UTF-8."),
    ],
)
def test_a_faulty_file_is_refused_in_words(
    app: Flask, admin: Browser, content: bytes, message: str
) -> None:
    name = "tekst.zip" if content.startswith(b"PK") else "tekst.toml"
    assert message in upload(admin, content, name, status=200)
    with app.app_context():
        assert db.session.scalars(select(ImportedText)).all() == []


def test_two_cannot_take_the_same_version(app: Flask, admin: Browser) -> None:
    upload(admin, new_contract())
    assert "Denne versjonen finnes allerede." in upload(admin, new_contract(), status=200)


def test_the_file_is_kept_as_it_came(admin: Browser, leader: Browser) -> None:
    content = new_contract()
    page = upload(admin, content, "../../etc/passwd.zip")
    kept = leader.client.get(f"{page}/fil")
    assert kept.data == content
    assert "sandbox" in kept.headers["Content-Security-Policy"]
    assert "etc/" not in words(leader.get(page))


def test_a_text_in_parts_is_issued_with_those_that_are_for_the_person(
    app: Flask, world: World, admin: Browser, leader: Browser
) -> None:
    page = upload(admin, two_parts(), "tekst.toml")
    assert "Del 2 er for dem som har vært bosatt i mindre enn to år." in words(leader.get(page))
    decide(leader, page, "godkjenn")
    with app.app_context():
        kind = BundleKind.INTEGRATION_DECLARATION
        assert len(current_text(db.session, world.scope(), kind, TODAY).parts) == 2


def test_each_step_is_recorded(app: Flask, admin: Browser, leader: Browser) -> None:
    page = upload(admin, new_contract())
    decide(leader, page, "godkjenn")
    decide(leader, page, "trekk-tilbake", "Ny forskrift.")
    text_id = UUID(page.rsplit("/", 1)[1])
    with app.app_context():
        found = db.session.scalars(
            select(AuditEvent.action)
            .where(AuditEvent.subject_id == text_id)
            .order_by(AuditEvent.id)
        ).all()
    assert found == [Action.TEXT_IMPORTED, Action.TEXT_APPROVED, Action.TEXT_WITHDRAWN]


def test_another_municipality_does_not_know_of_it(
    admin: Browser, leader: Browser, browser_for: BrowserFor
) -> None:
    page = upload(admin, new_contract())
    decide(leader, page, "godkjenn")
    stranger = browser_for(Role.LEADER, DALHEIM)
    for path in (page, f"{page}/fil", "/tekster/integration_contract/2027-1"):
        stranger.get(path, status=404)
    assert "2027-1" not in words(stranger.get("/tekster"))
    stranger.get(f"{URL}/{RANDOM_ID}", status=404)


def test_only_an_administrator_imports(leader: Browser) -> None:
    leader.get(URL, status=403)
    assert "Importer en fastsatt tekst" not in words(leader.get("/tekster"))
