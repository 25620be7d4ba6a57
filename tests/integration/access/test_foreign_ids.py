"""Ids inside a form: another municipality's person, teacher or lesson cannot be taken in."""

from collections.abc import Mapping
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.attendance.models import AttendanceMark, GroupMembership
from app.core.actor import Role
from app.extensions import db
from tests.support.client import Browser
from tests.support.filled_portal import FilledPortal, Visitor
from tests.support.world import DALHEIM, FJORDVIK, World

CASEWORKER = Visitor(Role.CASEWORKER)


@pytest.fixture
def own(portal: FilledPortal) -> Mapping[str, UUID]:
    return portal.cases[FJORDVIK].ids


@pytest.fixture
def foreign(portal: FilledPortal) -> Mapping[str, UUID]:
    return portal.cases[DALHEIM].ids


def foreign_user(portal: FilledPortal, role: Role) -> str:
    with portal.app.app_context():
        return str(World(portal.app).user(role, DALHEIM).id)


def count(portal: FilledPortal, model: type[AttendanceMark] | type[GroupMembership]) -> int:
    with portal.app.app_context():
        return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_a_foreign_participant_does_not_come_into_the_group(
    portal: FilledPortal, own: Mapping[str, UUID], foreign: Mapping[str, UUID]
) -> None:
    before = count(portal, GroupMembership)
    filled = {"participant_id": str(foreign["participant_id"]), "first_day": "2026-11-20"}
    url = f"/grupper/{own['group_id']}/deltakere"
    assert portal.open(CASEWORKER, "POST", url, filled).status_code == 200
    assert count(portal, GroupMembership) == before


@pytest.mark.parametrize(
    ("path", "field", "role"),
    [
        ("/grupper/{group_id}/rediger", "teacher_id", Role.TEACHER),
        ("/deltakere/{participant_id}/rediger", "adviser_id", Role.CASEWORKER),
        ("/deltakere/{participant_id}/bruker", "user_id", Role.PARTICIPANT),
    ],
)
def test_a_foreign_user_is_not_among_the_choices(
    portal: FilledPortal, own: Mapping[str, UUID], path: str, field: str, role: Role
) -> None:
    url = path.format(**own)
    browser = Browser(portal.client(CASEWORKER))
    filled = browser.filled(url, {field: foreign_user(portal, role)})
    answer = browser.client.post(url, data=filled)
    assert answer.status_code == 200
    assert "Velg ett av alternativene i listen." in answer.text


@pytest.mark.parametrize("foreign_name", ["session_id", "participant_id"])
def test_a_mark_of_somebody_or_something_foreign_is_not_kept(
    portal: FilledPortal,
    own: Mapping[str, UUID],
    foreign: Mapping[str, UUID],
    foreign_name: str,
) -> None:
    before = count(portal, AttendanceMark)
    ids = {name: str(own[name]) for name in ("session_id", "participant_id")}
    mark = {**ids, foreign_name: str(foreign[foreign_name]), "minutes_absent": 0, "base_version": 0}
    answer = portal.client(CASEWORKER).post(
        f"/grupper/{own['group_id']}/uke/2026/38/merker",
        json={"marks": [mark]},
        headers={"X-CSRFToken": portal.token(CASEWORKER)},
    )
    assert answer.status_code == 201
    assert len(answer.get_json()["refused"]) == 1
    assert count(portal, AttendanceMark) == before
