"""Lists of plans, full time, and the looks that are recorded."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.core.errors import NotFound
from app.core.period import Period
from app.extensions import db
from app.plans import service
from app.plans.queries import (
    find_current_plan,
    find_programme,
    list_participants_without_plan,
    list_programmes,
)
from app.plans.reading import check_version, get_case
from app.rules.plan import ElementKind, FindingCode
from tests.integration.plans.conftest import (
    COMPLETE,
    LAST_DAY,
    Plans,
    actions,
    element,
)

pytestmark = pytest.mark.usefixtures("app_context")


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
