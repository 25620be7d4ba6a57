"""From a group to a pile of paper: each its own sheet, in order, once."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pypdfium2
import pytest
from flask import Flask
from sqlalchemy import func, select

from app.attendance import service as attendance
from app.attendance.commands import AddMember, CreateGroup
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
from app.jobs.service import list_waiting
from app.papers.models import DocumentStatus, IssuedDocument
from app.rules.law.installation import InstallationDates
from tests.support.client import Browser
from tests.support.start_up_day import Class, digits_of, documents_of
from tests.support.world import DALHEIM, RANDOM_ID, World

Print = Callable[..., UUID]
RunJobs = Callable[[], int]


def url(batch_id: UUID, part: str = "") -> str:
    return f"/papirer/utskrift/{batch_id}{part}"


def names_on(pdf: bytes, members: dict[str, UUID]) -> list[str]:
    """Return whose sheets the pages are, in their order; "" where a page is blank."""
    owners = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage().get_text_range()
        found = [name for name in members if name in text]
        owners.append(found[0] if found else "" if not text.strip() else "?")
    return owners


def runs(owners: list[str]) -> list[str]:
    """Return the owners without the pages that go on with the same sheet."""
    return [
        one
        for one, before in zip(owners, ["", *owners], strict=False)
        if one not in {before, "?", ""}
    ]


def statuses(app: Flask, batch_id: UUID) -> list[ItemStatus]:
    with app.app_context():
        items = select(PrintBatchItem).where(PrintBatchItem.batch_id == batch_id)
        return [item.status for item in db.session.scalars(items.order_by(PrintBatchItem.position))]


def count_sheets(app: Flask) -> int:
    with app.app_context():
        return db.session.scalar(select(func.count()).select_from(Declaration)) or 0


def test_a_group_is_printed_in_one_pile(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    waiting = browser.get(url(batch_id)).text
    assert "Arkene lages nå" in waiting
    assert '<progress class="progress" id="progress" value="0" max="4">' in waiting
    assert "Abbas" not in waiting, "nothing about a person while the page is asked for again"
    assert browser.client.get(url(batch_id, "/status")).get_json() == {
        "settled": 0,
        "total": 4,
        "text": "0 av 4 ark er ferdige.",
        "is_finished": False,
    }
    browser.get(url(batch_id, "/pdf"), status=404)
    run_jobs()
    done = browser.get(url(batch_id)).text
    assert "4 ark er klare." in done
    pile = ["Abbas", "Zaki", "Nguyen", "Bondar"]
    assert [done.index(name) for name in pile] == sorted(done.index(name) for name in pile)
    sheet = browser.client.get(url(batch_id, "/pdf"))
    assert sheet.mimetype == "application/pdf"
    assert "sandbox" in sheet.headers["Content-Security-Policy"]
    owners = names_on(sheet.data, school_class.members)
    assert runs(owners) == pile
    assert "" not in owners
    two_sided = names_on(
        browser.client.get(url(batch_id, "/pdf?tosidig=ja")).data, school_class.members
    )
    assert runs(two_sided) == pile
    assert len(two_sided) % 2 == 0
    begins = [two_sided.index(name) for name in pile]
    assert [place % 2 for place in begins] == [0, 0, 0, 0], "each on the front of a paper"
    with app.app_context():
        for who in school_class.members.values():
            [document] = documents_of(db.session, who)
            assert document.status is DocumentStatus.READY


def test_groups_come_before_languages(
    app: Flask,
    world: World,
    school_class: Class,
    browser: Browser,
    print_for: Print,
    run_jobs: RunJobs,
) -> None:
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        earlier = attendance.create_group(db.session, world.clock, actor, CreateGroup("Helg", None))
        member = AddMember(earlier.id, school_class.members["Bondar"], date(2026, 9, 14))
        attendance.add_member(db.session, world.clock, actor, member)
        db.session.commit()
    browser.submit("/papirer/utskrift/ny")
    with app.app_context():
        batch_id = db.session.scalars(select(PrintBatch.id)).one()
    run_jobs()
    page = browser.get(url(batch_id)).text
    pile = ["Bondar", "Abbas", "Zaki", "Nguyen"]
    assert [page.index(name) for name in pile] == sorted(page.index(name) for name in pile)


def test_single_files_are_named_by_code_and_nothing_tells_a_personal_number(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    run_jobs()
    packed = browser.client.get(url(batch_id, "/zip"))
    assert packed.mimetype == "application/zip"
    with zipfile.ZipFile(io.BytesIO(packed.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with app.app_context():
        documents = {
            f"{document.code}.pdf": document.content
            for who in school_class.members.values()
            for document in documents_of(db.session, who)
        }
        numbers = [
            digits_of(db.session.get_one(Participant, who).identity_number)
            for who in school_class.members.values()
        ]
    assert files.keys() == {"index.html", "index.csv", *documents}
    assert {name: files[name] for name in documents} == documents
    index = files["index.csv"].decode("utf-8-sig") + files["index.html"].decode()
    for number in numbers:
        assert number not in index
        assert number[:6] not in index, "not the birth date either"
    rows = list(csv.reader(io.StringIO(files["index.csv"].decode("utf-8-sig")), delimiter=";"))
    assert rows[0] == ["Nr.", "Gruppe", "Navn", "Språk", "Kode på arket", "Fil"]
    assert [row[2] for row in rows[1:]] == [
        "Layla Abbas",
        "Layla Zaki",
        "Layla Nguyen",
        "Layla Bondar",
    ]
    assert {row[5] for row in rows[1:]} == documents.keys()


@pytest.mark.parametrize("part", ["/pdf", "/zip"])
def test_each_participant_is_told_of_her_copy(
    app: Flask,
    school_class: Class,
    browser: Browser,
    print_for: Print,
    run_jobs: RunJobs,
    part: str,
) -> None:
    batch_id = print_for(school_class)
    run_jobs()
    browser.client.get(url(batch_id, part))
    with app.app_context():
        taken = select(AuditEvent.participant_id).where(
            AuditEvent.action == Action.DOCUMENT_DOWNLOADED
        )
        told = list(db.session.scalars(taken))
    assert sorted(map(str, told)) == sorted(map(str, school_class.members.values()))


def test_reprint_gives_the_same_bytes_and_new_replaces(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    print_for(school_class)
    run_jobs()
    zaki, abbas = school_class.members["Zaki"], school_class.members["Abbas"]
    with app.app_context():
        [before] = documents_of(db.session, zaki)
        bytes_before, code = before.content, before.code
    again = print_for(school_class, {f"paper-{zaki}": "reprint", f"paper-{abbas}": "replace"})
    run_jobs()
    assert statuses(app, again) == [ItemStatus.ISSUED, ItemStatus.ISSUED]
    with app.app_context():
        assert len(documents_of(db.session, zaki)) == 1
        assert len(documents_of(db.session, abbas)) == 2
    with zipfile.ZipFile(io.BytesIO(browser.client.get(url(again, "/zip")).data)) as archive:
        assert archive.read(f"{code}.pdf") == bytes_before
    assert "Samme ark som før" in browser.get(url(again)).text


def test_a_sheet_that_was_replaced_since_is_not_taken(
    app: Flask,
    world: World,
    school_class: Class,
    browser: Browser,
    print_for: Print,
    run_jobs: RunJobs,
) -> None:
    batch_id = print_for(school_class)
    run_jobs()
    with app.app_context():
        actor = world.actor(Role.CASEWORKER)
        dates = InstallationDates()
        zaki = school_class.members["Zaki"]
        declarations.issue_declaration(db.session, world.clock, actor, dates, zaki, "en")
        db.session.commit()
    page = browser.get(url(batch_id)).text
    assert "1 ark gjelder ikke lenger" in page
    owners = names_on(browser.client.get(url(batch_id, "/pdf")).data, school_class.members)
    assert runs(owners) == ["Abbas", "Nguyen", "Bondar"]


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
    page = browser.get(url(batch_id)).text
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
    with app.app_context():
        runner, clock = (app.extensions[f"introportalen.{name}"] for name in ("jobs", "clock"))
        first = list_waiting(db.session)[0]
        db.session.rollback()
        runner.run(db.session, clock, first.id)
    browser.submit(url(batch_id), action=url(batch_id, "/avbryt"))
    assert "Ark som allerede er utstedt, blir gjort ferdige." in browser.get(url(batch_id)).text
    run_jobs()
    assert sorted(statuses(app, batch_id)) == [ItemStatus.CANCELLED] * 3 + [ItemStatus.ISSUED]
    assert count_sheets(app) == 1
    page = browser.get(url(batch_id)).text
    assert "3 ark ble ikke laget, fordi utskriften ble avbrutt." in page
    assert browser.client.get(url(batch_id, "/pdf")).data.startswith(b"%PDF")
    with app.app_context():
        [event] = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.PRINT_BATCH_CANCELLED)
        )
        assert len(event.details["participant_ids"]) == 3


def test_a_finished_batch_cannot_be_cancelled(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    fields = browser.filled(url(batch_id), action=url(batch_id, "/avbryt"))
    run_jobs()
    browser.send(url(batch_id), fields, action=url(batch_id, "/avbryt"))
    assert "Ingenting ble avbrutt." in browser.get(url(batch_id)).text
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
    assert "Kunne ikke lages" in browser.get(url(batch_id)).text


def test_a_pdf_that_cannot_be_made_ends_the_waiting(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    with app.app_context():
        runner, clock = (app.extensions[f"introportalen.{name}"] for name in ("jobs", "clock"))
        first = list_waiting(db.session)[0]
        db.session.rollback()
        runner.run(db.session, clock, first.id)
        document = db.session.scalars(select(IssuedDocument)).one()
        document.text_version, document.text_digest = "borte", None
        db.session.commit()
    run_jobs()
    page = browser.get(url(batch_id)).text
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
    assert f'href="{url(batch_id)}"' in page


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
        other.get(url(batch_id, part), status=404)
        other.get(url(RANDOM_ID, part), status=404)
    assert "Norsk A" not in other.get("/papirer/utskrift").text
    token = other.csrf_token("/papirer/utskrift")
    answer = other.client.post(url(batch_id, "/avbryt"), data={"csrf_token": token})
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
