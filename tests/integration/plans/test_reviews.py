"""Reviews of plans, what happens in people's lives, and the worklist that both lead to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from app.core.actor import Role
from app.core.clock import Clock, fixed_clock
from app.core.errors import NotFound
from app.enrolment.commands import ChangeParticipant
from app.enrolment.facts import details_of
from app.enrolment.interpreting.commands import Interpreting
from app.enrolment.interpreting.kinds import NoInterpreterReason
from app.enrolment.queries import Part, get_participant
from app.enrolment.service import change_participant
from app.extensions import db
from app.plans.answers.errors import CannotRegisterTalk
from app.plans.queries import find_draft, list_plans_due_for_review
from app.plans.reading import get_case, next_review_on
from app.plans.reviews import service
from app.plans.reviews.commands import RegisterEvent, ReviewPlan, SettleEvent, Talk
from app.plans.reviews.errors import (
    CannotReviewPlan,
    CannotSaveEvent,
    EventRefusal,
    ReviewRefusal,
)
from app.plans.reviews.kinds import LifeEventKind, ReviewOutcome
from app.plans.reviews.models import (
    LifeEvent,
    LifeEventSettlement,
    ReviewTalk,
    ReviewTouched,
)
from app.plans.reviews.queries import list_waiting_events
from tests.integration.plans.conftest import DETAILS, Plans, actions
from tests.support.client import Browser
from tests.support.world import NOW

pytestmark = pytest.mark.usefixtures("app_context")

NO_INTERPRETER = Interpreting(None, NoInterpreterReason.STAFF_SPEAKS_LANGUAGE)
TALK = Talk(
    ReviewOutcome.PLAN_STANDS,
    "ar",
    NO_INTERPRETER,
    participant_words="أحب المخبز",
    words_language="ar",
    next_steps="Amina ringer bakeriet.",
)
TODAY = date(2026, 11, 20)


def at(minutes: int) -> Clock:
    """Return a clock so long after the plan was fixed."""
    return fixed_clock(NOW + timedelta(minutes=minutes))


def review(
    plans: Plans,
    talk: Talk = TALK,
    on: date = TODAY,
    next_due_on: date = date(2027, 5, 20),
    minutes: int = 10,
) -> None:
    command = ReviewPlan(plans.participant_id, on, "Bra.", next_due_on, talk)
    service.review_plan(db.session, at(minutes), plans.actor, command)


def happen(plans: Plans, kind: LifeEventKind = LifeEventKind.GOAL_REACHED, minutes: int = 5) -> str:
    command = RegisterEvent(plans.participant_id, kind, TODAY)
    event = service.register_event(db.session, at(minutes), plans.actor, command)
    return f"event:{event.id}"


def settle(
    plans: Plans,
    key: str,
    outcome: ReviewOutcome = ReviewOutcome.PLAN_STANDS,
    reason: str = "Et av flere mål.",
) -> None:
    command = SettleEvent(plans.participant_id, key, outcome, reason)
    service.settle_event(db.session, at(20), plans.actor, command)


def waiting(plans: Plans, on: date = TODAY) -> list[int]:
    found = list_waiting_events(db.session, plans.actor.scope, on)
    return [each.count for each in found if each.participant_id == plans.participant_id]


def change(plans: Plans, changes: dict[str, object], minutes: int = 5) -> None:
    actor = plans.actor
    found = get_participant(db.session, actor.scope, plans.participant_id, Part.PERMIT)
    details = replace(details_of(found), **changes)  # type: ignore[arg-type]
    command = ChangeParticipant(plans.participant_id, found.row_version, details)
    change_participant(db.session, at(minutes), actor, command)


def test_a_review_moves_the_next_one(plans: Plans) -> None:
    plan = plans.fixed()
    scope = plans.actor.scope
    due = list_plans_due_for_review(db.session, scope, date(2026, 12, 1))
    assert [(each.participant_id, each.due_on) for each in due] == [
        (plans.participant_id, DETAILS.review_due_on)
    ]
    assert list_plans_due_for_review(db.session, scope, date(2026, 11, 30)) == []
    review(plans, next_due_on=date(2027, 2, 20))
    assert list_plans_due_for_review(db.session, scope, date(2026, 12, 1)) == []
    assert len(list_plans_due_for_review(db.session, scope, date(2027, 2, 20))) == 1
    case = get_case(db.session, scope, plans.participant_id)
    assert next_review_on(case, plan) == date(2027, 2, 20)
    assert actions(plans)[-1] == "plan_reviewed"


@pytest.mark.parametrize(
    ("on", "next_due_on", "talk", "reason"),
    [
        (date(2026, 11, 21), date(2027, 1, 1), TALK, ReviewRefusal.IN_THE_FUTURE),
        (date(2026, 8, 31), date(2027, 1, 1), TALK, ReviewRefusal.BEFORE_PLAN),
        (TODAY, TODAY, TALK, ReviewRefusal.NEXT_NOT_AFTER),
        (TODAY, date(2027, 1, 1), replace(TALK, words_language=""), ReviewRefusal.NO_LANGUAGE),
    ],
)
def test_impossible_reviews_are_refused(
    plans: Plans, on: date, next_due_on: date, talk: Talk, reason: ReviewRefusal
) -> None:
    plans.fixed()
    with pytest.raises(CannotReviewPlan) as refused:
        review(plans, talk, on, next_due_on)
    assert refused.value.reason is reason


def test_a_talk_without_an_interpreter_says_why(plans: Plans) -> None:
    plans.fixed()
    with pytest.raises(CannotRegisterTalk):
        review(plans, replace(TALK, interpreting=Interpreting(None)))


def test_a_draft_is_not_reviewed(plans: Plans) -> None:
    plans.create()
    with pytest.raises(CannotReviewPlan) as refused:
        review(plans)
    assert refused.value.reason is ReviewRefusal.NO_FIXED_PLAN


@pytest.mark.parametrize(("outcome", "opens"), [("plan_stands", False), ("new_version", True)])
def test_a_review_that_wants_changes_opens_a_draft(
    plans: Plans, outcome: str, *, opens: bool
) -> None:
    plans.fixed()
    review(plans, replace(TALK, outcome=ReviewOutcome(outcome)))
    draft = find_draft(db.session, plans.actor.scope, plans.participant_id)
    assert (draft is not None) is opens
    review(plans, replace(TALK, outcome=ReviewOutcome(outcome)), minutes=11)
    assert find_draft(db.session, plans.actor.scope, plans.participant_id) is draft


def test_an_event_waits_until_the_plan_is_reviewed(plans: Plans) -> None:
    plans.fixed()
    assert waiting(plans) == []
    happen(plans)
    happen(plans, LifeEventKind.LONG_SICKNESS, minutes=6)
    assert waiting(plans) == [2]
    assert waiting(plans, date(2028, 1, 1)) == [], "the programme is over"
    review(plans)
    assert waiting(plans) == []
    happen(plans, minutes=30)
    assert waiting(plans) == [1]


def test_of_two_who_settle_at_once_one_is_told(
    plans: Plans, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans.fixed()
    key = happen(plans)
    before = service.list_happenings(db.session, plans.actor.scope, plans.participant_id)
    settle(plans, key)
    monkeypatch.setattr(service, "list_happenings", lambda *_whose: before)
    with pytest.raises(CannotSaveEvent) as refused:
        settle(plans, key)
    assert refused.value.reason is EventRefusal.NOT_OPEN
    assert len(db.session.scalars(select(LifeEventSettlement)).all()) == 1


def test_an_event_is_settled_once_with_a_reason(plans: Plans) -> None:
    plans.fixed()
    key, other = happen(plans), happen(plans, LifeEventKind.WORK_FOUND)
    with pytest.raises(CannotSaveEvent) as refused:
        settle(plans, key, reason="")
    assert refused.value.reason is EventRefusal.NO_REASON
    settle(plans, key)
    assert waiting(plans) == [1]
    for gone in (key, "event:unknown"):
        with pytest.raises(CannotSaveEvent) as refused:
            settle(plans, gone)
        assert refused.value.reason is EventRefusal.NOT_OPEN
    settle(plans, other, ReviewOutcome.NEW_VERSION)
    assert waiting(plans) == []
    assert find_draft(db.session, plans.actor.scope, plans.participant_id) is not None


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"address": "Nyveien 2"}, LifeEventKind.MOVED),
        ({"work_minutes_per_week": 900}, LifeEventKind.WORK_FOUND),
        ({"phone": "12345678"}, None),
    ],
)
def test_what_enrolment_saved_is_seen_without_being_typed_again(
    plans: Plans, changes: dict[str, object], kind: LifeEventKind | None
) -> None:
    plans.fixed()
    change(plans, changes, minutes=-5)
    assert waiting(plans) == [], "the plan was fixed after it"
    other = {name: "12" if isinstance(old, str) else 60 for name, old in changes.items()}
    change(plans, dict(other))
    rhythm = service.open_rhythm(db.session, at(6), plans.actor, plans.participant_id)
    assert [each.happening.kind for each in rhythm.open] == ([kind] if kind else [])
    assert waiting(plans) == ([1] if kind else [])


def test_an_event_without_a_plan_waits_for_nobody(plans: Plans) -> None:
    plans.create()
    happen(plans)
    assert waiting(plans) == []


@pytest.mark.parametrize(
    ("kind", "day", "reason"),
    [
        (LifeEventKind.MOVED, date(2026, 11, 21), EventRefusal.IN_THE_FUTURE),
        (LifeEventKind.OTHER, TODAY, EventRefusal.NO_NOTE),
        (LifeEventKind.CHILD_EXPECTED, date(2027, 3, 1), None),
    ],
)
def test_only_a_child_can_be_expected_and_other_says_what(
    plans: Plans, kind: LifeEventKind, day: date, reason: EventRefusal | None
) -> None:
    command = RegisterEvent(plans.participant_id, kind, day)
    if reason is None:
        assert service.register_event(db.session, at(1), plans.actor, command).kind is kind
        return
    with pytest.raises(CannotSaveEvent) as refused:
        service.register_event(db.session, at(1), plans.actor, command)
    assert refused.value.reason is reason


def test_nothing_that_was_said_or_happened_is_changed_or_removed(plans: Plans) -> None:
    plans.fixed()
    settle(plans, happen(plans))
    review(plans)
    db.session.commit()
    for model, field in (
        (ReviewTalk, "note"),
        (LifeEvent, "note"),
        (LifeEventSettlement, "reason"),
    ):
        row = db.session.scalars(select(model)).one()
        setattr(row, field, "Omskrevet")
        with pytest.raises(ReviewTouched):
            db.session.flush()
        db.session.rollback()
        db.session.delete(db.session.scalars(select(model)).one())
        with pytest.raises(ReviewTouched):
            db.session.flush()
        db.session.rollback()


def test_other_municipalities_see_and_register_nothing(plans: Plans, foreign: Plans) -> None:
    foreign.fixed()
    key = happen(foreign)
    assert waiting(foreign) == [1]
    assert list_waiting_events(db.session, plans.actor.scope, TODAY) == []
    intruder = replace(plans, participant_id=foreign.participant_id)
    for forbidden in (
        lambda: happen(intruder),
        lambda: settle(intruder, key),
        lambda: review(intruder),
    ):
        with pytest.raises(NotFound):
            forbidden()


def test_the_pages_lead_from_event_to_settlement(
    plans: Plans, browser_for: Callable[[Role], Browser]
) -> None:
    plans.fixed()
    browser, url = browser_for(Role.CASEWORKER), f"/deltakere/{plans.participant_id}/plan"
    browser.submit(
        f"{url}/hendelser/ny",
        {"kind": "moved", "happened_on": "2026-11-19", "note": "Lang reisevei."},
    )
    page = browser.get(f"{url}/vurderinger").text
    assert "Deltakeren har flyttet" in page
    assert "Lang reisevei." in page
    answer = browser.submit(
        f"{url}/vurdering",
        {
            "achieved": "Norsk går bra.",
            "participant_words": "أحب المخبز",
            "outcome": "plan_stands",
            "interpreter_use": "none",
            "no_interpreter_reason": "staff_speaks_language",
        },
    )
    assert answer.location == f"{url}/vurderinger"
    page = browser.get(f"{url}/vurderinger").text
    assert "Norsk går bra." in page
    assert '<p class="as-written" lang="ar" dir="auto">أحب المخبز</p>' in page
    assert "20.05.2027" in page, "six months, as the municipality has chosen"
