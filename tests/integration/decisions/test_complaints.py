"""Complaints through the services: form and time, the answer, and what the month must not take."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.queries import list_holds
from app.benefit.service.prepare import assess_month
from app.benefit.snapshot import Snapshot
from app.core.actor import Role
from app.core.clock import fixed_clock, today
from app.core.errors import NotFound
from app.core.period import Period
from app.decisions.complaints import service
from app.decisions.complaints.commands import (
    CheckComplaint,
    RegisterAnswerArrived,
    RegisterAnswerSent,
    SettleComplaint,
    SuspendDecision,
)
from app.decisions.complaints.errors import CannotTreatComplaint, ComplaintRefusal
from app.decisions.complaints.kinds import (
    AnswerKind,
    ComplaintStage,
    Excuse,
    GovernorOutcome,
    Timeliness,
)
from app.decisions.complaints.models import Complaint, ComplaintTouched
from app.decisions.complaints.presenters import complaint_page
from app.decisions.complaints.queries import (
    find_talk,
    get_complaint,
    list_untold_reductions,
    suspended_reductions,
)
from app.decisions.models import AdministrativeDecision
from app.decisions.states import SendingWay
from app.extensions import db
from app.papers.models import IssuedDocument
from app.reporting.worklist.service import open_worklist
from app.reporting.worklist.tasks import Section, TaskKind
from app.rules.law import InstallationDates
from tests.support.complaints import answer, complain, hand_over, judge_whole, place_of
from tests.support.own_case import MISSED_WITHOUT_REASON, OCTOBER, build_own_case
from tests.support.reductions import decide_reduction
from tests.support.world import DALHEIM, NOW, World

pytestmark = pytest.mark.usefixtures("app_context")
ON = date(2026, 11, 20)
LAST_DAY = date(2026, 12, 11)
"""Three weeks after the letter was handed over."""


@pytest.fixture
def reduced(world: World, app_context: None) -> AdministrativeDecision:
    """A decision that takes a day from October, handed over today."""
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    own = build_own_case(db.session, world)
    return decide_reduction(db.session, clock, actor, own.participant_id, own.run_id)


def taken(world: World) -> dict[object, int]:
    scope = world.actor(Role.CASEWORKER).scope
    return dict(suspended_reductions(db.session, scope, OCTOBER))


def holds_of(world: World, decision: AdministrativeDecision) -> list[tuple[date, HoldKind]]:
    """Return the days that the month holds for the participant."""
    scope = world.actor(Role.CASEWORKER).scope
    found = list_holds(db.session, scope, decision.participant_id)
    return [(hold.first_day, hold.kind) for hold in found if hold.released_at is None]


def october(world: World, decision: AdministrativeDecision) -> Snapshot:
    """Return October as it would be computed now."""
    scope, on = world.actor(Role.CASEWORKER).scope, today(world.clock)
    who = decision.participant_id
    return assess_month(db.session, scope, OCTOBER, on, participant_id=who)[0][1]


def amount_of(world: World, complaint: Complaint) -> int:
    scope = world.actor(Role.CASEWORKER).scope
    file = get_complaint(db.session, scope, complaint.participant_id, complaint.id)
    assert file.amount_ore is not None
    return file.amount_ore


@pytest.mark.parametrize(
    ("handed_in_on", "found"),
    [
        (LAST_DAY, Timeliness.IN_TIME),
        (LAST_DAY + timedelta(days=1), Timeliness.LATE),
        (date(2027, 11, 20), Timeliness.LATE),
        (date(2027, 11, 21), Timeliness.TOO_LATE),
    ],
)
def test_the_day_it_was_handed_in_decides(
    world: World, reduced: AdministrativeDecision, handed_in_on: date, found: Timeliness
) -> None:
    actor = world.actor(Role.CASEWORKER)
    later = fixed_clock(NOW + timedelta(days=500))
    complaint = complain(db.session, later, actor, reduced, handed_in_on)
    who = reduced.participant_id
    assert service.open_complaint(db.session, later, actor, who, complaint.id)[2] is found


def test_a_late_complaint_is_dismissed_or_excused(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor = world.actor(Role.CASEWORKER)
    later = fixed_clock(NOW + timedelta(days=60))
    complaint = complain(db.session, later, actor, reduced, LAST_DAY + timedelta(days=7))
    judge_whole(db.session, later, actor, complaint)
    with pytest.raises(CannotTreatComplaint) as refused:
        answer(db.session, later, actor, complaint, AnswerKind.FORWARDED)
    assert refused.value.reason is ComplaintRefusal.NOT_TO_BE_TREATED
    judge_whole(db.session, later, actor, complaint, Excuse.NO_BLAME)
    with pytest.raises(CannotTreatComplaint) as not_dismissed:
        answer(db.session, later, actor, complaint, AnswerKind.DISMISSED)
    assert not_dismissed.value.reason is ComplaintRefusal.NOT_TO_BE_DISMISSED
    answer(db.session, later, actor, complaint, AnswerKind.FORWARDED)


def test_after_a_year_no_excuse_helps(world: World, reduced: AdministrativeDecision) -> None:
    actor = world.actor(Role.CASEWORKER)
    later = fixed_clock(NOW + timedelta(days=500))
    complaint = complain(db.session, later, actor, reduced, date(2027, 12, 1))
    with pytest.raises(CannotTreatComplaint) as refused:
        judge_whole(db.session, later, actor, complaint, Excuse.SPECIAL_REASONS)
    assert refused.value.reason is ComplaintRefusal.TOO_LATE


def test_what_is_in_time_needs_no_excuse(world: World, reduced: AdministrativeDecision) -> None:
    actor = world.actor(Role.CASEWORKER)
    complaint = complain(db.session, world.clock, actor, reduced)
    with pytest.raises(CannotTreatComplaint) as refused:
        judge_whole(db.session, world.clock, actor, complaint, Excuse.NO_BLAME)
    assert refused.value.reason is ComplaintRefusal.NOT_LATE


def test_who_forgot_to_sign_gets_time_to_mend_it(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    place, week = place_of(complaint), ON + timedelta(days=7)
    unsigned = CheckComplaint(place, True, False, True, True)
    with pytest.raises(CannotTreatComplaint) as needed:
        service.check(db.session, clock, actor, unsigned)
    assert needed.value.reason is ComplaintRefusal.MEND_DAY_NEEDED
    service.check(db.session, clock, actor, CheckComplaint(place, True, False, True, True, week))
    with pytest.raises(CannotTreatComplaint) as waiting:
        answer(db.session, clock, actor, complaint, AnswerKind.DISMISSED)
    assert waiting.value.reason is ComplaintRefusal.STILL_TIME_TO_MEND
    later = fixed_clock(NOW + timedelta(days=8))
    answer(db.session, later, actor, complaint, AnswerKind.DISMISSED)


def test_nothing_is_answered_before_it_is_judged(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor = world.actor(Role.CASEWORKER)
    complaint = complain(db.session, world.clock, actor, reduced)
    with pytest.raises(CannotTreatComplaint) as refused:
        answer(db.session, world.clock, actor, complaint, AnswerKind.ANNULLED)
    assert refused.value.reason is ComplaintRefusal.NOT_CHECKED


def test_the_month_waits_while_the_complaint_does(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    amount = amount_of(world, complaint)
    assert amount > 0
    assert taken(world) == {}
    service.suspend(db.session, clock, actor, SuspendDecision(place_of(complaint), True, "Tvil."))
    assert taken(world) == {reduced.participant_id: amount}
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    assert suspended_reductions(db.session, actor.scope, november) == {}
    assert suspended_reductions(db.session, world.actor(Role.LEADER, DALHEIM).scope, OCTOBER) == {}
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    assert taken(world) == {reduced.participant_id: amount}
    assert holds_of(world, reduced) == [(MISSED_WITHOUT_REASON, HoldKind.SUSPENDED)]
    assert october(world, reduced).payout_ore == october(world, reduced).gross_ore
    settle(world, complaint, GovernorOutcome.UPHELD)
    assert taken(world) == {}
    assert holds_of(world, reduced) == []
    assert october(world, reduced).reductions_ore == amount


def test_a_suspension_can_be_lifted(world: World, reduced: AdministrativeDecision) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    service.suspend(db.session, clock, actor, SuspendDecision(place_of(complaint), True, "Tvil."))
    service.suspend(db.session, clock, actor, SuspendDecision(place_of(complaint), False, "Ny."))
    assert taken(world) == {}


def test_what_was_annulled_or_changed_is_not_taken(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    first = complain(db.session, clock, actor, reduced)
    amount = amount_of(world, first)
    judge_whole(db.session, clock, actor, first)
    answer(db.session, clock, actor, first, AnswerKind.CHANGED, amount - 100)
    assert taken(world) == {reduced.participant_id: 100}
    assert holds_of(world, reduced) == [(MISSED_WITHOUT_REASON, HoldKind.CONTESTED)]
    assert october(world, reduced).is_open, "somebody must register what makes it less"
    second = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, second)
    answer(db.session, clock, actor, second, AnswerKind.ANNULLED)
    assert taken(world) == {reduced.participant_id: amount}
    assert holds_of(world, reduced) == [(MISSED_WITHOUT_REASON, HoldKind.SUSPENDED)]


@pytest.mark.parametrize(
    ("outcome", "left"),
    [
        (GovernorOutcome.ANNULLED, 0),
        (GovernorOutcome.SENT_BACK, 0),
        (GovernorOutcome.CHANGED, 1),
        (GovernorOutcome.DISMISSED, None),
    ],
)
def test_the_county_governor_has_the_last_word(
    world: World, reduced: AdministrativeDecision, outcome: GovernorOutcome, left: int | None
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    amount = amount_of(world, complaint)
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    settle(world, complaint, outcome, left or None)
    expected = {} if left is None else {reduced.participant_id: amount - left}
    assert taken(world) == expected


def test_a_changed_reduction_takes_less_than_before(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    for amount in (None, 0, amount_of(world, complaint)):
        with pytest.raises(CannotTreatComplaint) as refused:
            answer(db.session, clock, actor, complaint, AnswerKind.CHANGED, amount)
        assert refused.value.reason is ComplaintRefusal.AMOUNT_NEEDED
    with pytest.raises(CannotTreatComplaint) as unwanted:
        answer(db.session, clock, actor, complaint, AnswerKind.ANNULLED, 5)
    assert unwanted.value.reason is ComplaintRefusal.NO_AMOUNT


def test_the_answer_says_what_was_done(world: World, reduced: AdministrativeDecision) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    given = answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    content = db.session.get_one(IssuedDocument, given.document_id).model["content"]
    said = [each["key"] for part in content["parts"] for each in part["statements"]]
    assert "complaint_answer.forwarded" in said
    assert "complaint_answer.not_suspended" in said
    assert [each["key"] for each in content["summary"]] == [
        "complaint_answer.forwarded",
        "appeal.ask",
    ]


def test_the_answer_is_on_the_worklist_until_it_is_sent(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    assert TaskKind.SEND_ANSWER in waiting(world)
    assert TaskKind.AWAIT_GOVERNOR not in waiting(world)
    post = RegisterAnswerSent(place_of(complaint), SendingWay.POST, ON)
    service.register_sent(db.session, clock, actor, post)
    assert TaskKind.SEND_ANSWER not in waiting(world)
    assert TaskKind.AWAIT_GOVERNOR in waiting(world)
    file = get_complaint(db.session, actor.scope, complaint.participant_id, complaint.id)
    assert file.sent is not None
    assert file.arrived is None


def test_a_settled_complaint_stays_on_the_worklist_until_its_answer_is_sent(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, AnswerKind.ANNULLED)
    assert TaskKind.SEND_ANSWER in waiting(world)
    hand_over(db.session, clock, actor, complaint)
    assert TaskKind.SEND_ANSWER not in waiting(world)
    file = get_complaint(db.session, actor.scope, complaint.participant_id, complaint.id)
    assert file.arrived is not None
    assert file.arrived.day == ON


@pytest.mark.parametrize(
    ("sent_on", "arrived_on", "reason"),
    [
        (ON + timedelta(days=1), None, ComplaintRefusal.DAY_IN_THE_FUTURE),
        (ON - timedelta(days=1), None, ComplaintRefusal.SENT_BEFORE_ANSWER),
        (None, ON, ComplaintRefusal.ANSWER_NOT_SENT),
        (ON, ON - timedelta(days=1), ComplaintRefusal.ARRIVED_BEFORE_SENDING),
        (ON, ON + timedelta(days=1), ComplaintRefusal.DAY_IN_THE_FUTURE),
    ],
)
def test_a_day_that_cannot_be_right_is_refused(
    world: World,
    reduced: AdministrativeDecision,
    sent_on: date | None,
    arrived_on: date | None,
    reason: ComplaintRefusal,
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    place = place_of(complaint)

    def register() -> None:
        if sent_on is not None:
            post = RegisterAnswerSent(place, SendingWay.POST, sent_on)
            service.register_sent(db.session, clock, actor, post)
        if arrived_on is not None:
            arrived = RegisterAnswerArrived(place, arrived_on)
            service.register_arrived(db.session, clock, actor, arrived)

    with pytest.raises(CannotTreatComplaint) as refused:
        register()
    assert refused.value.reason is reason


def test_an_answer_whose_letter_is_not_made_is_not_sent(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    with pytest.raises(CannotTreatComplaint) as refused:
        hand_over(db.session, clock, actor, complaint)
    assert refused.value.reason is ComplaintRefusal.LETTER_NOT_READY


@pytest.mark.parametrize(
    ("kind", "is_appealable"), [(AnswerKind.FORWARDED, False), (AnswerKind.ANNULLED, True)]
)
def test_the_page_says_until_when_the_answer_can_be_appealed(
    world: World,
    reduced: AdministrativeDecision,
    kind: AnswerKind,
    is_appealable: bool,
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    judge_whole(db.session, clock, actor, complaint)
    answer(db.session, clock, actor, complaint, kind)
    hand_over(db.session, clock, actor, complaint)
    file = get_complaint(db.session, actor.scope, complaint.participant_id, complaint.id)
    with world.app.test_request_context():
        page = complaint_page(file, Timeliness.IN_TIME, {})
    facts = {fact.term: fact.value for fact in page.facts}
    assert facts["Svaret kom fram"] == "20.11.2026"
    assert facts.get("Siste dag for å klage på svaret") == ("11.12.2026" if is_appealable else None)


def test_what_was_received_never_changes(world: World, reduced: AdministrativeDecision) -> None:
    complaint = complain(db.session, world.clock, world.actor(Role.CASEWORKER), reduced)
    complaint.words = "Noe annet."
    with pytest.raises(ComplaintTouched):
        db.session.flush()
    db.session.rollback()


def test_another_municipality_finds_nothing(world: World, reduced: AdministrativeDecision) -> None:
    complaint = complain(db.session, world.clock, world.actor(Role.CASEWORKER), reduced)
    stranger = world.actor(Role.CASEWORKER, DALHEIM)
    with pytest.raises(NotFound):
        get_complaint(db.session, stranger.scope, complaint.participant_id, complaint.id)


def test_the_worklist_follows_the_complaint(world: World, reduced: AdministrativeDecision) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    complaint = complain(db.session, clock, actor, reduced)
    assert TaskKind.CHECK_COMPLAINT in waiting(world)
    judge_whole(db.session, clock, actor, complaint)
    assert TaskKind.ANSWER_COMPLAINT in waiting(world)
    answer(db.session, clock, actor, complaint, AnswerKind.FORWARDED)
    hand_over(db.session, clock, actor, complaint)
    assert TaskKind.AWAIT_GOVERNOR in waiting(world)
    settle(world, complaint, GovernorOutcome.UPHELD)
    assert not {each for each in waiting(world) if "complaint" in each or "governor" in each}
    file = get_complaint(db.session, actor.scope, complaint.participant_id, complaint.id)
    assert file.stage is ComplaintStage.SETTLED


def test_somebody_tells_of_social_assistance_once(
    world: World, reduced: AdministrativeDecision
) -> None:
    actor, clock = world.actor(Role.CASEWORKER), world.clock
    assert TaskKind.TELL_SOCIAL_ASSISTANCE in waiting(world)
    for _again in range(2):
        service.tell_social_assistance(db.session, clock, actor, reduced.participant_id, reduced.id)
    assert find_talk(db.session, reduced.id) is not None
    assert list_untold_reductions(db.session, actor.scope) == []
    assert TaskKind.TELL_SOCIAL_ASSISTANCE not in waiting(world)
    told = select(AuditEvent).where(AuditEvent.action == Action.SOCIAL_ASSISTANCE_TOLD)
    assert len(db.session.scalars(told).all()) == 1


def waiting(world: World) -> set[TaskKind]:
    actor = world.actor(Role.LEADER)
    found = open_worklist(db.session, world.clock, actor, InstallationDates())
    return {task.kind for task in found.tasks[Section.DECISIONS]}


def settle(
    world: World, complaint: Complaint, outcome: GovernorOutcome, amount_ore: int | None = None
) -> None:
    command = SettleComplaint(place_of(complaint), outcome, ON, ON, amount_ore)
    service.settle(db.session, world.clock, world.actor(Role.CASEWORKER), command)
