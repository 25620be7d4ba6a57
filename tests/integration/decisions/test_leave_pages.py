"""The pages of applications for leave, as a caseworker uses them."""

from collections.abc import Callable

import pytest

from app.core.actor import Role
from app.extensions import db
from tests.support.client import Browser
from tests.support.leaves import REASONS, WORDS, apply
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]


@pytest.fixture
def own(world: World) -> OwnCase:
    with world.app.app_context():
        return build_own_case(db.session, world)


def test_the_pages_from_application_to_decision(own: OwnCase, browser_for: BrowserFor) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/deltakere/{own.participant_id}/vedtak/permisjon"
    assert "ikke søkt" in caseworker.get(pages).text
    typed = {
        "way": "paper",
        "reason": "welfare_leave",
        "first_day": "01.12.2026",
        "last_day": "02.12.2026",
        "words": WORDS,
        "language": "ar",
    }
    refused = caseworker.submit(f"{pages}/ny", typed, status=200).text
    assert "Velg velferdsgrunnen." in refused
    assert WORDS in refused
    shown = caseworker.submit(f"{pages}/ny", {**typed, "welfare_ground": "death"})
    where = shown.location
    assert where is not None
    page = caseworker.get(where).text
    assert "Lovlig, med stønad" in page
    assert WORDS in page
    assert "Avgjør søknaden om permisjon" in caseworker.get("/arbeidsliste").text
    none = caseworker.submit(f"{where}/avgjor", {"outcome": "partly"}, status=200).text
    assert "Skriv hvilke dager du innvilger." in none
    draft = caseworker.submit(f"{where}/avgjor", {"outcome": "granted"}).location
    assert draft is not None
    caseworker.submit(draft, {"reasons": REASONS})
    decision = draft.removesuffix("/rediger")
    assert "Vedtak om permisjon" in caseworker.get(decision.replace("/utkast", "")).text
    caseworker.submit(decision.replace("/utkast", ""), action=f"{decision}/gjor-vedtak")
    assert "Avgjort" in caseworker.get(where).text
    listed = caseworker.get(f"/deltakere/{own.participant_id}/fravaer").text
    assert "01.12.2026" in listed
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for path in (pages, f"{pages}/ny", where, f"{where}/avgjor", f"{where}/avslutt"):
        other.get(path, status=404)


def test_an_application_is_closed_on_its_page(
    world: World, own: OwnCase, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        application_id = apply(db.session, world.clock, actor, own.participant_id).id
        db.session.commit()
    caseworker = browser_for(Role.CASEWORKER)
    where = f"/deltakere/{own.participant_id}/vedtak/permisjon/{application_id}"
    caseworker.submit(f"{where}/avslutt", {"reason": "Hun trakk søknaden."})
    assert "Hun trakk søknaden." in caseworker.get(where).text
    caseworker.get(f"{where}/avgjor", status=303)
