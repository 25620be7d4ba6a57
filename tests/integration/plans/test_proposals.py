"""Proposals of a participant: made on her pages, answered on the caseworker's."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.audit.models import AuditEvent
from app.core.actor import Actor, Role
from app.enrolment.queries import get_participant
from app.enrolment.service import link_user
from app.extensions import db
from app.plans import elements, service
from app.plans.commands import RemoveElement
from app.plans.elements import details_of_element
from app.plans.proposals.commands import DeclineProposal, ProposeChange, TakeProposal
from app.plans.proposals.errors import (
    AnswerRefusal,
    CannotAnswerProposal,
    CannotProposeChange,
    ProposalRefusal,
)
from app.plans.proposals.kinds import ProposalKind, ProposalState
from app.plans.proposals.models import PlanProposal, PlanProposalAnswer, ProposalTouched
from app.plans.proposals.queries import get_proposal, list_proposals, list_waiting_proposals
from app.plans.proposals.service import (
    MOST_IN_A_DAY,
    decline_proposal,
    propose_change,
    take_proposal,
)
from app.plans.queries import find_current_plan, get_draft
from app.rules.plan import ElementKind
from tests.integration.plans.conftest import Plans, element
from tests.support.client import Browser
from tests.support.world import RANDOM_ID, World

BrowserFor = Callable[..., Browser]
WORDS = "أريد أن أعمل في روضة أطفال"


@pytest.fixture
def linked(app: Flask, world: World, plans: Plans) -> Plans:
    """The participant with a fixed plan, and her own sign-in."""
    with app.app_context():
        plans.fixed()
        user = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, plans.actor, plans.participant_id, user.id)
        db.session.commit()
    return plans


def own_actor(plans: Plans) -> Actor:
    return plans.world.actor(Role.PARTICIPANT, plans.domain)


def propose(plans: Plans, kind: ProposalKind = ProposalKind.NEW_ELEMENT, **more: object) -> UUID:
    command = replace(ProposeChange(kind, WORDS, "ar"), **more)  # type: ignore[arg-type]
    participant = get_participant(db.session, plans.actor.scope, plans.participant_id)
    made = propose_change(db.session, plans.world.clock, own_actor(plans), participant, command)
    return made.id


def begin_version(plans: Plans) -> None:
    service.start_new_version(db.session, plans.world.clock, plans.actor, plans.participant_id)


def take(plans: Plans, proposal_id: UUID, **more: object) -> None:
    wanted = element(ElementKind.WORK_PRACTICE, 5, title="Barnehage")
    command = replace(
        TakeProposal(plans.participant_id, proposal_id, wanted),
        **more,  # type: ignore[arg-type]
    )
    take_proposal(db.session, plans.world.clock, plans.actor, command)


def decline(plans: Plans, proposal_id: UUID, reason: str = "Det finnes ikke ennå.") -> None:
    command = DeclineProposal(plans.participant_id, proposal_id, reason, "لا يوجد بعد")
    decline_proposal(db.session, plans.world.clock, plans.actor, command)


def state(plans: Plans, proposal_id: UUID) -> ProposalState:
    scope = plans.actor.scope
    return get_proposal(db.session, scope, plans.participant_id, proposal_id).state


def test_a_proposal_goes_from_her_phone_into_the_plan(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    own = browser_for(Role.PARTICIPANT)
    url = "/min-side/plan/forslag/nytt?hva=new_element"
    page = own.get(url).text
    assert 'name="line"' not in page
    assert '<option selected value="ar">' in page, "the language that she reads is proposed"
    sent = own.submit(url, {"words": WORDS, "element_kind": "work_practice"})
    assert sent.location == "/min-side/plan/forslag"
    page = own.get("/min-side/plan/forslag").text
    assert "Venter på svar" in page
    assert f'lang="ar" dir="auto">{WORDS}<' in page

    staff = browser_for(Role.CASEWORKER)
    plan = f"/deltakere/{linked.participant_id}/plan"
    worklist = staff.get("/arbeidsliste").text
    assert "Svar på forslaget fra 20.11.2026" in worklist
    assert f"{plan}/forslag" in worklist
    assert "1 forslag fra deltakeren venter på svar." in staff.get(plan).text
    page = staff.get(f"{plan}/forslag").text
    assert WORDS in page
    assert "Ta inn i utkastet" not in page, "there is no draft to take it into"
    staff.submit(f"{plan}/forslag", action=f"{plan}/ny-versjon")
    with app.app_context():
        (standing,) = list_proposals(db.session, linked.actor.scope, linked.participant_id)
    take_url = f"{plan}/forslag/{standing.proposal.id}/ta-inn"
    assert staff.filled(take_url)["kind"] == "work_practice"
    filled = {"title": "Barnehagen", "hours_per_week": "5"}
    assert staff.submit(take_url, filled).location == f"{plan}#elements"
    assert "Tatt inn i utkastet" in own.get("/min-side/plan/forslag").text
    with app.app_context():
        draft = get_draft(db.session, linked.actor.scope, linked.participant_id)
        assert "Barnehagen" in {each.title for each in draft.elements}
        linked.judge()
        linked.fix()
        db.session.commit()
    page = own.get("/min-side/plan/forslag").text
    assert "Tatt inn i planen" in page
    assert "Versjon 2 av planen" in page


def test_a_change_of_a_line_fills_in_the_line_and_changes_it(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plan = find_current_plan(db.session, linked.actor.scope, linked.participant_id)
        assert plan is not None
        line = next(each for each in plan.elements if each.kind is ElementKind.WORK_PRACTICE)
        line_id, count = line.id, len(plan.elements)
    own = browser_for(Role.PARTICIPANT)
    url = f"/min-side/plan/forslag/nytt?hva=change_element&linje={line_id}"
    assert own.filled(url)["line"] == str(line_id)
    own.submit(url, {"words": WORDS})
    with app.app_context():
        begin_version(linked)
        db.session.commit()
        (standing,) = list_proposals(db.session, linked.actor.scope, linked.participant_id)
        assert standing.line is not None
    staff = browser_for(Role.CASEWORKER)
    take_url = f"/deltakere/{linked.participant_id}/plan/forslag/{standing.proposal.id}/ta-inn"
    filled = staff.filled(take_url)
    assert (filled["title"], filled["hours_per_week"]) == ("Bakeriet på torget", "18")
    staff.submit(take_url, {"hours_per_week": "20"})
    with app.app_context():
        draft = get_draft(db.session, linked.actor.scope, linked.participant_id)
        changed = [each for each in draft.elements if each.kind is ElementKind.WORK_PRACTICE]
        assert [each.minutes_per_week for each in changed] == [20 * 60]
        assert len(draft.elements) == count


def test_what_somebody_saved_meanwhile_is_not_written_over(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        plan = find_current_plan(db.session, linked.actor.scope, linked.participant_id)
        assert plan is not None
        line = plan.elements[0].id
        proposal_id = propose(linked, ProposalKind.CHANGE_ELEMENT, element_id=line)
        begin_version(linked)
        db.session.commit()
    staff = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{linked.participant_id}/plan/forslag/{proposal_id}/ta-inn"
    stale = {**staff.filled(url), "row_version": "77"}
    assert "Andre har endret linjen" in staff.send(url, stale, status=200).text
    with app.app_context():
        assert state(linked, proposal_id) is ProposalState.WAITING


def test_a_goal_is_taken_by_opening_the_goals(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        proposal_id = propose(linked, ProposalKind.CHANGE_GOAL)
        begin_version(linked)
        db.session.commit()
    staff = browser_for(Role.CASEWORKER)
    plan = f"/deltakere/{linked.participant_id}/plan"
    answer = staff.submit(f"{plan}/forslag/{proposal_id}/ta-inn")
    assert answer.location == f"{plan}/rediger#long_term_goals"
    with app.app_context():
        assert state(linked, proposal_id) is ProposalState.IN_DRAFT


def test_a_no_is_read_by_her_with_what_was_translated(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        proposal_id = propose(linked)
        db.session.commit()
    staff = browser_for(Role.CASEWORKER)
    url = f"/deltakere/{linked.participant_id}/plan/forslag/{proposal_id}/ikke-ta-inn"
    refused = staff.send(url, staff.filled(url), status=200).text
    assert "Skriv hvorfor forslaget ikke blir tatt inn." in refused
    staff.submit(url, {"reason": "Det finnes ikke ennå.", "translation": "لا يوجد بعد"})
    page = browser_for(Role.PARTICIPANT).get("/min-side/plan/forslag").text
    assert 'lang="nb" dir="auto">Det finnes ikke ennå.<' in page
    assert 'lang="ar" dir="auto">لا يوجد بعد<' in page
    assert "ikke oversatt ennå" not in page


def test_norwegian_is_never_shown_silently(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        proposal_id = propose(linked)
        command = DeclineProposal(linked.participant_id, proposal_id, "Ikke nå.")
        decline_proposal(db.session, linked.world.clock, linked.actor, command)
        db.session.commit()
    own = browser_for(Role.PARTICIPANT)
    notice = "Det er ikke oversatt ennå."
    assert notice not in own.get("/min-side/plan/forslag").text, "she reads in Norwegian here"
    own.send(
        "/sprak/en", {"csrf_token": own.csrf_token("/min-side"), "next": "/min-side/plan/forslag"}
    )
    page = own.get("/min-side/plan/forslag").text
    assert 'html lang="en"' in page
    assert 'lang="nb" dir="auto">Ikke nå.<' in page
    assert "as-written" in page
    assert page.count('class="quiet"') >= 2


def test_so_many_in_a_day_and_no_more(app: Flask, linked: Plans, browser_for: BrowserFor) -> None:
    with app.app_context():
        for _number in range(MOST_IN_A_DAY):
            propose(linked)
        db.session.commit()
        with pytest.raises(CannotProposeChange) as refused:
            propose(linked)
        assert refused.value.reason is ProposalRefusal.TOO_MANY_TODAY
        db.session.rollback()
    own = browser_for(Role.PARTICIPANT)
    url = "/min-side/plan/forslag/nytt?hva=change_goal"
    page = own.send(url, {**own.filled(url), "words": WORDS}, status=200).text
    assert "Du kan sende 5 forslag på én dag" in page
    assert WORDS in page, "what she wrote is not lost"


def test_a_form_that_is_sent_twice_proposes_once(
    app: Flask, linked: Plans, browser_for: BrowserFor
) -> None:
    own = browser_for(Role.PARTICIPANT)
    url = "/min-side/plan/forslag/nytt?hva=new_element"
    filled = {**own.filled(url), "words": WORDS}
    assert own.send(url, filled).location == own.send(url, filled).location
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(PlanProposal)) == 1


def test_hostile_words_are_shown_as_words(linked: Plans, browser_for: BrowserFor) -> None:
    own = browser_for(Role.PARTICIPANT)
    url = "/min-side/plan/forslag/nytt?hva=new_element"
    hostile = "</blockquote><script>alert(1)</script>{{ 7*7 }}"
    own.submit(url, {"words": hostile})
    staff_page = browser_for(Role.CASEWORKER).get(
        f"/deltakere/{linked.participant_id}/plan/forslag"
    )
    for page in (own.get("/min-side/plan/forslag").text, staff_page.text):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in page
    for refused in ("\u202eabc", "a\u2067b"):
        own.send(url, {**own.filled(url), "words": refused}, status=200)


def test_a_line_of_somebody_else_cannot_be_proposed_about(
    app: Flask, linked: Plans, plans_for: Callable[..., Plans], browser_for: BrowserFor
) -> None:
    neighbour = plans_for(family_name="Nabo")
    with app.app_context():
        neighbour.fixed()
        scope = neighbour.actor.scope
        plan = find_current_plan(db.session, scope, neighbour.participant_id)
        assert plan is not None
        theirs = plan.elements[0].id
        with pytest.raises(CannotProposeChange) as refused:
            propose(linked, ProposalKind.CHANGE_ELEMENT, element_id=theirs)
        assert refused.value.reason is ProposalRefusal.NO_SUCH_LINE
        db.session.rollback()
    own = browser_for(Role.PARTICIPANT)
    url = "/min-side/plan/forslag/nytt?hva=change_element"
    sent = {**own.filled(url), "line": str(theirs), "words": WORDS}
    assert "Velg ett av alternativene i listen." in own.send(url, sent, status=200).text


@pytest.mark.usefixtures("app_context")
class TestAnswers:
    """What an answer needs, and what becomes of it."""

    def test_there_is_one_answer(self, linked: Plans) -> None:
        proposal_id = propose(linked)
        begin_version(linked)
        take(linked, proposal_id)
        for again in (take, decline):
            with pytest.raises(CannotAnswerProposal) as refused:
                again(linked, proposal_id)
            assert refused.value.reason is AnswerRefusal.ALREADY_ANSWERED

    def test_a_line_needs_a_draft_and_a_no_needs_a_reason(self, linked: Plans) -> None:
        proposal_id = propose(linked)
        with pytest.raises(CannotAnswerProposal) as refused:
            take(linked, proposal_id)
        assert refused.value.reason is AnswerRefusal.NO_DRAFT
        with pytest.raises(CannotAnswerProposal) as refused:
            decline(linked, proposal_id, "")
        assert refused.value.reason is AnswerRefusal.NO_REASON

    def test_a_proposal_waits_again_when_its_line_or_draft_goes_away(self, linked: Plans) -> None:
        first, second = propose(linked), propose(linked, ProposalKind.CHANGE_GOAL)
        begin_version(linked)
        take(linked, first)
        take(linked, second, element=None)
        draft = get_draft(db.session, linked.actor.scope, linked.participant_id)
        line = next(each for each in draft.elements if each.title == "Barnehage")
        removal = RemoveElement(linked.participant_id, line.id, line.row_version)
        elements.remove_element(db.session, linked.world.clock, linked.actor, removal)
        db.session.expire_all()
        assert state(linked, first) is ProposalState.WAITING
        assert state(linked, second) is ProposalState.IN_DRAFT
        draft = get_draft(db.session, linked.actor.scope, linked.participant_id)
        service.discard_draft(
            db.session,
            linked.world.clock,
            linked.actor,
            linked.participant_id,
            draft.row_version,
        )
        db.session.expire_all()
        assert state(linked, second) is ProposalState.WAITING

    def test_a_line_that_was_taken_out_of_the_draft_becomes_a_new_one(self, linked: Plans) -> None:
        plan = find_current_plan(db.session, linked.actor.scope, linked.participant_id)
        assert plan is not None
        line = plan.elements[-1]
        proposal_id = propose(linked, ProposalKind.CHANGE_ELEMENT, element_id=line.id)
        begin_version(linked)
        take(linked, proposal_id, element=details_of_element(line))
        assert state(linked, proposal_id) is ProposalState.IN_DRAFT

    def test_nothing_that_was_written_is_changed_or_deleted(self, linked: Plans) -> None:
        proposal_id = propose(linked)
        decline(linked, proposal_id)
        db.session.commit()
        for model, column in ((PlanProposal, "words"), (PlanProposalAnswer, "reason")):
            setattr(db.session.scalars(select(model)).one(), column, "noe annet")
            with pytest.raises(ProposalTouched):
                db.session.flush()
            db.session.rollback()
            db.session.delete(db.session.scalars(select(model)).one())
            with pytest.raises(ProposalTouched):
                db.session.flush()
            db.session.rollback()

    def test_another_municipality_finds_nothing(self, linked: Plans, foreign: Plans) -> None:
        propose(linked)
        scope = foreign.actor.scope
        assert list_proposals(db.session, scope, linked.participant_id) == []
        assert list_waiting_proposals(db.session, scope) == []
        (waiting,) = list_waiting_proposals(db.session, linked.actor.scope)
        assert (waiting.participant_id, waiting.count) == (linked.participant_id, 1)

    def test_everything_is_recorded(self, linked: Plans) -> None:
        first, second = propose(linked), propose(linked)
        begin_version(linked)
        take(linked, first)
        decline(linked, second)
        recorded = db.session.scalars(
            select(AuditEvent)
            .where(AuditEvent.subject_kind == "plan_proposal")
            .order_by(AuditEvent.id)
        ).all()
        assert [event.action.value for event in recorded] == [
            "plan_proposal_made",
            "plan_proposal_made",
            "plan_proposal_taken",
            "plan_proposal_not_taken",
        ]
        assert WORDS not in str([event.details for event in recorded])


def test_an_unknown_proposal_is_not_found(linked: Plans, browser_for: BrowserFor) -> None:
    staff = browser_for(Role.CASEWORKER)
    staff.get(f"/deltakere/{linked.participant_id}/plan/forslag/{RANDOM_ID}/ta-inn", 404)


def test_without_a_plan_she_can_propose_something_new(
    app: Flask, world: World, plans: Plans, browser_for: BrowserFor
) -> None:
    with app.app_context():
        user = world.user(Role.PARTICIPANT)
        link_user(db.session, world.clock, plans.actor, plans.participant_id, user.id)
        db.session.commit()
    own = browser_for(Role.PARTICIPANT)
    assert "change_element" not in own.get("/min-side/plan/forslag/nytt").text
    own.submit("/min-side/plan/forslag/nytt?hva=new_element", {"words": WORDS})
    staff = browser_for(Role.CASEWORKER)
    page = staff.get(f"/deltakere/{plans.participant_id}/plan/forslag").text
    assert "Lag plan" in page
