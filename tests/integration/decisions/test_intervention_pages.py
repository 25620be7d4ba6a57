"""The pages of stops and withdrawn self-certification, as caseworker and participant use them."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.core.actor import Role
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.models import AdvanceNotice
from app.extensions import db
from tests.integration.decisions.test_reduction_pages import make_letter
from tests.support.client import Browser
from tests.support.interventions import REASONS, WORDS, withdraw_self_certification
from tests.support.notices import write_notice
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
TYPED = {
    "kind": "suspension",
    "cause": "conduct",
    "first_day": "14.12.2026",
    "last_day": "20.12.2026",
    "reply_by": "08.12.2026",
    "reasons": REASONS,
    "form": "nb",
    "summary_language": "ar",
}


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def test_the_pages_from_notice_to_a_stop_that_is_lifted(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/deltakere/{own.participant_id}/vedtak/stans"
    assert "ikke varslet" in caseworker.get(pages).text
    refused = caseworker.submit(f"{pages}/nytt", {**TYPED, "last_day": ""}, status=200).text
    assert "Skriv den siste dagen stansen skal vare." in refused
    assert REASONS in refused
    shown = caseworker.submit(f"{pages}/nytt", TYPED).location
    assert shown is not None
    page = caseworker.get(shown).text
    assert "Varsel: Midlertidig stans av programmet" in page
    assert "Vi vurderer å stanse introduksjonsprogrammet ditt midlertidig" in page
    notice_id = shown.rsplit("/", 1)[1]
    edit = f"{pages}/varsel/{notice_id}/rediger"
    caseworker.submit(edit, {"last_day": "18.12.2026"})
    assert "18.12.2026" in caseworker.get(shown).text
    caseworker.submit(shown, action=f"{shown}/ferdig")
    make_letter(world.app, AdvanceNotice)
    caseworker.submit(f"{shown}/sendt", {"way": "handed_over", "day": "20.11.2026"})
    participant = browser_for(Role.PARTICIPANT)
    answer = f"/min-side/varsel/{notice_id}"
    assert "تنظر البلدية في إيقاف" in participant.get("/min-side/papirer").text
    participant.submit(answer, {"words": WORDS, "language": "ar"})
    assert "Vurder stans eller bortfall" in caseworker.get("/arbeidsliste").text
    decide = f"{pages}/varsel/{notice_id}/vedtak"
    too_long = caseworker.submit(decide, {"last_day": "19.12.2026"}, status=200).text
    assert "Skriv et nytt varsel." in too_long
    draft = caseworker.submit(decide, {"first_day": "15.12.2026"}).location
    assert draft is not None
    caseworker.submit(draft, {"reasons": REASONS})
    decision = draft.removesuffix("/rediger")
    letter = caseworker.get(decision.replace("/utkast", "")).text
    assert "Vi stanser introduksjonsprogrammet ditt midlertidig" in letter
    assert WORDS in letter
    caseworker.submit(decision.replace("/utkast", ""), action=f"{decision}/gjor-vedtak")
    make_letter(world.app, AdministrativeDecision)
    listed = caseworker.get(pages).text
    assert "Begynner senere" in listed
    restriction = _link(listed, "/opphev")
    caseworker.submit(restriction, {"free_from": "15.12.2026", "reason": REASONS})
    assert "Opphevet" in caseworker.get(pages).text
    assert "إيقاف البرنامج التعريفي" in participant.get("/min-side/papirer").text


def test_withdrawn_self_certification_is_looked_at_anew(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        withdraw_self_certification(db.session, world.clock, actor, own.participant_id)
        db.session.commit()
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/deltakere/{own.participant_id}/vedtak/stans"
    listed = caseworker.get(pages).text
    assert "20.05.2027" in listed
    review = _link(listed, "/vurder")
    assert "Skriv hvorfor." in caseworker.submit(review, {"reason": ""}, status=200).text
    caseworker.submit(review, {"reason": "Det samme har skjedd igjen."})
    assert "Det samme har skjedd igjen." in caseworker.get(pages).text
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for path in (pages, f"{pages}/nytt", review, review.replace("vurder", "opphev")):
        other.get(path, status=404)


def test_a_reduction_is_not_found_as_an_intervention(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
        db.session.commit()
        notice_id = db.session.scalars(select(AdvanceNotice.id)).one()
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/deltakere/{own.participant_id}/vedtak/stans/varsel/{notice_id}"
    caseworker.get(f"{pages}/rediger", status=404)
    caseworker.get(f"{pages}/vedtak", status=404)


def _link(page: str, ending: str) -> str:
    """Return the first link of a page that ends like this."""
    found = [part.split('"')[0] for part in page.split('href="') if ending + '"' in part]
    return found[0]
