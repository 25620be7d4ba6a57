"""Nothing is typed twice: what the mapping holds stands in a new plan's draft."""

from collections.abc import Callable

from flask import Flask

from app.core.actor import Role
from app.extensions import db
from app.plans.queries import get_draft
from app.rules.plan import CefrLevel
from app.rules.programme import EndGoal
from tests.integration.plans.conftest import Plans
from tests.support.client import Browser

BrowserFor = Callable[..., Browser]
MAPPED: dict[str, dict[str, str]] = {
    "arbeid": {"jobs-0-occupation": "Baker", "jobs-0-months": "60", "jobs-0-country": "Syria"},
    "sprak": {
        "skills-0-spoken": "fluent",
        "skills-0-written": "well",
        "speaking": "A2",
        "needs_b2": "y",
    },
    "onsker": {"language": "ar", "long_term": "أريد أن أفتح مخبزاً"},
    "veiledning": {"recommended_goal": "work", "needs_competence_validation": "y"},
    "for-bosetting": {"social_studies_hours": "25", "norwegian_hours": "175"},
}


def test_what_was_mapped_arrives_in_a_new_plan(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    for part, typed in MAPPED.items():
        browser.submit(f"/deltakere/{plans.participant_id}/kartlegging/{part}", typed)
    dates = {"decided_on": "2026-09-01", "offered_start_on": "2026-09-01"}
    url = f"/deltakere/{plans.participant_id}/plan/rediger"
    browser.submit(url, {**dates, "starts_on": "2026-09-14"})
    with app.app_context():
        draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
    assert draft.end_goal is EndGoal.WORK
    assert (draft.listening_goal, draft.speaking_goal) == (CefrLevel.B2, CefrLevel.B2)
    assert draft.long_term_goals == "أريد أن أفتح مخبزاً"
    assert draft.social_studies_hours == 50
    assert draft.reasons == (
        "Deltakeren har arbeidet som baker i Syria. Erfaringen er på 5 år. "
        "Karriereveiledningen anbefaler dette sluttmålet: arbeid. "
        "En realkompetansevurdering kan vise hva deltakeren kan fra før. "
        "Deltakeren snakker norsk på nivå A2 nå, og målet er B2."
    )
    assert not draft.is_competence_validation_guided
    page = browser.get(f"/deltakere/{plans.participant_id}/plan").text
    assert "Samfunnskunnskap har 50 timer." not in page
    browser.submit(url, {"social_studies_hours": "49"})
    page = browser.get(f"/deltakere/{plans.participant_id}/plan").text
    assert "Samfunnskunnskap har 49 timer. Opplæringen skal være på 50 timer." in page


def test_without_more_than_a_level_the_draft_begins_as_the_law_guides(
    plans: Plans, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    filled = browser.filled(f"/deltakere/{plans.participant_id}/plan/rediger")
    assert (filled["reading"], filled["speaking"]) == ("B1", "B2")
    assert filled["social_studies_hours"] == "75"
    assert (filled["long_term_goals"].strip(), filled["reasons"].strip()) == ("", "")
    assert "end_goal" not in filled
