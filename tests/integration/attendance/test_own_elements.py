"""Elements of a plan with times of their own, and what a participant's week lacks."""

from collections.abc import Callable
from datetime import date, time
from uuid import UUID

import pytest

from app.attendance import queries, service
from app.attendance.commands import AddMember
from app.attendance.errors import CannotChangeMembers, MemberRefusal
from app.attendance.models import GroupKind
from app.attendance.timetable.commands import ScheduleElement, WeeklyTime
from app.attendance.timetable.errors import CannotScheduleElement, ElementRefusal
from app.attendance.timetable.service.elements import schedule_element
from app.attendance.timetable.service.looking import check_week
from app.core.actor import Role
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.kinds import AddressProtection
from app.enrolment.models import Participant
from app.extensions import db
from app.plans.queries import find_current_plan
from app.rules.plan import ElementKind
from tests.support.builders import enrol, fix_plan
from tests.support.client import Browser
from tests.support.world import DALHEIM, World

BrowserFor = Callable[..., Browser]
WEEK = Period(date(2026, 11, 23), date(2026, 11, 29))
TERM = Period(date(2026, 9, 14), date(2027, 2, 26))


@pytest.fixture
def who(world: World) -> UUID:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        participant = enrol(db.session, world.clock, actor)
        fix_plan(db.session, world.clock, actor, participant)
        db.session.commit()
        return participant.id


def practice_of(world: World, who: UUID) -> UUID:
    plan = find_current_plan(db.session, world.scope(), who)
    assert plan is not None
    return next(each.id for each in plan.elements if each.kind is ElementKind.WORK_PRACTICE)


def practice(world: World, who: UUID, **changes: object) -> ScheduleElement:
    filled: dict[str, object] = {
        "participant_id": who,
        "element_id": practice_of(world, who),
        "name": "Praksis på Kiwi",
        "place": "Kiwi Torget",
        "contact": "Anne, 900 00 000",
        "teacher_id": None,
        "period": TERM,
        "times": (WeeklyTime(1, time(8), time(14)), WeeklyTime(4, time(8), time(14))),
    }
    return ScheduleElement(**{**filled, **changes})  # type: ignore[arg-type]


def test_practice_becomes_a_group_of_one_with_sessions(world: World, who: UUID) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        group = schedule_element(db.session, world.clock, actor, practice(world, who))
        assert group.kind is GroupKind.INDIVIDUAL
        found = queries.list_sessions(db.session, actor.scope, group.id, WEEK)
        assert [(each.day.day, each.minutes) for each in found] == [(23, 360), (26, 360)]
        planned = dict(queries.scheduled_minutes(db.session, actor.scope, WEEK))
        assert sum(planned[who].values()) == 720
        assert queries.list_groups(db.session, actor.scope, WEEK.first_day) == []
        another = enrol(db.session, world.clock, actor, identity_number="")
        joined = AddMember(group.id, another.id, WEEK.first_day)
        with pytest.raises(CannotChangeMembers) as refusal:
            service.add_member(db.session, world.clock, actor, joined)
        assert refusal.value.reason is MemberRefusal.INDIVIDUAL


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"times": ()}, ElementRefusal.NO_TIMES),
        ({"times": (WeeklyTime(1, time(9), time(9)),)}, ElementRefusal.ENDS_BEFORE_IT_STARTS),
        ({"period": Period(date(2026, 9, 1), date(2026, 12, 1))}, ElementRefusal.OUTSIDE_ELEMENT),
    ],
)
def test_impossible_times_are_refused(
    world: World, who: UUID, changes: dict[str, object], reason: ElementRefusal
) -> None:
    with world.app.app_context():
        command = practice(world, who, **changes)
        with pytest.raises(CannotScheduleElement) as refusal:
            schedule_element(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        assert refusal.value.reason is reason


def test_an_element_gets_times_once_and_from_its_own_municipality(world: World, who: UUID) -> None:
    with world.app.app_context():
        command = practice(world, who)
        stranger = world.actor(Role.CASEWORKER, DALHEIM)
        with pytest.raises(NotFound):
            schedule_element(db.session, world.clock, stranger, command)
        schedule_element(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        with pytest.raises(CannotScheduleElement) as refusal:
            schedule_element(db.session, world.clock, world.actor(Role.CASEWORKER), command)
        assert refusal.value.reason is ElementRefusal.ALREADY_SCHEDULED


def test_the_check_says_what_is_lacking(world: World, who: UUID) -> None:
    with world.app.app_context():
        actor = world.actor(Role.CASEWORKER)
        (gap,) = check_week(db.session, world.clock, actor, WEEK).gaps
        assert (gap.participant_id, gap.scheduled) == (who, 0)
        assert gap.missing == gap.planned == 38 * 60
        assert gap.below_full_time == 2250
        schedule_element(db.session, world.clock, actor, practice(world, who))
        (gap,) = check_week(db.session, world.clock, actor, WEEK).gaps
        assert gap.missing == (38 - 12) * 60


def test_the_pages_give_practice_its_times(
    world: World, who: UUID, browser_for: BrowserFor
) -> None:
    browser = browser_for(Role.CASEWORKER)
    page = f"/deltakere/{who}/timeplan"
    with world.app.app_context():
        url = f"{page}/{practice_of(world, who)}"
    assert url in browser.get(page).text
    filled = {
        "name": "Praksis på Kiwi",
        "place": "Kiwi Torget",
        "first_day": "2026-11-02",
        "last_day": "2026-12-18",
        "starts_1": "8.00",
        "ends_1": "14.00",
        "starts_2": "8.00",
    }
    half = browser.submit(url, filled, status=200)
    assert "Skriv både når det begynner og når det slutter." in half.text
    browser.submit(url, {**filled, "starts_2": ""})
    shown = browser.get(f"{page}?uke=2026-W48").text
    assert "08.00–14.00" in shown
    assert "Kiwi Torget" in shown
    assert "Se tidene" in shown
    assert "Egne opplegg" in browser.get("/grupper").text
    group = shown.split("Se tidene")[0].rsplit('href="', 1)[1].split('"')[0]
    assert "Kiwi Torget" in browser.get(group).text
    with world.app.app_context():
        participant = db.session.get_one(Participant, who)
        participant.address_protection = AddressProtection.CONFIDENTIAL
        db.session.commit()
    for url in (f"{page}?uke=2026-W48", group, f"{group}/timeplan?uke=2026-W48"):
        assert "Kiwi Torget" not in browser.get(url).text


def test_a_participant_of_another_municipality_is_not_found(
    world: World, who: UUID, browser_for: BrowserFor
) -> None:
    stranger = browser_for(Role.CASEWORKER, DALHEIM)
    stranger.get(f"/deltakere/{who}/timeplan", 404)
    with world.app.app_context():
        url = f"/deltakere/{who}/timeplan/{practice_of(world, who)}"
    stranger.get(url, 404)


def test_the_check_takes_the_same_number_of_queries_however_many_people(
    world: World,
    who: UUID,
    browser_for: BrowserFor,
    count_queries: Callable[[], object],
) -> None:
    browser = browser_for(Role.CASEWORKER)
    counts = []
    for _round in range(2):
        browser.get("/timeplan")
        with count_queries() as statements:  # type: ignore[attr-defined]
            browser.get("/timeplan")
        counts.append(len(statements))
        with world.app.app_context():
            actor = world.actor(Role.CASEWORKER)
            another = enrol(db.session, world.clock, actor, identity_number="")
            fix_plan(db.session, world.clock, actor, another)
            db.session.commit()
    assert counts[0] == counts[1] < 20
