"""The pages of plans, through a browser."""

from collections.abc import Callable

from app.core.actor import Role
from tests.integration.plans.conftest import Plans
from tests.support.client import Browser

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


def test_a_plan_is_made_filled_and_fixed(
    plans: Plans, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{plans.participant_id}/plan"
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
    page = browser.get(url).text
    assert "Planen har alt loven krever." in page
    browser.submit(url, action=f"{url}/fastsett")
    page = browser.get(url).text
    assert "Planen som gjelder, versjon 1" in page
    browser.get(f"{url}/versjoner/1")
    browser.submit(f"{url}/vurdering", {"note": "Det går bra."})
    assert "Det går bra." in browser.get(url).text
