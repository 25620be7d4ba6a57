"""Opening a page changes nothing, and leaves a trace of whom it showed."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import select

from app.audit.models import AuditEvent
from app.core.actor import Role
from app.extensions import db
from tests.support.approved_access import Approved, approved_routes
from tests.support.filled_portal import FilledPortal, Visitor
from tests.support.world import FJORDVIK

PAGES = [route for route in approved_routes() if route.method == "GET" and route.roles]
OF_A_PERSON = {
    "participants.show",
    "participants.change",
    "mapping.show",
    "mapping.show_history",
    "mapping.edit",
    "participants.change_household",
    "participants.link_user",
    "plans.show",
    "plans.show_version",
    "plans.edit",
    "plans.discard",
    "calendar.show",
    "calendar.print_sheet",
    "plan_reviews.show",
    "plan_reviews.review",
    "plan_reviews.add_event",
    "plan_reviews.settle_event",
    "plans.add_element",
    "plans.edit_element",
    "plans.remove_element",
    "plan_versions.compare",
    "plan_versions.judge",
    "plan_answers.ask",
    "plan_answers.approve",
    "plan_answers.answer",
    "plan_answers.decide",
    "plan_proposals.show",
    "plan_proposals.take",
    "plan_proposals.decline",
    "plan_confirmations.show",
    "plan_confirmations.ask",
    "mypage.show_proposals",
    "mypage.propose",
    "declarations.show",
    "declarations.download",
    "declarations.sign",
    "declarations.not_signed",
    "declarations.scan",
    "declaration_words.read",
    "declaration_words.print_information",
    "explanations.explain",
    "withdrawals.withdraw",
    "archive.show",
    "archive.download",
    "print_batches.show",
    "print_batches.download_pdf",
    "print_batches.download_zip",
    "intake.show_page",
    "intake.show_picture",
    "intake.show_signatures",
    "absences.list_absences",
    "absences.register",
    "absences.change",
    "payments.show_participant",
    "payments.show_payment",
    "payments.show_run",
    "payments.download_file",
    "receipts.show",
    "receipts.settle",
    "employee_numbers.show_number",
    "groups.show",
    "groups.show_week",
    "groups.end_membership",
    "timetable.show_participant",
    "timetable.schedule_element",
    "worklist.show",
    "participants.list_participants",
    "mypage.show",
    "mypage.show_plan",
    "mypage.answer_plan",
    "mypage.show_plan_changes",
    "mypage.show_newest_month",
    "mypage.show_month",
    "mypage.show_absences",
    "mypage.show_papers",
    "mypage.read_paper",
}
"""Pages that are about somebody even where they do not say her name."""


FORMS = [
    route
    for route in approved_routes()
    if route.method == "POST" and route.roles and route.endpoint in OF_A_PERSON
]


def readers(route: Approved) -> list[Visitor]:
    return [Visitor(role) for role in Role if role in route.roles]


def stored(portal: FilledPortal) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of all tables but the trace."""
    with portal.app.app_context():
        file = db.engine.url.database
    assert file is not None
    with closing(sqlite3.connect(file)) as connection:
        named = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: connection.execute(f"SELECT * FROM '{name}'").fetchall()
            for (name,) in named.fetchall()
            if name != "audit_event"
        }


def shown_since(portal: FilledPortal, last_id: int) -> set[str]:
    """Return whom the trace tells of since an event."""
    with portal.app.app_context():
        events = db.session.scalars(select(AuditEvent).where(AuditEvent.id > last_id)).all()
    seen = {str(event.participant_id) for event in events if event.participant_id}
    return seen.union(*(event.details.get("participant_ids", []) for event in events))


def last_event(portal: FilledPortal) -> int:
    with portal.app.app_context():
        newest = db.session.scalar(select(AuditEvent.id).order_by(AuditEvent.id.desc()))
    assert newest is not None
    return newest


@pytest.mark.parametrize("route", PAGES, ids=str)
def test_opening_a_page_changes_nothing(portal: FilledPortal, route: Approved) -> None:
    before = stored(portal)
    for visitor in readers(route):
        portal.open(visitor, "GET", route.url(portal.cases[FJORDVIK].ids)).close()
    after = stored(portal)
    assert {name for name, rows in after.items() if rows != before[name]} == set()


@pytest.mark.parametrize("route", PAGES, ids=str)
def test_everyone_who_is_shown_is_in_the_trace(portal: FilledPortal, route: Approved) -> None:
    own = portal.cases[FJORDVIK].ids
    people = {
        str(own["participant_id"]): "Slekt Fjordkanari",
        str(portal.neighbour.ids["participant_id"]): "Naboperson",
    }
    for visitor in readers(route):
        before = last_event(portal)
        page = portal.open(visitor, "GET", route.url(own))
        shown = {
            who
            for who, name in people.items()
            if name in page.get_data().decode("utf-8", "replace")
        }
        if route.endpoint in OF_A_PERSON:
            shown.add(str(own["participant_id"]))
        assert shown <= shown_since(portal, before), visitor


@pytest.mark.parametrize("route", FORMS, ids=str)
def test_a_form_that_is_shown_again_leaves_a_trace(portal: FilledPortal, route: Approved) -> None:
    own = portal.cases[FJORDVIK].ids
    for visitor in readers(route):
        before = last_event(portal)
        page = portal.open(visitor, "POST", route.url(own))
        if page.status_code == 200:
            assert str(own["participant_id"]) in shown_since(portal, before), visitor


def test_some_forms_are_shown_again(portal: FilledPortal) -> None:
    own = portal.cases[FJORDVIK].ids
    pages = [portal.open(readers(route)[0], "POST", route.url(own)) for route in FORMS]
    assert sum(page.status_code == 200 for page in pages) > 10


def test_pages_of_a_person_are_named_as_they_are_called() -> None:
    assert {route.endpoint for route in PAGES} >= OF_A_PERSON
