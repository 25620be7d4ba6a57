"""What the benefit and the worklist are told about a period."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from app.attendance import queries, service
from app.attendance.commands import (
    AbsenceContent,
    AddMember,
    CancelSession,
    EndMembership,
    GenerateSessions,
    Mark,
    MarkWeek,
    RegisterAbsence,
)
from app.attendance.facts import unexplained_absences
from app.attendance.queries import AbsentDay, UnexplainedDay
from app.core.actor import Actor, Role
from app.core.period import Period, month_period
from app.extensions import db
from app.rules.absence import AbsenceReason
from tests.support.school import WEEK, School, attend, open_school
from tests.support.world import DALHEIM, World

MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (date(2026, 11, day) for day in (9, 10, 11, 12))
LESSON = 180


@pytest.fixture
def caseworker(world: World, school: School) -> Actor:
    with world.app.app_context():
        return world.actor(Role.CASEWORKER)


def missed(world: World, actor: Actor, school: School, who: UUID, minutes: dict[date, int]) -> None:
    """Mark somebody absent on these days."""
    days = {each.day: each.id for each in school.sessions(db.session, actor)}
    marks = tuple(Mark(days[day], who, count) for day, count in minutes.items())
    service.mark_week(db.session, world.clock, actor, MarkWeek(school.group_id, marks))
    db.session.commit()


def register(world: World, actor: Actor, who: UUID, content: AbsenceContent) -> None:
    service.register_absence(db.session, world.clock, actor, RegisterAbsence(who, content))
    db.session.commit()


def test_only_what_was_missed_is_told_with_what_was_planned(
    world: World, school: School, caseworker: Actor
) -> None:
    first, second = school.member_ids
    with world.app.app_context():
        missed(world, caseworker, school, first, {MONDAY: LESSON, TUESDAY: 20, WEDNESDAY: 0})
        told = dict(queries.absent_minutes(db.session, caseworker.scope, WEEK))
    assert told == {first: (AbsentDay(MONDAY, 180, 180), AbsentDay(TUESDAY, 20, 180))}
    assert [day.is_whole_day for day in told[first]] == [True, False]
    assert second not in told


def test_two_groups_on_one_day_are_added(world: World, school: School, caseworker: Actor) -> None:
    who = school.member_ids[0]
    with world.app.app_context():
        other = open_school(db.session, world.clock, caseworker, name="Den andre", members=0)
        service.add_member(
            db.session, world.clock, caseworker, AddMember(other.group_id, who, TUESDAY)
        )
        missed(world, caseworker, other, who, {TUESDAY: 60})
        missed(world, caseworker, school, who, {MONDAY: 180, TUESDAY: 30})
        told = dict(queries.absent_minutes(db.session, caseworker.scope, WEEK))
        planned = dict(queries.scheduled_minutes(db.session, caseworker.scope, WEEK))
        alone = dict(
            queries.scheduled_minutes(db.session, caseworker.scope, WEEK, participant_id=who)
        )
    assert told[who] == (AbsentDay(MONDAY, 180, 180), AbsentDay(TUESDAY, 90, 360))
    assert planned[who] == {MONDAY: 180, TUESDAY: 360, WEDNESDAY: 360, THURSDAY: 360}
    assert alone == {who: planned[who]}


def test_a_cancelled_session_is_neither_planned_missed_nor_waiting(
    world: World, school: School, caseworker: Actor
) -> None:
    who = school.member_ids[0]
    with world.app.app_context():
        missed(world, caseworker, school, who, {MONDAY: LESSON})
        lesson = school.sessions(db.session, caseworker)[0].id
        command = CancelSession(school.group_id, lesson, is_cancelled=True)
        service.cancel_session(db.session, world.clock, caseworker, command)
        scope = caseworker.scope
        assert dict(queries.absent_minutes(db.session, scope, WEEK)) == {}
        assert MONDAY not in dict(queries.scheduled_minutes(db.session, scope, WEEK))[who]
        waiting = dict(queries.unmarked_sessions(db.session, scope, WEEK))
        assert [each.day for each in waiting[who]] == [TUESDAY, WEDNESDAY, THURSDAY]
        assert queries.list_unexplained_absences(db.session, scope, WEEK) == []


def test_sessions_wait_until_everybody_is_marked(
    world: World, school: School, caseworker: Actor
) -> None:
    scope = caseworker.scope
    with world.app.app_context():
        waiting = queries.list_unmarked_groups(db.session, scope, WEEK)
        assert waiting == [(school.group_id, "Norsk spor 2", MONDAY, 8)]
        attend(db.session, world.clock, caseworker, school)
        assert dict(queries.unmarked_sessions(db.session, scope, WEEK)) == {}
        assert queries.list_unmarked_groups(db.session, scope, WEEK) == []


def test_who_has_left_waits_for_nothing(world: World, school: School, caseworker: Actor) -> None:
    with world.app.app_context():
        member = queries.list_members(db.session, caseworker.scope, school.group_id)[0]
        command = EndMembership(school.group_id, member.membership_id, MONDAY)
        service.end_membership(db.session, world.clock, caseworker, command)
        waiting = dict(queries.unmarked_sessions(db.session, caseworker.scope, WEEK))
    assert [each.day for each in waiting[member.participant_id]] == [MONDAY]


def test_a_day_lacks_a_reason_until_all_of_it_is_explained(
    world: World, school: School, caseworker: Actor
) -> None:
    who, scope = school.member_ids[0], caseworker.scope
    with world.app.app_context():
        missed(world, caseworker, school, who, {MONDAY: LESSON, TUESDAY: 90})
        found = queries.list_unexplained_absences(db.session, scope, WEEK)
        assert found == [UnexplainedDay(who, TUESDAY, 90), UnexplainedDay(who, MONDAY, 180)]
        register(
            world,
            caseworker,
            who,
            AbsenceContent(TUESDAY, TUESDAY, AbsenceReason.PERMISSION, minutes=60),
        )
        register(world, caseworker, who, AbsenceContent(MONDAY, MONDAY, AbsenceReason.NONE))
        found = queries.list_unexplained_absences(db.session, scope, WEEK, participant_id=who)
        assert found == [UnexplainedDay(who, TUESDAY, 30)]
        days = dict(queries.absent_minutes(db.session, scope, WEEK))[who]
        rows = queries.list_absences_history(db.session, scope, None, WEEK.last_day)[who]
        (rest,) = unexplained_absences(days, rows)
    assert (rest.first_day, rest.reason) == (TUESDAY, AbsenceReason.NONE)
    assert rest.hours == Fraction(1, 2)


def test_the_neighbour_is_told_nothing(world: World, school: School, caseworker: Actor) -> None:
    who = school.member_ids[0]
    with world.app.app_context():
        missed(world, caseworker, school, who, {MONDAY: LESSON})
        register(world, caseworker, who, AbsenceContent(MONDAY, MONDAY, AbsenceReason.NONE))
        scope = world.actor(Role.CASEWORKER, DALHEIM).scope
        assert list(queries.absent_minutes(db.session, scope, WEEK)) == []
        assert list(queries.scheduled_minutes(db.session, scope, WEEK)) == []
        assert list(queries.unmarked_sessions(db.session, scope, WEEK)) == []
        assert queries.list_unexplained_absences(db.session, scope, WEEK) == []
        assert queries.list_unmarked_groups(db.session, scope, WEEK) == []
        assert queries.list_absences_history(db.session, scope, [who], WEEK.last_day) == {}


def test_history_is_oldest_first_and_knows_no_withdrawn(
    world: World, school: School, caseworker: Actor
) -> None:
    who = school.member_ids[0]
    with world.app.app_context():
        for day in (THURSDAY, MONDAY):
            register(world, caseworker, who, AbsenceContent(day, day, AbsenceReason.NONE))
        history = queries.list_absences_history(db.session, caseworker.scope, [who], WEDNESDAY)
        assert [row.first_day for row in history[who]] == [MONDAY]
        history = queries.list_absences_history(db.session, caseworker.scope, None, THURSDAY)
        assert [row.first_day for row in history[who]] == [MONDAY, THURSDAY]


def test_sessions_are_made_once_and_never_on_a_public_holiday(
    world: World, school: School, caseworker: Actor
) -> None:
    with world.app.app_context():
        before = school.sessions(db.session, caseworker, month_period(2026, 11))
        command = GenerateSessions(school.group_id, month_period(2026, 11))
        assert service.generate_sessions(db.session, world.clock, caseworker, command) == 0
        after = school.sessions(db.session, caseworker, month_period(2026, 11))
        assert [each.id for each in before] == [each.id for each in after]
        spring = open_school(
            db.session,
            world.clock,
            caseworker,
            name="Vår",
            members=0,
            last_day=date(2027, 6, 18),
        )
        easter = Period(date(2027, 3, 22), date(2027, 3, 30))
        days = [each.day.day for each in spring.sessions(db.session, caseworker, easter)]
        assert days == [22, 23, 24, 30]


def test_a_month_takes_as_many_queries_for_many_as_for_few(
    world: World, school: School, caseworker: Actor, count_queries: Callable[[], Any]
) -> None:
    counts = []
    with world.app.app_context():
        for _round in range(2):
            attend(db.session, world.clock, caseworker, school)
            with count_queries() as statements:
                for ask in (
                    queries.absent_minutes,
                    queries.scheduled_minutes,
                    queries.unmarked_sessions,
                ):
                    list(ask(db.session, caseworker.scope, WEEK))
            counts.append(len(statements))
            open_school(db.session, world.clock, caseworker, name=f"Flere {_round}", members=3)
            db.session.commit()
    assert counts[0] == counts[1] == 3
