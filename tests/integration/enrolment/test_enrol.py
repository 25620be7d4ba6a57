"""Enrolling a person through the form."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.enrolment.errors import CannotSaveParticipant, ParticipantRefusal
from app.enrolment.models import Child, HouseholdPeriod, Participant
from app.enrolment.queries import Part, get_participant
from app.enrolment.refusals import refusal_text
from app.extensions import db
from tests.integration.enrolment.conftest import Enrolled
from tests.support.client import Browser, Fields
from tests.support.world import World

URL = "/deltakere/ny"
TYPED: Fields = {
    "given_name": "Amina",
    "family_name": "Warsame",
    "born_on": "1990-04-12",
    "sex": "female",
    "identity_number": "",
    "first_language": "so",
    "reading_language": "so",
    "literacy": "some",
    "address_protection": "none",
    "permit_ground": "28",
    "permit_granted_on": "2026-08-03",
    "settled_on": "2026-10-01",
    "is_settled_by_agreement": "yes",
}
DUF_WRONG = "201512345699"


def only_participant(app: Flask, world: World) -> Participant:
    with app.app_context():
        (participant_id,) = db.session.scalars(select(Participant.id))
        return get_participant(db.session, world.scope(), participant_id, *Part)


def count(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Participant)) or 0


def test_a_person_is_enrolled(app: Flask, world: World, browser: Browser) -> None:
    answer = browser.submit(
        URL,
        {
            **TYPED,
            "interpreter_language": "so",
            "work_hours": "7,5",
            "phone": "+47 900 00 000",
            "email": "amina@example.org",
            "children-0-born_on": "2019-04-01",
            "children-0-is_chronically_ill": "y",
            "has_partner": "y",
        },
    )
    saved = only_participant(app, world)
    assert answer.location == f"/deltakere/{saved.id}"
    assert saved.first_lived_with_permit_on == saved.settled_on == date(2026, 10, 1)
    assert saved.work_minutes_per_week == 450
    assert saved.row_version == 1
    assert [child.born_on for child in saved.children] == [date(2019, 4, 1)]
    assert saved.children[0].is_chronically_ill
    (period,) = saved.household
    assert (period.first_day, period.has_partner) == (date(2026, 10, 1), True)
    with app.app_context():
        caseworker = world.user(Role.CASEWORKER)
        assert saved.adviser_id == caseworker.id
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.PARTICIPANT_ENROLLED)
        ).one()
        assert (event.participant_id, event.actor_id) == (saved.id, caseworker.id)
        assert event.details == {}
    page = browser.get(answer.location).text
    assert "Rett og plikt" in page
    assert "01.01.2027" in page


def test_the_target_group_is_shown_without_saving(app: Flask, browser: Browser) -> None:
    half = {name: TYPED[name] for name in ("born_on", "permit_ground", "permit_granted_on")}
    settled = {"settled_on": "2026-10-01", "is_settled_by_agreement": "no"}
    answer = browser.submit(URL, {**half, **settled, "action": "assess"}, status=200)
    assert "Kan få tilbud" in answer.text
    assert "bosatt uten avtale" in answer.text
    assert "https://lovdata.no/lov/2020-11-06-127/§8" in answer.text
    assert "Skriv fornavnet" not in answer.text
    assert 'value="1990-04-12"' in answer.text, "what was typed is kept"
    assert count(app) == 0


def test_the_target_group_needs_its_facts(browser: Browser) -> None:
    text = browser.submit(URL, {"action": "assess"}, status=200).text
    assert "Skriv fødselsdatoen." in text
    assert "Velg oppholdsgrunnlaget." in text
    assert "Skriv fornavnet." not in text


def test_an_empty_form_names_every_missing_field(app: Flask, browser: Browser) -> None:
    text = browser.submit(URL, {"address_protection": ""}, status=200).text
    for message in ("Skriv fornavnet.", "Velg morsmålet.", "Skriv dagen tillatelsen ble gitt."):
        assert text.count(message) == 2, "at the field and in the summary"
    assert count(app) == 0


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"identity_number": "12345678901"}, "Nummeret kan ikke være riktig"),
        ({"identity_number": "abc"}, "Nummeret kan ikke være riktig"),
        ({"born_on": "2027-01-01"}, "Fødselsdatoen kan ikke være etter dagen i dag."),
        ({"permit_granted_on": "1980-01-01"}, "Tillatelsen kan ikke være gitt før"),
        ({"permit_valid_until": "2026-01-01"}, "Tillatelsen kan ikke utløpe før"),
        ({"first_lived_with_permit_on": "2026-08-02"}, "en tidligere tillatelse"),
        ({"first_lived_with_permit_on": "2026-10-02"}, "Dagen kan ikke være etter at personen"),
        ({"settled_on": "1989-01-01"}, "Personen kan ikke være bosatt før fødselsdatoen."),
        ({"claimed_on": "2026-11-21"}, "Dagen for kravet kan ikke være etter dagen i dag."),
        (
            {"address_protection": "strictly_confidential", "address": "Fjordveien 1"},
            "Portalen lagrer ikke strengt fortrolig adresse.",
        ),
        ({"is_partner_in_programme": "y"}, "Kryss også av for at deltakeren bor med en partner."),
        ({"children-0-born_on": "2026-11-21"}, "Barnets fødselsdato kan ikke være etter"),
        ({"children-0-born_on": "1990-04-12"}, "Barnet kan ikke være født før deltakeren."),
        ({"children-0-born_on": "i går"}, "Skriv datoen slik"),
        ({"email": "amina"}, "Skriv e-postadressen slik"),
        ({"phone": "ring meg"}, "Skriv telefonnummeret med bare tall."),
        ({"adviser_id": "5f0c8a0e-3c1d-4a53-9d0b-0d6f6c1d7a11"}, "Velg ett av alternativene"),
        ({"sex": "x"}, "Velg ett av alternativene"),
        ({"given_name": "Ami\u202ena"}, "usynlig tegn"),
        ({"given_name": "美娜"}, "(U+7F8E) kan ikke skrives ut på papir"),
        ({"family_name": "Ham" + "\u0301" * 9}, "for mange tegn over eller under seg (U+0301)"),
        ({"family_name": "\u0301Ham"}, "(U+0301), står alene"),
        ({"family_name": "\u200c"}, "Teksten har ingen tegn som vises."),
    ],
)
def test_each_refusal_has_its_sentence(
    app: Flask, browser: Browser, typed: Fields, message: str
) -> None:
    text = browser.submit(URL, {**TYPED, **typed}, status=200).text
    assert message in text
    assert count(app) == 0


def test_names_that_come_another_way_than_through_the_form_are_refused_too(
    app: Flask, enrolled: Enrolled
) -> None:
    with pytest.raises(CannotSaveParticipant) as refused:
        enrolled(given_name="Amina\N{GRINNING FACE}", family_name="Ham\u2028mad")
    assert refused.value.reasons == (
        ParticipantRefusal.GIVEN_NAME_UNPRINTABLE,
        ParticipantRefusal.FAMILY_NAME_UNPRINTABLE,
    )
    with app.test_request_context():
        sentences = [refusal_text(reason) for reason in refused.value.reasons]
    assert [field for _, field in sentences] == ["given_name", "family_name"]
    assert count(app) == 0


def test_all_reasons_are_told_at_once(browser: Browser) -> None:
    typed = {"born_on": "2027-01-01", "identity_number": "1", "claimed_on": "2027-01-01"}
    text = browser.submit(URL, {**TYPED, **typed}, status=200).text
    assert "Fødselsdatoen kan ikke" in text
    assert "Nummeret kan ikke" in text
    assert "Dagen for kravet" in text


def test_a_duf_number_with_other_check_digits_is_accepted_with_a_warning(
    app: Flask, world: World, browser: Browser
) -> None:
    text = browser.submit(
        URL, {**TYPED, "identity_number": DUF_WRONG, "action": "assess"}, status=200
    ).text
    assert "Kontrollsifrene i DUF-nummeret" in text
    answer = browser.submit(URL, {**TYPED, "identity_number": "2015 1234 5699"})
    saved = only_participant(app, world)
    assert saved.identity_number is not None
    assert saved.identity_number.reveal() == DUF_WRONG
    assert "Kontrollsifrene i DUF-nummeret" in browser.get(answer.location).text


def test_the_same_number_is_refused_in_the_municipality_only(
    enrolled: Enrolled, browser: Browser, browser_for: Callable[..., Browser]
) -> None:
    enrolled(identity_number=DUF_WRONG, given_name="Sahra")
    fields = {**TYPED, "identity_number": DUF_WRONG}
    assert (
        "tilhører en deltaker som alt er registrert" in browser.submit(URL, fields, status=200).text
    )
    browser_for(Role.CASEWORKER, "dalheim.example").submit(URL, fields)


def test_a_namesake_must_be_confirmed(app: Flask, enrolled: Enrolled, browser: Browser) -> None:
    enrolled(given_name="AMINA", family_name="Warsame")
    text = browser.submit(URL, TYPED, status=200).text
    assert "En deltaker med samme navn og fødselsdato er alt registrert." in text
    assert 'name="is_somebody_else"' in text
    assert count(app) == 1
    browser.submit(URL, {**TYPED, "is_somebody_else": "y"})
    assert count(app) == 2


def test_children_are_added_and_removed_without_saving(app: Flask, browser: Browser) -> None:
    fields = browser.filled(URL, TYPED)
    text = browser.send(URL, {**fields, "action": "add_child"}, status=200).text
    assert 'name="children-0-born_on"' in text
    assert "Du må rette" not in text
    fields = {**fields, "children-0-born_on": "2019-04-01", "children-1-born_on": "2020-05-02"}
    text = browser.send(URL, {**fields, "action": "remove_child:children-0"}, status=200).text
    assert "2019-04-01" not in text
    assert "2020-05-02" in text
    assert count(app) == 0


def test_more_children_than_fit_are_not_added(browser: Browser) -> None:
    rows = {f"children-{number}-born_on": "2019-04-01" for number in range(20)}
    text = browser.submit(URL, {**TYPED, **rows, "action": "add_child"}, status=200).text
    assert text.count("born_on") > 20
    assert 'name="children-20-born_on"' not in text


def test_a_form_that_is_sent_twice_enrols_once(app: Flask, browser: Browser) -> None:
    fields = browser.filled(URL, TYPED)
    first = browser.send(URL, fields)
    again = browser.send(URL, fields)
    assert again.location == first.location
    assert count(app) == 1


def test_a_refused_form_can_be_mended_and_sent_again(app: Flask, browser: Browser) -> None:
    fields = browser.filled(URL, TYPED)
    browser.send(URL, {**fields, "born_on": "2027-01-01"}, status=200)
    browser.send(URL, fields)
    assert count(app) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(HouseholdPeriod)) == 1
        assert db.session.scalar(select(func.count()).select_from(Child)) == 0


@pytest.mark.parametrize("role", [Role.TEACHER, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER])
def test_other_staff_may_not_enrol(browser_for: Callable[..., Browser], role: Role) -> None:
    browser_for(role).get(URL, status=403)
