"""Reviewing plans, and registering and settling what happens in people's lives (§ 15)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.enrolment.interpreting.models import columns_of
from app.enrolment.interpreting.service import find_fault
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique
from app.plans.answers.errors import CannotRegisterTalk
from app.plans.changes import record
from app.plans.models import PlanReview
from app.plans.queries import find_current_plan, find_draft
from app.plans.reading import PlanCase, get_case
from app.plans.reviews.commands import RegisterEvent, ReviewPlan, SettleEvent, Talk
from app.plans.reviews.errors import (
    CannotReviewPlan,
    CannotSaveEvent,
    EventRefusal,
    ReviewRefusal,
)
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome
from app.plans.reviews.models import LifeEvent, LifeEventSettlement, ReviewTalk
from app.plans.reviews.queries import HappeningState, list_happenings, talks_by_review
from app.plans.service import start_new_version


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The plan with its reviews, and what happened in the participant's life."""

    case: PlanCase
    talks: dict[UUID, ReviewTalk]
    """By review; the oldest reviews have only their note."""
    happenings: tuple[HappeningState, ...]

    @property
    def open(self) -> tuple[HappeningState, ...]:
        """What the plan has not been looked at for, newest first."""
        return tuple(each for each in self.happenings if each.is_open)


def open_rhythm(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Rhythm:
    """Return reviews and events, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    case = get_case(session, actor.scope, participant_id)
    found = Rhythm(
        case,
        talks_by_review(session, actor.scope, participant_id),
        tuple(list_happenings(session, actor.scope, participant_id)),
    )
    _record(session, clock, actor, Action.PLAN_REVIEWS_VIEWED, participant_id, participant_id)
    return found


def review_plan(session: Session, clock: Clock, actor: Actor, command: ReviewPlan) -> PlanReview:
    """Write down that the plan was reviewed (§ 15 sixth paragraph).

    Everything that happened until now is settled with it. If the plan is to change, a draft of a
    new version is opened.

    Raises:
        NotFound: outside the municipality.
        CannotReviewPlan: there is no fixed plan, dates are impossible, or a language is missing.
        CannotRegisterTalk: something about the interpreter is missing, or cannot be right.
    """
    case = get_case(session, actor.scope, command.participant_id)
    plan, talk = case.current, command.talk
    if plan is None:
        raise CannotReviewPlan(ReviewRefusal.NO_FIXED_PLAN)
    if command.reviewed_on > today(clock):
        raise CannotReviewPlan(ReviewRefusal.IN_THE_FUTURE)
    if command.reviewed_on < plan.made_on:
        raise CannotReviewPlan(ReviewRefusal.BEFORE_PLAN)
    if command.next_due_on <= command.reviewed_on:
        raise CannotReviewPlan(ReviewRefusal.NEXT_NOT_AFTER)
    if talk.participant_words and not talk.words_language:
        raise CannotReviewPlan(ReviewRefusal.NO_LANGUAGE)
    fault = find_fault(session, actor.scope, talk.interpreting, command.reviewed_on)
    if fault is not None:
        raise CannotRegisterTalk(fault)
    review = PlanReview(
        id=new_id(),
        plan_id=plan.id,
        reviewed_on=command.reviewed_on,
        note=command.note,
        reviewed_by=actor.user_id,
        next_due_on=command.next_due_on,
        created_at=clock(),
    )
    session.add(review)
    session.flush()
    session.add(_talk(review.id, talk))
    session.flush()
    details: dict[str, object] = {"review": str(review.id), "outcome": talk.outcome.value}
    record(session, clock, actor, Action.PLAN_REVIEWED, plan, details)
    _open_draft(session, clock, actor, command.participant_id, talk.outcome)
    return review


def register_event(
    session: Session, clock: Clock, actor: Actor, command: RegisterEvent
) -> LifeEvent:
    """Keep what happened; the plan waits to be looked at.

    Raises:
        NotFound: outside the municipality.
        CannotSaveEvent: it lies ahead, or nobody says what it is.
    """
    get_participant(session, actor.scope, command.participant_id)
    is_expected = command.kind is LifeEventKind.CHILD_EXPECTED
    if command.happened_on > today(clock) and not is_expected:
        raise CannotSaveEvent(EventRefusal.IN_THE_FUTURE)
    if command.kind is LifeEventKind.OTHER and not command.note:
        raise CannotSaveEvent(EventRefusal.NO_NOTE)
    event = LifeEvent(
        id=new_id(),
        participant_id=command.participant_id,
        kind=command.kind,
        happened_on=command.happened_on,
        note=command.note,
        registered_by=actor.user_id,
        registered_at=clock(),
    )
    session.add(event)
    session.flush()
    _record(
        session,
        clock,
        actor,
        Action.LIFE_EVENT_REGISTERED,
        command.participant_id,
        event.id,
        kind=command.kind.value,
    )
    return event


def settle_event(
    session: Session, clock: Clock, actor: Actor, command: SettleEvent
) -> LifeEventSettlement:
    """Keep that the plan was looked at because of the event, and open a draft if it must change.

    Raises:
        NotFound: outside the municipality.
        CannotSaveEvent: the event does not wait, or nobody says why.
    """
    get_participant(session, actor.scope, command.participant_id)
    if not command.reason:
        raise CannotSaveEvent(EventRefusal.NO_REASON)
    states = list_happenings(session, actor.scope, command.participant_id)
    open_keys = {each.happening.key for each in states if each.is_open}
    plan = find_current_plan(session, actor.scope, command.participant_id)
    if plan is None or command.event_key not in open_keys:
        raise CannotSaveEvent(EventRefusal.NOT_OPEN)
    settlement = LifeEventSettlement(
        id=new_id(),
        participant_id=command.participant_id,
        event_key=command.event_key,
        outcome=command.outcome,
        reason=command.reason,
        settled_by=actor.user_id,
        settled_at=clock(),
    )
    try:
        add_unique(session, settlement)
    except Taken as error:  # somebody settled it a moment ago
        raise CannotSaveEvent(EventRefusal.NOT_OPEN) from error
    _record(
        session,
        clock,
        actor,
        Action.LIFE_EVENT_SETTLED,
        command.participant_id,
        settlement.id,
        event=command.event_key,
        outcome=command.outcome.value,
    )
    _open_draft(session, clock, actor, command.participant_id, command.outcome)
    return settlement


def _open_draft(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, outcome: ReviewOutcome
) -> None:
    if outcome is not ReviewOutcome.NEW_VERSION:
        return
    if find_draft(session, actor.scope, participant_id) is None:
        start_new_version(session, clock, actor, participant_id)


def _talk(review_id: UUID, talk: Talk) -> ReviewTalk:
    return ReviewTalk(
        review_id=review_id,
        outcome=talk.outcome,
        changes=talk.changes,
        participant_words=talk.participant_words,
        words_language=talk.words_language if talk.participant_words else "",
        next_steps=talk.next_steps,
        took_part=talk.took_part,
        language=talk.language,
        **columns_of(talk.interpreting),
    )


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    participant_id: UUID,
    subject_id: UUID,
    **details: object,
) -> None:
    kind = {
        Action.LIFE_EVENT_REGISTERED: "life_event",
        Action.LIFE_EVENT_SETTLED: "life_event_settlement",
    }.get(action, "participant")
    audit.record(
        session,
        clock,
        actor,
        action,
        (kind, subject_id),
        participant_id=participant_id,
        details=details,
    )
