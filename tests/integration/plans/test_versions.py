"""Fixed plans and their later versions."""

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import NotFound
from app.extensions import db
from app.plans import service
from app.plans.commands import ChangePlan
from app.plans.errors import (
    CannotFixPlan,
    CannotSavePlan,
    FixRefusal,
    PlanChanged,
    PlanRefusal,
)
from app.plans.models import FixedPlanTouched, IntegrationPlan, PlanStatus
from app.plans.queries import (
    find_current_plan,
    find_draft,
    find_programme,
)
from app.rules.plan import ElementKind
from tests.integration.plans.conftest import (
    COMPLETE,
    DETAILS,
    PROGRAMME,
    Plans,
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
