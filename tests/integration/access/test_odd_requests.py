"""Whatever is sent, the portal answers: with a refusal, never with a failure."""

import re
from collections.abc import Callable, Iterator
from random import Random
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from app.core.actor import Role
from tests.support.approved_access import Approved, approved_routes
from tests.support.client import Browser, Fields
from tests.support.filled_portal import NOBODY, FilledPortal, Visitor
from tests.support.odd_values import ODD_BODIES, ODD_NAMES, ODD_NUMBERS, ODD_VALUES, encoded
from tests.support.world import FJORDVIK

ROUTES = [route for route in approved_routes() if route.endpoint != "static"]
PAGES = [route for route in ROUTES if route.method == "GET"]
FORMS = [route for route in ROUTES if route.method == "POST"]
SENDERS = (Visitor(Role.CASEWORKER), Visitor(Role.LEADER), Visitor(Role.PARTICIPANT))
TRIES = 6
FORM_TYPE = "application/x-www-form-urlencoded"

Send = Callable[[FlaskClient], object]


def sender_for(route: Approved) -> Visitor:
    """Return somebody who gets as far as the view, if there is somebody."""
    may = [visitor for visitor in SENDERS if visitor.role in route.roles]
    others = [Visitor(role) for role in Role if role in route.roles]
    return (may or others or [NOBODY])[0]


def chance(route: Approved) -> Random:
    """Return the same luck each time."""
    return Random(f"{route.method} {route.path}")


def odd_queries(luck: Random) -> Iterator[str]:
    for _ in range(TRIES):
        names = luck.sample(ODD_NAMES, 4)
        pairs = [(name, luck.choice(ODD_VALUES)[:4000]) for name in names]
        yield encoded([*pairs, pairs[0]])
    for name in ("side", "before", "minutter", "maned", "dag"):
        yield encoded([(name, "9223372036854775808"), ("dag", "2026-11-20")])
    yield "%ff%fe=%00&=&&;%"


def form_of(portal: FilledPortal, visitor: Visitor, route: Approved, url: str) -> Fields:
    """Return what an honest browser would send, or as good as nothing where a page has no form."""
    client = portal.client(visitor)
    if client.get(url).status_code != 200:
        return {"submission_id": "", "row_version": "1"}
    forms = [fields for action, fields in Browser(client).forms(url) if action in {"", url}]
    return forms[-1] if forms else {"submission_id": ""}


def odd_forms(luck: Random, fields: Fields, token: str) -> Iterator[list[tuple[str, str]]]:
    """Yield the form with one or all of its fields odd, missing or repeated."""
    honest = [
        (name, one)
        for name, value in fields.items()
        if name not in {"csrf_token", "submission_id"}
        for one in (value if isinstance(value, list) else [value])
    ]
    carried = ("csrf_token", token)
    names = [name for name, _value in honest]
    for name in names:
        odd = luck.sample(ODD_VALUES, 2)
        others = [pair for pair in honest if pair[0] != name]
        yield [carried, *others, (name, odd[0])]
        yield [carried, *honest, (name, odd[1]), ("action", luck.choice(("save", "assess")))]
    yield [carried]
    yield [carried, *((name, luck.choice(ODD_VALUES)) for name in names)]
    yield [carried, *honest, *((f"{name}-0-{name}", "x") for name in names), ("submission_id", "0")]


def failures(client: FlaskClient, sent: Iterator[tuple[str, Send]]) -> list[str]:
    """Send everything; return what the portal failed at."""
    found = []
    for told, send in sent:
        try:
            response = send(client)
        except Exception as error:
            found.append(f"{told}: {type(error).__name__}: {str(error)[:200]}")
            continue
        status = response.status_code  # type: ignore[attr-defined]
        if status >= 500:
            found.append(f"{told}: {status}")
    return found


@pytest.mark.parametrize("route", PAGES, ids=str)
def test_odd_queries_are_answered(portal: FilledPortal, route: Approved) -> None:
    visitor = sender_for(route)
    url = route.url(portal.cases[FJORDVIK].ids)

    def sent() -> Iterator[tuple[str, Send]]:
        for query in odd_queries(chance(route)):
            yield query[:200], lambda client, query=query: client.get(f"{url}?{query}")

    assert failures(portal.client(visitor), sent()) == []


@pytest.mark.parametrize(
    "route", [each for each in ROUTES if re.search(r"<(int|code)", each.path)], ids=str
)
def test_odd_numbers_in_a_path_are_answered(portal: FilledPortal, route: Approved) -> None:
    visitor = sender_for(route)
    headers = {"X-CSRFToken": portal.token(visitor)}
    known = re.sub(r"<uuid:(\w+)>", lambda m: str(portal.cases[FJORDVIK].ids[m[1]]), route.path)

    def sent() -> Iterator[tuple[str, Send]]:
        for number in (*ODD_NUMBERS, "0001", "-1", "x" * 3000, "\x00", "%ff"):
            for last in (number, "53", "01"):
                url = re.sub(r"<[^>]+>", quote(number), known, count=1)
                url = re.sub(r"<[^>]+>", quote(last), url)
                yield (
                    url[:200],
                    lambda client, url=url: client.open(url, method=route.method, headers=headers),
                )

    assert failures(portal.client(visitor), sent()) == []


@pytest.mark.parametrize("route", FORMS, ids=str)
def test_odd_forms_are_answered(portal: FilledPortal, route: Approved) -> None:
    visitor = sender_for(route)
    url = route.url(portal.cases[FJORDVIK].ids)
    fields = form_of(portal, visitor, route, url)

    def sent() -> Iterator[tuple[str, Send]]:
        for pairs in odd_forms(chance(route), fields, portal.token(visitor)):
            body = encoded(pairs)
            told = ascii([(name, value[:40]) for name, value in pairs if name != "csrf_token"])
            yield (
                told,
                lambda client, body=body: client.post(url, data=body, content_type=FORM_TYPE),
            )

    assert failures(portal.client(visitor), sent()) == []


@pytest.mark.parametrize("route", FORMS, ids=str)
def test_odd_bodies_are_answered(portal: FilledPortal, route: Approved) -> None:
    visitor = sender_for(route)
    url = route.url(portal.cases[FJORDVIK].ids)
    headers = {"X-CSRFToken": portal.token(visitor)}

    def sent() -> Iterator[tuple[str, Send]]:
        for kind, body in ODD_BODIES:
            yield (
                f"{kind} {body[:40]!r}",
                lambda client, kind=kind, body=body: client.post(
                    url, data=body, content_type=kind, headers=headers
                ),
            )

    assert failures(portal.client(visitor), sent()) == []
