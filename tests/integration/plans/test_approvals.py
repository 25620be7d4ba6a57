"""Approving plans: who may, what is approved, and that nothing else is fixed."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.accounts.queries import get_municipality
from app.accounts.service import create_user
from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.core.errors import NotFound, NotPermitted
from app.extensions import db
from app.plans import service
from app.plans.answers.commands import AskApproval, DecideApproval
from app.plans.answers.errors import ApprovalRefusal, CannotApprovePlan
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.answers.models import AnswerTouched, PlanApproval
from app.plans.answers.queries import find_approval, list_waiting_approvals
from app.plans.answers.service import ask_approval, decide_approval
from app.plans.errors import CannotFixPlan, FixRefusal, PlanChanged
from app.plans.queries import get_draft
from app.rules.plan import ElementKind
from tests.integration.plans.conftest import COMPLETE, Plans, element
from tests.support.client import Browser
from tests.support.world import PASSWORD, World

BrowserFor = Callable[..., Browser]


def demand_approval(plans: Plans) -> None:
    """Let the municipality choose that a leader approves plans."""
    municipality = get_municipality(db.session, plans.actor.scope)
    municipality.policies = {**municipality.policies, "plan_approval": "leader"}
    db.session.flush()


def complete(plans: Plans) -> None:
    demand_approval(plans)
    plans.create()
    plans.add(*COMPLETE)


def leader(plans: Plans) -> Actor:
    return plans.world.actor(Role.LEADER, plans.domain)


def ask(plans: Plans, actor: Actor | None = None) -> PlanApproval:
    draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
    command = AskApproval(plans.participant_id, draft.row_version, "Se på praksisen.")
    return ask_approval(db.session, plans.world.clock, actor or plans.actor, command)


def decide(
    plans: Plans,
    actor: Actor | None = None,
    outcome: ApprovalOutcome = ApprovalOutcome.APPROVED,
    reason: str = "",
) -> PlanApproval:
    draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
    command = DecideApproval(plans.participant_id, draft.row_version, outcome, reason)
    return decide_approval(db.session, plans.world.clock, actor or leader(plans), command)


def refusal(call: Callable[[], object]) -> ApprovalRefusal:
    with pytest.raises(CannotApprovePlan) as refused:
        call()
    return refused.value.reason


@pytest.mark.usefixtures("app_context")
def test_a_plan_is_fixed_only_as_it_was_approved(plans: Plans) -> None:
    complete(plans)
    with pytest.raises(CannotFixPlan) as refused:
        plans.fix()
    assert refused.value.reason is FixRefusal.NOT_APPROVED
    ask(plans)
    with pytest.raises(CannotFixPlan):
        plans.fix()
    decide(plans)
    plans.add(element(ElementKind.OWN_ACTIVITY, 1))
    with pytest.raises(CannotFixPlan) as refused:
        plans.fix()
    assert refused.value.reason is FixRefusal.NOT_APPROVED, "it was changed since"
    ask(plans)
    decide(plans)
    assert plans.fix().version == 1
    actions = db.session.scalars(
        select(AuditEvent.action).where(AuditEvent.action.in_(["plan_approved", "plan_fixed"]))
    )
    assert [each.value for each in actions] == ["plan_approved", "plan_approved", "plan_fixed"]


@pytest.mark.usefixtures("app_context")
def test_without_the_choice_nobody_approves(plans: Plans) -> None:
    plans.create()
    plans.add(*COMPLETE)
    assert refusal(lambda: ask(plans)) is ApprovalRefusal.NOT_DEMANDED
    assert plans.fix().version == 1


@pytest.mark.usefixtures("app_context")
def test_sending_back_needs_a_reason_and_stops_the_plan(plans: Plans) -> None:
    complete(plans)
    ask(plans)
    back = ApprovalOutcome.SENT_BACK
    assert refusal(lambda: decide(plans, outcome=back)) is ApprovalRefusal.NO_REASON
    decide(plans, outcome=back, reason="Praksisen er ikke begrunnet.")
    with pytest.raises(CannotFixPlan):
        plans.fix()
    assert refusal(lambda: decide(plans)) is ApprovalRefusal.NOTHING_SENT
    ask(plans)
    assert decide(plans).number == 2
    plans.fix()


@pytest.mark.usefixtures("app_context")
def test_only_a_leader_approves_and_never_her_own_work(plans: Plans, world: World) -> None:
    complete(plans)
    other = create_user(
        db.session,
        world.clock,
        plans.actor.scope,
        username="leder2@fjordvik.example",
        display_name="Leder To",
        role=Role.LEADER,
        password=PASSWORD,
    )
    second = Actor(other.id, Role.LEADER, plans.actor.scope)
    ask(plans, leader(plans))
    assert refusal(lambda: decide(plans)) is ApprovalRefusal.OWN_WORK
    with pytest.raises(NotPermitted):
        decide(plans, plans.actor)
    assert decide(plans, second).decided_by == other.id


@pytest.mark.usefixtures("app_context")
def test_a_leader_who_wrote_in_the_draft_does_not_approve_it(plans: Plans) -> None:
    complete(plans)
    written = replace(plans, world=_AsLeader(plans.world.app))
    written.add(element(ElementKind.OWN_ACTIVITY, 1))
    ask(plans)
    assert refusal(lambda: decide(plans)) is ApprovalRefusal.OWN_WORK


class _AsLeader(World):
    """Everybody is the leader."""

    def actor(self, role: Role, domain: str = "fjordvik.example") -> Actor:
        return super().actor(Role.LEADER, domain)


@pytest.mark.usefixtures("app_context")
def test_the_database_itself_keeps_maker_and_checker_apart(plans: Plans) -> None:
    complete(plans)
    approval = ask(plans)
    db.session.commit()
    forged = (
        update(PlanApproval)
        .where(PlanApproval.id == approval.id)
        .values(outcome="approved", decided_by=approval.asked_by, decided_at=approval.asked_at)
    )
    with pytest.raises(IntegrityError):
        db.session.execute(forged)
    db.session.rollback()


@pytest.mark.usefixtures("app_context")
def test_what_was_decided_is_not_changed(plans: Plans) -> None:
    complete(plans)
    ask(plans)
    approval = decide(plans, outcome=ApprovalOutcome.SENT_BACK, reason="Mangler.")
    db.session.commit()
    approval.reason = "Noe annet."
    with pytest.raises(AnswerTouched):
        db.session.flush()
    db.session.rollback()


@pytest.mark.usefixtures("app_context")
def test_a_draft_is_sent_once_complete_and_as_it_was_seen(plans: Plans) -> None:
    demand_approval(plans)
    plans.create()
    assert refusal(lambda: ask(plans)) is ApprovalRefusal.INCOMPLETE
    plans.add(*COMPLETE)
    draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
    stale = AskApproval(plans.participant_id, draft.row_version - 1)
    with pytest.raises(PlanChanged):
        ask_approval(db.session, plans.world.clock, plans.actor, stale)
    ask(plans)
    assert refusal(lambda: ask(plans)) is ApprovalRefusal.ALREADY_SENT
    unread = DecideApproval(plans.participant_id, draft.row_version - 1, ApprovalOutcome.APPROVED)
    assert (
        refusal(lambda: decide_approval(db.session, plans.world.clock, leader(plans), unread))
        is ApprovalRefusal.CHANGED_SINCE
    )
    plans.add(element(ElementKind.OWN_ACTIVITY, 1))
    assert refusal(lambda: decide(plans)) is ApprovalRefusal.CHANGED_SINCE


@pytest.mark.usefixtures("app_context")
def test_a_change_is_judged_before_the_leader_reads_it(plans: Plans) -> None:
    plans.fixed()
    demand_approval(plans)
    service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
    assert refusal(lambda: ask(plans)) is ApprovalRefusal.CHANGE_NOT_JUDGED
    plans.judge()
    ask(plans)
    decide(plans)
    assert plans.fix().version == 2


@pytest.mark.usefixtures("app_context")
def test_what_waits_for_a_leader_is_listed(plans: Plans, foreign: Plans) -> None:
    complete(plans)
    scope = plans.actor.scope
    ask(plans)
    db.session.commit()
    (waiting,) = list_waiting_approvals(db.session, scope)
    assert waiting.participant_id == plans.participant_id
    assert list_waiting_approvals(db.session, foreign.actor.scope) == []
    with pytest.raises(NotFound):
        decide(replace(foreign, participant_id=plans.participant_id))
    draft = get_draft(db.session, scope, plans.participant_id)
    assert find_approval(db.session, foreign.actor.scope, draft.id) is None
    decide(plans)
    assert list_waiting_approvals(db.session, scope) == []


@pytest.mark.usefixtures("app_context")
def test_a_discarded_draft_takes_its_approval_with_it(plans: Plans) -> None:
    plans.fixed()
    demand_approval(plans)
    arguments = (db.session, plans.world.clock, plans.actor, plans.participant_id)
    draft = service.start_new_version(*arguments)
    plans.judge()
    ask(plans)
    db.session.commit()
    service.discard_draft(*arguments, draft.row_version)
    db.session.commit()
    assert db.session.scalars(select(PlanApproval)).all() == []


def test_a_leader_reads_and_approves(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    with app.app_context():
        complete(plans)
        db.session.commit()
    url = f"/deltakere/{plans.participant_id}/plan"
    caseworker, boss = browser_for(Role.CASEWORKER), browser_for(Role.LEADER)
    page = caseworker.get(url).text
    assert "Send til godkjenning" in page
    assert "Fastsett planen" not in page
    caseworker.submit(f"{url}/godkjenning", {"note": "Haster litt."})
    caseworker.get(f"{url}/godkjenning/svar", status=403)
    assert "Godkjenn utkastet til plan" in boss.get("/arbeidsliste?hvem=alle").text
    assert "Haster litt." in boss.get(f"{url}/godkjenning/svar").text
    refused = boss.submit(f"{url}/godkjenning/svar", {"outcome": "sent_back"}, status=200)
    assert "Skriv hvorfor du sender utkastet tilbake." in refused.text
    boss.submit(f"{url}/godkjenning/svar", {"outcome": "approved"})
    assert "Godkjent" in caseworker.get(url).text
    caseworker.submit(url, action=f"{url}/fastsett")
    assert "Planen som gjelder, versjon 1" in caseworker.get(url).text
