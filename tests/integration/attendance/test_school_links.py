"""A school tells of absence by a link, and a caseworker takes it in."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from sqlalchemy import select

from app.attendance.models import AttendanceMark
from app.attendance.school_links import service
from app.attendance.school_links.commands import AnswerReport, MakeLink
from app.attendance.school_links.errors import (
    AnswerRefusal,
    CannotAnswerReport,
    CannotMakeLink,
    CannotUseLink,
    LinkRefusal,
)
from app.attendance.school_links.models import ReportTouched, SchoolReport
from app.attendance.school_links.queries import list_waiting_reports
from app.attendance.school_links.rows import read_rows, write_rows
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import NotFound
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.extensions import db
from tests.support.client import Browser
from tests.support.school import School
from tests.support.school_links import FIRST, LAST, make_link, tell
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
MONDAY, TUESDAY = date(2026, 11, 9), date(2026, 11, 10)


@pytest.fixture
def address(world: World, school: School) -> str:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        _link, secret = make_link(db.session, world.clock, actor, school.group_id)
        db.session.commit()
        return secret


def marks_of(who: UUID) -> dict[date, int]:
    """Return the minutes away on each marked day."""
    rows = db.session.scalars(select(AttendanceMark).where(AttendanceMark.participant_id == who))
    return {row.day: row.minutes_absent for row in rows}


def test_a_list_is_read_as_it_was_written() -> None:
    first, second = UUID(int=1), UUID(int=2)
    away = {
        (second, MONDAY): Fraction(3, 2),
        (first, TUESDAY): Fraction(2),
        (first, MONDAY): Fraction(0),
    }
    told = dict(read_rows(write_rows(away)))
    assert told == {(second, MONDAY): Fraction(3, 2), (first, TUESDAY): Fraction(2)}
    assert dict(read_rows(write_rows({(first, MONDAY): Fraction(0)}))) == {}


@pytest.mark.parametrize(
    ("first_day", "last_day", "reason"),
    [
        (LAST, FIRST, LinkRefusal.LAST_DAY_BEFORE_FIRST),
        (FIRST, FIRST + timedelta(days=63), LinkRefusal.TOO_LONG),
        (date(2026, 9, 1), date(2026, 10, 1), LinkRefusal.OVER),
    ],
)
def test_what_is_no_link_is_refused(
    world: World, school: School, first_day: date, last_day: date, reason: LinkRefusal
) -> None:
    with world.app.app_context():
        command = MakeLink(school.group_id, "Skolen", "Kari", first_day, last_day)
        with pytest.raises(CannotMakeLink) as refused:
            service.make_link(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        assert refused.value.reason is reason


def test_a_report_is_taken_in_by_a_person_and_everybody_else_was_there(
    world: World, school: School, address: str
) -> None:
    one, other = school.member_ids[:2]
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        report = tell(db.session, world.clock, address, MONDAY, {(one, TUESDAY): Fraction(3, 2)})
        assert report.absences == 1
        again = tell(db.session, world.clock, address, MONDAY, {(one, TUESDAY): Fraction(3, 2)})
        assert again.id == report.id
        assert marks_of(one) == {}
        ((waiting, name),) = list_waiting_reports(db.session, actor.scope)
        assert (waiting.report.id, name) == (report.id, "Norsk spor 2")
        command = AnswerReport(school.group_id, report.id, is_taken_in=True)
        service.answer_report(db.session, world.clock, actor, command)
        assert marks_of(one)[TUESDAY] == 90
        assert sum(marks_of(one).values()) == 90
        assert set(marks_of(other).values()) == {0}
        assert list_waiting_reports(db.session, actor.scope) == []
        with pytest.raises(CannotAnswerReport) as refused:
            service.answer_report(db.session, world.clock, actor, command)
        assert refused.value.reason is AnswerRefusal.ANSWERED
        actions = list(db.session.scalars(select(AuditEvent.action)))
        assert {
            Action.SCHOOL_LINK_OPENED,
            Action.SCHOOL_REPORT_SENT,
            Action.SCHOOL_REPORT_ANSWERED,
            Action.SCHOOL_LIST_TAKEN_IN,
        } <= set(actions)


def test_nobody_away_marks_everybody_as_there(world: World, school: School, address: str) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        report = tell(db.session, world.clock, address, MONDAY)
        assert report.absences == 0
        service.answer_report(
            db.session, world.clock, actor, AnswerReport(school.group_id, report.id, True)
        )
        for who in school.member_ids:
            assert set(marks_of(who).values()) == {0}
            assert len(marks_of(who)) == 4


def test_a_report_is_set_aside_with_a_reason_and_never_changes(
    world: World, school: School, address: str
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        report = tell(db.session, world.clock, address, MONDAY)
        with pytest.raises(CannotAnswerReport) as refused:
            service.answer_report(
                db.session, world.clock, actor, AnswerReport(school.group_id, report.id, False)
            )
        assert refused.value.reason is AnswerRefusal.NO_REASON
        why = AnswerReport(school.group_id, report.id, False, "Sendt for feil uke.")
        service.answer_report(db.session, world.clock, actor, why)
        db.session.commit()
        assert marks_of(school.member_ids[0]) == {}
        report.sender = "En annen"
        with pytest.raises(ReportTouched):
            db.session.flush()
        db.session.rollback()
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        with pytest.raises(NotFound):
            service.answer_report(db.session, world.clock, stranger, why)


def test_who_has_a_protected_address_is_initials_to_the_school(
    world: World, school: School, address: str
) -> None:
    with world.app.app_context():
        hidden, shown = (db.session.get_one(Participant, each) for each in school.member_ids[:2])
        hidden.address_protection = AddressProtection.CONFIDENTIAL
        hidden.given_name, hidden.family_name = "Amal", "Yusuf Omar"
        shown.given_name, shown.family_name = "Selam", "Tesfay"
        db.session.commit()
    page = Browser(world.app.test_client()).get(f"/skole/{address}?dag=2026-11-09").text
    assert "A. Y. O." in page
    assert "Yusuf" not in page
    assert "Tesfay, Selam" in page


@pytest.mark.parametrize("what", ["unknown", "closed", "over"])
def test_an_address_that_opens_nothing_says_the_same_whatever_it_is(
    world: World, school: School, address: str, browser_for: BrowserFor, what: str
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        link, secret = make_link(db.session, world.clock, actor, school.group_id)
        late = fixed_clock(world.clock() + timedelta(days=22))
        if what == "over":
            with pytest.raises(CannotUseLink):
                service.open_link(db.session, late, secret, None)
            return
        if what == "closed":
            service.close_link(db.session, world.clock, actor, school.group_id, link.id)
        db.session.commit()
    shown = Browser(world.app.test_client()).get(
        f"/skole/{secret if what == 'closed' else RANDOM_ID}", status=404
    )
    assert "Lenken virker ikke" in shown.text
    assert "Norsk spor 2" not in shown.text


def test_the_pages_from_link_to_marks(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    caseworker = browser_for(Role.CASEWORKER)
    pages = f"/grupper/{school.group_id}/skolelenker"
    typed = {"school": "Fjordvik videregående", "contact": "Kari", "first_day": "02.11.2026"}
    refused = caseworker.submit(pages, {**typed, "last_day": "02.02.2027"}, status=200).text
    assert "høyst to måneder" in refused
    assert "Fjordvik videregående" in refused
    made = caseworker.submit(pages, {**typed, "last_day": "27.11.2026"}, status=201).text
    address = made.split("/skole/")[1].split('"')[0].split("<")[0]
    contact = Browser(world.app.test_client())
    page = f"/skole/{address}"
    shown = contact.get(f"{page}?dag=2026-11-09")
    assert shown.headers["Cache-Control"] == "no-store"
    field = f"t_{school.member_ids[0].hex}_20261110"
    missing = contact.submit(f"{page}?dag=2026-11-09", {field: "1,5"}, status=200).text
    assert "Skriv navnet ditt." in missing
    assert "1,5" in missing
    too_long = contact.submit(
        f"{page}?dag=2026-11-09", {field: "9", "sender": "Kari"}, status=200
    ).text
    assert 'aria-invalid="true"' in too_long
    contact.submit(f"{page}?dag=2026-11-09", {field: "1,5", "sender": "Kari"})
    told = contact.get(f"{page}?dag=2026-11-09").text
    assert "1 dag med fravær" in told
    assert "Se på fraværet skolen har meldt" in caseworker.get("/arbeidsliste").text
    with world.app.app_context():
        report_id = db.session.scalars(select(SchoolReport.id)).one()
    report = f"{pages}/meldinger/{report_id}"
    assert "Borte 1,5 timer" in _plain(caseworker.get(report).text)
    caseworker.submit(report, {})
    assert "Ført" in caseworker.get(pages).text
    with world.app.app_context():
        assert marks_of(school.member_ids[0])[TUESDAY] == 90
    other = browser_for(Role.CASEWORKER, DALHEIM)
    other.get(pages, status=404)
    other.get(report, status=404)
    browser_for(Role.TEACHER).get(pages, status=403)


def _plain(text: str) -> str:
    return text.replace("\u2066", "").replace("\u2069", "").replace("\xa0", " ")
