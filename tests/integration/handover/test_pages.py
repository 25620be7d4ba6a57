"""The pages where a case leaves and comes in, through a browser."""

import io
from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.actor import Role
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.extensions import db
from app.handover.models import HandoverMade, HandoverReceived, KnownSender
from tests.integration.handover.test_round_trip import finish_papers
from tests.support.builders import enrol
from tests.support.client import Browser
from tests.support.handed_over import small_bundle
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]


@pytest.fixture
def who(app: Flask, world: World) -> UUID:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        finish_papers()
        db.session.commit()
        return participant.id


def upload(browser: Browser, content: bytes, status: int = 303) -> str:
    url = "/overtakelser"
    file = (io.BytesIO(content), "sak.zip")
    data = {"csrf_token": browser.csrf_token(url), "bundle": file}
    response = browser.client.post(url, data=data, content_type="multipart/form-data")
    assert response.status_code == status, response.text[:2000]
    return response.headers.get("Location", response.text)


def test_a_case_is_packed_downloaded_and_taken_in(
    app: Flask, who: UUID, browser_for: BrowserFor
) -> None:
    here, there = browser_for(Role.CASEWORKER), browser_for(Role.CASEWORKER, DALHEIM)
    url = f"/deltakere/{who}/overlevering"
    filled = {"recipient": "Dalheim", "ground": "task", "reason": "Hun flytter."}
    here.submit(url, filled)
    assert "Hun flytter." in here.get(url).text
    with app.app_context():
        made = db.session.scalars(select(HandoverMade)).one()
        content, made_id = made.content, made.id
    response = here.client.get(f"{url}/{made_id}")
    assert response.data == content
    assert response.headers["Content-Disposition"].startswith("attachment")

    shown = upload(there, content)
    page = there.get(shown).text
    assert "Filen er laget for en annen kommune" not in page
    there.submit(shown, {}, status=200)
    there.submit(shown, {"is_confirmed": "y"})
    page = there.get(shown).text
    assert "Saken er tatt inn." in page
    assert "Denne filen er lastet opp før." in upload(there, content, 200)


def test_nothing_is_packed_without_a_reason_or_for_ourselves(
    app: Flask, who: UUID, browser_for: BrowserFor
) -> None:
    here, url = browser_for(Role.LEADER), f"/deltakere/{who}/overlevering"
    for wrong in (
        {"recipient": "Dalheim", "ground": "task", "reason": " "},
        {"recipient": "Dalheim", "reason": "Hun flytter."},
        {"recipient": "fjordvik", "ground": "consent", "reason": "Hun flytter."},
    ):
        page = here.submit(url, wrong, status=200)
        assert wrong["recipient"] in page.text
    with app.app_context():
        assert db.session.scalars(select(HandoverMade)).all() == []


def test_a_protected_address_is_packed_by_adviser_and_leader(
    app: Flask, who: UUID, browser_for: BrowserFor
) -> None:
    with app.app_context():
        participant = db.session.get_one(Participant, who)
        participant.address_protection = AddressProtection.STRICTLY_CONFIDENTIAL
        db.session.commit()
    url = f"/deltakere/{who}/overlevering"
    page = browser_for(Role.CASEWORKER).get(url).text
    assert "Bare programrådgiveren og lederen" in page
    assert "Pakk saken" not in page
    assert "Pakk saken" in browser_for(Role.LEADER).get(url).text


def test_a_file_that_is_no_bundle_is_refused_and_a_bundle_is_discarded(
    app: Flask, browser_for: BrowserFor
) -> None:
    there = browser_for(Role.CASEWORKER, DALHEIM)
    for odd in (b"PK\x03\x04", b"%PDF-1.7", b"\x00"):
        assert "Filen er ikke en sak fra Introportalen" in upload(there, odd, 200)
    shown = upload(there, small_bundle("Langt"))
    assert "Filen er laget for en annen kommune" in there.get(shown).text
    there.submit(shown, {}, action=f"{shown}/forkast")
    with app.app_context():
        assert db.session.scalars(select(HandoverReceived)).all() == []
    there.get(shown, 404)


def test_a_leader_forgets_a_sender(
    app: Flask, world: World, who: UUID, browser_for: BrowserFor
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        db.session.add(
            KnownSender(
                municipality_id=actor.scope.municipality_id,
                fingerprint="0000 1111",
                sender="Bygda",
                confirmed_by=actor.user_id,
                confirmed_at=world.clock(),
            )
        )
        db.session.commit()
    assert "0000 1111" in browser_for(Role.CASEWORKER).get("/overtakelser").text
    leader = browser_for(Role.LEADER)
    actions = [action for action, _ in leader.forms("/overtakelser")]
    forget = next(action for action in actions if action.endswith("/glem"))
    leader.submit("/overtakelser", {}, action=forget)
    assert "0000 1111" not in leader.get("/overtakelser").text
