"""Fixing a plan, goals and elements: what is refused, what is kept, what is recorded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import NotFound
from app.enrolment.queries import get_participant
from app.extensions import db
from app.plans import elements, service
from app.plans.commands import ChangeElement, ChangePlan, FixPlan, RemoveElement
from app.plans.errors import (
    CannotFixPlan,
    CannotSaveElement,
    CannotSavePlan,
    ElementRefusal,
    PlanChanged,
    PlanRefusal,
)
from app.plans.models import PlanStatus
from app.plans.queries import (
    find_current_plan,
    find_draft,
    find_programme,
    get_draft,
)
from app.rules.plan import ElementKind, FindingCode
from app.rules.programme import EducationLevel, EndGoal
from tests.integration.plans.conftest import (
    COMPLETE,
    DETAILS,
    LAST_DAY,
    PROGRAMME,
    Plans,
    actions,
    element,
)

pytestmark = pytest.mark.usefixtures("app_context")


def test_a_complete_plan_is_fixed(plans: Plans) -> None:
    plans.fixed()
    db.session.expire_all()
    scope = plans.actor.scope
    plan = find_current_plan(db.session, scope, plans.participant_id)
    programme = find_programme(db.session, scope, plans.participant_id)
    participant = get_participant(db.session, scope, plans.participant_id)
    assert plan is not None
    assert programme is not None
    assert (plan.version, len(plan.elements), plan.fixed_by) == (1, 5, plans.actor.user_id)
    assert programme.ends_on == LAST_DAY
    assert participant.decided_on == PROGRAMME.decided_on
    assert find_draft(db.session, scope, plans.participant_id) is None
    assert actions(plans) == ["plan_created", *["plan_changed"] * 5, "plan_fixed"]


def test_an_incomplete_plan_is_not_fixed(plans: Plans) -> None:
    plans.create(replace(DETAILS, reasons=""))
    plans.add(*COMPLETE[1:])
    with pytest.raises(CannotFixPlan) as refused:
        plans.fix()
    codes = {finding.code for finding in refused.value.findings}
    assert codes >= {FindingCode.REASONS_MISSING, FindingCode.NORWEGIAN_TRAINING_MISSING}
    assert get_draft(db.session, plans.actor.scope, plans.participant_id)


def test_a_goal_that_is_not_allowed_any_more_stops_the_plan(plans: Plans) -> None:
    plans.create(replace(DETAILS, end_goal=EndGoal.HIGHER_EDUCATION_PREPARATION))
    plans.add(*COMPLETE)
    participant = get_participant(db.session, plans.actor.scope, plans.participant_id)
    participant.born_on = date(1970, 8, 31)
    db.session.flush()
    with pytest.raises(CannotSavePlan) as refused:
        plans.fix()
    assert refused.value.reason is PlanRefusal.GOAL_NOT_ALLOWED


def test_warnings_do_not_stop_a_plan(plans: Plans) -> None:
    plans.create(replace(DETAILS, is_competence_validation_guided=False))
    plans.add(*COMPLETE)
    assert plans.fix().status is PlanStatus.FIXED


@pytest.mark.parametrize(
    ("programme", "details", "reason"),
    [
        ({"decided_on": date(2026, 11, 21)}, {}, PlanRefusal.DECIDED_IN_THE_FUTURE),
        ({"starts_on": date(2026, 8, 31)}, {}, PlanRefusal.OFFERED_AFTER_START),
        ({"offered_start_on": date(1994, 3, 11)}, {}, PlanRefusal.OFFERED_BEFORE_BIRTH),
        ({}, {"made_on": date(2026, 11, 21)}, PlanRefusal.MADE_IN_THE_FUTURE),
        ({}, {"review_due_on": date(2026, 8, 31)}, PlanRefusal.REVIEW_BEFORE_MADE),
        ({}, {"end_goal": EndGoal.UPPER_SECONDARY_COMPLETED}, PlanRefusal.GOAL_NOT_ALLOWED),
    ],
)
def test_impossible_goals_and_dates_are_refused(
    plans: Plans, programme: dict[str, date], details: dict[str, object], reason: PlanRefusal
) -> None:
    with pytest.raises(CannotSavePlan) as refused:
        plans.create(replace(DETAILS, **details), replace(PROGRAMME, **programme))
    assert refused.value.reason is reason
    assert find_programme(db.session, plans.actor.scope, plans.participant_id) is None


def test_dates_of_today_are_not_the_future(plans: Plans) -> None:
    today = date(2026, 11, 20)
    plan = plans.create(replace(DETAILS, made_on=today), replace(PROGRAMME, decided_on=today))
    assert plan.made_on == today


def test_without_a_mapped_education_there_is_no_plan(plans_for: Callable[..., Plans]) -> None:
    plans = plans_for(education_level=None)
    with pytest.raises(CannotSavePlan) as refused:
        plans.create()
    assert refused.value.reason is PlanRefusal.EDUCATION_NOT_MAPPED


def test_a_second_first_plan_is_refused(plans: Plans) -> None:
    plans.create()
    with pytest.raises(CannotSavePlan) as refused:
        plans.create()
    assert refused.value.reason is PlanRefusal.ALREADY_BEGUN


def test_the_goal_decides_the_last_day(plans_for: Callable[..., Plans]) -> None:
    plans = plans_for(education_level=EducationLevel.LOWER_SECONDARY)
    scope = plans.actor.scope
    plan = plans.create()
    programme = find_programme(db.session, scope, plans.participant_id)
    assert programme is not None
    assert programme.ends_on == date(2028, 9, 13)
    change = ChangePlan(
        plans.participant_id,
        plan.row_version,
        replace(DETAILS, end_goal=EndGoal.UPPER_SECONDARY_COMPLETED),
        replace(PROGRAMME, starts_on=date(2026, 10, 1)),
    )
    service.change_plan(db.session, plans.world.clock, plans.actor, change)
    assert programme.starts_on == date(2026, 10, 1)
    assert programme.ends_on == date(2030, 9, 30)


def test_a_stale_edit_says_what_the_others_changed(plans: Plans) -> None:
    plan = plans.create()
    seen = plan.row_version
    first = ChangePlan(plans.participant_id, seen, replace(DETAILS, norwegian_hours=700))
    service.change_plan(db.session, plans.world.clock, plans.actor, first)
    second = ChangePlan(plans.participant_id, seen, replace(DETAILS, reasons="En annen."))
    with pytest.raises(PlanChanged) as refused:
        service.change_plan(db.session, plans.world.clock, plans.actor, second)
    assert refused.value.fields == ("norwegian_hours",)
    assert refused.value.row_version == plan.row_version
    assert plan.reasons == DETAILS.reasons


def test_saving_without_a_change_is_no_new_version(plans: Plans) -> None:
    plan = plans.create()
    same = ChangePlan(plans.participant_id, plan.row_version, DETAILS, PROGRAMME)
    service.change_plan(db.session, plans.world.clock, plans.actor, same)
    assert plan.row_version == same.row_version
    assert actions(plans) == ["plan_created"]


def test_who_fixes_must_have_seen_the_newest_elements(plans: Plans) -> None:
    plan = plans.create()
    plans.add(*COMPLETE)
    seen = plan.row_version
    plans.add(element(ElementKind.OWN_ACTIVITY, 2))
    command = FixPlan(plans.participant_id, seen)
    with pytest.raises(PlanChanged) as refused:
        service.fix_plan(db.session, plans.world.clock, plans.actor, command)
    assert refused.value.fields == ("elements",)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        (
            {"first_day": date(2027, 2, 2), "last_day": date(2027, 2, 1)},
            ElementRefusal.LAST_DAY_BEFORE_FIRST,
        ),
        ({"first_day": date(2026, 9, 13)}, ElementRefusal.OUTSIDE_PROGRAMME),
        ({"last_day": date(2027, 9, 14)}, ElementRefusal.OUTSIDE_PROGRAMME),
        ({"minutes_per_week": 0}, ElementRefusal.NO_HOURS),
    ],
)
def test_impossible_elements_are_refused(
    plans: Plans, changes: dict[str, object], reason: ElementRefusal
) -> None:
    plan = plans.create()
    with pytest.raises(CannotSaveElement) as refused:
        plans.add(element(ElementKind.OTHER, 5, **changes))
    assert refused.value.reason is reason
    assert plan.elements == []


def test_elements_are_changed_and_taken_out(plans: Plans) -> None:
    plan = plans.create()
    plans.add(element(ElementKind.OTHER, 5), element(ElementKind.OWN_ACTIVITY, 5))
    first, second = plan.elements
    changed = ChangeElement(
        plans.participant_id, first.id, first.row_version, element(ElementKind.OTHER, 6)
    )
    elements.change_element(db.session, plans.world.clock, plans.actor, changed)
    assert first.minutes_per_week == 360
    with pytest.raises(PlanChanged) as refused:
        elements.change_element(db.session, plans.world.clock, plans.actor, changed)
    assert refused.value.fields == ("minutes_per_week",)
    stale = RemoveElement(plans.participant_id, first.id, changed.row_version)
    with pytest.raises(PlanChanged):
        elements.remove_element(db.session, plans.world.clock, plans.actor, stale)
    remove = replace(stale, row_version=first.row_version)
    elements.remove_element(db.session, plans.world.clock, plans.actor, remove)
    assert plan.elements == [second]
    with pytest.raises(NotFound):
        elements.remove_element(db.session, plans.world.clock, plans.actor, remove)
