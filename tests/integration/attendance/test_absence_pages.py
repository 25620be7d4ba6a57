"""Registering, changing and withdrawing absences through the front door."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from app.attendance import service
from app.attendance.commands import AbsenceContent, Mark, MarkWeek, RegisterAbsence
from app.attendance.models import Absence, AbsenceStatus
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.enrolment.models import Child
from app.extensions import db
from app.rules.absence import AbsenceReason, WelfareGround
from tests.support.builders import enrol
from tests.support.client import Browser, words
from tests.support.school import School, begin_programme
from tests.support.world import DALHEIM, RANDOM_ID, World

BrowserFor = Callable[..., Browser]
ILL = {
    "first_day": "2026-11-12",
    "last_day": "2026-11-13",
    "reason": "own_illness",
    "is_self_certified": "y",
}
SAVE = {"action": "save"}


@pytest.fixture
def url(school: School) -> str:
    return f"/deltakere/{school.member_ids[0]}/fravaer"


def absences(world: World) -> list[Absence]:
    with world.app.app_context():
        return list(db.session.scalars(select(Absence).order_by(Absence.first_day)))


def register(world: World, who: UUID, content: AbsenceContent) -> UUID:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        made = service.register_absence(
            db.session, world.clock, actor, RegisterAbsence(who, content)
        )
        db.session.commit()
        return made.id


def test_the_rules_are_shown_before_anything_is_saved(
    world: World, browser_for: BrowserFor, url: str
) -> None:
    browser = browser_for(Role.CASEWORKER)
    shown = browser.submit(f"{url}/ny", ILL, status=200).text
    assert "Dette sier reglene" in shown
    assert "Lovlig, med stønad" in shown
    assert "Det er levert egenmelding." in shown
    assert "integreringsforskriften § 8" in shown
    assert "1 av 3 kalenderdager igjen" in shown
    assert absences(world) == []
    answer = browser.submit(f"{url}/ny", {**ILL, **SAVE})
    assert answer.location == url
    (saved,) = absences(world)
    assert (saved.reason, saved.is_self_certified) == (AbsenceReason.OWN_ILLNESS, True)
    assert "12.11.2026–13.11.2026" in browser.get(url).text


def test_what_is_invalid_and_what_costs_the_benefit_is_said(
    browser_for: BrowserFor, url: str
) -> None:
    browser = browser_for(Role.CASEWORKER)
    none = browser.submit(f"{url}/ny", {**ILL, "reason": "none"}, status=200).text
    assert "Ugyldig" in none
    unpaid = {**ILL, "reason": "long_illness_unpaid", "is_granted": "y"}
    unpaid["has_medical_certificate"] = "y"
    answer = browser.submit(f"{url}/ny", unpaid, status=200).text
    assert "Lovlig, uten stønad" in answer
    assert "legges til programtiden" in answer


def test_a_missed_day_is_listed_until_a_reason_is_registered(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    with world.app.app_context():
        actor = world.actor(Role.TEACHER)
        lesson = school.sessions(db.session, actor)[1]
        mark = Mark(lesson.id, school.member_ids[0], 40)
        service.mark_week(db.session, world.clock, actor, MarkWeek(school.group_id, (mark,)))
        db.session.commit()
    browser = browser_for(Role.CASEWORKER)
    page = browser.get(url).text
    assert "Mangler grunn" in page
    assert "40 minutter" in page
    link = f"{url}/ny?dag=2026-11-10&minutter=40"
    assert link.replace("&", "&amp;") in page
    form = browser.filled(link)
    assert (form["first_day"], form["last_day"], form["hours"]) == (
        "2026-11-10",
        "2026-11-10",
        "0,67",
    )
    form |= {"reason": "permission", "is_granted": "y", **SAVE}
    browser.send(f"{url}/ny", form)
    assert "Mangler grunn" not in browser.get(url).text
    assert absences(world)[0].minutes == 40


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"last_day": "2026-11-11"}, "Den siste dagen kan ikke være før den første."),
        ({"last_day": "2028-11-13"}, "Fraværet er lengre enn ett år."),
        ({"first_day": "2026-09-01"}, "Dagen er før programmet begynte."),
        ({"reason": "child_illness"}, "Velg hvilket barn som er sykt."),
        ({"reason": "religious_holiday"}, "Skriv når deltakeren sa fra."),
        ({"hours": "3,5", "last_day": "2026-11-12"}, "flere timer enn det er planlagt"),
        ({"child_id": str(RANDOM_ID)}, "Velg ett av alternativene i listen."),
        ({"reason": ""}, "Velg en grunn."),
        ({"hours": "tre"}, "Skriv timene som et tall"),
        ({"first_day": "i går"}, "Skriv datoen slik"),
    ],
)
@pytest.mark.parametrize("action", [{}, SAVE])
def test_what_cannot_be_is_refused_with_what_was_typed(
    world: World,
    browser_for: BrowserFor,
    url: str,
    changes: dict[str, str],
    sentence: str,
    action: dict[str, str],
) -> None:
    typed = {**ILL, "note": "Ringte mandag", **changes, **action}
    answer = browser_for(Role.CASEWORKER).submit(f"{url}/ny", typed, status=200)
    assert sentence in answer.text
    assert "Ringte mandag" in answer.text
    assert absences(world) == []


def test_a_day_has_one_absence_but_parts_of_it_may_have_two(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    who, day = school.member_ids[0], date(2026, 11, 12)
    register(world, who, AbsenceContent(day, day, AbsenceReason.PERMISSION, minutes=60))
    browser = browser_for(Role.CASEWORKER)
    whole = browser.submit(f"{url}/ny", {**ILL, **SAVE}, status=200)
    assert "allerede registrert fravær" in whole.text
    part = {"first_day": "2026-11-12", "last_day": "2026-11-12", "hours": "1,5", "reason": "none"}
    browser.submit(f"{url}/ny", {**part, **SAVE})
    too_much = {**part, "hours": "0,75"}
    answer = browser.submit(f"{url}/ny", {**too_much, **SAVE}, status=200)
    assert "flere timer enn det er planlagt" in answer.text
    assert [row.minutes for row in absences(world)] in ([60, 90], [90, 60])


def test_an_absence_is_changed(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    who, day = school.member_ids[0], date(2026, 11, 12)
    content = AbsenceContent(
        day,
        day,
        AbsenceReason.WELFARE_LEAVE,
        minutes=90,
        is_granted=True,
        welfare_ground=WelfareGround.APPOINTMENT,
        note="Time hos tannlege",
    )
    page = f"{url}/{register(world, who, content)}/rediger"
    browser = browser_for(Role.LEADER)
    form = browser.filled(page)
    assert form["hours"] == "1,5"
    assert form["reason"] == ["welfare_leave"]
    assert form["note"].strip() == "Time hos tannlege"
    browser.send(page, {**form, "hours": "2", **SAVE})
    (saved,) = absences(world)
    assert saved.minutes == 120
    assert saved.welfare_ground is WelfareGround.APPOINTMENT
    with world.app.app_context():
        event = db.session.scalars(
            select(AuditEvent).where(AuditEvent.action == Action.ABSENCE_CHANGED)
        ).one()
        assert event.details["fields"] == ["minutes"]
        assert event.participant_id == who


def test_a_stale_edit_shows_what_others_changed_and_keeps_what_was_typed(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    who, day = school.member_ids[0], date(2026, 11, 12)
    absence_id = register(world, who, AbsenceContent(day, day, AbsenceReason.NONE))
    page = f"{url}/{absence_id}/rediger"
    browser = browser_for(Role.CASEWORKER)
    mine = browser.filled(page, {"note": "Min merknad", **SAVE})
    theirs = browser.filled(page, {"reason": "permission", "is_granted": "y", **SAVE})
    browser.send(page, theirs)
    answer = browser.send(page, mine, status=200)
    assert "Andre har endret dette siden du åpnet siden" in answer.text
    assert "Grunn: Avtalt fri av andre grunner" in answer.text
    assert "Innvilget: ja" in answer.text
    assert "Omfang:" not in answer.text
    assert "Min merknad" in answer.text
    browser.send(page, {**mine, "row_version": "2"})
    (saved,) = absences(world)
    assert (saved.reason, saved.note) == (AbsenceReason.NONE, "Min merknad")


def test_a_withdrawn_absence_stays_visible_and_counts_no_more(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    who = school.member_ids[0]
    content = AbsenceContent(
        date(2026, 11, 12), date(2026, 11, 13), AbsenceReason.OWN_ILLNESS, is_self_certified=True
    )
    absence_id = register(world, who, content)
    browser = browser_for(Role.CASEWORKER)
    assert "1 av 3 kalenderdager igjen" in browser.get(url).text
    action = f"{url}/{absence_id}/trekk"
    stale = browser.filled(url, {"row_version": "7"}, action=action)
    browser.send(url, stale, action=action, status=409)
    browser.submit(url, action=action)
    page = browser.get(url).text
    assert "Trukket tilbake" in page
    assert "3 av 3 kalenderdager igjen" in page
    assert absences(world)[0].status is AbsenceStatus.WITHDRAWN
    answer = browser.submit(f"{url}/{absence_id}/rediger", SAVE, status=200)
    assert "trukket tilbake og kan ikke endres" in answer.text
    browser.submit(f"{url}/ny", {**ILL, **SAVE})


def test_sent_twice_registered_once(world: World, browser_for: BrowserFor, url: str) -> None:
    browser = browser_for(Role.CASEWORKER)
    form = browser.filled(f"{url}/ny", {**ILL, **SAVE})
    for _time in range(2):
        assert browser.send(f"{url}/ny", form).location == url
    assert len(absences(world)) == 1


def test_a_childs_illness_names_the_child(world: World, browser_for: BrowserFor) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        mother = enrol(
            db.session, world.clock, actor, identity_number="", children=(date(2020, 4, 1),)
        )
        begin_programme(db.session, world.clock, actor, mother)
        db.session.commit()
        url = f"/deltakere/{mother.id}/fravaer"
    browser = browser_for(Role.CASEWORKER)
    assert "Barnet født 01.04.2020" in browser.get(f"{url}/ny").text
    with world.app.app_context():
        child = db.session.scalars(select(Child.id)).one()
    ill = {**ILL, "reason": "child_illness", "child_id": str(child)}
    shown = browser.submit(f"{url}/ny", ill, status=200).text
    assert "Lovlig, med stønad" in shown
    assert "8 av 10 virkedager igjen" in shown
    browser.submit(f"{url}/ny", {**ill, **SAVE})
    assert absences(world)[0].child_id == child


def test_before_the_programme_there_is_nothing_to_register(
    world: World, browser_for: BrowserFor
) -> None:
    with world.app.app_context():
        early = enrol(db.session, world.clock, world.actor(Role.CASEWORKER), identity_number="")
        db.session.commit()
        url = f"/deltakere/{early.id}/fravaer"
    browser = browser_for(Role.CASEWORKER)
    assert "Programmet har ikke begynt" in browser.get(url).text
    answer = browser.submit(f"{url}/ny", {**ILL, **SAVE}, status=200)
    assert "Deltakeren har ikke noe program ennå." in answer.text


@pytest.mark.parametrize("page", ["", "/ny", "/{absence}/rediger"])
def test_the_neighbour_sees_nothing(
    world: World, school: School, browser_for: BrowserFor, page: str
) -> None:
    day = date(2026, 11, 12)
    who = school.member_ids[0]
    absence = register(world, who, AbsenceContent(day, day, AbsenceReason.NONE))
    neighbour = browser_for(Role.CASEWORKER, DALHEIM)
    hers = f"/deltakere/{who}/fravaer{page.format(absence=absence)}"
    nobodys = f"/deltakere/{RANDOM_ID}/fravaer{page.format(absence=RANDOM_ID)}"
    assert words(neighbour.get(hers, 404)) == words(neighbour.get(nobodys, 404))


def test_an_absence_is_found_under_its_own_participant_only(
    world: World, school: School, browser_for: BrowserFor
) -> None:
    day = date(2026, 11, 12)
    absence = register(world, school.member_ids[0], AbsenceContent(day, day, AbsenceReason.NONE))
    other = f"/deltakere/{school.member_ids[1]}/fravaer/{absence}/rediger"
    browser_for(Role.CASEWORKER).get(other, 404)


@pytest.mark.parametrize(
    "role", [Role.TEACHER, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.PARTICIPANT]
)
def test_only_those_with_the_case_see_absences(
    browser_for: BrowserFor, url: str, role: Role
) -> None:
    for page in ("", "/ny"):
        browser_for(role).get(url + page, 403)


def test_looks_and_writes_are_recorded_without_the_reason(
    world: World, school: School, browser_for: BrowserFor, url: str
) -> None:
    browser = browser_for(Role.CASEWORKER)
    browser.get(url)
    browser.submit(f"{url}/ny", {**ILL, **SAVE})
    with world.app.app_context():
        events = db.session.scalars(
            select(AuditEvent)
            .where(AuditEvent.participant_id == school.member_ids[0])
            .order_by(AuditEvent.id.desc())
        ).all()
    assert events[0].action is Action.ABSENCE_REGISTERED
    assert {event.action for event in events} >= {Action.ABSENCES_VIEWED}
    assert "illness" not in str([event.details for event in events])


def test_the_page_takes_as_many_queries_for_much_absence_as_for_little(
    world: World,
    school: School,
    browser_for: BrowserFor,
    url: str,
    count_queries: Callable[[], Any],
) -> None:
    browser = browser_for(Role.CASEWORKER)
    browser.get(url)
    counts = []
    for days in ((2,), (3, 4, 5, 9, 10, 11)):
        for day in days:
            register(
                world,
                school.member_ids[0],
                AbsenceContent(date(2026, 11, day), date(2026, 11, day), AbsenceReason.NONE),
            )
        with count_queries() as statements:
            browser.get(url)
        counts.append(len(statements))
    assert counts[0] == counts[1]
    assert counts[0] < 20
