"""Signing in and out through the front door, and what ends a session."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.models import WebSession
from app.accounts.service import end_sessions
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.extensions import db
from tests.support.client import Browser
from tests.support.world import NOW, PASSWORD, World

SIGN_IN = "/logg-inn"


def sign_in_by_form(browser: Browser, username: str, password: str, status: int = 303) -> str:
    answer = browser.submit(SIGN_IN, {"username": username, "password": password}, status=status)
    return answer.text


def test_a_user_signs_in_with_or_without_the_domain(anonymous: Browser) -> None:
    sign_in_by_form(anonymous, "saksbehandler", PASSWORD)
    assert "Caseworker Fjordvik" in anonymous.get("/finnes-ikke", status=404).text


@pytest.mark.parametrize(
    ("username", "password"),
    [
        ("saksbehandler", "feil passord her"),
        ("finnes.ikke", PASSWORD),
        ("saksbehandler@dalheim.example", "galt passord"),
    ],
)
def test_wrong_words_are_refused_alike_and_recorded(
    app: Flask, anonymous: Browser, username: str, password: str
) -> None:
    text = sign_in_by_form(anonymous, username, password, status=200)
    assert "Brukernavnet eller passordet er feil" in text
    assert username in text, "what was typed is kept"
    assert password not in text
    with app.app_context():
        actions = db.session.scalars(select(AuditEvent.action)).all()
    assert actions.count(Action.SIGN_IN_FAILED) == 1


def test_empty_fields_are_named_at_the_field_and_in_the_summary(anonymous: Browser) -> None:
    text = sign_in_by_form(anonymous, "", "", status=200)
    assert text.count("Skriv brukernavnet ditt.") == 2
    assert 'href="#username"' in text


def test_a_form_can_be_sent_again_after_a_mistake(anonymous: Browser) -> None:
    fields = anonymous.filled(SIGN_IN, {"username": "leder", "password": "feil"})
    anonymous.send(SIGN_IN, fields, status=200)
    anonymous.send(SIGN_IN, {**fields, "password": PASSWORD}, status=303)


def test_the_cookie_from_before_sign_in_opens_nothing(app: Flask, anonymous: Browser) -> None:
    anonymous.get(SIGN_IN)
    before = anonymous.client.get_cookie("introportalen")
    assert before is not None
    sign_in_by_form(anonymous, "leder", PASSWORD)
    after = anonymous.client.get_cookie("introportalen")
    assert after is not None
    assert after.value != before.value
    other = app.test_client()
    other.set_cookie("introportalen", before.value)
    assert other.post("/logg-ut").status_code in {302, 400}


def test_sign_out_ends_the_session_here_and_not_only_in_the_browser(
    app: Flask, browser_for: Callable[..., Browser]
) -> None:
    browser = browser_for(Role.PRIVACY_OFFICER)
    cookie = browser.client.get_cookie("introportalen")
    assert cookie is not None
    token = browser.csrf_token("/finnes-ikke", status=404)
    answer = browser.client.post("/logg-ut", data={"csrf_token": token})
    assert answer.status_code == 303
    assert answer.headers["Clear-Site-Data"]
    again = app.test_client()
    again.set_cookie("introportalen", cookie.value)
    assert again.post("/logg-ut", data={"csrf_token": token}).status_code in {302, 400}


@pytest.mark.parametrize("how", ["idle", "absolute", "ended"])
def test_a_session_ends_by_itself(
    app: Flask,
    app_with: Callable[..., Flask],
    world: World,
    browser_for: Callable[..., Browser],
    how: str,
) -> None:
    browser = browser_for(Role.ADMINISTRATOR)
    cookie = browser.client.get_cookie("introportalen")
    assert cookie is not None
    later = NOW
    if how == "ended":
        with app.app_context():
            end_sessions(db.session, world.user(Role.ADMINISTRATOR).id)
            db.session.commit()
    elif how == "idle":
        later = NOW + timedelta(minutes=60)
    else:
        later = NOW + timedelta(hours=12)
        with app.app_context():
            db.session.execute(WebSession.__table__.update().values(last_seen_at=later))
            db.session.commit()
    client = app_with(fixed_now=later).test_client()
    client.set_cookie("introportalen", cookie.value)
    assert "Logg inn" in client.get(SIGN_IN).text


def test_after_sign_in_only_paths_of_the_portal_are_followed(anonymous: Browser) -> None:
    fields = anonymous.filled(SIGN_IN, {"username": "leder", "password": PASSWORD})
    answer = anonymous.send(
        SIGN_IN, fields, action=f"{SIGN_IN}?next=//ond.example/deltakere", status=303
    )
    assert answer.location == "/"
