"""Whom one can print for: proposals, and reasons why not."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations.batches.models import PrintBatch
from app.declarations.batches.service import choosing
from app.declarations.bundles.types import TextBundle
from app.declarations.service import issue_declaration
from app.enrolment.models import Participant
from app.extensions import db
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.start_up_day import Class, add, open_class
from tests.support.world import DALHEIM, RANDOM_ID, World

NEW = "/papirer/utskrift/ny"


def fields(browser: Browser, url: str) -> dict[str, Any]:
    return browser.filled(url)


def issue(app: Flask, world: World, participant_id: UUID, language: str = "ar") -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        issue_declaration(
            db.session, world.clock, actor, InstallationDates(), participant_id, language
        )
        db.session.commit()


def test_each_is_proposed_a_new_sheet_in_her_language(
    school_class: Class, browser: Browser
) -> None:
    proposed = fields(browser, school_class.url)
    members = school_class.members
    languages = {name: proposed[f"language-{who}"] for name, who in members.items()}
    assert languages == {"Zaki": "ar", "Abbas": "ar", "Bondar": "uk", "Nguyen": "nb"}
    assert {proposed[f"paper-{who}"] for who in members.values()} == {"new"}


def test_those_who_cannot_get_a_sheet_are_told_with_the_way_to_mend_it(
    app: Flask, world: World, school_class: Class, browser: Browser
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        unplanned = enrol(db.session, world.clock, actor, family_name="Uplanlagt")
        add(db.session, world.clock, actor, school_class.group_id, unplanned.id)
        nameless = open_class(
            db.session, world.clock, actor, {"Nummerløs": "ar"}, name="Annen gruppe"
        ).members["Nummerløs"]
        add(db.session, world.clock, actor, school_class.group_id, nameless)
        take_number(nameless)
        db.session.commit()
        unplanned_id = unplanned.id
    page = browser.get(school_class.url).text
    assert "Fastsett integreringsplanen først." in page
    assert f'href="/deltakere/{unplanned_id}/plan"' in page
    assert "Registrer fødselsnummer, D-nummer eller DUF-nummer først." in page
    assert f'href="/deltakere/{nameless}/rediger"' in page
    offered = fields(browser, school_class.url)
    assert f"paper-{unplanned_id}" not in offered
    assert f"paper-{nameless}" not in offered
    assert f"paper-{school_class.members['Zaki']}" in offered


def take_number(participant_id: UUID) -> None:
    db.session.get_one(Participant, participant_id).identity_number = None


def test_a_name_that_cannot_be_printed_is_told(
    app: Flask, school_class: Class, browser: Browser
) -> None:
    zaki = school_class.members["Zaki"]
    with app.app_context():
        db.session.get_one(Participant, zaki).family_name = "Zaki \U0001f600"
        db.session.commit()
    assert f'href="/deltakere/{zaki}/rediger">Rett navnet' in browser.get(school_class.url).text
    assert f"paper-{zaki}" not in fields(browser, school_class.url)


def test_an_outdated_translation_stops_only_its_readers(
    school_class: Class, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = choosing.bundle_for

    def with_outdated_arabic(*args: Any) -> TextBundle:
        bundle = whole(*args)
        outdated = tuple(
            replace(each, outdated_clauses=("title",)) if each.language == "ar" else each
            for each in bundle.translations
        )
        return replace(bundle, translations=outdated)

    monkeypatch.setattr(choosing, "bundle_for", with_outdated_arabic)
    offered = fields(browser, school_class.url)
    assert f"paper-{school_class.members['Zaki']}" not in offered
    assert offered[f"language-{school_class.members['Bondar']}"] == "uk"
    assert "Den norske teksten er endret etter oversettelsen." in browser.get(school_class.url).text


def test_who_has_a_sheet_gets_another_only_if_it_is_asked_for(
    app: Flask, world: World, school_class: Class, browser: Browser
) -> None:
    issue(app, world, school_class.members["Zaki"])
    assert fields(browser, school_class.url)[f"paper-{school_class.members['Zaki']}"] == ""
    page = browser.get(school_class.url).text
    assert "Arket fra 20.11.2026 venter på underskrift." in page
    assert page.count("Samme ark en gang til</option>") == 1


def test_without_paper_are_those_with_a_plan_and_none(
    app: Flask, world: World, school_class: Class, browser: Browser
) -> None:
    issue(app, world, school_class.members["Zaki"])
    with app.app_context():
        enrol(db.session, world.clock, world.actor(Role.CASEWORKER), family_name="Uplanlagt")
        db.session.commit()
    page = browser.get(NEW).text
    assert "Abbas" in page
    assert "Zaki" not in page
    assert "Uplanlagt" not in page


def test_own_are_those_whom_the_caseworker_follows_up(
    app: Flask, world: World, school_class: Class, browser: Browser
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        mine = enrol(
            db.session, world.clock, actor, family_name="Minsdeltaker", adviser_id=actor.user_id
        )
        db.session.commit()
        mine_id = mine.id
    page = browser.get(f"{NEW}?utvalg=mine").text
    assert "Minsdeltaker" in page
    assert f'href="/deltakere/{mine_id}/plan"' in page
    assert "Abbas" not in page


@pytest.mark.parametrize("code", ["", "tull", str(RANDOM_ID), "'; --"])
def test_an_unknown_selection_is_the_usual_one(
    school_class: Class, browser: Browser, code: str
) -> None:
    page = browser.get(f"{NEW}?utvalg={code}").text
    assert "Abbas" in page


def test_another_municipality_sees_nobody_of_ours(
    school_class: Class, browser_for: Callable[..., Browser]
) -> None:
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for url in (NEW, f"{NEW}?utvalg=mine", school_class.url):
        page = other.get(url).text
        assert "Abbas" not in page
        assert "Norsk A" not in page


def test_nobody_chosen_is_told(school_class: Class, browser: Browser) -> None:
    nobody = {f"paper-{who}": "" for who in school_class.members.values()}
    answer = browser.submit(school_class.url, nobody, status=200)
    assert "Velg et ark for minst én deltaker." in answer.text


@pytest.mark.parametrize(
    ("field", "value"), [("paper", "reprint"), ("language", "vi"), ("language", "xx")]
)
def test_what_the_page_does_not_offer_is_refused(
    app: Flask, school_class: Class, browser: Browser, field: str, value: str
) -> None:
    odd = {f"{field}-{school_class.members['Zaki']}": value}
    answer = browser.submit(school_class.url, odd, status=200)
    assert "Velg ett av alternativene i listen." in answer.text
    with app.app_context():
        assert db.session.scalars(select(PrintBatch)).all() == []


def test_what_was_chosen_stands_when_the_form_comes_back(
    school_class: Class, browser: Browser
) -> None:
    zaki, abbas = school_class.members["Zaki"], school_class.members["Abbas"]
    sent = {f"paper-{zaki}": "", f"language-{abbas}": "en", f"paper-{abbas}": "tull"}
    answer = browser.submit(school_class.url, sent, status=200)
    assert '<option value="en" selected>' in answer.text
    assert answer.text.count('<option value="" selected>') >= 1


def test_the_look_names_everybody_on_the_page(
    app: Flask, school_class: Class, browser: Browser
) -> None:
    browser.get(school_class.url)
    with app.app_context():
        [event] = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.PRINT_CANDIDATES_LISTED)
        )
    assert set(event.details["participant_ids"]) == set(map(str, school_class.members.values()))


def test_both_lists_lead_here(school_class: Class, browser: Browser) -> None:
    assert f'href="{school_class.url}"' in browser.get(f"/grupper/{school_class.group_id}").text
    assert f'href="{NEW}"' in browser.get("/deltakere").text
