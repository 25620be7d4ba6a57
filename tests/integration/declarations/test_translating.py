"""The workbench: clauses are translated, reviewed and approved, and nothing is overwritten."""

from collections.abc import Callable
from html import escape

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.bundles.translation import TranslationStatus
from app.declarations.bundles.types import BundleKind
from app.declarations.presenters import language_choices
from app.declarations.wordings.models import TranslationStep
from app.declarations.wordings.queries.texts import current_text, get_text
from app.extensions import db
from tests.support.client import Browser, words
from tests.support.world import DALHEIM, NOW, World

BrowserFor = Callable[..., Browser]
KIND, VERSION = BundleKind.INTEGRATION_CONTRACT, "2026-1"
LANGUAGE = f"/tekster/{KIND.value}/{VERSION}/en"
URL = f"{LANGUAGE}/ledd/field_name"
PLAN = f"{LANGUAGE}/ledd/plan"


@pytest.fixture
def caseworker(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.CASEWORKER)


@pytest.fixture
def leader(browser_for: BrowserFor) -> Browser:
    return browser_for(Role.LEADER)


def write(browser: Browser, text: str, url: str = URL, **fields: str) -> None:
    browser.submit(url, {"text": text, "action": "write", **fields})


def review(browser: Browser, by: str, url: str = URL) -> None:
    browser.submit(url, {"reviewer": by, "action": "review"})


def steps(app: Flask) -> list[tuple[int, str, str, str]]:
    with app.app_context():
        found = db.session.scalars(select(TranslationStep).order_by(TranslationStep.number))
        return [(step.number, step.done.value, step.text, step.status.value) for step in found]


def test_each_save_is_a_new_row_and_the_newest_applies(
    app: Flask, world: World, caseworker: Browser
) -> None:
    write(caseworker, "Full name: {name}", comment="Tydeligere")
    write(caseworker, "  Whole\n name:  {name} ", translator="Tove Translatør")
    assert steps(app) == [
        (1, "written", "Full name: {name}", "translated"),
        (2, "written", "Whole name: {name}", "translated"),
    ]
    with app.app_context():
        text = get_text(db.session, world.scope(), KIND, VERSION).bundle
        clause = text.translation("en").clauses["field_name"]
        assert (clause.text, clause.translator) == ("Whole name: {name}", "Tove Translatør")
        assert clause.translated_on == NOW.date()
        other = get_text(db.session, world.scope("4699"), KIND, VERSION).bundle
        assert other.translation("en").clauses["field_name"].text == "Name: {name}"
    shown = words(caseworker.get(URL))
    assert "Tydeligere" in shown
    assert "Full name:" in shown, "the words before stand in the history"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Skriv oversettelsen."),
        ("Name", "de samme feltene"),
        ("Name: {name} {name}", "de samme feltene"),
        ("Name: {Name}", "de samme feltene"),
        ("Name: {name:>99999999}", "krøllparentes som ikke hører til et felt"),
        ("Name: {name", "krøllparentes som ikke hører til et felt"),
        ("Name: {name}\u202e", "usynlig tegn"),
        ("Name: {name}" + "x" * 4000, "Skriv kortere."),
        ("Name: {name}", "Ingenting er endret."),
    ],
)
def test_words_that_cannot_stand_are_refused_and_kept_in_the_form(
    app: Flask, caseworker: Browser, text: str, message: str
) -> None:
    answer = caseworker.submit(URL, {"text": text, "action": "write"}, status=200)
    assert message in words(answer)
    assert steps(app) == []
    if text.isprintable():
        assert escape(text) in answer.text


def test_two_who_translate_at_once_are_told(
    app: Flask, caseworker: Browser, leader: Browser
) -> None:
    fields = caseworker.filled(URL, {"text": "My name: {name}", "action": "write"})
    write(leader, "The name: {name}")
    answer = caseworker.send(URL, fields, status=200)
    assert "Andre har gjort noe med dette leddet" in words(answer)
    assert "My name: {name}" in answer.text
    assert len(steps(app)) == 1


def test_a_draft_becomes_reviewed_and_approved_by_others(
    app: Flask, world: World, caseworker: Browser, leader: Browser, browser_for: BrowserFor
) -> None:
    write(caseworker, "Full name: {name}", translator="Tove Translatør")
    review(caseworker, "Rita Ekstern")
    answer = leader.submit(URL, {"action": "approve"})
    assert answer.status_code == 303
    with app.app_context():
        text = get_text(db.session, world.scope(), KIND, VERSION).bundle
        clause = text.translation("en").clauses["field_name"]
    assert (clause.status, clause.reviewer) == (TranslationStatus.APPROVED, "Rita Ekstern")
    assert clause.approver == "Leader Fjordvik"
    assert text.translation("en").status is TranslationStatus.MACHINE_DRAFT, "one is not all"
    shown = words(leader.get(URL))
    assert "Oversatt av Tove Translatør, 20.11.2026" in shown
    assert "Godkjent av Leader Fjordvik, 20.11.2026" in shown


@pytest.mark.parametrize(
    ("writer", "translator", "reviewer", "registers", "message"),
    [
        (Role.LEADER, "Tove", "Rita", Role.CASEWORKER, "kan ikke godkjenne"),
        (Role.CASEWORKER, "Tove", "Rita", Role.LEADER, "kan ikke godkjenne"),
        (Role.CASEWORKER, "Tove", "leader fjordvik ", Role.CASEWORKER, "kan ikke godkjenne"),
        (Role.CASEWORKER, "LEADER FJORDVIK", "Rita", Role.CASEWORKER, "kan ikke godkjenne"),
    ],
)
def test_nobody_approves_what_she_had_part_in(
    browser_for: BrowserFor,
    writer: Role,
    translator: str,
    reviewer: str,
    registers: Role,
    message: str,
) -> None:
    write(browser_for(writer), "Full name: {name}", translator=translator)
    review(browser_for(registers), reviewer)
    answer = browser_for(Role.LEADER).submit(URL, {"action": "approve"}, status=200)
    assert message in words(answer)


def test_nobody_reviews_her_own_words(caseworker: Browser) -> None:
    write(caseworker, "Full name: {name}", translator="Tove Translatør")
    fields = {"reviewer": "tove translatør", "action": "review"}
    assert "sin egen oversettelse" in words(caseworker.submit(URL, fields, status=200))
    fields = {"reviewer": "", "action": "review"}
    assert "Skriv navnet" in words(caseworker.submit(URL, fields, status=200))


def test_what_is_not_reviewed_is_not_approved_and_not_by_a_caseworker(
    caseworker: Browser, leader: Browser
) -> None:
    answer = leader.submit(URL, {"action": "approve"}, status=200)
    assert "må være gjennomgått" in words(answer)
    review(caseworker, "Rita")
    answer = caseworker.submit(URL, {"action": "approve"}, status=200)
    assert "Bare leder eller administrator" in words(answer)


def test_new_words_are_saved_before_they_are_reviewed(caseworker: Browser) -> None:
    fields = {"text": "Unsaved: {name}", "reviewer": "Rita", "action": "review"}
    answer = caseworker.submit(URL, fields, status=200)
    assert "Lagre den nye oversettelsen først." in words(answer)
    assert "Unsaved: {name}" in answer.text


def test_new_words_are_no_longer_reviewed(app: Flask, caseworker: Browser) -> None:
    review(caseworker, "Rita")
    write(caseworker, "Full name: {name}")
    assert [status for *_, status in steps(app)] == ["reviewed", "translated"]


def test_a_comment_changes_nothing_but_is_kept(app: Flask, world: World, leader: Browser) -> None:
    leader.submit(URL, {"action": "comment", "comment": "Er dette rett ord?"})
    assert "Er dette rett ord?" in words(leader.get(URL))
    with app.app_context():
        text = get_text(db.session, world.scope(), KIND, VERSION).bundle
        assert (
            text.translation("en").clauses["field_name"].status is TranslationStatus.MACHINE_DRAFT
        )
    empty = leader.submit(URL, {"action": "comment", "comment": ""}, status=200)
    assert "Skriv kommentaren." in words(empty)


def test_a_whole_language_is_reviewed_and_approved(
    app: Flask, world: World, caseworker: Browser, leader: Browser
) -> None:
    caseworker.submit(LANGUAGE, {"reviewer": "Rita Ekstern"}, action=f"{LANGUAGE}/gjennomgang")
    leader.submit(LANGUAGE, action=f"{LANGUAGE}/godkjenning")
    with app.app_context():
        text = current_text(db.session, world.scope(), KIND, NOW.date())
        assert text.translation("en").status is TranslationStatus.APPROVED
    with app.test_request_context():
        assert ("en", "English – godkjent") in language_choices(text)
    assert "Oversettelsen er allerede godkjent." in words(
        leader.get(leader.submit(LANGUAGE, action=f"{LANGUAGE}/godkjenning").location)
    )


def test_a_fixed_term_that_is_not_used_is_pointed_out(caseworker: Browser) -> None:
    before = words(caseworker.get(PLAN))
    assert "Det faste uttrykket" not in before
    write(caseworker, "The agreement is about something else.", url=PLAN)
    shown = words(caseworker.get(PLAN))
    assert "Det faste uttrykket for «integreringsplan» er ikke brukt." in shown


def test_each_step_is_recorded(app: Flask, caseworker: Browser, leader: Browser) -> None:
    write(caseworker, "Full name: {name}", translator="Tove")
    caseworker.submit(URL, {"action": "comment", "comment": "Hm"})
    review(caseworker, "Rita")
    leader.submit(URL, {"action": "approve"})
    with app.app_context():
        events = db.session.scalars(
            select(AuditEvent).where(AuditEvent.subject_kind == "translation_step")
        ).all()
    assert [event.action for event in events] == [
        Action.TRANSLATION_WRITTEN,
        Action.TRANSLATION_COMMENTED,
        Action.TRANSLATION_REVIEWED,
        Action.TRANSLATION_APPROVED,
    ]
    assert {event.details["clause"] for event in events} == {"field_name"}


def test_source_and_target_say_their_language_and_direction(caseworker: Browser) -> None:
    page = caseworker.get(f"/tekster/{KIND.value}/{VERSION}/ar/ledd/field_name").text
    assert '<p lang="nb" dir="ltr">Navn: <bdi dir="ltr"><code>{name}</code></bdi></p>' in page
    assert '<p lang="ar" dir="rtl">' in page
    assert 'lang="ar"' in page.split("<textarea")[1].split(">")[0]
    assert 'dir="rtl"' in page.split("<textarea")[1].split(">")[0]


def test_the_state_of_a_version_stands_in_numbers(caseworker: Browser) -> None:
    review(caseworker, "Rita")
    shown = words(caseworker.get(f"/tekster/{KIND.value}/{VERSION}"))
    total = len(get_clause_ids())
    assert f"English Maskinutkast {total - 1} 0 1 0 0 0" in shown


def get_clause_ids() -> list[str]:
    from app.declarations.bundles.catalogue import load_bundle

    return [clause.clause_id for clause in load_bundle(KIND, VERSION).translatable]


@pytest.mark.parametrize(
    "path",
    [
        "/tekster/integration_contract/9",
        "/tekster/letter/2026-1",
        f"/tekster/{KIND.value}/{VERSION}/nb",
        f"/tekster/{KIND.value}/{VERSION}/xx",
        f"{LANGUAGE}/ledd/office_code",
        f"{LANGUAGE}/ledd/nothing",
        f"/tekster/{KIND.value}/{VERSION}/xx/xliff",
    ],
)
def test_what_does_not_exist_is_not_found(caseworker: Browser, path: str) -> None:
    caseworker.get(path, status=404)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.PARTICIPANT, Role.PRIVACY_OFFICER])
def test_others_do_not_work_on_texts(browser_for: BrowserFor, role: Role) -> None:
    browser_for(role).get("/tekster", status=403)


def test_reading_a_text_is_two_questions(
    app: Flask, world: World, caseworker: Browser, count_queries: Callable[[], object]
) -> None:
    write(caseworker, "Full name: {name}")
    with app.app_context():
        scope = world.scope()
        with count_queries() as statements:  # type: ignore[attr-defined]
            current_text(db.session, scope, KIND, NOW.date())
        asked = [each for each in statements if each.startswith("SELECT")]
    assert len(asked) == 2


def test_work_of_another_municipality_is_not_seen(
    caseworker: Browser, browser_for: BrowserFor
) -> None:
    write(caseworker, "Full name: {name}")
    assert "Full name" not in browser_for(Role.CASEWORKER, DALHEIM).get(URL).text
