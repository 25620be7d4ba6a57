"""Comparing versions of a plan, and judging a change: pages, rules and records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select

from app.audit.models import AuditEvent
from app.core.actor import Role
from app.core.errors import NotFound
from app.extensions import db
from app.plans import service
from app.plans.commands import ChangePlan, RemoveElement
from app.plans.elements import remove_element
from app.plans.errors import CannotFixPlan, FixRefusal, PlanChanged
from app.plans.models import IntegrationPlan
from app.plans.proposals.service import line_in_draft
from app.plans.queries import get_draft
from app.plans.reading import get_case
from app.plans.versions.commands import JudgeChange
from app.plans.versions.errors import CannotJudgeChange, JudgementRefusal
from app.plans.versions.models import ChangeKindTouched, PlanChangeKind
from app.plans.versions.queries import find_change_kind, list_essential_changes
from app.plans.versions.service import judge_change
from app.rules.plan import ChangeKind, ElementKind
from tests.integration.plans.conftest import COMPLETE, DETAILS, Plans, element
from tests.support.client import Browser

BrowserFor = Callable[..., Browser]


def second_version(plans: Plans) -> IntegrationPlan:
    """Fix a plan, and begin a draft beside it with one more element and other goals."""
    plans.fixed()
    draft = service.start_new_version(
        db.session, plans.world.clock, plans.actor, plans.participant_id
    )
    change = replace(
        DETAILS,
        made_on=date(2026, 11, 20),
        norwegian_hours=900,
        long_term_goals="Jeg vil bli baker.",
        review_due_on=date(2026, 12, 24),
    )
    command = ChangePlan(plans.participant_id, draft.row_version, change)
    service.change_plan(db.session, plans.world.clock, plans.actor, command)
    plans.add(element(ElementKind.BRANCH_COURSE, 4, title="Bakerkurs"))
    db.session.commit()
    return draft


@pytest.mark.usefixtures("app_context")
def test_what_is_put_in_is_not_taken_for_what_was_taken_out(plans: Plans) -> None:
    plans.fixed()
    fixed = get_case(db.session, plans.actor.scope, plans.participant_id).current
    assert fixed is not None
    taken_out = fixed.elements[-1]
    draft = service.start_new_version(
        db.session, plans.world.clock, plans.actor, plans.participant_id
    )
    last = draft.elements[-1]
    remove_element(
        db.session,
        plans.world.clock,
        plans.actor,
        RemoveElement(plans.participant_id, last.id, last.row_version),
    )
    plans.add(element(last.kind, 18, title="Sykehjemmet i dalen"))
    assert draft.elements[-1].kind is taken_out.kind
    assert line_in_draft(draft, taken_out) is None


def judgement(plans: Plans, row_version: int, **changes: object) -> JudgeChange:
    plain = JudgeChange(plans.participant_id, row_version, ChangeKind.ESSENTIAL, "Nytt kurs.")
    return replace(plain, **changes)  # type: ignore[arg-type]


@pytest.mark.usefixtures("app_context")
def test_an_essential_change_is_told_to_those_who_write_the_letter(plans: Plans) -> None:
    draft = second_version(plans)
    scope = plans.actor.scope
    judge_change(db.session, plans.world.clock, plans.actor, judgement(plans, draft.row_version))
    assert list_essential_changes(db.session, scope) == [], "a draft is no decision"
    plans.fix()
    db.session.commit()
    (due,) = list_essential_changes(db.session, scope)
    assert (due.participant_id, due.version, due.reason) == (plans.participant_id, 2, "Nytt kurs.")
    event = db.session.scalars(
        select(AuditEvent).where(AuditEvent.action == "plan_change_judged")
    ).one()
    assert event.details == {"version": 2, "kind": "essential", "proposed": "essential"}


@pytest.mark.usefixtures("app_context")
def test_the_newest_judgement_counts_and_the_older_ones_stay(plans: Plans) -> None:
    draft = second_version(plans)
    clock, actor = plans.world.clock, plans.actor
    first = judge_change(db.session, clock, actor, judgement(plans, draft.row_version))
    again = judgement(plans, draft.row_version, kind=ChangeKind.SMALL, reason="Likevel liten.")
    judge_change(db.session, clock, actor, again)
    plans.fix()
    db.session.commit()
    found = find_change_kind(db.session, actor.scope, draft.id)
    assert found is not None
    assert (found.kind, found.number) == (ChangeKind.SMALL, 2)
    assert list_essential_changes(db.session, actor.scope) == []
    for spoil in (lambda: setattr(first, "reason", "Annet"), lambda: db.session.delete(first)):
        spoil()
        with pytest.raises(ChangeKindTouched):
            db.session.flush()
        db.session.rollback()


@pytest.mark.usefixtures("app_context")
def test_a_draft_that_was_edited_is_judged_again(plans: Plans) -> None:
    draft = second_version(plans)
    plans.judge()
    plans.add(element(ElementKind.OWN_ACTIVITY, 1))
    with pytest.raises(CannotFixPlan) as refused:
        plans.fix()
    assert refused.value.reason is FixRefusal.CHANGE_NOT_JUDGED
    stale = judgement(plans, draft.row_version - 1)
    with pytest.raises(PlanChanged):
        judge_change(db.session, plans.world.clock, plans.actor, stale)
    plans.judge()
    assert plans.fix().version == 2


@pytest.mark.usefixtures("app_context")
def test_the_first_plan_is_no_change(plans: Plans) -> None:
    plans.create()
    plans.add(*COMPLETE)
    draft = get_draft(db.session, plans.actor.scope, plans.participant_id)
    with pytest.raises(CannotJudgeChange) as refused:
        judge_change(
            db.session, plans.world.clock, plans.actor, judgement(plans, draft.row_version)
        )
    assert refused.value.reason is JudgementRefusal.NO_CHANGE_YET
    assert plans.fix().version == 1


@pytest.mark.usefixtures("app_context")
def test_a_judgement_has_a_reason(plans: Plans) -> None:
    draft = second_version(plans)
    command = judgement(plans, draft.row_version, reason="")
    with pytest.raises(CannotJudgeChange) as refused:
        judge_change(db.session, plans.world.clock, plans.actor, command)
    assert refused.value.reason is JudgementRefusal.NO_REASON


@pytest.mark.usefixtures("app_context")
def test_another_municipality_judges_nothing(plans: Plans, foreign: Plans) -> None:
    draft = second_version(plans)
    with pytest.raises(NotFound):
        judge_change(
            db.session, plans.world.clock, foreign.actor, judgement(plans, draft.row_version)
        )
    assert find_change_kind(db.session, foreign.actor.scope, draft.id) is None


@pytest.mark.usefixtures("app_context")
def test_a_discarded_draft_takes_its_judgement_with_it(plans: Plans) -> None:
    draft = second_version(plans)
    plans.judge()
    db.session.commit()
    service.discard_draft(
        db.session, plans.world.clock, plans.actor, plans.participant_id, draft.row_version
    )
    db.session.commit()
    assert db.session.scalars(select(PlanChangeKind)).all() == []


def test_the_change_is_read_and_judged(app: Flask, plans: Plans, browser_for: BrowserFor) -> None:
    with app.app_context():
        second_version(plans)
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{plans.participant_id}/plan"
    page = browser.get(f"{url}/endring").text
    for sentence in (
        "Timer norsk i alt: flere, fra \u2066600\u2069 til \u2066900\u2069.",
        "Yrkes- eller bransjekurs",
        "Bakerkurs",
        "Jeg vil bli baker.",
        "Timene i norsk eller samfunnskunnskap er endret med minst en femdel.",
        "Et element mot arbeid eller utdanning er nytt eller tatt ut.",
    ):
        assert sentence in page
    browser.submit(f"{url}/endring", {"kind": "essential", "reason": ""}, status=200)
    browser.submit(f"{url}/endring", {"kind": "essential", "reason": "Nytt kurs."})
    assert "Vesentlig endring" in browser.get(url).text
    browser.submit(url, action=f"{url}/fastsett")
    page = browser.get(f"{url}/versjoner/2/mot/1").text
    assert "Endringer fra versjon 1 til versjon 2" in page
    assert "Nytt kurs." in page
    assert "De to versjonene sier det samme." in browser.get(f"{url}/versjoner/1/mot/1").text
    browser.get(f"{url}/versjoner/3/mot/1", status=404)


def test_nothing_typed_is_lost_when_others_edit_meanwhile(
    app: Flask, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        second_version(plans)
    browser = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{plans.participant_id}/plan/endring"
    filled = browser.filled(url, {"kind": "small", "reason": "Bare tider."})
    with app.app_context():
        plans.add(element(ElementKind.OWN_ACTIVITY, 1))
        db.session.commit()
    page = browser.send(url, filled, status=200).text
    assert "Andre har endret utkastet." in page
    assert "Bare tider." in page
    browser.submit(url, {"kind": "small", "reason": "Bare tider."})
