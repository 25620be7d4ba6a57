"""Plans through their services: what is refused, what is kept, what is recorded."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.audit.models import AuditEvent
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.queries import get_participant
from app.extensions import db
from app.plans import elements, service
from app.plans.commands import ChangeElement, ChangePlan, FixPlan, RemoveElement, ReviewPlan
from app.plans.errors import (
    CannotFixPlan,
    CannotReviewPlan,
    CannotSaveElement,
    CannotSavePlan,
    ElementRefusal,
    PlanChanged,
    PlanRefusal,
    ReviewRefusal,
)
from app.plans.models import FixedPlanTouched, IntegrationPlan, PlanStatus
from app.plans.queries import (
    find_current_plan,
    find_draft,
    find_programme,
    get_draft,
    list_participants_without_plan,
    list_plans_due_for_review,
    list_programmes,
)
from app.plans.reading import check_version, get_case, next_review_on
from app.rules.plan import ElementKind, FindingCode
from app.rules.programme import EducationLevel, EndGoal
from tests.integration.plans.conftest import (
    COMPLETE,
    DETAILS,
    LAST_DAY,
    PROGRAMME,
    Plans,
    element,
)


@pytest.fixture(autouse=True)
def context(app: Flask) -> Iterator[None]:
    with app.app_context():
        yield


def actions(plans: Plans) -> list[str]:
    """Return what was recorded about the plan, in order."""
    events = select(AuditEvent.action).where(
        AuditEvent.participant_id == plans.participant_id,
        AuditEvent.subject_kind.in_(["integration_plan", "plan_element"]),
    )
    return [action.value for action in db.session.scalars(events.order_by(AuditEvent.id))]


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


def test_who_has_no_plan_is_listed(plans: Plans, foreign: Plans) -> None:
    scope = plans.actor.scope
    without = list_participants_without_plan(db.session, scope)
    assert [(each.participant_id, each.has_draft) for each in without] == [
        (plans.participant_id, False)
    ]
    plans.create()
    assert list_participants_without_plan(db.session, scope)[0].has_draft
    plans.add(*COMPLETE)
    plans.fix()
    assert list_participants_without_plan(db.session, scope) == []
    assert len(list_participants_without_plan(db.session, foreign.actor.scope)) == 1


def test_programmes_are_listed_by_the_days_they_touch(plans: Plans, foreign: Plans) -> None:
    foreign.create()
    plans.create()
    scope = plans.actor.scope

    def found(first_day: date, last_day: date) -> int:
        return len(list_programmes(db.session, scope, Period(first_day, last_day)))

    assert found(date(2026, 9, 1), date(2026, 9, 13)) == 0
    assert found(date(2026, 9, 1), date(2026, 9, 14)) == 1
    assert found(LAST_DAY, date(2027, 9, 30)) == 1
    assert found(date(2027, 9, 14), date(2027, 9, 30)) == 0


def test_the_other_municipality_sees_nothing(plans: Plans, foreign: Plans) -> None:
    plan = plans.fixed()
    stranger = Plans(plans.world, plans.participant_id, foreign.domain)
    scope = stranger.actor.scope
    assert find_programme(db.session, scope, plans.participant_id) is None
    assert find_current_plan(db.session, scope, plans.participant_id) is None
    for attempt in (stranger.create, stranger.fix, lambda: stranger.add(COMPLETE[0])):
        with pytest.raises(NotFound):
            attempt()
    with pytest.raises(NotFound):
        service.open_version(
            db.session, plans.world.clock, stranger.actor, plans.participant_id, plan.version
        )
    unknown = replace(plans, participant_id=uuid4())
    with pytest.raises(NotFound):
        unknown.create()


def test_a_week_under_full_time_needs_own_activity(plans: Plans) -> None:
    plans.create()
    plans.add(*COMPLETE[:-1], element(ElementKind.WORK_PRACTICE, 15))
    case = get_case(db.session, plans.actor.scope, plans.participant_id)
    assert case.draft is not None
    assessment = check_version(case, case.draft, date(2026, 11, 20))
    assert assessment is not None
    assert {finding.code for finding in assessment.findings} == {
        FindingCode.FULL_TIME_NEEDS_OWN_ACTIVITY
    }
    assert assessment.is_complete


def test_the_municipality_decides_what_full_time_is(plans: Plans) -> None:
    plans.create()
    plans.add(*COMPLETE[:-1], element(ElementKind.WORK_PRACTICE, 15))
    scope = plans.actor.scope
    get_municipality(db.session, scope).policies = {"full_time_week": "always_37_5"}
    db.session.commit()
    case = get_case(db.session, scope, plans.participant_id)
    assert case.draft is not None
    assessment = check_version(case, case.draft, date(2026, 11, 20))
    assert assessment is not None
    assert {finding.code for finding in assessment.findings} == {FindingCode.NOT_FULL_TIME}


def test_looks_are_recorded(plans: Plans) -> None:
    plans.fixed()
    arguments = (db.session, plans.world.clock, plans.actor, plans.participant_id)
    service.open_case(*arguments)
    service.open_version(*arguments, 1)
    assert actions(plans)[-2:] == [Action.PLAN_VIEWED.value] * 2
    with pytest.raises(NotFound):
        service.open_version(*arguments, 2)
