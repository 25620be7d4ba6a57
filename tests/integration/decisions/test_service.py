"""Decisions from draft to appeal, through the services."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.accounts.models import LanguageForm
from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.clock import today
from app.core.errors import Conflict, NotFound, NotPermitted
from app.decisions import service
from app.decisions.commands import (
    BeginDecision,
    ChangeDraft,
    DecideApproval,
    DraftDetails,
    RegisterArrival,
    RegisterSending,
)
from app.decisions.errors import (
    ApprovalRefusal,
    CannotApproveDecision,
    CannotDraftDecision,
    CannotIssueDecision,
    CannotRegisterNotice,
    DraftRefusal,
    IssueRefusal,
    RegistrationRefusal,
)
from app.decisions.models import AdministrativeDecision, DecisionTouched
from app.decisions.progress import deadline_of, stage_of
from app.decisions.queries import DecisionFile, get_file
from app.decisions.states import ArrivalSource, DecisionKind, SendingWay, Stage
from app.extensions import db
from app.papers.models import DocumentKind, IssuedDocument
from app.plans.answers.kinds import ApprovalOutcome
from app.rules.law import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.decisions import REASONS, begin, change_essentially, issue, place_of
from tests.support.world import DALHEIM, World

pytestmark = pytest.mark.usefixtures("app_context")

ON = InstallationDates()


@pytest.fixture
def who(world: World, app_context: None) -> UUID:
    """Somebody with a fixed plan."""
    actor = world.actor(Role.CASEWORKER)
    participant = enrol(db.session, world.clock, actor)
    fix_plan(db.session, world.clock, actor, participant)
    return participant.id


def written(world: World, who: UUID) -> AdministrativeDecision:
    return begin(db.session, world, world.actor(Role.CASEWORKER), who)


def decided(world: World, who: UUID) -> AdministrativeDecision:
    return issue(db.session, world, world.actor(Role.CASEWORKER), written(world, who))


def file_of(world: World, decision: AdministrativeDecision) -> DecisionFile:
    scope = world.actor(Role.CASEWORKER).scope
    return get_file(db.session, scope, decision.participant_id, decision.id)


def stage(world: World, decision: AdministrativeDecision) -> Stage:
    return stage_of(file_of(world, decision), today(world.clock))


def demand_approval(world: World) -> None:
    municipality = get_municipality(db.session, world.actor(Role.LEADER).scope)
    municipality.policies = {**municipality.policies, "decision_approval": "leader"}
    db.session.flush()


def reason_of(
    kind: type[CannotDraftDecision | CannotApproveDecision | CannotRegisterNotice],
    call: Callable[[], object],
) -> object:
    with pytest.raises(kind) as refused:
        call()
    return refused.value.reason


def test_a_fixed_plan_is_decided_and_its_letter_frozen(world: World, who: UUID) -> None:
    decision = decided(world, who)
    assert decision.decided_on == today(world.clock)
    assert stage(world, decision) is Stage.ISSUED
    document = db.session.get_one(IssuedDocument, decision.document_id)
    assert document.kind is DocumentKind.DECISION_LETTER
    assert document.language == "ar"
    content = document.model["content"]
    quotes = [each["quote"] for part in content["parts"] for each in part["statements"]]
    assert REASONS in quotes
    bases = [each["provision"] for each in decision.grounds or ()]
    assert any("§ 46" in base for base in bases)


def test_what_is_not_due_is_not_begun(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    change = BeginDecision(who, DecisionKind.ESSENTIAL_CHANGE)
    first = BeginDecision(who, DecisionKind.PROGRAMME_AND_PLAN)

    def refusal(command: BeginDecision) -> object:
        return reason_of(
            CannotDraftDecision,
            lambda: service.begin_decision(db.session, world.clock, actor, command),
        )

    assert refusal(change) is DraftRefusal.NOT_DUE
    written(world, who)
    assert refusal(first) is DraftRefusal.ALREADY_BEGUN


def test_an_essential_change_is_decided_with_what_changed(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    decided(world, who)
    change_essentially(db.session, world, actor, who)
    change = begin(db.session, world, actor, who, DecisionKind.ESSENTIAL_CHANGE)
    issue(db.session, world, actor, change)
    assert file_of(world, change).version == 2
    document = db.session.get_one(IssuedDocument, change.document_id)
    keys = [
        each["key"] for part in document.model["content"]["parts"] for each in part["statements"]
    ]
    assert "essential_change.plan" in keys
    assert "facts.earlier_plan" in keys


def test_days_that_cannot_be_right_are_refused(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    decision = written(world, who)
    details = DraftDetails(LanguageForm.NN, "ar", None, REASONS)

    def refusal(**changes: object) -> object:
        command = ChangeDraft(place_of(decision), replace(details, **changes))  # type: ignore[arg-type]
        return reason_of(
            CannotDraftDecision,
            lambda: service.change_draft(db.session, world.clock, actor, command),
        )

    on = today(world.clock)
    assert refusal(decided_on=on + timedelta(days=1)) is DraftRefusal.IN_THE_FUTURE
    assert refusal(decided_on=date(2020, 1, 1)) is DraftRefusal.BEFORE_PLAN
    assert refusal(summary_language="xx") is DraftRefusal.UNKNOWN_LANGUAGE


def test_no_decision_without_reasons(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    command = BeginDecision(who, DecisionKind.PROGRAMME_AND_PLAN)
    decision = service.begin_decision(db.session, world.clock, actor, command)
    with pytest.raises(CannotIssueDecision) as refused:
        service.issue_decision(db.session, world.clock, actor, ON, place_of(decision))
    assert refused.value.reason is IssueRefusal.NO_REASONS


def test_a_character_that_no_font_has_is_named(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    decision = written(world, who)
    command = ChangeDraft(place_of(decision), DraftDetails(LanguageForm.NB, "", None, "Et tegn: 𓀀"))
    service.change_draft(db.session, world.clock, actor, command)
    with pytest.raises(CannotIssueDecision) as refused:
        service.issue_decision(db.session, world.clock, actor, ON, place_of(decision))
    assert refused.value.reason is IssueRefusal.UNPRINTABLE
    assert refused.value.codepoint == "U+13000"


def test_a_draft_that_somebody_saved_since_is_not_issued(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    seen = place_of(written(world, who))
    details = DraftDetails(LanguageForm.NB, "", None, "En annen begrunnelse.")
    service.change_draft(db.session, world.clock, actor, ChangeDraft(seen, details))
    with pytest.raises(Conflict):
        service.issue_decision(db.session, world.clock, actor, ON, seen)


def test_a_draft_about_a_plan_that_no_longer_holds_is_not_issued(world: World, who: UUID) -> None:
    actor = world.actor(Role.CASEWORKER)
    decision = written(world, who)
    change_essentially(db.session, world, actor, who)
    with pytest.raises(CannotIssueDecision) as refused:
        service.issue_decision(db.session, world.clock, actor, ON, place_of(decision))
    assert refused.value.reason is IssueRefusal.OTHER_PLAN


def test_a_discarded_draft_is_gone_and_can_be_begun_again(world: World, who: UUID) -> None:
    decision = written(world, who)
    service.discard_draft(db.session, world.clock, world.actor(Role.CASEWORKER), place_of(decision))
    assert written(world, who).id != decision.id


def test_what_was_decided_is_neither_changed_nor_deleted(world: World, who: UUID) -> None:
    decision = decided(world, who)
    with pytest.raises(Conflict):
        service.discard_draft(
            db.session, world.clock, world.actor(Role.CASEWORKER), place_of(decision)
        )
    decision.reasons = "Noe annet."
    with pytest.raises(DecisionTouched):
        db.session.flush()
    db.session.rollback()


def test_an_issued_decision_without_its_parts_does_not_fit_the_table(
    world: World, who: UUID
) -> None:
    decision = written(world, who)
    with pytest.raises(IntegrityError, match="whole_when_issued"):
        db.session.execute(
            update(AdministrativeDecision)
            .where(AdministrativeDecision.id == decision.id)
            .values(state="issued")
        )
    db.session.rollback()


def approve(
    world: World,
    decision: AdministrativeDecision,
    outcome: ApprovalOutcome = ApprovalOutcome.APPROVED,
    reason: str = "",
    role: Role = Role.LEADER,
) -> None:
    command = DecideApproval(place_of(decision), outcome, reason)
    service.decide_approval(db.session, world.clock, world.actor(role), command)


def ask(world: World, decision: AdministrativeDecision, role: Role = Role.CASEWORKER) -> None:
    service.ask_approval(db.session, world.clock, world.actor(role), place_of(decision))


def test_a_leader_approves_exactly_what_was_sent(world: World, who: UUID) -> None:
    demand_approval(world)
    actor = world.actor(Role.CASEWORKER)
    decision = written(world, who)
    with pytest.raises(CannotIssueDecision) as refused:
        service.issue_decision(db.session, world.clock, actor, ON, place_of(decision))
    assert refused.value.reason is IssueRefusal.NOT_APPROVED
    ask(world, decision)
    assert stage(world, decision) is Stage.WAITING_FOR_LEADER
    approve(world, decision)
    assert stage(world, decision) is Stage.APPROVED
    issued = issue(db.session, world, actor, decision)
    document = db.session.get_one(IssuedDocument, issued.document_id)
    assert document.model["content"]["approved_by"]


def test_what_is_changed_after_approval_must_be_approved_anew(world: World, who: UUID) -> None:
    demand_approval(world)
    actor = world.actor(Role.CASEWORKER)
    decision = written(world, who)
    ask(world, decision)
    approve(world, decision)
    details = DraftDetails(LanguageForm.NB, "", None, "En annen begrunnelse.")
    service.change_draft(db.session, world.clock, actor, ChangeDraft(place_of(decision), details))
    assert stage(world, decision) is Stage.DRAFT
    with pytest.raises(CannotIssueDecision):
        service.issue_decision(db.session, world.clock, actor, ON, place_of(decision))


def test_maker_and_checker_differ(world: World, who: UUID) -> None:
    demand_approval(world)
    decision = begin(db.session, world, world.actor(Role.LEADER), who)
    ask(world, decision, Role.LEADER)
    assert (
        reason_of(CannotApproveDecision, lambda: approve(world, decision))
        is ApprovalRefusal.OWN_WORK
    )
    with pytest.raises(NotPermitted):
        approve(world, decision, role=Role.CASEWORKER)


def test_a_decision_is_sent_back_with_a_reason(world: World, who: UUID) -> None:
    demand_approval(world)
    decision = written(world, who)
    ask(world, decision)
    sent_back = ApprovalOutcome.SENT_BACK
    assert (
        reason_of(CannotApproveDecision, lambda: approve(world, decision, sent_back))
        is ApprovalRefusal.NO_REASON
    )
    approve(world, decision, sent_back, "Skriv mer om barna.")
    assert stage(world, decision) is Stage.SENT_BACK
    assert (
        reason_of(CannotApproveDecision, lambda: approve(world, decision))
        is ApprovalRefusal.NOTHING_SENT
    )


def send(
    world: World,
    decision: AdministrativeDecision,
    way: SendingWay = SendingWay.POST,
    day: date | None = None,
) -> None:
    command = RegisterSending(decision.participant_id, decision.id, way, day or today(world.clock))
    service.register_sending(db.session, world.clock, world.actor(Role.CASEWORKER), command)


def arrive(
    world: World,
    decision: AdministrativeDecision,
    day: date,
    source: ArrivalSource = ArrivalSource.RECEIPT,
    note: str = "",
) -> None:
    command = RegisterArrival(decision.participant_id, decision.id, day, source, note)
    service.register_arrival(db.session, world.clock, world.actor(Role.CASEWORKER), command)


def test_the_time_limit_runs_three_weeks_from_the_day_it_arrived(world: World, who: UUID) -> None:
    decision = decided(world, who)
    on = today(world.clock)
    send(world, decision)
    assert stage(world, decision) is Stage.SENT
    assert deadline_of(file_of(world, decision)) is None
    arrive(world, decision, on)
    deadline = deadline_of(file_of(world, decision))
    assert deadline is not None
    # 20 November 2026 and three weeks: Friday 11 December.
    assert (on, deadline.last_day) == (date(2026, 11, 20), date(2026, 12, 11))
    assert stage_of(file_of(world, decision), deadline.last_day) is Stage.REACHED
    assert stage_of(file_of(world, decision), date(2026, 12, 12)) is Stage.FINAL


@pytest.mark.parametrize(
    ("way", "source"),
    [
        (SendingWay.HANDED_OVER, ArrivalSource.HANDED_OVER),
        (SendingWay.DIGITAL, ArrivalSource.ALERTED),
    ],
)
def test_what_is_handed_over_or_alerted_has_arrived(
    world: World, who: UUID, way: SendingWay, source: ArrivalSource
) -> None:
    decision = decided(world, who)
    send(world, decision, way)
    arrival = file_of(world, decision).arrival
    assert arrival is not None
    assert (arrival.source, arrival.arrived_on) == (source, today(world.clock))


def test_what_became_of_a_letter_must_be_possible(world: World, who: UUID) -> None:
    draft = written(world, who)
    on = today(world.clock)

    def refusal(call: Callable[[], None]) -> object:
        return reason_of(CannotRegisterNotice, call)

    assert refusal(lambda: send(world, draft)) is RegistrationRefusal.NOT_ISSUED
    decision = issue(db.session, world, world.actor(Role.CASEWORKER), draft)
    assert refusal(lambda: arrive(world, decision, on)) is RegistrationRefusal.NOT_SENT
    tomorrow, yesterday = on + timedelta(days=1), on - timedelta(days=1)
    assert refusal(lambda: send(world, decision, day=tomorrow)) is RegistrationRefusal.IN_THE_FUTURE
    assert (
        refusal(lambda: send(world, decision, day=yesterday)) is RegistrationRefusal.BEFORE_DECISION
    )
    send(world, decision)
    assert refusal(lambda: arrive(world, decision, tomorrow)) is RegistrationRefusal.IN_THE_FUTURE
    assert refusal(lambda: arrive(world, decision, yesterday)) is RegistrationRefusal.BEFORE_SENDING
    reckoned = ArrivalSource.ESTIMATED
    assert refusal(lambda: arrive(world, decision, on, reckoned)) is RegistrationRefusal.NO_NOTE
    arrive(world, decision, on, reckoned, "To dager med posten.")


def test_every_step_is_recorded(world: World, who: UUID) -> None:
    decision = decided(world, who)
    send(world, decision)
    arrive(world, decision, today(world.clock))
    recorded = set(
        db.session.scalars(select(AuditEvent.action).where(AuditEvent.subject_id == decision.id))
    )
    assert recorded == {
        Action.DECISION_DRAFTED,
        Action.DECISION_CHANGED,
        Action.DECISION_ISSUED,
        Action.DECISION_SENT,
        Action.DECISION_ARRIVED,
    }


def test_another_municipality_finds_nothing(world: World, who: UUID) -> None:
    decision = decided(world, who)
    stranger = world.actor(Role.CASEWORKER, DALHEIM)
    command = RegisterSending(who, decision.id, SendingWay.POST, today(world.clock))
    with pytest.raises(NotFound):
        service.register_sending(db.session, world.clock, stranger, command)
    with pytest.raises(NotFound):
        service.download_letter(db.session, world.clock, stranger, who, decision.id)
