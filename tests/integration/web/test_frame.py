"""What the frame promises for every page: headers, errors, language, one effect per form."""

import threading
from collections.abc import Callable

import pytest
from flask import Blueprint, Flask
from werkzeug.test import TestResponse

from app.core.actor import Role
from app.web.access import EVERYONE, UndeclaredAccess, local_path, require_declarations, roles_of
from tests.support.client import Browser


def test_every_view_says_who_may_open_it(app: Flask) -> None:
    declared = {endpoint: roles_of(view) for endpoint, view in app.view_functions.items()}
    assert declared["accounts.sign_in"] == EVERYONE
    assert declared["accounts.sign_out"] == frozenset(Role)
    assert None not in declared.values()


def test_the_portal_does_not_start_with_an_undeclared_view(app: Flask) -> None:
    forgotten = Blueprint("forgotten", __name__)
    app.view_functions["forgotten.view"] = lambda: "secret"
    assert forgotten.name
    with pytest.raises(UndeclaredAccess, match=r"forgotten\.view"):
        require_declarations(app)


@pytest.mark.parametrize("url", ["/logg-inn", "/finnes-ikke", "/healthz", "/static/css/portal.css"])
def test_every_answer_has_the_security_headers(anonymous: Browser, url: str) -> None:
    with anonymous.client.get(url) as answer:
        headers = answer.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    if "/static/" not in url:
        assert headers["Cache-Control"] == "no-store"


def test_a_request_starts_no_thread(
    browser_for: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    browser = browser_for(Role.CASEWORKER)
    start = threading.Thread.start

    def note(thread: threading.Thread) -> None:
        started.append(thread.name)
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", note)
    browser.get("/arbeidsliste")
    assert started == []


def test_a_post_without_token_is_refused(anonymous: Browser) -> None:
    answer = anonymous.client.post("/logg-inn", data={"username": "leder", "password": "x" * 12})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("code", "direction"), [("nb", "ltr"), ("nn", "ltr"), ("en", "ltr"), ("ar", "rtl")]
)
def test_the_language_is_chosen_and_kept(anonymous: Browser, code: str, direction: str) -> None:
    answer = anonymous.submit("/logg-inn", action=f"/sprak/{_shown(anonymous)}")
    assert answer.location == "/logg-inn"
    token = anonymous.csrf_token("/logg-inn")
    answer = anonymous.client.post(
        f"/sprak/{code}", data={"csrf_token": token, "next": "/logg-inn"}
    )
    assert answer.status_code == 303
    page = anonymous.get("/logg-inn").text
    assert f'<html lang="{code}" dir="{direction}"' in page


def test_an_unknown_language_is_not_found(anonymous: Browser) -> None:
    token = anonymous.csrf_token("/logg-inn")
    answer = anonymous.client.post("/sprak/xx", data={"csrf_token": token})
    assert answer.status_code == 404


def test_the_browser_decides_the_first_language(anonymous: Browser) -> None:
    def shown(accepted: str) -> TestResponse:
        return anonymous.client.get("/logg-inn", headers={"Accept-Language": accepted})

    assert '<html lang="ar"' in shown("ar-SY,ar;q=0.9,en;q=0.5").text
    assert '<html lang="nb"' in shown("no,en;q=0.5").text
    assert '<html lang="nb"' in shown("xx").text
    assert '<html lang="en"' in shown("de,en-GB;q=0.5").text


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("/deltakere?side=2", True),
        ("//ond.example", False),
        ("/\\ond.example", False),
        ("https://ond.example/", False),
        ("deltakere", False),
        ("", False),
        (None, False),
    ],
)
def test_only_own_paths_are_followed(target: str | None, kept: bool) -> None:
    assert (local_path(target) is not None) is kept


def test_readiness_names_what_is_missing(app: Flask, anonymous: Browser) -> None:
    from app.web.health import add_readiness_check

    assert anonymous.client.get("/readyz").status_code == 200
    add_readiness_check(app, "worker", lambda: False)
    answer = anonymous.client.get("/readyz")
    assert answer.status_code == 503
    assert answer.get_json()["missing"] == ["worker"]


def test_a_signed_in_person_without_the_role_is_refused(
    browser_for: Callable[..., Browser], app: Flask
) -> None:
    wrong = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if not rule.arguments
        and "GET" in (rule.methods or ())
        and (roles := roles_of(app.view_functions[rule.endpoint]))
        and Role.PARTICIPANT not in roles
    ]
    browser = browser_for(Role.PARTICIPANT)
    for url in wrong:
        browser.get(url, status=403)


def _shown(browser: Browser) -> str:
    return browser.forms("/logg-inn")[0][0].rsplit("/", 1)[1]
