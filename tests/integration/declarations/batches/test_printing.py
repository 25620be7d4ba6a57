"""How printing for many goes on: what is missing, fails, is stopped, or is sent twice."""

from collections.abc import Callable
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations import service as declarations
from app.declarations.batches.kinds import ItemStatus
from app.declarations.batches.models import PrintBatch, PrintBatchItem
from app.declarations.models import Declaration
from app.enrolment.models import Participant
from app.extensions import db
from app.jobs.models import Job
from app.papers.models import IssuedDocument
from app.rules.law.installation import InstallationDates
from tests.support.client import Browser
from tests.support.print_batches import batch_url, run_first_job, statuses
from tests.support.start_up_day import Class, documents_of
from tests.support.world import DALHEIM, RANDOM_ID, World

Print = Callable[..., UUID]
RunJobs = Callable[[], int]


def count_sheets(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Declaration)) or 0


def test_what_is_missing_when_the_turn_comes_does_not_stop_the_others(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    zaki = school_class.members["Zaki"]
    with app.app_context():
        db.session.get_one(Participant, zaki).identity_number = None
        db.session.commit()
    run_jobs()
    assert statuses(app, batch_id) == [
        ItemStatus.ISSUED,
        ItemStatus.REFUSED,
        ItemStatus.ISSUED,
        ItemStatus.ISSUED,
    ]
    page = browser.get(batch_url(batch_id)).text
    assert "1 ark kunne ikke lages." in page
    assert f'href="/deltakere/{zaki}/rediger"' in page


def test_a_sheet_that_somebody_issued_meanwhile_is_the_one_that_is_printed(
    app: Flask, world: World, school_class: Class, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    zaki = school_class.members["Zaki"]
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        declarations.issue_declaration(
            db.session, world.clock, actor, InstallationDates(), zaki, "en"
        )
        db.session.commit()
    run_jobs()
    with app.app_context():
        [document] = documents_of(db.session, zaki)
        item = db.session.scalars(
            select(PrintBatchItem).where(
                PrintBatchItem.batch_id == batch_id, PrintBatchItem.participant_id == zaki
            )
        ).one()
        assert item.document_id == document.id


def test_two_batches_of_the_same_group_issue_one_sheet_each(
    app: Flask, school_class: Class, browser: Browser, run_jobs: RunJobs
) -> None:
    first = browser.filled(school_class.url)
    second = browser.filled(school_class.url)
    browser.send(school_class.url, first)
    browser.send(school_class.url, second)
    run_jobs()
    assert count_sheets(app) == 4


def test_a_double_click_begins_one_batch(app: Flask, school_class: Class, browser: Browser) -> None:
    fields = browser.filled(school_class.url)
    browser.send(school_class.url, fields)
    browser.send(school_class.url, fields)
    with app.app_context():
        assert len(db.session.scalars(select(PrintBatch)).all()) == 1


def test_cancelled_sheets_are_not_issued(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    run_first_job(app)
    browser.submit(batch_url(batch_id), action=batch_url(batch_id, "/avbryt"))
    assert (
        "Ark som allerede er utstedt, blir gjort ferdige." in browser.get(batch_url(batch_id)).text
    )
    run_jobs()
    assert sorted(statuses(app, batch_id)) == [ItemStatus.CANCELLED] * 3 + [ItemStatus.ISSUED]
    assert count_sheets(app) == 1
    page = browser.get(batch_url(batch_id)).text
    assert "3 ark ble ikke laget, fordi utskriften ble avbrutt." in page
    assert browser.client.get(batch_url(batch_id, "/pdf")).data.startswith(b"%PDF")
    with app.app_context():
        [event] = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.PRINT_BATCH_CANCELLED)
        )
        assert len(event.details["participant_ids"]) == 3


def test_a_finished_batch_cannot_be_cancelled(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    fields = browser.filled(batch_url(batch_id), action=batch_url(batch_id, "/avbryt"))
    run_jobs()
    browser.send(batch_url(batch_id), fields, action=batch_url(batch_id, "/avbryt"))
    assert "Ingenting ble avbrutt." in browser.get(batch_url(batch_id)).text
    with app.app_context():
        assert db.session.get_one(PrintBatch, batch_id).cancelled_at is None


def test_what_nobody_foresaw_fails_one_sheet_only(
    app: Flask,
    school_class: Class,
    browser: Browser,
    print_for: Print,
    run_jobs: RunJobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch_id = print_for(school_class)
    issue, zaki = declarations.issue_declaration, school_class.members["Zaki"]

    def fail_for_zaki(*args: object) -> Declaration:
        if zaki in args:
            raise RuntimeError("no paper")
        return issue(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(declarations, "issue_declaration", fail_for_zaki)
    run_jobs()
    assert sorted(statuses(app, batch_id)) == [ItemStatus.FAILED] + [ItemStatus.ISSUED] * 3
    assert "Kunne ikke lages" in browser.get(batch_url(batch_id)).text


def test_a_pdf_that_cannot_be_made_ends_the_waiting(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    run_first_job(app)
    with app.app_context():
        document = db.session.scalars(select(IssuedDocument)).one()
        document.text_version, document.text_digest = "borte", None
        db.session.commit()
    run_jobs()
    page = browser.get(batch_url(batch_id)).text
    assert "3 ark er klare." in page
    assert "1 ark kunne ikke lages." in page


def test_the_list_tells_how_far_each_batch_has_come(
    school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    assert "Ingenting er skrevet ut for flere ennå." in browser.get("/papirer/utskrift").text
    batch_id = print_for(school_class)
    assert "Lages nå" in browser.get("/papirer/utskrift").text
    run_jobs()
    page = browser.get("/papirer/utskrift").text
    assert "Ferdig" in page
    assert "Norsk A" in page
    assert f'href="{batch_url(batch_id)}"' in page


def test_another_municipality_sees_what_a_stranger_sees(
    school_class: Class,
    browser: Browser,
    browser_for: Callable[..., Browser],
    print_for: Print,
    run_jobs: RunJobs,
) -> None:
    batch_id = print_for(school_class)
    run_jobs()
    other = browser_for(Role.CASEWORKER, DALHEIM)
    for part in ("", "/status", "/pdf", "/zip"):
        other.get(batch_url(batch_id, part), status=404)
        other.get(batch_url(RANDOM_ID, part), status=404)
    assert "Norsk A" not in other.get("/papirer/utskrift").text
    token = other.csrf_token("/papirer/utskrift")
    answer = other.client.post(batch_url(batch_id, "/avbryt"), data={"csrf_token": token})
    assert answer.status_code == 404


def test_issuing_waits_behind_what_is_made(
    app: Flask, school_class: Class, print_for: Print
) -> None:
    print_for(school_class)
    with app.app_context():
        runner = app.extensions["introportalen.jobs"]
        kinds = set(db.session.scalars(select(Job.kind)))
    assert len(kinds) == 1
    assert runner.priority_of(kinds.pop()) < runner.priority_of("declarations.render")
