"""Fixed plans, their later versions and their reviews."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import NotFound
from app.extensions import db
from app.plans import service
from app.plans.commands import ChangePlan, ReviewPlan
from app.plans.errors import (
    CannotFixPlan,
    CannotReviewPlan,
    CannotSavePlan,
    FixRefusal,
    PlanChanged,
    PlanRefusal,
    ReviewRefusal,
)
from app.plans.models import FixedPlanTouched, IntegrationPlan, PlanStatus
from app.plans.queries import (
    find_current_plan,
    find_draft,
    find_programme,
    list_plans_due_for_review,
)
from app.plans.reading import get_case, next_review_on
from app.rules.plan import ElementKind
from tests.integration.plans.conftest import (
    COMPLETE,
    DETAILS,
    PROGRAMME,
    Plans,
    actions,
    element,
)

pytestmark = pytest.mark.usefixtures("app_context")


def test_a_fixed_plan_cannot_be_changed_by_anybody(plans: Plans) -> None:
    plan = plans.fixed()
    change = ChangePlan(plans.participant_id, plan.row_version, DETAILS)
    with pytest.raises(NotFound):
        service.change_plan(db.session, plans.world.clock, plans.actor, change)
    with pytest.raises(NotFound):
        plans.add(element(ElementKind.OTHER, 5))
    for spoil in (_rewrite, _stretch, db.session.delete):
        again = find_current_plan(db.session, plans.actor.scope, plans.participant_id)
        assert again is not None
        spoil(again)
        with pytest.raises(FixedPlanTouched):
            db.session.flush()
        db.session.rollback()


def _rewrite(plan: IntegrationPlan) -> None:
    plan.reasons = "Omskrevet"


def _stretch(plan: IntegrationPlan) -> None:
    plan.elements[0].minutes_per_week += 1


def test_a_new_version_replaces_the_fixed_one_when_it_is_fixed(plans: Plans) -> None:
    first = plans.fixed()
    scope = plans.actor.scope
    draft = service.start_new_version(
        db.session, plans.world.clock, plans.actor, plans.participant_id
    )
    assert draft.version == 2
    assert len(draft.elements) == len(first.elements)
    assert find_current_plan(db.session, scope, plans.participant_id) is first
    with pytest.raises(CannotSavePlan):
        service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)
    with pytest.raises(CannotFixPlan) as refused:
        plans.fix()
    assert refused.value.reason is FixRefusal.CHANGE_NOT_JUDGED
    plans.judge()
    second = plans.fix()
    db.session.commit()
    assert first.status is PlanStatus.REPLACED
    assert find_current_plan(db.session, scope, plans.participant_id) is second


def test_the_decision_stands_in_later_versions(plans: Plans) -> None:
    plans.fixed()
    draft = service.start_new_version(
        db.session, plans.world.clock, plans.actor, plans.participant_id
    )
    change = ChangePlan(
        plans.participant_id,
        draft.row_version,
        replace(DETAILS, made_on=date(2026, 11, 20), review_due_on=date(2026, 12, 24)),
        replace(PROGRAMME, starts_on=date(2026, 10, 1)),
    )
    service.change_plan(db.session, plans.world.clock, plans.actor, change)
    programme = find_programme(db.session, plans.actor.scope, plans.participant_id)
    assert programme is not None
    assert programme.starts_on == PROGRAMME.starts_on
    before = replace(
        change, row_version=draft.row_version, details=replace(DETAILS, made_on=date(2026, 8, 31))
    )
    with pytest.raises(CannotSavePlan) as refused:
        service.change_plan(db.session, plans.world.clock, plans.actor, before)
    assert refused.value.reason is PlanRefusal.MADE_BEFORE_EARLIER_VERSION


def test_only_drafts_of_later_versions_are_discarded(plans: Plans) -> None:
    draft = plans.create()
    arguments = (db.session, plans.world.clock, plans.actor, plans.participant_id)
    with pytest.raises(CannotSavePlan):
        service.discard_draft(*arguments, draft.row_version)
    plans.add(*COMPLETE)
    plans.fix()
    draft = service.start_new_version(*arguments)
    with pytest.raises(PlanChanged):
        service.discard_draft(*arguments, draft.row_version + 1)
    service.discard_draft(*arguments, draft.row_version)
    db.session.commit()
    assert find_draft(db.session, plans.actor.scope, plans.participant_id) is None


def test_a_review_moves_the_next_one(plans: Plans) -> None:
    plan = plans.fixed()
    scope = plans.actor.scope
    due = list_plans_due_for_review(db.session, scope, date(2026, 12, 1))
    assert [(each.participant_id, each.due_on) for each in due] == [
        (plans.participant_id, DETAILS.review_due_on)
    ]
    assert list_plans_due_for_review(db.session, scope, date(2026, 11, 30)) == []
    command = ReviewPlan(plans.participant_id, date(2026, 11, 20), "Bra.", date(2027, 2, 20))
    service.review_plan(db.session, plans.world.clock, plans.actor, command)
    assert list_plans_due_for_review(db.session, scope, date(2026, 12, 1)) == []
    assert len(list_plans_due_for_review(db.session, scope, date(2027, 2, 20))) == 1
    case = get_case(db.session, scope, plans.participant_id)
    assert next_review_on(case, plan) == date(2027, 2, 20)
    assert actions(plans)[-1] == "plan_reviewed"


@pytest.mark.parametrize(
    ("reviewed_on", "next_due_on", "reason"),
    [
        (date(2026, 11, 21), date(2027, 1, 1), ReviewRefusal.IN_THE_FUTURE),
        (date(2026, 8, 31), date(2027, 1, 1), ReviewRefusal.BEFORE_PLAN),
        (date(2026, 11, 20), date(2026, 11, 20), ReviewRefusal.NEXT_NOT_AFTER),
    ],
)
def test_impossible_reviews_are_refused(
    plans: Plans, reviewed_on: date, next_due_on: date, reason: ReviewRefusal
) -> None:
    plans.fixed()
    command = ReviewPlan(plans.participant_id, reviewed_on, "Bra.", next_due_on)
    with pytest.raises(CannotReviewPlan) as refused:
        service.review_plan(db.session, plans.world.clock, plans.actor, command)
    assert refused.value.reason is reason


def test_a_draft_is_not_reviewed(plans: Plans) -> None:
    plans.create()
    command = ReviewPlan(plans.participant_id, date(2026, 11, 20), "Bra.", date(2027, 2, 20))
    with pytest.raises(CannotReviewPlan) as refused:
        service.review_plan(db.session, plans.world.clock, plans.actor, command)
    assert refused.value.reason is ReviewRefusal.NO_FIXED_PLAN
