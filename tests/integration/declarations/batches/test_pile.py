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
from sqlalchemy import select

from app.attendance import service as attendance
from app.attendance.commands import AddMember, CreateGroup
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.declarations import service as declarations
from app.declarations.batches.kinds import ItemStatus
from app.declarations.batches.models import PrintBatch
from app.enrolment.models import Participant
from app.extensions import db
from app.papers.models import DocumentStatus
from app.rules.law.installation import InstallationDates
from tests.support.client import Browser
from tests.support.print_batches import batch_url, statuses
from tests.support.start_up_day import Class, digits_of, documents_of
from tests.support.world import World

Print = Callable[..., UUID]
RunJobs = Callable[[], int]


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


def test_a_group_is_printed_in_one_pile(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    waiting = browser.get(batch_url(batch_id)).text
    assert "Arkene lages nå" in waiting
    assert '<progress class="progress" id="progress" value="0" max="4">' in waiting
    assert "Abbas" not in waiting, "nothing about a person while the page is asked for again"
    assert browser.client.get(batch_url(batch_id, "/status")).get_json() == {
        "settled": 0,
        "total": 4,
        "text": "0 av 4 ark er ferdige.",
        "is_finished": False,
    }
    browser.get(batch_url(batch_id, "/pdf"), status=404)
    run_jobs()
    done = browser.get(batch_url(batch_id)).text
    assert "4 ark er klare." in done
    pile = ["Abbas", "Zaki", "Nguyen", "Bondar"]
    assert [done.index(name) for name in pile] == sorted(done.index(name) for name in pile)
    sheet = browser.client.get(batch_url(batch_id, "/pdf"))
    assert sheet.mimetype == "application/pdf"
    assert "sandbox" in sheet.headers["Content-Security-Policy"]
    owners = names_on(sheet.data, school_class.members)
    assert runs(owners) == pile
    assert "" not in owners
    two_sided = names_on(
        browser.client.get(batch_url(batch_id, "/pdf?tosidig=ja")).data, school_class.members
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
    page = browser.get(batch_url(batch_id)).text
    pile = ["Bondar", "Abbas", "Zaki", "Nguyen"]
    assert [page.index(name) for name in pile] == sorted(page.index(name) for name in pile)


def test_single_files_are_named_by_code_and_nothing_tells_a_personal_number(
    app: Flask, school_class: Class, browser: Browser, print_for: Print, run_jobs: RunJobs
) -> None:
    batch_id = print_for(school_class)
    run_jobs()
    packed = browser.client.get(batch_url(batch_id, "/zip"))
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
    browser.client.get(batch_url(batch_id, part))
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
    with zipfile.ZipFile(io.BytesIO(browser.client.get(batch_url(again, "/zip")).data)) as archive:
        assert archive.read(f"{code}.pdf") == bytes_before
    assert "Samme ark som før" in browser.get(batch_url(again)).text


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
    page = browser.get(batch_url(batch_id)).text
    assert "1 ark gjelder ikke lenger" in page
    owners = names_on(browser.client.get(batch_url(batch_id, "/pdf")).data, school_class.members)
    assert runs(owners) == ["Abbas", "Nguyen", "Bondar"]
