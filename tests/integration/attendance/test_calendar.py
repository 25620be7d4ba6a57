"""The participant's week on screen and paper, and the secret link to her calendar."""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app.attendance.calendar import service
from app.attendance.calendar.models import CalendarLink
from app.attendance.calendar.presenters import week_of, week_view
from app.attendance.calendar.sheet import render_sheet
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.extensions import db
from app.plans.paper.words import plan_words, word_languages
from tests.support.client import Browser
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
WEEK = Period(date(2026, 11, 16), date(2026, 11, 22))


@pytest.fixture
def own(app: Flask, world: World) -> OwnCase:
    with app.app_context():
        return build_own_case(db.session, world)


def address_in(page: str) -> str:
    """Return the path of the address that a page shows."""
    shown = page.split("/kalender/")[1].split("<", maxsplit=1)[0]
    return f"/kalender/{shown.strip()}"


def test_the_participants_own_link_opens_her_calendar_until_it_is_shut(
    app: Flask, own: OwnCase, browser_for: BrowserFor
) -> None:
    mine, nobody = browser_for(Role.PARTICIPANT), Browser(app.test_client())
    assert "Norsk" in mine.get("/min-side/ukeplan").text
    made = mine.submit("/min-side/ukeplan", action="/min-side/ukeplan/lenke", status=201)
    address = address_in(made.text)
    feed = nobody.get(address)
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert feed.headers["Cache-Control"] == "no-store"
    assert feed.headers["Referrer-Policy"] == "no-referrer"
    assert "SUMMARY:Norsk\r\n" in feed.text
    assert "DTSTART:20261123T080000Z" in feed.text, "nine o'clock in a Norwegian winter"
    assert 'Sist brukt <bdi dir="ltr">20.11.2026</bdi>.' in mine.get("/min-side/ukeplan").text
    again = mine.submit("/min-side/ukeplan", action="/min-side/ukeplan/lenke", status=201)
    renewed = address_in(again.text)
    nobody.get(address, status=404)
    nobody.get(renewed)
    mine.submit("/min-side/ukeplan", action="/min-side/ukeplan/lenke/steng")
    nobody.get(renewed, status=404)
    nobody.get("/kalender/ukjent.ics", status=404)


def test_a_feed_tells_nothing_but_titles_times_and_places(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = db.session.get_one(Participant, own.participant_id)
        secret = service.make_link(db.session, world.clock, actor, own.participant_id)
        text = service.read_feed(db.session, world.clock, secret).decode()
        names = {line.split(":")[0].split(";")[0] for line in text.split("\r\n")}
        assert names - {""} <= {
            "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME",
            "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "UID", "DTSTAMP", "DTSTART", "DTEND",
            "TRANSP", "SUMMARY", "LOCATION", "STATUS",
        }  # fmt: skip
        assert participant.family_name not in text
        assert str(participant.id) not in text
        stored = db.session.scalars(select(CalendarLink.token_hash)).all()
        assert secret not in stored


def test_the_first_use_of_a_day_is_recorded(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        secret = service.make_link(db.session, world.clock, actor, own.participant_id)
        for _time in range(3):
            service.read_feed(db.session, world.clock, secret)
        uses = select(AuditEvent).where(AuditEvent.subject_kind == "calendar_link")
        events = list(db.session.scalars(uses.order_by(AuditEvent.id)))
        assert [each.action.value for each in events] == ["calendar_link_made", "calendar_viewed"]
        assert events[-1].participant_id == own.participant_id
        assert events[-1].actor_id is None


def test_a_protected_address_leaves_the_places_out(app: Flask, world: World, own: OwnCase) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = db.session.get_one(Participant, own.participant_id)
        participant.address_protection = AddressProtection.CONFIDENTIAL
        db.session.flush()
        secret = service.make_link(db.session, world.clock, actor, own.participant_id)
        assert "LOCATION" not in service.read_feed(db.session, world.clock, secret).decode()
        week = service.open_week(db.session, world.clock, actor, own.participant_id, WEEK)
        assert {line.place for line in week_view(week, plan_words("nb")).lines} == {""}


def test_another_municipality_neither_sees_nor_makes_anything(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        for forbidden in (service.make_link, service.revoke_link):
            with pytest.raises(NotFound):
                forbidden(db.session, world.clock, stranger, own.participant_id)
        with pytest.raises(NotFound):
            service.open_week(db.session, world.clock, stranger, own.participant_id, WEEK)


@pytest.mark.parametrize("typed", [None, "", "2026-W60", "tull", "9999-W01", "2026-W47"])
def test_a_week_that_cannot_be_understood_is_this_week(typed: str | None) -> None:
    assert week_of(typed, date(2026, 11, 20)) == WEEK


def test_weeks_are_counted_as_in_norway() -> None:
    assert week_of("2027-W01", date(2026, 11, 20)).first_day == date(2027, 1, 4)


def test_the_sheet_speaks_every_language_of_documents(
    app: Flask, world: World, own: OwnCase
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        week = service.open_week(db.session, world.clock, actor, own.participant_id, WEEK)
    for language in word_languages():
        words = plan_words(language)
        html = render_sheet(week_view(week, words), words, "Amina")
        assert f'<html lang="{language}" dir="{words.language.direction}">' in html
        assert html.count("09:00–15:00") == 5
        assert words.text("labels.hours_per_week") in html


def test_the_sheet_is_made_as_pdf(own: OwnCase, browser_for: BrowserFor) -> None:
    answer = browser_for(Role.CASEWORKER).get(f"/deltakere/{own.participant_id}/plan/ukeplan/ark")
    assert answer.data.startswith(b"%PDF-")
    assert answer.headers["Content-Type"] == "application/pdf"
