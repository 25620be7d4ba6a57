"""Every route, for everybody, at her own things and at those of others: only the approved opens."""

import re
from collections.abc import Callable, Iterator, Mapping
from uuid import UUID, uuid4

import pytest
from werkzeug.test import TestResponse

from app.core.actor import Role
from tests.support.approved_access import Approved, approved_routes
from tests.support.filled_portal import NOBODY, SIGNED_IN, FilledPortal, Visitor
from tests.support.full_case import CANARIES
from tests.support.world import FJORDVIK, RANDOM_ID

ROUTES = approved_routes()
GUARDED = [route for route in ROUTES if route.roles]
WITH_ID = [route for route in GUARDED if route.names]
NESTED = [route for route in GUARDED if len(route.names) > 1]
OF_ONE_READER = [route for route in WITH_ID if {Role.TEACHER, Role.PARTICIPANT} & route.roles]

EMPTY_FORM_ANSWERS = {
    "absences.withdraw": 409,
    "complaints.make_again": 409,
    "decisions.ask": 409,
    "decisions.discard": 409,
    "decisions.issue": 409,
    "decisions.make_again": 409,
    "intake.use_page": 409,
    "notices.discard": 409,
    "notices.issue": 409,
    "notices.make_again": 409,
    "participation.make_again": 409,
    "plans.discard": 409,
    "plans.remove_element": 409,
    "texts.approve_import": 409,
    "texts.reject_import": 409,
    "texts.show_file": 409,
}
"""What a form without the version that was seen gets, where it is not shown again."""
REDIRECTING = {
    "start.show": 302,
    "interventions.decide": 303,
    "notices.edit": 303,
    "warnings.warn": 303,
    "mypage.report_absence": 303,
}
OPEN_TO_ALL = {
    "health.healthz": (200, 200),
    "health.readyz": (200, 200),
    "static": (200, 200),
    "web.switch_language": (303, 303),
    "accounts.sign_in": (200, 302),
    "confirmation_link.show": (404, 404),
    "calendar_feed.read": (404, 404),
    "confirmation_link.thank": (200, 200),
    "school_link.show": (404, 404),
    "tablet.enter": (404, 404),
    "tablet.choose": (303, 303),
    "tablet.report": (404, 404),
    "tablet.thank": (200, 200),
}
"""For a stranger, and for somebody who is signed in."""

_DIFFERENT_EACH_TIME = re.compile(
    r'name="csrf_token"[^>]*value="[^"]*"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}'
)

one_by_one = pytest.mark.parametrize


def allowed(route: Approved) -> Iterator[Visitor]:
    """Yield those of both municipalities who may open the route."""
    yield from (visitor for visitor in SIGNED_IN if visitor.role in route.roles)


def content(response: TestResponse) -> str:
    """Return all that was sent, with its headers, in small letters."""
    sent = response.get_data().decode("utf-8", "replace")
    response.close()
    return f"{response.headers}{sent}".lower()


def expect(
    portal: FilledPortal,
    visitor: Visitor,
    route: Approved,
    ids: Mapping[str, UUID],
    *statuses: int,
) -> TestResponse:
    """Open the route, and look at the status and for what must not be seen."""
    response = portal.open(visitor, route.method, route.url(ids))
    told = f"{route} as {visitor}"
    assert response.status_code in statuses, (told, response.status_code, response.text[:500])
    hidden = {CANARIES[visitor.elsewhere].lower(), visitor.elsewhere.split(".")[0]}
    if visitor.role not in route.roles or response.status_code >= 400:
        hidden |= {canary.lower() for canary in CANARIES.values()} | {"nabokanari"}
    if visitor.role is None:
        hidden |= {domain.split(".")[0] for domain in CANARIES}
    seen = content(response)
    assert not {word for word in hidden if word in seen}, told
    return response


@one_by_one("route", GUARDED, ids=str)
def test_a_stranger_is_sent_to_sign_in(portal: FilledPortal, route: Approved) -> None:
    for ids in (portal.cases[FJORDVIK].ids, dict.fromkeys(route.names, RANDOM_ID)):
        response = expect(portal, NOBODY, route, ids, 302)
        assert response.location.split("?")[0] == "/logg-inn"


@one_by_one("route", [route for route in GUARDED if route.method == "POST"], ids=str)
def test_a_form_without_a_token_is_refused(portal: FilledPortal, route: Approved) -> None:
    for visitor in (NOBODY, *allowed(route)):
        url = route.url(portal.cases[visitor.domain].ids)
        assert portal.client(visitor).post(url).status_code == 400, visitor


@one_by_one("route", GUARDED, ids=str)
def test_another_role_is_refused_whatever_she_asks_for(
    portal: FilledPortal, route: Approved
) -> None:
    unknown = dict.fromkeys(route.names, RANDOM_ID)
    for visitor in SIGNED_IN:
        if visitor.role in route.roles:
            continue
        for domain in (visitor.domain, visitor.elsewhere):
            expect(portal, visitor, route, portal.cases[domain].ids, 403)
        if route.names:
            expect(portal, visitor, route, unknown, 403)


@one_by_one("route", GUARDED, ids=str)
def test_an_approved_role_gets_her_own(
    portal: FilledPortal, restore: Callable[[], None], route: Approved
) -> None:
    if route.method == "GET":
        wanted: tuple[int, ...] = (REDIRECTING.get(route.endpoint, 200),)
    else:
        wanted = (EMPTY_FORM_ANSWERS.get(route.endpoint, 200), 201, 303)
    for visitor in allowed(route):
        expect(portal, visitor, route, portal.cases[visitor.domain].ids, *wanted)
        if route.method == "POST":
            restore()


@one_by_one("route", WITH_ID, ids=str)
def test_what_is_elsewhere_does_not_exist(portal: FilledPortal, route: Approved) -> None:
    """Nothing on the page tells another municipality's thing from one that never was."""
    for visitor in allowed(route):
        foreign = expect(portal, visitor, route, portal.cases[visitor.elsewhere].ids, 404)
        unknown = expect(portal, visitor, route, {name: uuid4() for name in route.names}, 404)
        pages = [_DIFFERENT_EACH_TIME.sub("", page.text) for page in (foreign, unknown)]
        assert pages[0] == pages[1], visitor
        assert list(foreign.headers.keys()) == list(unknown.headers.keys()), visitor


@one_by_one("route", NESTED, ids=str)
def test_a_thing_is_found_only_under_what_it_belongs_to(
    portal: FilledPortal, route: Approved
) -> None:
    parent, child = route.names
    for visitor in allowed(route):
        own = portal.cases[visitor.domain].ids
        for other in (portal.cases[visitor.elsewhere].ids, portal.neighbour.ids):
            expect(portal, visitor, route, {parent: own[parent], child: other[child]}, 404)
            expect(portal, visitor, route, {parent: other[parent], child: own[child]}, 404)


@one_by_one("route", OF_ONE_READER, ids=str)
def test_a_teacher_and_a_participant_do_not_see_their_neighbours(
    portal: FilledPortal, route: Approved
) -> None:
    for role in {Role.TEACHER, Role.PARTICIPANT} & route.roles:
        expect(portal, Visitor(role), route, portal.neighbour.ids, 404)


@one_by_one("route", [route for route in ROUTES if not route.roles], ids=str)
def test_what_is_open_to_all_shows_nobody(portal: FilledPortal, route: Approved) -> None:
    for visitor in (NOBODY, *SIGNED_IN):
        status = OPEN_TO_ALL[route.endpoint][visitor.role is not None]
        expect(portal, visitor, route, {}, status)
