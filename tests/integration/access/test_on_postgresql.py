"""A sample of the visits on PostgreSQL, which refuses texts and numbers that SQLite takes."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from flask import Flask

from app.core.actor import Role
from tests.support.approved_access import approved_routes
from tests.support.client import Browser
from tests.support.filled_portal import NOBODY, FilledPortal, Visitor
from tests.support.odd_values import encoded
from tests.support.world import FJORDVIK

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

CASEWORKER = Visitor(Role.CASEWORKER)
OF_CASE_STAFF = [route for route in approved_routes() if Role.CASEWORKER in route.roles]
TYPED = ("Amina\x00", "9223372036854775808")


def test_own_is_found_and_foreign_and_unknown_are_not(app: Flask) -> None:
    portal = FilledPortal(app)
    answers: dict[str, list[int]] = {}
    for route in OF_CASE_STAFF:
        if route.method != "GET" or not route.names:
            continue
        foreign = portal.cases[CASEWORKER.elsewhere].ids
        unknown = {name: uuid4() for name in route.names}
        answers[str(route)] = [
            portal.open(CASEWORKER, "GET", route.url(ids)).status_code
            for ids in (portal.cases[FJORDVIK].ids, foreign, unknown)
        ]
    assert len(answers) > 60
    # An issued notice is edited no more, nothing is decided after one that was not sent, and of a
    # paid month nobody is warned: one is led on.
    for route in ("GET notices.edit", "GET interventions.decide", "GET warnings.warn"):
        assert answers.pop(route) == [303, 404, 404]
    assert {route: seen for route, seen in answers.items() if seen != [200, 404, 404]} == {}


def test_odd_texts_are_refused(app: Flask) -> None:
    portal = FilledPortal(app)
    tried = 0
    for visitor, url, name, body in odd_forms(portal):
        answer = portal.client(visitor).post(
            url, data=body, content_type="application/x-www-form-urlencoded"
        )
        assert answer.status_code < 500, (url, name)
        tried += 1
    assert tried > 100


def odd_forms(portal: FilledPortal) -> Iterator[tuple[Visitor, str, str, str]]:
    """Yield every form of a page with each of its fields odd in turn."""
    pages = [(NOBODY, "/logg-inn")]
    pages += [
        (CASEWORKER, route.url(portal.cases[FJORDVIK].ids))
        for route in OF_CASE_STAFF
        if route.method == "POST"
    ]
    for visitor, url in pages:
        client = portal.client(visitor)
        if client.get(url).status_code != 200:
            continue
        forms = [found for action, found in Browser(client).forms(url) if action in {"", url}]
        fields = {**(forms[-1] if forms else {}), "csrf_token": portal.token(visitor)}
        plain = {
            name: value if isinstance(value, str) else value[0] for name, value in fields.items()
        }
        for name in [name for name in plain if name != "csrf_token"]:
            for typed in TYPED:
                yield visitor, url, name, encoded(list({**plain, name: typed}.items()))
