"""The overview of one participant, and the list of all."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from flask import Flask

from app.audit.actions import Action
from app.core.actor import Role
from app.enrolment.commands import PermitDetails
from app.enrolment.kinds import AddressProtection
from app.enrolment.listing import PAGE_SIZE
from app.enrolment.service import note_decision
from app.extensions import db
from app.rules.eligibility import PermitGround
from tests.integration.enrolment.conftest import Enrolled
from tests.support.client import Browser
from tests.support.world import World

LIST = "/deltakere"


def test_the_overview_shows_everything_and_is_recorded(
    browser: Browser, enrolled: Enrolled, events: Callable[..., Any]
) -> None:
    participant_id = enrolled(
        given_name="Amina",
        family_name="Warsame",
        identity_number="201512345699",
        phone="90000000",
        children=(date(2019, 4, 1),),
    )
    text = browser.get(f"{LIST}/{participant_id}").text
    for shown in ("Amina Warsame", "201512345699", "90000000", "01.04.2019", "7 år", "arabisk"):
        assert shown in text
    assert "Rett og plikt" in text
    assert "integreringsloven § 8" in text
    assert "Kartlegg kompetansen" in text
    (event,) = events(Action.PARTICIPANT_VIEWED)
    assert event.participant_id == participant_id
    assert event.details == {}


def test_a_permit_shows_what_its_ground_asks_for(browser: Browser, enrolled: Enrolled) -> None:
    family = PermitDetails(
        ground=PermitGround.FAMILY,
        granted_on=date(2026, 8, 3),
        reference_ground=PermitGround.ASYLUM,
        reference_settled_on=date(2021, 5, 10),
        family_application_on=date(2026, 5, 9),
    )
    text = browser.get(f"{LIST}/{enrolled(permit=family)}").text
    assert "10.05.2021" in text
    assert "før referansepersonen hadde vært bosatt i fem år" in text


def test_what_must_be_clarified_comes_first(browser: Browser, enrolled: Enrolled) -> None:
    family = PermitDetails(ground=PermitGround.FAMILY, granted_on=date(2026, 8, 3))
    text = browser.get(f"{LIST}/{enrolled(permit=family)}").text
    assert "Avklar målgruppen" in text
    assert "Må avklares" in text


@pytest.mark.parametrize(
    ("settled_on", "is_out"), [(date(2026, 8, 20), False), (date(2026, 8, 19), True)]
)
def test_a_deadline_that_is_out_is_told(
    browser: Browser, enrolled: Enrolled, settled_on: date, is_out: bool
) -> None:
    participant_id = enrolled(settled_on=settled_on, first_lived_with_permit_on=settled_on)
    text = browser.get(f"{LIST}/{participant_id}").text
    assert ("Den er ute." in text) is is_out
    assert f"{settled_on.day:02d}.11.2026" in text


def test_the_decision_fixes_the_day_of_the_assessment(
    app: Flask, world: World, browser: Browser, enrolled: Enrolled
) -> None:
    participant_id = enrolled(
        settled_on=date(2024, 10, 1),
        first_lived_with_permit_on=date(2024, 10, 1),
        permit=PermitDetails(ground=PermitGround.ASYLUM, granted_on=date(2024, 8, 3)),
    )
    assert "Utenfor målgruppen" in browser.get(f"{LIST}/{participant_id}").text
    with app.app_context():
        note_decision(
            db.session,
            world.clock,
            world.actor(Role.CASEWORKER),
            participant_id,
            date(2024, 12, 1),
        )
        db.session.commit()
    text = browser.get(f"{LIST}/{participant_id}").text
    assert "Rett og plikt" in text
    assert "01.12.2024" in text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Abdi, Yusuf", "Berg, Sahra", "Yohannes, Tesfay"]),
        ("?radgiver=mine", ["Berg, Sahra"]),
        ("?gruppe=right_and_duty", ["Abdi, Yusuf", "Berg, Sahra"]),
        ("?gruppe=may_be_offered", ["Yohannes, Tesfay"]),
        ("?gruppe=outside", []),
        ("?status=decided", []),
        ("?status=unmapped&gruppe=right_and_duty&radgiver=mine", ["Berg, Sahra"]),
        ("?gruppe=finnes-ikke&status=x&radgiver=y&side=9", ["Abdi, Yusuf", "Berg, Sahra"]),
        ("?side=x", ["Abdi, Yusuf"]),
    ],
)
def test_the_list_is_filtered_by_code_and_sorted_by_name(
    browser: Browser,
    enrolled: Enrolled,
    events: Callable[..., Any],
    query: str,
    names: list[str],
) -> None:
    people = {
        "Yohannes, Tesfay": enrolled(
            given_name="Tesfay", family_name="Yohannes", is_settled_by_agreement=False
        ),
        "Abdi, Yusuf": enrolled(given_name="Yusuf", family_name="Abdi"),
        "Berg, Sahra": enrolled(given_name="Sahra", family_name="Berg", adviser=Role.CASEWORKER),
    }
    text = browser.get(f"{LIST}{query}").text
    places = [text.find(name) for name in names]
    assert -1 not in places
    assert places == sorted(places)
    (event,) = events(Action.PARTICIPANTS_LISTED)
    shown = [name for name in sorted(people) if name in text]
    assert event.details == {"participant_ids": [str(people[name]) for name in shown]}
    if "finnes-ikke" not in query and "side" not in query:
        assert shown == names


def test_nobody_is_listed_from_another_municipality(browser: Browser, enrolled: Enrolled) -> None:
    enrolled(domain="dalheim.example", family_name="Nabo")
    text = browser.get(LIST).text
    assert "Nabo" not in text
    assert "Ingen deltakere passer til valgene." in text


@pytest.mark.parametrize("query", ["?", "?gruppe=right_and_duty&"])
def test_a_long_list_has_pages_and_a_constant_number_of_queries(
    world: World,
    app: Flask,
    browser: Browser,
    enrolled: Enrolled,
    count_queries: Callable[..., Any],
    query: str,
) -> None:
    from tests.support.builders import enrol

    enrolled(family_name="Aa")
    browser.get(LIST)  # the first request of a session also notes that it is in use
    with count_queries() as few:
        browser.get(f"{LIST}{query}")
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        for number in range(PAGE_SIZE):
            enrol(db.session, world.clock, actor, family_name=f"Nr {number:03}", identity_number="")
        db.session.commit()
    with count_queries() as many:
        first = browser.get(f"{LIST}{query}").text
    assert len(many) == len(few)
    assert "51 deltakere" in first
    assert "Nr 048" in first
    assert "Nr 049" not in first
    assert "side=2" in first
    second = browser.get(f"{LIST}{query}side=2").text
    assert "Nr 049" in second
    assert "Nr 048" not in second


def test_the_overview_needs_the_same_queries_for_a_large_family(
    browser: Browser, enrolled: Enrolled, count_queries: Callable[..., Any]
) -> None:
    browser.get(LIST)  # the first request of a session also notes that it is in use
    alone = enrolled()
    parent = enrolled(children=tuple(date(2015 + year, 1, 1) for year in range(8)))
    with count_queries() as few:
        browser.get(f"{LIST}/{alone}")
    with count_queries() as many:
        browser.get(f"{LIST}/{parent}")
    assert len(many) == len(few)


@pytest.mark.parametrize(
    "protection", [AddressProtection.CONFIDENTIAL, AddressProtection.STRICTLY_CONFIDENTIAL]
)
def test_contact_details_under_protection_are_seen_by_adviser_and_leader_only(
    browser_for: Callable[..., Browser], enrolled: Enrolled, protection: AddressProtection
) -> None:
    changes = {"phone": "99887766", "email": "skjult@example.org"}
    own = enrolled(address_protection=protection, adviser=Role.CASEWORKER, **changes)
    others = enrolled(address_protection=protection, adviser=Role.LEADER, **changes)
    caseworker, leader = browser_for(Role.CASEWORKER), browser_for(Role.LEADER)
    for reader, participant_id, is_shown in (
        (caseworker, own, True),
        (leader, own, True),
        (caseworker, others, False),
        (leader, others, True),
    ):
        for page in ("", "/rediger"):
            text = reader.get(f"{LIST}/{participant_id}{page}").text
            assert ("99887766" in text) is is_shown
            assert ("skjult@example.org" in text) is is_shown
        assert ("Skjult" in reader.get(f"{LIST}/{participant_id}").text) is not is_shown
        assert "99887766" not in reader.get(LIST).text
