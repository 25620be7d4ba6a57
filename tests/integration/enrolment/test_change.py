"""Changing a participant: the edit page, household and her own sign-in."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from app.audit.actions import Action
from app.core.actor import Role
from app.enrolment.commands import HouseholdDetails
from app.enrolment.facts import children_in_care, living_periods
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.enrolment.queries import find_participant_of_user
from app.extensions import db
from tests.integration.enrolment.conftest import Enrolled
from tests.support.client import Browser
from tests.support.world import DALHEIM, World

Saved = Callable[[UUID], Participant]


def edit(participant_id: UUID) -> str:
    return f"/deltakere/{participant_id}/rediger"


def household(participant_id: UUID) -> str:
    return f"/deltakere/{participant_id}/husholdning"


def link(participant_id: UUID) -> str:
    return f"/deltakere/{participant_id}/bruker"


def test_an_untouched_edit_page_changes_nothing(
    browser: Browser, enrolled: Enrolled, saved: Saved, events: Callable[..., Any]
) -> None:
    participant_id = enrolled(work_minutes_per_week=450, adviser=Role.LEADER)
    browser.submit(edit(participant_id))
    assert saved(participant_id).row_version == 1
    assert events(Action.PARTICIPANT_CHANGED) == []


def test_changed_fields_are_saved_and_recorded_by_name(
    browser: Browser, enrolled: Enrolled, saved: Saved, events: Callable[..., Any]
) -> None:
    participant_id = enrolled()
    browser.submit(
        edit(participant_id),
        {"given_name": "Leila", "permit_valid_until": "2029-03-01", "work_hours": "12"},
    )
    changed = saved(participant_id)
    assert changed.given_name == "Leila"
    assert changed.permit.valid_until == date(2029, 3, 1)
    assert changed.work_minutes_per_week == 720
    assert changed.row_version == 2
    (event,) = events(Action.PARTICIPANT_CHANGED)
    assert event.participant_id == participant_id
    assert event.details == {
        "fields": ["given_name", "work_minutes_per_week", "permit.valid_until"],
        "row_version": 2,
    }


def test_what_another_ground_asks_for_is_not_kept(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    family = {
        "permit_ground": "family",
        "permit_reference_ground": "28",
        "permit_reference_settled_on": "2024-01-01",
        "permit_family_application_on": "2025-01-01",
        "permit_is_after_protection_application": "y",
    }
    browser.submit(edit(participant_id), family)
    permit = saved(participant_id).permit
    assert permit.reference_settled_on == date(2024, 1, 1)
    assert permit.is_after_protection_application is False
    browser.submit(edit(participant_id), {"permit_ground": "38_1"})
    permit = saved(participant_id).permit
    assert permit.reference_ground is None
    assert permit.reference_settled_on is None


def test_the_target_group_is_shown_without_saving(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    typed = {"work_hours": "30", "action": "assess"}
    text = browser.submit(edit(participant_id), typed, status=200).text
    assert "30 timer i uken eller mer" in text
    assert saved(participant_id).work_minutes_per_week == 0


def test_a_stale_form_tells_what_others_changed_and_can_be_sent_again(
    browser: Browser, browser_for: Callable[..., Browser], enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled(given_name="Amina", family_name="Warsame")
    stale = browser.filled(edit(participant_id), {"phone": "90000000"})
    browser_for(Role.LEADER).submit(
        edit(participant_id), {"family_name": "Ali", "settled_on": "2026-09-02"}
    )
    text = browser.send(edit(participant_id), stale, status=200).text
    assert "Andre har endret dette siden du åpnet siden" in text
    assert "Ali" in text
    assert "02.09.2026" in text
    assert 'value="90000000"' in text, "what was typed is kept"
    assert 'name="row_version" type="hidden" value="2"' in text
    assert saved(participant_id).phone == ""
    browser.send(edit(participant_id), {**stale, "row_version": "2", "family_name": "Ali"})
    assert saved(participant_id).phone == "90000000"


def test_the_household_page_notices_a_stale_form(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    url = household(participant_id)
    stale = browser.filled(url, {"first_day": "2026-11-01"})
    browser.submit(edit(participant_id), {"given_name": "Leila"})
    text = browser.send(url, stale, status=200).text
    assert "Andre har endret dette" in text
    assert "Leila" in text
    assert saved(participant_id).row_version == 2


@pytest.mark.parametrize("forged", ["", "x", "-1", "99999999999999999999"])
def test_a_forged_version_saves_nothing(
    browser: Browser, enrolled: Enrolled, saved: Saved, forged: str
) -> None:
    participant_id = enrolled()
    typed = {"row_version": forged, "given_name": "Leila"}
    browser.submit(edit(participant_id), typed, status=200)
    assert saved(participant_id).given_name != "Leila"


def test_a_change_is_refused_like_an_enrolment(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    enrolled(identity_number="201512345699", given_name="Amina", family_name="Warsame")
    participant_id = enrolled()
    taken = browser.submit(edit(participant_id), {"identity_number": "201512345699"}, status=200)
    assert "tilhører en deltaker som alt er registrert" in taken.text
    name = {"given_name": "Amina", "family_name": "Warsame"}
    assert "Kryss av hvis dette er" in browser.submit(edit(participant_id), name, status=200).text
    browser.submit(edit(participant_id), {**name, "is_somebody_else": "y"})
    assert saved(participant_id).given_name == "Amina"
    # Who kept her name is not asked again.
    browser.submit(edit(participant_id), {"phone": "90000000"})


def test_whoever_may_not_see_the_contact_details_cannot_change_them(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled(
        address_protection=AddressProtection.CONFIDENTIAL,
        address="Fjordveien 1",
        phone="99887766",
        adviser=Role.LEADER,
    )
    forged = {"address": "x", "phone": "1", "address_protection": "none", "adviser_id": ""}
    browser.submit(edit(participant_id), {**forged, "given_name": "Leila"})
    changed = saved(participant_id)
    assert changed.given_name == "Leila"
    assert (changed.address, changed.phone) == ("Fjordveien 1", "99887766")
    assert changed.address_protection is AddressProtection.CONFIDENTIAL
    assert changed.adviser_id is not None


def test_a_form_that_is_sent_twice_changes_once(
    browser: Browser, enrolled: Enrolled, saved: Saved, events: Callable[..., Any]
) -> None:
    participant_id = enrolled()
    fields = browser.filled(edit(participant_id), {"given_name": "Leila"})
    first = browser.send(edit(participant_id), fields)
    assert browser.send(edit(participant_id), fields).location == first.location
    assert saved(participant_id).row_version == 2
    assert len(events(Action.PARTICIPANT_CHANGED)) == 1


def test_a_new_period_begins_and_the_old_one_ends(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled(household=HouseholdDetails(has_partner=True))
    partner = {"first_day": "2026-11-01", "is_partner_in_programme": "y"}
    browser.submit(household(participant_id), partner)
    periods = living_periods(saved(participant_id))
    assert [period.first_day for period in periods] == [date(2026, 9, 1), date(2026, 11, 1)]
    assert [period.is_partner_in_programme for period in periods] == [False, True]
    assert saved(participant_id).row_version == 2
    text = browser.get(f"/deltakere/{participant_id}").text
    assert "31.10.2026" in text
    assert "Gjelder nå" in text


def test_a_period_that_begins_the_same_day_is_corrected(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    parents = {"first_day": "2026-09-01", "lives_with_parents": "y"}
    browser.submit(household(participant_id), parents)
    (period,) = living_periods(saved(participant_id))
    assert period.lives_with_parents


def test_children_are_added_corrected_and_kept_when_the_care_ends(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled(children=(date(2015, 1, 1), date(2018, 1, 1)))
    before = {child.id for child in saved(participant_id).children}
    browser.submit(
        household(participant_id),
        {
            "first_day": "2026-11-01",
            "children-0-cared_for_until": "2026-10-31",
            "children-1-born_on": "2018-02-02",
            "children-1-is_chronically_ill": "y",
            "children-2-born_on": "2026-10-10",
            "is_sole_carer": "y",
        },
    )
    changed = saved(participant_id)
    assert changed.is_sole_carer
    days = [date(2015, 1, 1), date(2018, 2, 2), date(2026, 10, 10)]
    assert [child.born_on for child in children_in_care(changed)] == days
    assert {child.id for child in children_in_care(changed)[:2]} == before
    in_care = children_in_care(changed, date(2026, 11, 1))
    assert [child.born_on for child in in_care] == days[1:]
    assert "til og med 31.10.2026" in browser.get(f"/deltakere/{participant_id}").text


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({}, None),
        ({"has_partner": "y"}, ["household"]),
        ({"is_sole_carer": "y"}, ["is_sole_carer"]),
        ({"children-0-is_chronically_ill": "y"}, ["children"]),
        ({"children-1-born_on": "2026-10-10"}, ["children"]),
        (
            {"lives_with_parents": "y", "is_sole_carer": "y", "children-1-born_on": "2026-10-10"},
            ["household", "is_sole_carer", "children"],
        ),
    ],
    ids=["nothing", "a partner", "alone with the care", "illness", "a birth", "much"],
)
def test_it_is_told_what_of_the_household_changed(
    browser: Browser,
    enrolled: Enrolled,
    saved: Saved,
    events: Callable[..., Any],
    typed: dict[str, str],
    fields: list[str] | None,
) -> None:
    participant_id = enrolled(children=(date(2015, 1, 1),))
    browser.submit(household(participant_id), {"first_day": "2026-11-01", **typed})
    recorded = [event.details["fields"] for event in events(Action.PARTICIPANT_CHANGED)]
    assert recorded == ([fields] if fields else [])
    assert saved(participant_id).row_version == (2 if fields else 1)
    assert len(living_periods(saved(participant_id))) == (2 if fields else 1)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({}, "Skriv dagen endringen gjelder fra."),
        ({"first_day": "2026-08-31"}, "Perioden kan ikke begynne før deltakeren ble bosatt."),
        (
            {"first_day": "2026-11-01", "is_partner_in_programme": "y"},
            "Kryss også av for at deltakeren bor med en partner.",
        ),
        (
            {"first_day": "2026-11-01", "children-0-cared_for_until": "2014-01-01"},
            "Omsorgen kan ikke slutte før barnet ble født.",
        ),
    ],
)
def test_a_household_that_cannot_be_is_refused(
    browser: Browser, enrolled: Enrolled, saved: Saved, typed: dict[str, str], message: str
) -> None:
    participant_id = enrolled(children=(date(2015, 1, 1),))
    assert message in browser.submit(household(participant_id), typed, status=200).text
    assert saved(participant_id).row_version == 1


def test_a_child_of_somebody_else_is_not_found(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    other = saved(enrolled(children=(date(2015, 1, 1),))).children[0]
    participant_id = enrolled()
    forged = {
        "first_day": "2026-11-01",
        "children-0-child_id": str(other.id),
        "children-0-born_on": "2016-01-01",
    }
    browser.submit(household(participant_id), forged, status=404)
    assert saved(participant_id).row_version == 1


def test_children_are_added_to_the_household_form_without_saving(
    browser: Browser, enrolled: Enrolled, saved: Saved
) -> None:
    participant_id = enrolled()
    url = household(participant_id)
    text = browser.submit(url, {"action": "add_child"}, status=200).text
    assert 'name="children-0-born_on"' in text
    assert saved(participant_id).children == []


def test_a_sign_in_is_linked_once(
    app: Flask, world: World, browser: Browser, enrolled: Enrolled, events: Callable[..., Any]
) -> None:
    participant_id, other_id = enrolled(), enrolled()
    with app.app_context():
        user_id = world.user(Role.PARTICIPANT).id
        staff_id = world.user(Role.TEACHER).id
    fields = browser.filled(link(other_id), {"user_id": str(user_id)})
    browser.submit(link(participant_id), {"user_id": str(user_id)})
    with app.app_context():
        found = find_participant_of_user(db.session, world.scope(), user_id)
        assert found is not None
        assert found.id == participant_id
        assert find_participant_of_user(db.session, world.scope("4699"), user_id) is None
    (event,) = events(Action.PARTICIPANT_USER_LINKED)
    assert event.details == {"user_id": str(user_id)}
    assert "Velg ett av alternativene" in browser.send(link(other_id), fields, status=200).text
    forged = {**fields, "user_id": str(staff_id)}
    assert "Velg ett av alternativene" in browser.send(link(other_id), forged, status=200).text


PAGES = ("", "/rediger", "/kartlegging/samtale", "/husholdning", "/bruker")


@pytest.mark.parametrize("page", PAGES)
def test_the_neighbours_participant_is_not_found(
    browser: Browser, enrolled: Enrolled, page: str
) -> None:
    neighbour = enrolled(domain=DALHEIM)
    browser.get(f"/deltakere/{neighbour}{page}", status=404)
    token = browser.csrf_token("/deltakere")
    if page:
        answer = browser.client.post(
            f"/deltakere/{neighbour}{page}", data={"csrf_token": token, "row_version": "1"}
        )
        assert answer.status_code == 404


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CASEWORKER, 200),
        (Role.LEADER, 200),
        (Role.TEACHER, 403),
        (Role.ADMINISTRATOR, 403),
        (Role.PRIVACY_OFFICER, 403),
        (Role.PARTICIPANT, 403),
    ],
)
def test_only_case_staff_open_the_pages(
    browser_for: Callable[..., Browser], enrolled: Enrolled, page: str, role: Role, status: int
) -> None:
    browser_for(role).get(f"/deltakere/{enrolled()}{page}", status=status)
