"""Applications for leave: assessed, decided with a letter, and laid into the calendar."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from app.attendance.commands import AbsenceContent, RegisterAbsence
from app.attendance.models import Absence
from app.attendance.service import register_absence
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound
from app.decisions.commands import ChangeDraft, DraftDetails
from app.decisions.content import LetterContent
from app.decisions.errors import CannotIssueDecision, IssueRefusal
from app.decisions.freezing import thaw
from app.decisions.leave import service
from app.decisions.leave.commands import CloseApplication, DecideLeave
from app.decisions.leave.errors import (
    ApplicationRefusal,
    CannotApply,
    CannotDecideLeave,
    DecideLeaveRefusal,
)
from app.decisions.leave.kinds import LeaveOutcome, LeaveStage, LeaveWay
from app.decisions.leave.models import (
    DecidedLeave,
    GrantedLeave,
    LeaveTouched,
)
from app.decisions.leave.queries import get_application, list_undecided
from app.decisions.models import AdministrativeDecision
from app.decisions.service import change_draft, discard_draft
from app.decisions.states import DecisionKind
from app.extensions import db
from app.papers.models import IssuedDocument
from app.rules.absence import AbsenceReason, WelfareGround
from tests.support.builders import enrol
from tests.support.decisions import issue, place_of
from tests.support.leaves import FIRST, LAST, REASONS, WORDS, apply, decide, place
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, World

pytestmark = pytest.mark.usefixtures("app_context")


@pytest.fixture
def own(world: World, app_context: None) -> OwnCase:
    return build_own_case(db.session, world)


def letter_of(decision: AdministrativeDecision) -> LetterContent:
    document = db.session.get_one(IssuedDocument, decision.document_id)
    return thaw(document.model, document.code, document.issued_on).content


def keys(content: LetterContent, part: str) -> list[str]:
    return [each.key for found in content.parts if found.key == part for each in found.statements]


def absences() -> list[Absence]:
    found = select(Absence).where(Absence.is_granted)
    return list(db.session.scalars(found.order_by(Absence.first_day)))


def test_granted_leave_stands_in_the_calendar(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    decision = issue(db.session, world, actor, decide(db.session, world.clock, actor, applied))
    [absence] = absences()
    assert (absence.first_day, absence.last_day) == (FIRST, LAST)
    assert absence.reason is AbsenceReason.WELFARE_LEAVE
    assert absence.welfare_ground is WelfareGround.DEATH
    linked = db.session.scalars(select(GrantedLeave)).one()
    assert (linked.decision_id, linked.absence_id) == (decision.id, absence.id)
    content = letter_of(decision)
    assert content.kind is DecisionKind.LEAVE
    assert keys(content, "decided") == ["leave.granted", "leave.benefit_with"]
    assert keys(content, "facts") == [
        "leave.applied",
        "leave_reason.welfare_leave",
        "leave.own_words",
    ]
    assert content.parts[1].statements[2].quote == WORDS
    cited = {rule.key for rule in content.rules}
    assert {"il-17", "if-14", "il-46", "il-47"} <= cited
    assert content.summary[0].key == "leave.granted"
    file = get_application(db.session, actor.scope, own.participant_id, applied.id)
    assert file.stage is LeaveStage.DECIDED
    assert file.absence_id == absence.id


def test_some_of_the_days_and_none(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    both = apply(db.session, world.clock, actor, own.participant_id)
    partly = decide(db.session, world.clock, actor, both, LeaveOutcome.PARTLY, (FIRST, FIRST))
    content = letter_of(issue(db.session, world, actor, partly))
    assert keys(content, "decided")[:2] == ["leave.partly", "leave.rest"]
    assert "il-21" in {rule.key for rule in content.rules}
    [absence] = absences()
    assert absence.last_day == FIRST
    again = apply(db.session, world.clock, actor, own.participant_id, first_day=LAST)
    refused = decide(db.session, world.clock, actor, again, LeaveOutcome.REFUSED)
    content = letter_of(issue(db.session, world, actor, refused))
    assert keys(content, "decided") == ["leave.refused"]
    assert keys(content, "next") == ["leave.attend"]
    assert len(absences()) == 1


@pytest.mark.parametrize(
    ("changes", "kind", "benefit", "rule"),
    [
        ({"reason": AbsenceReason.PERMISSION}, DecisionKind.ABSENCE_PERMISSION, "with", "il-17"),
        ({"reason": AbsenceReason.PEACE_WORK}, DecisionKind.LEAVE, "with", "if-14a"),
        (
            {"reason": AbsenceReason.LONG_ILLNESS_UNPAID, "has_medical_certificate": True},
            DecisionKind.LEAVE,
            "without",
            "if-15",
        ),
        (
            {
                "reason": AbsenceReason.RELIGIOUS_HOLIDAY,
                "first_day": date(2026, 12, 14),
                "last_day": date(2026, 12, 14),
            },
            DecisionKind.RELIGIOUS_DAYS,
            "with",
            "if-69",
        ),
    ],
)
def test_every_ground_has_its_provision_and_benefit(
    world: World, own: OwnCase, changes: dict[str, Any], kind: DecisionKind, benefit: str, rule: str
) -> None:
    actor = world.actor(Role.CASEWORKER)
    days = {"welfare_ground": None, **changes}
    if kind is not DecisionKind.RELIGIOUS_DAYS:
        days |= {"first_day": date(2026, 11, 30), "last_day": date(2026, 12, 4)}
    applied = apply(db.session, world.clock, actor, own.participant_id, **days)
    decision = issue(db.session, world, actor, decide(db.session, world.clock, actor, applied))
    assert decision.kind is kind
    content = letter_of(decision)
    assert f"leave.benefit_{benefit}" in keys(content, "decided")
    assert rule in {each.key for each in content.rules}
    assert keys(content, "reasons")[0] == f"leave_rule.{applied.reason.value}"


def test_what_the_rules_call_invalid_is_not_granted(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(
        db.session,
        world.clock,
        actor,
        own.participant_id,
        reason=AbsenceReason.RELIGIOUS_HOLIDAY,
        welfare_ground=None,
        first_day=date(2026, 11, 30),
        last_day=date(2026, 11, 30),
    )
    with pytest.raises(CannotDecideLeave) as refused:
        decide(db.session, world.clock, actor, applied)
    assert refused.value.reason is DecideLeaveRefusal.NOT_VALID
    decide(db.session, world.clock, actor, applied, LeaveOutcome.REFUSED)


def test_other_absence_stands_in_the_way(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    draft = decide(db.session, world.clock, actor, applied)
    ill = AbsenceContent(FIRST, FIRST, AbsenceReason.OWN_ILLNESS, has_medical_certificate=True)
    register_absence(db.session, world.clock, actor, RegisterAbsence(own.participant_id, ill))
    with pytest.raises(CannotIssueDecision) as refused:
        issue(db.session, world, actor, draft)
    assert refused.value.reason is IssueRefusal.OTHER_ABSENCE
    assert absences() == []
    later = apply(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotDecideLeave) as in_the_way:
        decide(db.session, world.clock, actor, later)
    assert in_the_way.value.reason is DecideLeaveRefusal.IN_THE_WAY


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"last_day": date(2026, 11, 30)}, ApplicationRefusal.LAST_DAY_BEFORE_FIRST),
        ({"last_day": date(2028, 1, 1)}, ApplicationRefusal.TOO_LONG),
        ({"received_on": date(2027, 1, 1)}, ApplicationRefusal.IN_THE_FUTURE),
        ({"reason": AbsenceReason.HOLIDAY}, ApplicationRefusal.NOT_APPLIED_FOR),
        ({"welfare_ground": None}, ApplicationRefusal.NO_GROUND),
        ({"reason": AbsenceReason.PARENTAL_LEAVE}, ApplicationRefusal.NO_CHILD),
        ({"child_id": uuid4()}, ApplicationRefusal.UNKNOWN_CHILD),
    ],
)
def test_what_cannot_be_applied_for(
    world: World, own: OwnCase, changes: dict[str, Any], reason: ApplicationRefusal
) -> None:
    actor = world.actor(Role.CASEWORKER)
    with pytest.raises(CannotApply) as refused:
        apply(db.session, world.clock, actor, own.participant_id, **changes)
    assert refused.value.reason is reason


@pytest.mark.parametrize(
    ("days", "reason"),
    [
        (None, DecideLeaveRefusal.NO_DAYS),
        ((LAST, FIRST), DecideLeaveRefusal.NO_DAYS),
        ((FIRST, LAST), DecideLeaveRefusal.ALL_DAYS),
        ((FIRST, date(2026, 12, 3)), DecideLeaveRefusal.OUTSIDE),
    ],
)
def test_some_of_the_days_are_some_of_the_days(
    world: World, own: OwnCase, days: tuple[date, date] | None, reason: DecideLeaveRefusal
) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    with pytest.raises(CannotDecideLeave) as refused:
        decide(db.session, world.clock, actor, applied, LeaveOutcome.PARTLY, days)
    assert refused.value.reason is reason


def test_an_application_is_decided_once_and_a_draft_can_be_thrown_away(
    world: World, own: OwnCase
) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    assert [each.application.id for each in list_undecided(db.session, actor.scope)] == [applied.id]
    draft = decide(db.session, world.clock, actor, applied)
    assert list_undecided(db.session, actor.scope) == []
    again = DecideLeave(place(applied), LeaveOutcome.REFUSED)
    closing = CloseApplication(place(applied), "Trukket")
    with pytest.raises(CannotDecideLeave):
        service.begin_decision(db.session, world.clock, actor, again)
    with pytest.raises(CannotDecideLeave):
        service.close_application(db.session, world.clock, actor, closing)
    discard_draft(db.session, world.clock, actor, place_of(draft))
    db.session.expire_all()
    assert db.session.scalars(select(DecidedLeave)).all() == []
    with pytest.raises(CannotDecideLeave):
        service.close_application(db.session, world.clock, actor, replace(closing, reason=""))
    service.close_application(db.session, world.clock, actor, closing)
    file = get_application(db.session, actor.scope, own.participant_id, applied.id)
    assert file.stage is LeaveStage.CLOSED
    with pytest.raises(CannotDecideLeave):
        service.begin_decision(db.session, world.clock, actor, again)


def test_what_was_received_and_decided_is_never_changed(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    decide(db.session, world.clock, actor, applied)
    decided = db.session.scalars(select(DecidedLeave)).one()
    db.session.commit()
    for row, name in ((applied, "words"), (decided, "outcome")):
        setattr(row, name, LeaveOutcome.REFUSED.value)
        with pytest.raises(LeaveTouched):
            db.session.flush()
        db.session.rollback()


def test_a_participant_applies_for_herself_only(world: World, own: OwnCase) -> None:
    participant = world.actor(Role.PARTICIPANT)
    applied = apply(db.session, world.clock, participant, own.participant_id, way=LeaveWay.PORTAL)
    assert applied.registered_by == participant.user_id
    event = db.session.scalars(
        select(AuditEvent).where(AuditEvent.action == Action.LEAVE_APPLICATION_REGISTERED)
    ).one()
    assert event.participant_id == own.participant_id
    other = enrol(db.session, world.clock, world.actor(Role.CASEWORKER), given_name="Nabo")
    with pytest.raises(NotFound):
        apply(db.session, world.clock, participant, other.id)
    with pytest.raises(NotFound):
        apply(db.session, world.clock, world.actor(Role.CASEWORKER, DALHEIM), own.participant_id)


def test_the_letter_in_nynorsk_says_the_same(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    applied = apply(db.session, world.clock, actor, own.participant_id)
    draft = decide(db.session, world.clock, actor, applied)
    details = DraftDetails(type(draft.form).NN, "ti", None, REASONS)
    changed = change_draft(db.session, world.clock, actor, ChangeDraft(place_of(draft), details))
    document = db.session.get_one(
        IssuedDocument, issue(db.session, world, actor, changed).document_id
    )
    letter = thaw(document.model, document.code, document.issued_on)
    assert letter.words.texts["titles.leave"] == "Vedtak om permisjon"
    assert letter.words.language.code == "nn"
    assert letter.summary_words is not None
    assert letter.summary_words.language.code == "ti"
