"""Every page that can be opened, with a full case in it: accessible, and it fits the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask

from app.core.actor import Role
from app.extensions import db
from tests.support.approved_access import Approved, approved_routes
from tests.support.chromium import accessibility_faults, overflows
from tests.support.full_case import FullCase, build_full_case
from tests.support.served import DESKTOP, PHONE, Served, served
from tests.support.world import FJORDVIK, World

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(600),
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]
ROLES = (Role.CASEWORKER, Role.PARTICIPANT, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR)


@dataclass(frozen=True)
class Portal:
    """A running portal with a full case."""

    served: Served
    case: FullCase


@pytest.fixture
def portal(app: Flask, world: World) -> Iterator[Portal]:
    with app.app_context():
        case = build_full_case(db.session, world, FJORDVIK)
    with served(world, *ROLES) as found:
        yield Portal(found, case)


@pytest.mark.parametrize(
    ("role", "language", "width"),
    [
        (Role.CASEWORKER, "nb", PHONE),
        (Role.CASEWORKER, "ar", DESKTOP),
        (Role.PARTICIPANT, "ar", PHONE),
        (Role.TEACHER, "nb", PHONE),
        (Role.LEADER, "nb", PHONE),
        (Role.ADMINISTRATOR, "ar", PHONE),
    ],
)
def test_every_page_is_accessible_and_fits(
    portal: Portal, role: Role, language: str, width: int
) -> None:
    faults: list[str] = []
    page, seen = portal.served.page(role, language, width), 0
    for route in approved_routes():
        if route.method != "GET" or role not in route.roles or _is_seen_before(role, route):
            continue
        url = route.url(portal.case.ids)
        if "text/html" not in page.request.get(url).headers.get("content-type", ""):
            continue
        page.goto(url)
        seen += 1
        faults += [f"{route}: {fault}" for fault in accessibility_faults(page)]
        if overflows(page):
            faults.append(f"{route}: wider than the screen")
    assert faults == []
    assert seen > 0


def _is_seen_before(role: Role, route: Approved) -> bool:
    """Tell whether a leader or administrator sees the same page as a caseworker does."""
    return role in {Role.LEADER, Role.ADMINISTRATOR} and Role.CASEWORKER in route.roles
