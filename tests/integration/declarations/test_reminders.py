"""Papers that are late, by the municipality's own number of days."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotPermitted
from app.declarations.explanations.service import explain_document
from app.declarations.reminders.service import change_reminder_days
from app.extensions import db
from app.reporting.worklist.presenters import task_text
from app.reporting.worklist.service import open_worklist
from app.reporting.worklist.tasks import Section, TaskKind, Worklist
from app.rules.law.installation import InstallationDates
from tests.support.client import Browser
from tests.support.explained import interpreted
from tests.support.paper_case import TODAY, PaperOut, paper_out
from tests.support.world import DALHEIM, NOW, World

BrowserFor = Callable[..., Browser]
URL = "/innstillinger/papirer"


def worklist(paper: PaperOut, days_later: int) -> Worklist:
    clock = fixed_clock(NOW + timedelta(days=days_later))
    return open_worklist(db.session, clock, paper.actor, InstallationDates())


def said(found: Worklist) -> list[str]:
    """Return what the worklist says about papers, in its order."""
    return [task_text(task, found.on) for task in found.tasks[Section.PAPERS]]


@pytest.mark.parametrize(("days_later", "is_late"), [(0, False), (14, False), (15, True)])
def test_a_paper_is_late_after_fourteen_days(
    app: Flask, world: World, days_later: int, is_late: bool
) -> None:
    with app.test_request_context():
        found = worklist(paper_out(db.session, world), days_later)
        [task] = found.tasks[Section.PAPERS]
        assert task.kind is TaskKind.SIGN_PAPER
        assert task.due_on == TODAY + timedelta(days=14)
        assert ("kommet tilbake" in said(found)[0]) is is_late


def test_the_oldest_comes_first_and_the_explained_are_told_apart(app: Flask, world: World) -> None:
    with app.test_request_context():
        papers = [paper_out(db.session, world) for _ in range(3)]
        for paper, days_before in zip(papers, (3, 9, 6), strict=True):
            paper.issued(db.session).document.issued_on = TODAY - timedelta(days=days_before)
        explained = papers[1]
        command = interpreted()
        explain_document(
            db.session, world.clock, explained.actor, explained.issued(db.session), command
        )
        db.session.commit()
        assert said(worklist(explained, 8)) == [
            "Papiret fra 11.11.2026 er forklart, men ikke kommet tilbake",
            "Registrer underskriften på papiret fra 14.11.2026",
            "Registrer underskriften på papiret fra 17.11.2026",
        ]
        assert said(worklist(explained, 9))[1] == (
            "Papiret fra 14.11.2026 er verken forklart eller kommet tilbake"
        )


def test_the_administrator_chooses_the_number_of_days(
    app: Flask, world: World, browser_for: BrowserFor
) -> None:
    administrator = browser_for(Role.ADMINISTRATOR)
    assert URL in administrator.get("/innstillinger").text
    administrator.submit(URL, {"days": "3"})
    with app.app_context():
        paper = paper_out(db.session, world)
        [task] = worklist(paper, 0).tasks[Section.PAPERS]
        assert task.due_on == TODAY + timedelta(days=3)
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.POLICIES_CHANGED)
        ).one()
        assert event.details == {"changes": {"paper_reminder_days": [14, 3]}}
        other = world.actor(Role.ADMINISTRATOR, DALHEIM)
        assert get_municipality(db.session, other.scope).paper_reminder_days == 14


@pytest.mark.parametrize("days", ["", "0", "181", "x"])
def test_odd_numbers_are_refused(app: Flask, browser_for: BrowserFor, days: str) -> None:
    answer = browser_for(Role.ADMINISTRATOR).submit(URL, {"days": days}, status=200)
    assert "ds-validation-message" in answer.text


def test_two_at_once_do_not_overwrite_each_other(browser_for: BrowserFor) -> None:
    administrator = browser_for(Role.ADMINISTRATOR)
    fields = administrator.filled(URL, {"days": "3"})
    administrator.submit(URL, {"days": "21"})
    administrator.send(URL, fields, status=409)
    assert 'value="21"' in administrator.get(URL).text


def test_only_the_administrator_chooses(app: Flask, world: World) -> None:
    with app.app_context():
        actor = world.actor(Role.LEADER)
        with pytest.raises(NotPermitted):
            change_reminder_days(db.session, world.clock, actor, days=3, seen=14)
