"""The page of the plan meeting: one form, live check, nothing typed lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from app.core.actor import Role
from app.extensions import db
from app.plans.foundations import ProposedElement, Reason, ReasonCode
from app.plans.meeting.presenters import entry_of_proposal
from app.plans.models import PlanElement
from app.plans.queries import get_draft
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.plan import ElementKind
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans, element
from tests.support.client import Browser, forms_in

BrowserFor = Callable[..., Browser]
REUSED = "En begrunnelse er helt lik den i planen til en annen deltaker."


def url_of(plans: Plans, rest: str = "") -> str:
    return f"/deltakere/{plans.participant_id}/plan/mote{rest}"


def drafted(app: Flask, plans: Plans, *elements: Any, **details: Any) -> None:
    with app.app_context():
        plans.create(replace(DETAILS, **details))
        plans.add(*elements)
        db.session.commit()


def saved(app: Flask, plans: Plans) -> list[PlanElement]:
    with app.app_context():
        return list(get_draft(db.session, plans.actor.scope, plans.participant_id).elements)


def press(browser: Browser, plans: Plans, action: str, **fields: str) -> TestResponse:
    return browser.submit(url_of(plans), {"action": action, **fields})


def test_a_plan_is_finished_on_one_page(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    drafted(app, plans)
    browser = browser_for(Role.CASEWORKER)
    assert "Planen har ingen elementer." in browser.get(url_of(plans)).text
    for number, (identity, hours) in enumerate(
        (
            ("norwegian_training.b1", "15"),
            ("social_studies", "3"),
            ("life_skills_migration_health", "1"),
            ("life_skills_career", "1"),
            ("work_practice.language", "18"),
        )
    ):
        answer = press(browser, plans, f"add:{identity}")
        assert answer.location.startswith(f"{url_of(plans)}#element-")
        press(browser, plans, "save", **{f"elements-{number}-hours_per_week": hours})
    press(browser, plans, "save", **{"elements-4-place": "Torget 1"})
    page = browser.get(url_of(plans)).text
    assert "Planen har alt loven krever." in page
    kept = saved(app, plans)
    assert [each.catalogue_id for each in kept] == [
        "norwegian_training.b1",
        "",
        "",
        "",
        "work_practice.language",
    ]
    assert kept[4].kind is ElementKind.WORK_PRACTICE
    assert (kept[4].minutes_per_week, kept[4].place) == (18 * 60, "Torget 1")


def test_every_button_saves_what_is_typed_first(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans, *COMPLETE)
    browser = browser_for(Role.CASEWORKER)
    press(
        browser,
        plans,
        "take_out:4",
        participation_note="Hun ønsket seg kveldskurs.",
        **{"elements-0-reason": "Hun trenger norsk i jobben."},
    )
    kept = saved(app, plans)
    assert ElementKind.WORK_PRACTICE not in {each.kind for each in kept}
    assert kept[0].reason == "Hun trenger norsk i jobben."
    with app.app_context():
        draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
        assert draft.participation_note == "Hun ønsket seg kveldskurs."


def test_saving_what_is_saved_already_changes_nothing(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans, *COMPLETE, element(ElementKind.OTHER, 2, catalogue_id="other.health"))
    with app.app_context():
        before = get_draft(db.session, plans.actor.scope, plans.participant_id).row_version
    press(browser_for(Role.CASEWORKER), plans, "save")
    with app.app_context():
        after = get_draft(db.session, plans.actor.scope, plans.participant_id)
        assert after.row_version == before


def test_the_proposal_is_copied_with_its_reasons(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans)
    press(browser_for(Role.CASEWORKER), plans, "propose:all")
    kinds = [each.kind for each in saved(app, plans)]
    assert kinds == [
        ElementKind.NORWEGIAN_TRAINING,
        ElementKind.SOCIAL_STUDIES,
        ElementKind.LIFE_SKILLS_MIGRATION_HEALTH,
        ElementKind.LIFE_SKILLS_CAREER,
    ]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"elements-1-last_day": "2026-01-01"}, "Siste dag kan ikke være før første dag."),
        ({"elements-1-last_day": "2029-01-01"}, "Elementet må ligge innenfor programtiden."),
        ({"elements-1-hours_per_week": "mange"}, "Skriv timene som et tall"),
        ({"elements-1-standard": "hvile"}, "Velg ett av alternativene i listen."),
        ({"end_goal": "upper_secondary_part"}, "Sluttmålet er ikke tillatt for denne deltakeren."),
        ({"made_on": "2027-01-01"}, "Planen kan ikke være laget på en dag fram i tid."),
    ],
)
def test_what_cannot_be_saved_is_explained_and_kept(
    app: Flask,
    plans: Plans,
    browser_for: BrowserFor,
    fields: dict[str, str],
    message: str,
) -> None:
    drafted(app, plans, *COMPLETE)
    sent = {"action": "take_out:4", "reasons": "Dette skrev vi.", **fields}
    page = browser_for(Role.CASEWORKER).submit(url_of(plans), sent, status=200).text
    assert message in page
    assert "Dette skrev vi." in page
    assert page.count('name="elements-4-') > 0
    assert len(saved(app, plans)) == len(COMPLETE)


def test_a_stale_page_tells_what_others_saved_and_loses_nothing(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans, COMPLETE[0], COMPLETE[1])
    browser = browser_for(Role.CASEWORKER)
    stale = browser.filled(
        url_of(plans), {"action": "save", "elements-0-reason": "Vår begrunnelse."}
    )
    press(browser, plans, "add:part_time_work", norwegian_hours="700")
    press(browser, plans, "take_out:0")
    page = browser.send(url_of(plans), stale, status=200).text
    assert "Andre har endret dette siden du åpnet siden" in page
    assert "700" in page
    again = forms_in(page)[-1][1]
    assert again["elements-0-reason"].strip() == "Vår begrunnelse."
    assert again["elements-0-element_id"] == ""
    browser.send(url_of(plans), {**again, "action": "save"})
    kept = {each.kind: each.reason for each in saved(app, plans)}
    assert kept == {
        ElementKind.NORWEGIAN_TRAINING: "Vår begrunnelse.",
        ElementKind.SOCIAL_STUDIES: "",
        ElementKind.PART_TIME_WORK: "",
    }


def test_the_live_check_tells_of_what_is_typed_and_saves_nothing(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans, *COMPLETE)
    browser = browser_for(Role.CASEWORKER)
    typed = browser.filled(
        url_of(plans),
        {"long_term_goals": "", "elements-4-reason": "Vi valgte dette. Det gir norsk."},
    )
    answer = browser.client.post(url_of(plans, "/sjekk"), data=typed)
    assert answer.status_code == 200
    assert "Planen mangler deltakerens langsiktige mål." in answer.text
    assert f"{url_of(plans)}#long_term_goals" in answer.text
    assert "Lett å lese. LIX 3, 3 ord i hver setning i snitt." in answer.text
    with app.app_context():
        draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
        assert draft.long_term_goals == DETAILS.long_term_goals
        assert draft.elements[4].reason == ""


@pytest.mark.parametrize("value", [{"starts_on": "i morgen"}, {"end_goal": "upper_secondary_part"}])
def test_the_live_check_says_so_when_it_tells_of_the_saved_draft(
    app: Flask, plans: Plans, browser_for: BrowserFor, value: dict[str, str]
) -> None:
    drafted(app, plans, *COMPLETE)
    browser = browser_for(Role.CASEWORKER)
    typed = browser.filled(url_of(plans), {**value, "long_term_goals": ""})
    answer = browser.client.post(url_of(plans, "/sjekk"), data=typed)
    assert "Planen har alt loven krever." in answer.text
    assert 'data-color="warning"' in answer.text


def test_the_same_reasons_as_for_others_are_pointed_out_but_not_whose(
    app: Flask,
    plans: Plans,
    plans_for: Callable[..., Plans],
    foreign: Plans,
    browser_for: BrowserFor,
) -> None:
    other = plans_for(given_name="Zahra", family_name="Annensen", born_on=date(1990, 2, 3))
    drafted(app, plans, *COMPLETE)
    drafted(app, foreign, *COMPLETE)
    browser = browser_for(Role.CASEWORKER)
    assert REUSED not in browser.get(url_of(plans)).text
    drafted(app, other, *COMPLETE, reasons=DETAILS.reasons.upper())
    page = browser.get(url_of(plans)).text
    assert page.count(REUSED) == 1
    assert "Annensen" not in page
    press(browser, plans, "save", reasons="Hun har vært baker i ti år.")
    assert REUSED not in browser.get(url_of(plans)).text
    press(browser, plans, "save", **{"elements-4-reason": DETAILS.reasons})
    assert browser.get(url_of(plans)).text.count(REUSED) == 1


def test_other_norwegian_goals_than_proposed_ask_for_a_reason(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans, *COMPLETE)
    browser = browser_for(Role.CASEWORKER)
    sentence = "Norskmålet er et annet enn forslaget. Skriv hvorfor."
    press(browser, plans, "save", speaking="C1")
    assert sentence in browser.get(url_of(plans)).text
    press(browser, plans, "save", norwegian_goals_reason="Hun vil bli lærer.")
    assert sentence not in browser.get(url_of(plans)).text


def test_without_a_draft_the_page_leads_to_where_one_begins(
    app: Flask, plans: Plans, plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    plan = f"/deltakere/{plans.participant_id}/plan"
    assert browser.client.get(url_of(plans)).location == f"{plan}/rediger"
    with app.app_context():
        plans.fixed()
    assert browser.client.get(url_of(plans)).location == plan
    unmapped = plans_for(education_level=None, given_name="Leila", born_on=date(1991, 1, 1))
    answer = browser.client.get(url_of(unmapped))
    assert answer.location == f"/deltakere/{unmapped.participant_id}/plan"


def test_opening_the_page_takes_the_same_queries_however_long_the_plan_is(
    app: Flask, plans: Plans, browser_for: BrowserFor, count_queries: Callable[[], Any]
) -> None:
    drafted(app, plans, COMPLETE[0])
    browser = browser_for(Role.CASEWORKER)
    browser.get(url_of(plans))
    with count_queries() as few:
        browser.get(url_of(plans))
    with app.app_context():
        plans.add(*COMPLETE * 4)
        db.session.commit()
    with count_queries() as many:
        browser.get(url_of(plans))
    assert len(many) == len(few)
    assert len(many) < 25


def test_what_the_mapping_says_of_digital_skills_becomes_its_own_standard_element() -> None:
    kind, reason = ElementKind.OTHER, Reason(ReasonCode.LACKS_DIGITAL_SKILLS)
    proposed = ProposedElement(kind, (reason,), INTEGRERINGSLOVEN.section("14 a"))
    assert entry_of_proposal(proposed).id == "other.digital_skills"
    assert entry_of_proposal(replace(proposed, reasons=())).id == "other"
