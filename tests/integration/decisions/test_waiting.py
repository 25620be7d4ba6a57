"""What the worklist says of decisions, from the fixed plan until no appeal can come any more."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.core.clock import OSLO, fixed_clock, today
from app.decisions import service
from app.decisions.commands import RegisterArrival, RegisterSending
from app.decisions.models import AdministrativeDecision
from app.decisions.states import ArrivalSource, SendingWay
from app.extensions import db
from app.reporting.worklist.service import open_worklist
from app.reporting.worklist.tasks import Section, Task, TaskKind
from app.rules.law import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.decisions import begin, change_essentially, issue, place_of
from tests.support.world import DALHEIM, FJORDVIK, World

pytestmark = pytest.mark.usefixtures("app_context")


@pytest.fixture
def who(world: World, app_context: None) -> UUID:
    """Somebody with a fixed plan."""
    actor = world.actor(Role.CASEWORKER)
    participant = enrol(db.session, world.clock, actor)
    fix_plan(db.session, world.clock, actor, participant)
    return participant.id


def waiting(world: World, on: date | None = None, domain: str = FJORDVIK) -> list[Task]:
    """Return the tasks about decisions, as a leader sees them on a day."""
    clock = world.clock
    if on is not None:
        clock = fixed_clock(datetime(on.year, on.month, on.day, 12, tzinfo=OSLO))
    actor = world.actor(Role.LEADER, domain)
    return list(
        open_worklist(db.session, clock, actor, InstallationDates()).tasks[Section.DECISIONS]
    )


def the_one(world: World, on: date | None = None) -> Task:
    (task,) = waiting(world, on)
    return task


def send(world: World, decision: AdministrativeDecision) -> None:
    on = today(world.clock)
    command = RegisterSending(decision.participant_id, decision.id, SendingWay.POST, on)
    service.register_sending(db.session, world.clock, world.actor(Role.CASEWORKER), command)


def arrive(world: World, decision: AdministrativeDecision) -> None:
    on = today(world.clock)
    source = ArrivalSource.RECEIPT
    command = RegisterArrival(decision.participant_id, decision.id, on, source)
    service.register_arrival(db.session, world.clock, world.actor(Role.CASEWORKER), command)


def test_a_decision_waits_at_every_step_until_no_appeal_can_come(world: World, who: UUID) -> None:
    actor, on = world.actor(Role.CASEWORKER), today(world.clock)
    assert the_one(world).kind is TaskKind.WRITE_DECISION
    draft = begin(db.session, world, actor, who)
    assert (the_one(world).kind, the_one(world).decision_id) == (
        TaskKind.FINISH_DECISION,
        draft.id,
    )
    decision = issue(db.session, world, actor, draft)
    assert the_one(world).kind is TaskKind.SEND_LETTER
    send(world, decision)
    assert the_one(world).kind is TaskKind.CONFIRM_ARRIVAL
    assert the_one(world, on + timedelta(days=400)).kind is TaskKind.CONFIRM_ARRIVAL
    arrive(world, decision)
    assert (the_one(world).kind, the_one(world).due_on) == (
        TaskKind.AWAIT_APPEAL,
        date(2026, 12, 11),
    )
    assert the_one(world, date(2026, 12, 11)).kind is TaskKind.AWAIT_APPEAL
    assert waiting(world, date(2026, 12, 12)) == []


def test_a_draft_that_a_leader_has_waits_for_her(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    municipality = get_municipality(db.session, actor.scope)
    municipality.policies = {**municipality.policies, "decision_approval": "leader"}
    draft = begin(db.session, world, actor, who)
    service.ask_approval(db.session, world.clock, actor, place_of(draft))
    assert the_one(world).kind is TaskKind.APPROVE_DECISION


def test_an_essential_change_waits_for_its_own_decision(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    decision = issue(db.session, world, actor, begin(db.session, world, actor, who))
    change_essentially(db.session, world, actor, who)
    kinds = {task.kind for task in waiting(world)}
    assert kinds == {TaskKind.WRITE_DECISION, TaskKind.SEND_LETTER}
    assert {task.decision_id for task in waiting(world)} == {None, decision.id}


def test_another_municipality_waits_for_nothing(world: World, who: UUID) -> None:
    begin(db.session, world, world.actor(Role.CASEWORKER), who)
    assert waiting(world, domain=DALHEIM) == []
    assert [task.person and task.person.participant_id for task in waiting(world)] == [who]
