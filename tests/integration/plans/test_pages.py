"""The pages of plans, through a browser."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.core.actor import CASE_STAFF, Role
from app.enrolment.commands import PermitDetails
from app.extensions import db
from app.plans import service
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.queries import find_current_plan, get_draft
from app.rules.eligibility import PermitGround
from app.rules.plan import ElementKind
from app.rules.programme import EducationLevel
from tests.integration.plans.conftest import COMPLETE, Plans, element
from tests.support.client import Browser
from tests.support.world import RANDOM_ID

BrowserFor = Callable[..., Browser]

FILLED = {
    "decided_on": "2026-09-01",
    "offered_start_on": "01.09.2026",
    "starts_on": "2026-09-14",
    "made_on": "2026-09-01",
    "end_goal": "work",
    "long_term_goals": "Bakeri",
    "reasons": "Praksis gir norsk.",
    "norwegian_hours": "600",
    "social_studies_hours": "75",
    "is_appeal_information_given": "y",
    "is_competence_validation_guided": "y",
    "review_due_on": "2026-12-01",
}


def url_of(plans: Plans, rest: str = "") -> str:
    return f"/deltakere/{plans.participant_id}/plan{rest}"


def drafted(app: Flask, plans: Plans) -> None:
    """Begin a plan with one element."""
    with app.app_context():
        plans.create()
        plans.add(element(ElementKind.OTHER, 5, title="Svømmekurs"))
        db.session.commit()


def element_id(app: Flask, plans: Plans) -> str:
    with app.app_context():
        draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
        return str(draft.elements[0].id)


def test_a_plan_is_made_filled_and_fixed(plans: Plans, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = url_of(plans)
    assert "Deltakeren har ingen plan ennå." in browser.get(url).text
    page = browser.get(f"{url}/rediger").text
    assert "Yrkesfaglig rekvalifisering – programmet varer i 12 måneder" in page
    assert "Fullført videregående opplæring – kan ikke velges" in page
    assert browser.submit(f"{url}/rediger", FILLED).location == url
    page = browser.get(url).text
    assert "Planen har ingen elementer." in page
    assert "14.09.2026–13.09.2027" in page
    assert "Fastsett planen" not in page
    for kind, hours in (
        ("norwegian_training", "15"),
        ("social_studies", "3"),
        ("life_skills_migration_health", "1"),
        ("life_skills_career", "1"),
        ("work_practice", "17,5"),
    ):
        browser.get(f"{url}/elementer/ny")
        add = f"{url}/elementer/ny?type={kind}"
        answer = browser.submit(add, {"hours_per_week": hours})
        assert answer.location == f"{url}#elements"
    assert "Planen har alt loven krever." in browser.get(url).text
    browser.submit(url, action=f"{url}/fastsett")
    assert "Planen som gjelder, versjon 1" in browser.get(url).text
    browser.get(f"{url}/versjoner/1")
    said = {"achieved": "Det går bra.", "outcome": "plan_stands", "interpreter_use": "none"}
    browser.submit(f"{url}/vurdering", {**said, "no_interpreter_reason": "speaks_norwegian"})
    assert "Det går bra." in browser.get(url).text


def test_the_goals_that_are_not_allowed_are_disabled_with_the_reason(
    plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    plans = plans_for(education_level=EducationLevel.LOWER_SECONDARY, born_on=date(2003, 1, 1))
    page = browser_for(Role.CASEWORKER).get(url_of(plans, "/rediger")).text
    assert page.count('<input class="ds-input" disabled ') == 2
    assert "Deltakeren har ikke videregående opplæring." in page
    assert "https://lovdata.no/lov/2020-11-06-127/§14" in page
    assert "Deltakeren er under 25 år." in page


def test_a_goal_that_is_not_allowed_is_refused_even_if_it_is_sent(
    plans: Plans, browser_for: BrowserFor
) -> None:
    fields = {**FILLED, "end_goal": "upper_secondary_part"}
    page = browser_for(Role.CASEWORKER).submit(url_of(plans, "/rediger"), fields, status=200).text
    assert "Sluttmålet er ikke tillatt for denne deltakeren." in page
    assert "Praksis gir norsk." in page


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"starts_on": "2026-08-30"}, "Programmet kan ikke starte før deltakeren fikk tilbudet."),
        ({"decided_on": "2026-11-21"}, "Vedtaket kan ikke ha en dato fram i tid."),
        ({"starts_on": "i morgen"}, "Skriv datoen slik"),
        ({"starts_on": ""}, "Velg dagen programmet starter."),
        ({"end_goal": "bli rik"}, "Velg ett av alternativene i listen."),
        ({"listening": "D3"}, "Velg ett av alternativene i listen."),
        ({"norwegian_hours": "-1"}, "Skriv et tall fra 0 til 10000."),
    ],
)
def test_bad_input_is_explained_and_kept(
    plans: Plans, browser_for: BrowserFor, fields: dict[str, str], message: str
) -> None:
    sent = {**FILLED, "reasons": "Dette skrev jeg.", **fields}
    page = browser_for(Role.CASEWORKER).submit(url_of(plans, "/rediger"), sent, status=200).text
    assert message in page
    assert "Dette skrev jeg." in page


def test_without_mapped_education_the_page_leads_to_the_mapping(
    plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    plans = plans_for(education_level=None)
    browser = browser_for(Role.CASEWORKER)
    page = browser.get(url_of(plans)).text
    assert f"/deltakere/{plans.participant_id}/kartlegging" in page
    assert browser.client.get(url_of(plans, "/rediger")).location == url_of(plans)


def test_a_stale_form_shows_what_the_others_saved_and_keeps_what_was_typed(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans)
    browser, url = browser_for(Role.CASEWORKER), url_of(plans, "/rediger")
    stale = browser.filled(url, {"reasons": "Min begrunnelse"})
    browser.submit(url, {"norwegian_hours": "700"})
    page = browser.send(url, stale, status=200).text
    assert "Andre har endret dette siden du åpnet siden" in page
    assert "Timer norsk i alt" in page
    assert '<span dir="auto">700</span>' in page
    assert "Min begrunnelse" in page


def test_a_stale_element_does_the_same(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    drafted(app, plans)
    browser = browser_for(Role.CASEWORKER)
    url = url_of(plans, f"/elementer/{element_id(app, plans)}/rediger")
    stale = browser.filled(url, {"provider": "Svømmehallen"})
    browser.submit(url, {"hours_per_week": "7,5"})
    page = browser.send(url, stale, status=200).text
    assert '<span dir="auto">7,5</span>' in page
    assert 'value="Svømmehallen"' in page
    remove = url_of(plans, f"/elementer/{element_id(app, plans)}/slett")
    fields = browser.filled(remove) | {"row_version": "1"}
    browser.send(remove, fields, status=409)
    browser.submit(remove)
    assert "Svømmekurs" not in browser.get(url_of(plans)).text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"last_day": "2027-09-14"}, "Elementet må ligge innenfor programtiden."),
        ({"last_day": "2026-09-13"}, "Siste dag kan ikke være før første dag."),
        ({"hours_per_week": "0"}, "Elementet må ha noen timer i uka."),
        ({"hours_per_week": "mange"}, "Skriv timene som et tall"),
        ({"kind": ""}, "Velg en type."),
    ],
)
def test_bad_elements_are_explained(
    app: Flask, plans: Plans, browser_for: BrowserFor, fields: dict[str, str], message: str
) -> None:
    drafted(app, plans)
    url = url_of(plans, "/elementer/ny?type=other")
    page = browser_for(Role.CASEWORKER).submit(url, fields, status=200).text
    assert message in page


def test_an_element_sent_twice_is_added_once(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans)
    browser, url = browser_for(Role.CASEWORKER), url_of(plans, "/elementer/ny?type=own_activity")
    fields = browser.filled(url)
    browser.send(url, fields)
    browser.send(url, fields)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(PlanElement)) == 2


def test_an_incomplete_plan_is_not_fixed_by_a_forged_form(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    drafted(app, plans)
    browser = browser_for(Role.CASEWORKER)
    with app.app_context():
        version = get_draft(db.session, plans.actor.scope, plans.participant_id).row_version
    fields = {"csrf_token": browser.csrf_token(url_of(plans)), "row_version": str(version)}
    browser.send(url_of(plans, "/fastsett"), fields)
    assert "Planen kan ikke fastsettes ennå." in browser.get(url_of(plans)).text
    browser.send(url_of(plans, "/fastsett"), fields | {"row_version": "1"})
    assert "Andre har endret planen" in browser.get(url_of(plans)).text
    with app.app_context():
        assert find_current_plan(db.session, plans.actor.scope, plans.participant_id) is None


def test_a_new_version_is_drafted_discarded_and_drafted_again(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plans.fixed()
    browser, url = browser_for(Role.LEADER), url_of(plans)
    browser.submit(url, action=f"{url}/ny-versjon")
    assert "Utkast, versjon 2" in browser.get(url).text
    page = browser.get(f"{url}/rediger").text
    assert "Programmet starter" not in page
    browser.submit(f"{url}/forkast")
    assert "Utkast, versjon 2" not in browser.get(url).text
    browser.submit(url, action=f"{url}/ny-versjon")
    browser.submit(f"{url}/rediger", {"norwegian_hours": "700"})
    assert "Fastsett planen" not in browser.get(url).text
    browser.submit(f"{url}/endring", {"kind": "small", "reason": "Noen flere timer norsk."})
    browser.submit(url, action=f"{url}/fastsett")
    page = browser.get(url).text
    assert "Planen som gjelder, versjon 2" in page
    assert "Erstattet" in page
    assert "Erstattet" in browser.get(f"{url}/versjoner/1").text


def test_what_is_written_stays_text(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    browser = browser_for(Role.CASEWORKER)
    fields = {**FILLED, "reasons": "<script>alert(1)</script>\nlinje to"}
    browser.submit(url_of(plans, "/rediger"), fields)
    assert "<script>alert" not in browser.get(url_of(plans)).text


@pytest.mark.parametrize("role", sorted(set(Role) - CASE_STAFF))
def test_only_those_with_cases_open_plans(
    app: Flask, plans: Plans, browser_for: BrowserFor, role: Role
) -> None:
    drafted(app, plans)
    browser = browser_for(role)
    for rest in ("", "/rediger", "/versjoner/1", "/elementer/ny", "/vurdering", "/forkast"):
        browser.get(url_of(plans, rest), status=403)
    token = browser.csrf_token(url_of(plans), status=403)
    for rest in ("/fastsett", "/ny-versjon"):
        browser.send(url_of(plans, rest), {"csrf_token": token}, status=403)


def test_another_municipalitys_plan_is_as_unknown_as_none(
    app: Flask, foreign: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        foreign.fixed()
        service.start_new_version(
            db.session, foreign.world.clock, foreign.actor, foreign.participant_id
        )
        db.session.commit()
    element = element_id(app, foreign)
    browser = browser_for(Role.LEADER)
    for rest in (
        "",
        "/rediger",
        "/versjoner/1",
        "/elementer/ny",
        f"/elementer/{element}/rediger",
        f"/elementer/{element}/slett",
        "/vurdering",
        "/forkast",
    ):
        theirs = browser.get(url_of(foreign, rest), status=404).text
        nobodys = browser.get(f"/deltakere/{RANDOM_ID}/plan{rest}", status=404).text
        assert _without_path(theirs) == _without_path(nobodys)
    token = browser.csrf_token(url_of(foreign), status=404)
    for rest in ("/fastsett", "/ny-versjon"):
        browser.send(url_of(foreign, rest), {"csrf_token": token}, status=404)
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(IntegrationPlan)) == 2


def test_opening_a_plan_takes_the_same_queries_however_long_it_is(
    app: Flask, plans: Plans, browser_for: BrowserFor, count_queries: Callable[[], Any]
) -> None:
    with app.app_context():
        plans.fixed()
        service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
        db.session.commit()
    browser = browser_for(Role.CASEWORKER)
    browser.get(url_of(plans))
    with count_queries() as few:
        browser.get(url_of(plans))
    with app.app_context():
        plans.add(*COMPLETE * 4)
        plans.judge()
        plans.fix()
        service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
        db.session.commit()
    with count_queries() as many:
        browser.get(url_of(plans))
    assert len(many) == len(few)
    assert len(many) < 25


def test_collective_protection_needs_no_social_studies(
    app: Flask, plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    permit = PermitDetails(PermitGround.COLLECTIVE_PROTECTION, granted_on=date(2026, 5, 1))
    plans = plans_for(permit=permit)
    fields = {**FILLED, "social_studies_hours": ""}
    browser = browser_for(Role.CASEWORKER)
    browser.submit(url_of(plans, "/rediger"), fields)
    page = browser.get(url_of(plans)).text
    assert "Planen mangler norsk." in page
    assert "samfunnskunnskap." not in page


def _without_path(page: str) -> str:
    """Leave out where the language menu comes back to, and the token."""
    return "\n".join(line for line in page.splitlines() if 'type="hidden"' not in line)
