"""A language goes to a translator as a file, and comes back after a look at what changes."""

import io
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.bundles.types import BundleKind, text_digest
from app.declarations.bundles.xliff_reading import read_xliff
from app.declarations.wordings.models import TranslationFile, TranslationStep
from app.declarations.wordings.queries.texts import get_text
from app.extensions import db
from tests.support.client import Browser, words
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
LANGUAGE = "/tekster/integration_contract/2026-1/en"
UPLOAD = f"{LANGUAGE}/fil"
CLAUSE = f"{LANGUAGE}/ledd/field_name"
NAME = '<ph id="name" equiv="{name}" disp="{name}"/>'


@pytest.fixture
def browser(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


def export(browser: Browser) -> str:
    answer = browser.client.get(f"{LANGUAGE}/xliff")
    assert answer.mimetype == "application/xliff+xml"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return answer.text


def translated(browser: Browser, *changes: tuple[str, str]) -> bytes:
    """Return the exported file with these words exchanged, as a translator's tool saves it."""
    text = export(browser)
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def upload(browser: Browser, content: bytes, status: int = 303) -> str:
    """Send a file; return where it leads, or the page with what is wrong."""
    fields = {
        "translation_file": (io.BytesIO(content), "en.xlf"),
        "translator": "Tove Translatør",
    }
    answer = browser.submit(UPLOAD, fields, status=status)
    return answer.location or words(answer)


def new_words(app: Flask) -> dict[str, str]:
    with app.app_context():
        return {step.clause_id: step.text for step in db.session.scalars(select(TranslationStep))}


def test_new_words_are_shown_and_then_taken_in(app: Flask, world: World, browser: Browser) -> None:
    page = upload(browser, translated(browser, (f">Name: {NAME}<", f">Full name: {NAME}<")))
    shown = words(browser.get(page))
    assert "1 ledd får ny tekst." in shown
    assert "Full name: {name}" in shown
    assert new_words(app) == {}, "nothing before somebody says so"
    browser.submit(page)
    assert new_words(app) == {"field_name": "Full name: {name}"}
    with app.app_context():
        text = get_text(db.session, world.scope(), BundleKind.INTEGRATION_CONTRACT, "2026-1")
        clause = text.bundle.translation("en").clauses["field_name"]
        assert (clause.status, clause.translator) == ("translated", "Tove Translatør")


def test_an_untouched_file_changes_nothing(app: Flask, browser: Browser) -> None:
    page = upload(browser, export(browser).encode())
    assert "Filen har ingenting nytt som kan tas inn." in words(browser.get(page))
    browser.submit(page)
    assert new_words(app) == {}


def test_a_file_is_taken_in_once(app: Flask, browser: Browser) -> None:
    page = upload(browser, translated(browser, (f">Name: {NAME}<", f">Full name: {NAME}<")))
    fields = browser.filled(page)
    browser.send(page, fields)
    answer = browser.send(page, {**fields, "submission_id": ""})
    assert "Filen er allerede tatt inn." in words(browser.get(answer.location))
    assert len(new_words(app)) == 1


def test_units_that_do_not_fit_are_refused_by_their_id(app: Flask, browser: Browser) -> None:
    current = text_digest("Navn: {name}")
    text = translated(
        browser,
        (current, text_digest("Noe eldre")),
        (">Integration contract (integreringskontrakt)<", ">Agreement {name}<"),
        ('<unit id="applies_to">', '<unit id="applies_to_nobody">'),
    )
    shown = words(browser.get(upload(browser, text)))
    assert "Laget av en eldre norsk tekst field_name" in shown
    assert "de samme feltene i krøllparentes som den norske teksten" in shown
    assert "Teksten har ikke dette leddet applies_to_nobody" in shown
    assert new_words(app) == {}


def test_what_was_changed_here_meanwhile_is_not_overwritten(app: Flask, browser: Browser) -> None:
    content = translated(browser, (f">Name: {NAME}<", f">Full name: {NAME}<"))
    browser.submit(CLAUSE, {"text": "First name: {name}", "action": "write"})
    page = upload(browser, content)
    assert "Endret her etter at filen ble laget field_name" in words(browser.get(page))
    browser.submit(page)
    assert new_words(app) == {"field_name": "First name: {name}"}


def test_states_in_a_file_are_not_believed(app: Flask, browser: Browser) -> None:
    content = translated(
        browser,
        (f">Name: {NAME}<", f">Full name: {NAME}<"),
        ('state="initial"', 'state="final"'),
    )
    browser.submit(upload(browser, content))
    with app.app_context():
        assert db.session.scalars(select(TranslationStep.status)).all() == ["translated"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<xliff", "<!DOCTYPE x [<!ENTITY a 'b'>]><xliff", "dokumenttype"),
        ("<xliff", "<tmx", "skadet"),
        ('version="2.0"', 'version="1.2"', "ikke XLIFF 2"),
        ('trgLang="en"', 'trgLang="uk"', "et annet språk"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    app: Flask, browser: Browser, old: str, new: str, message: str
) -> None:
    assert message in upload(browser, translated(browser, (old, new)), status=200)
    with app.app_context():
        assert db.session.scalars(select(TranslationFile)).all() == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", "UTF-8"),
        (b"<a>" * 5000, "skadet"),
        (b"", "skadet"),
    ],
)
def test_a_hostile_file_is_refused(browser: Browser, content: bytes, message: str) -> None:
    assert message in upload(browser, content, status=200)


def test_words_in_a_file_are_shown_as_words(browser: Browser) -> None:
    content = translated(browser, (f">Name: {NAME}<", f">&lt;script&gt;x&lt;/script&gt; {NAME}<"))
    page = browser.get(upload(browser, content)).text
    assert "<script>x" not in page
    assert "&lt;script&gt;x" in page


def test_each_step_is_recorded(app: Flask, browser: Browser) -> None:
    browser.submit(
        upload(browser, translated(browser, (f">Name: {NAME}<", f">Full name: {NAME}<")))
    )
    with app.app_context():
        actions = db.session.scalars(
            select(AuditEvent.action).where(AuditEvent.subject_kind == "translation_file")
        ).all()
    assert actions == [
        Action.TRANSLATION_EXPORTED,
        Action.TRANSLATION_FILE_UPLOADED,
        Action.TRANSLATION_FILE_TAKEN_IN,
    ]


def test_another_municipality_does_not_see_the_file(
    browser: Browser, browser_for: BrowserFor
) -> None:
    page = upload(browser, export(browser).encode())
    browser_for(Role.CASEWORKER, DALHEIM).get(page, status=404)


def test_the_file_holds_every_clause_with_its_digest(browser: Browser) -> None:
    units = read_xliff(export(browser).encode(), "en")
    assert all(len(unit.source_digest) == 64 for unit in units)
    assert "field_name" in {unit.clause_id for unit in units}
    assert "office_code" not in {unit.clause_id for unit in units}
