"""Advance notices of reductions and the decisions after them, through the services."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.accounts.models import LanguageForm
from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit.models import Payment
from app.core.actor import Role
from app.core.clock import fixed_clock
from app.core.errors import Conflict, NotFound
from app.decisions import service as decisions
from app.decisions.commands import ChangeDraft, DraftDetails, Place
from app.decisions.errors import CannotIssueDecision, IssueRefusal
from app.decisions.models import AdministrativeDecision
from app.decisions.notices import service
from app.decisions.notices.commands import (
    CloseNotice,
    NoticeDetails,
    NoticePlace,
    RegisterNoticeArrived,
    RegisterNoticeSent,
    WriteNotice,
)
from app.decisions.notices.errors import (
    CannotDecideReduction,
    CannotFollowNotice,
    CannotWriteNotice,
    DecideRefusal,
    FollowRefusal,
    WriteRefusal,
)
from app.decisions.notices.kinds import NoticeStage
from app.decisions.notices.models import AdvanceNotice, NoticeTouched
from app.decisions.notices.queries import get_notice
from app.decisions.service.reading import get_decision_case, read_letter
from app.decisions.states import SendingWay
from app.extensions import db
from app.rules.law import InstallationDates
from tests.support.notices import (
    REASONS,
    REPLY_BY,
    answer_notice,
    issue_notice,
    send_notice,
    write_notice,
)
from tests.support.own_case import OwnCase, build_own_case
from tests.support.world import DALHEIM, NOW, World

pytestmark = pytest.mark.usefixtures("app_context")
ON = date(2026, 11, 20)
WORDS = "كنت عند الطبيب مع ابنتي."


@pytest.fixture
def own(world: World, app_context: None) -> OwnCase:
    """Somebody from whose October a day is taken."""
    return build_own_case(db.session, world)


@pytest.fixture
def sent(world: World, own: OwnCase) -> AdvanceNotice:
    """The notice about it, handed over."""
    actor = world.actor(Role.CASEWORKER)
    notice = write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    issue_notice(db.session, world.clock, actor, notice)
    send_notice(db.session, world.clock, actor, notice)
    return notice


def test_a_notice_has_the_amounts_of_the_payment(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    payment = db.session.scalars(select(Payment)).one()
    notice = write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    file = get_notice(db.session, actor.scope, own.participant_id, notice.id)
    reduction = file.reduction
    assert payment.absence_reduction_ore > 0
    assert reduction.amount_ore == payment.absence_reduction_ore
    assert sum(day.amount_ore for day in reduction.days) == reduction.amount_ore
    assert [day.day for day in reduction.days] == [date(2026, 10, 6)]
    assert file.stage(ON) is NoticeStage.DRAFT


def test_only_one_notice_about_a_month_is_open(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    with pytest.raises(CannotWriteNotice) as refused:
        write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    assert refused.value.reason is WriteRefusal.ALREADY_NOTIFIED


@pytest.mark.parametrize(
    ("language", "reply_by", "reason"),
    [
        ("xx", REPLY_BY, WriteRefusal.UNKNOWN_LANGUAGE),
        ("ar", ON + timedelta(days=2), WriteRefusal.REPLY_TOO_SOON),
    ],
)
def test_what_cannot_be_right_is_refused(
    world: World, own: OwnCase, language: str, reply_by: date, reason: WriteRefusal
) -> None:
    details = NoticeDetails(LanguageForm.NB, language, reply_by, REASONS)
    command = WriteNotice(own.participant_id, own.run_id, details)
    with pytest.raises(CannotWriteNotice) as refused:
        service.write(db.session, world.clock, world.actor(Role.CASEWORKER), command)
    assert refused.value.reason is reason


def test_a_notice_without_reasons_is_not_finished(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    details = NoticeDetails(LanguageForm.NN, "", REPLY_BY, "")
    command = WriteNotice(own.participant_id, own.run_id, details)
    notice = service.write(db.session, world.clock, actor, command)
    place = NoticePlace(own.participant_id, notice.id, notice.row_version)
    with pytest.raises(CannotWriteNotice) as refused:
        service.issue(db.session, world.clock, actor, place)
    assert refused.value.reason is WriteRefusal.NO_REASONS


def test_a_finished_notice_never_changes(world: World, sent: AdvanceNotice) -> None:
    sent.reasons = "Noe annet."
    with pytest.raises(NoticeTouched):
        db.session.flush()
    db.session.rollback()


def test_a_notice_of_another_municipality_does_not_exist(world: World, sent: AdvanceNotice) -> None:
    stranger = world.actor(Role.CASEWORKER, DALHEIM)
    with pytest.raises(NotFound):
        get_notice(db.session, stranger.scope, sent.participant_id, sent.id)


def test_nothing_is_decided_while_the_participant_can_still_reply(
    world: World, sent: AdvanceNotice
) -> None:
    with pytest.raises(CannotDecideReduction) as refused:
        _begin(world, sent)
    assert refused.value.reason is DecideRefusal.REPLY_DAY_AHEAD


def test_a_decision_follows_the_reply(world: World, sent: AdvanceNotice) -> None:
    actor = world.actor(Role.CASEWORKER)
    answer_notice(db.session, world.clock, actor, sent, WORDS)
    decision = _begin(world, sent)
    file = get_notice(db.session, actor.scope, sent.participant_id, sent.id)
    assert file.stage(ON) is NoticeStage.DECISION_BEGUN
    decision = _write(world, decision)
    issued = _issue(world, decision)
    case = get_decision_case(db.session, actor.scope, sent.participant_id)
    found = next(each for each in case.files if each.decision.id == issued.id)
    letter = read_letter(db.session, world.clock, actor, InstallationDates(), case, found)
    said = {each.key: each for part in letter.content.parts for each in part.statements}
    assert said["benefit_reduction.replied"].quote == WORDS
    amounts = {each.values.get("amount") for key, each in said.items() if "amount" in each.values}
    assert len(amounts) == 1, "one day, so the sum is the day's amount"
    assert letter.content.plan_version is None
    assert "benefit_reduction.social_assistance" in said
    assert any("§ 21" in rule.citation for rule in letter.content.rules)
    summary = [each.key for each in letter.content.summary]
    assert "benefit_reduction.decided" in summary
    with pytest.raises(CannotDecideReduction) as refused:
        _begin(world, sent)
    assert refused.value.reason is DecideRefusal.OVER


def test_a_reduction_that_was_computed_anew_is_not_decided(
    world: World, sent: AdvanceNotice
) -> None:
    answer_notice(db.session, world.clock, world.actor(Role.CASEWORKER), sent, WORDS)
    decision = _write(world, _begin(world, sent))
    payment = db.session.scalars(select(Payment)).one()
    absences = [
        {**line, "amount": line["amount"] - 1} if line["amount"] else line
        for line in payment.assessment["absences"]
    ]
    payment.assessment = {
        **payment.assessment,
        "absences": absences,
        "absence_reduction": payment.absence_reduction_ore - 1,
    }
    db.session.flush()
    with pytest.raises(CannotIssueDecision) as refused:
        _issue(world, decision)
    assert refused.value.reason is IssueRefusal.OTHER_PAYMENT


def test_more_than_was_notified_needs_a_new_notice(world: World, sent: AdvanceNotice) -> None:
    actor = world.actor(Role.CASEWORKER)
    answer_notice(db.session, world.clock, actor, sent, WORDS)
    payment = db.session.scalars(select(Payment)).one()
    more = payment.absence_reduction_ore + 1
    payment.assessment = {**payment.assessment, "absence_reduction": more}
    db.session.flush()
    with pytest.raises(CannotDecideReduction) as refused:
        _begin(world, sent)
    assert refused.value.reason is DecideRefusal.LARGER_THAN_NOTIFIED


def test_a_small_reduction_needs_no_decision_where_the_municipality_says_so(
    world: World, sent: AdvanceNotice
) -> None:
    answer_notice(db.session, world.clock, world.actor(Role.CASEWORKER), sent, WORDS)
    payment = db.session.scalars(select(Payment)).one()
    payment.is_decision_required = False
    db.session.flush()
    with pytest.raises(CannotDecideReduction) as refused:
        _begin(world, sent)
    assert refused.value.reason is DecideRefusal.NOT_REQUIRED


def test_a_draft_that_is_thrown_away_opens_the_notice_again(
    world: World, sent: AdvanceNotice
) -> None:
    actor = world.actor(Role.CASEWORKER)
    answer_notice(db.session, world.clock, actor, sent, WORDS)
    decision = _begin(world, sent)
    place = Place(decision.participant_id, decision.id, decision.row_version)
    decisions.discard_draft(db.session, world.clock, actor, place)
    file = get_notice(db.session, actor.scope, sent.participant_id, sent.id)
    assert file.decision is None
    assert file.stage(ON) is NoticeStage.ANSWERED


def test_a_notice_can_be_closed_without_reduction(world: World, sent: AdvanceNotice) -> None:
    actor = world.actor(Role.CASEWORKER)
    with pytest.raises(CannotFollowNotice) as refused:
        service.close(db.session, world.clock, actor, _closing(sent, ""))
    assert refused.value.reason is FollowRefusal.NO_REASON
    service.close(db.session, world.clock, actor, _closing(sent, "Legeerklæring er levert."))
    file = get_notice(db.session, actor.scope, sent.participant_id, sent.id)
    assert file.stage(ON) is NoticeStage.CLOSED
    with pytest.raises(CannotFollowNotice) as over:
        answer_notice(db.session, world.clock, actor, sent, WORDS)
    assert over.value.reason is FollowRefusal.OVER


def test_a_letter_is_not_sent_when_nobody_can_reply_in_time(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    with pytest.raises(CannotFollowNotice) as early:
        send_notice(db.session, world.clock, actor, notice)
    assert early.value.reason is FollowRefusal.NOT_ISSUED
    issue_notice(db.session, world.clock, actor, notice)
    late_clock = fixed_clock(NOW + (REPLY_BY - ON))
    late = RegisterNoticeSent(own.participant_id, notice.id, SendingWay.POST, REPLY_BY)
    with pytest.raises(CannotFollowNotice) as refused:
        service.register_sent(db.session, late_clock, actor, late)
    assert refused.value.reason is FollowRefusal.REPLY_DAY_PASSED


def test_arrival_comes_after_sending(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    issue_notice(db.session, world.clock, actor, notice)
    arrived = RegisterNoticeArrived(own.participant_id, notice.id, ON)
    with pytest.raises(CannotFollowNotice) as refused:
        service.register_arrived(db.session, world.clock, actor, arrived)
    assert refused.value.reason is FollowRefusal.NOT_SENT
    send_notice(db.session, world.clock, actor, notice)
    file = get_notice(db.session, actor.scope, own.participant_id, notice.id)
    assert file.arrived is not None
    assert file.arrived.day == ON


def test_everything_is_recorded(world: World, sent: AdvanceNotice) -> None:
    found = select(AuditEvent.action).where(AuditEvent.subject_id == sent.id)
    assert set(db.session.scalars(found)) == {
        Action.NOTICE_WRITTEN,
        Action.NOTICE_ISSUED,
        Action.NOTICE_SENT,
        Action.NOTICE_ARRIVED,
    }


def test_a_stale_draft_is_not_finished(world: World, own: OwnCase) -> None:
    actor = world.actor(Role.CASEWORKER)
    notice = write_notice(db.session, world.clock, actor, own.participant_id, own.run_id)
    place = NoticePlace(own.participant_id, notice.id, notice.row_version + 1)
    with pytest.raises(Conflict):
        service.issue(db.session, world.clock, actor, place)


def _closing(notice: AdvanceNotice, reason: str) -> CloseNotice:
    return CloseNotice(notice.participant_id, notice.id, reason)


def _begin(world: World, notice: AdvanceNotice) -> AdministrativeDecision:
    actor = world.actor(Role.CASEWORKER)
    who: UUID = notice.participant_id
    return service.begin_decision(db.session, world.clock, actor, who, notice.id)


def _write(world: World, decision: AdministrativeDecision) -> AdministrativeDecision:
    details = DraftDetails(decision.form, decision.summary_language, None, "Timen er ikke vist.")
    place = Place(decision.participant_id, decision.id, decision.row_version)
    actor = world.actor(Role.CASEWORKER)
    return decisions.change_draft(db.session, world.clock, actor, ChangeDraft(place, details))


def _issue(world: World, decision: AdministrativeDecision) -> AdministrativeDecision:
    actor = world.actor(Role.CASEWORKER)
    place = Place(decision.participant_id, decision.id, decision.row_version)
    assert get_municipality(db.session, actor.scope).id == decision.municipality_id
    return decisions.issue_decision(db.session, world.clock, actor, InstallationDates(), place)
