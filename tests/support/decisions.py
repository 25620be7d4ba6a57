"""Decisions about a participant's plan: made through the services."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.decisions import service
from app.decisions.commands import BeginDecision, ChangeDraft, DraftDetails, Place
from app.decisions.models import AdministrativeDecision
from app.decisions.states import DecisionKind
from app.papers import service as papers
from app.pdf.page_boxes import Typeset
from app.plans.commands import FixPlan
from app.plans.queries import get_draft
from app.plans.service import fix_plan, start_new_version
from app.plans.versions.commands import JudgeChange
from app.plans.versions.service import judge_change
from app.rules.law import InstallationDates
from app.rules.plan import ChangeKind
from tests.support.world import World

LETTER = Typeset(b"%PDF-1.7 the letter, not opened", 1, ())
REASONS = "Hun har arbeidet i barnehage. Praksisen gir henne norsk hver dag."


def place_of(decision: AdministrativeDecision) -> Place:
    """Return where a decision stands, as somebody sees it now."""
    return Place(decision.participant_id, decision.id, decision.row_version)


def begin(
    session: Session,
    world: World,
    actor: Actor,
    participant_id: UUID,
    kind: DecisionKind = DecisionKind.PROGRAMME_AND_PLAN,
) -> AdministrativeDecision:
    """Begin a decision that is due, and write reasons in it."""
    begun = service.begin_decision(session, world.clock, actor, BeginDecision(participant_id, kind))
    details = DraftDetails(begun.form, begun.summary_language, None, REASONS)
    command = ChangeDraft(place_of(begun), details)
    return service.change_draft(session, world.clock, actor, command)


def issue(
    session: Session, world: World, actor: Actor, decision: AdministrativeDecision
) -> AdministrativeDecision:
    """Decide, and have the letter."""
    issued = service.issue_decision(
        session, world.clock, actor, InstallationDates(), place_of(decision)
    )
    assert issued.document_id is not None
    papers.store_content(session, world.clock, issued.document_id, LETTER)
    return issued


def change_essentially(session: Session, world: World, actor: Actor, participant_id: UUID) -> None:
    """Fix a new version of the plan that somebody judges to be an essential change."""
    start_new_version(session, world.clock, actor, participant_id)
    draft = get_draft(session, actor.scope, participant_id)
    judgement = JudgeChange(participant_id, draft.row_version, ChangeKind.ESSENTIAL, "Nytt mål.")
    judge_change(session, world.clock, actor, judgement)
    draft = get_draft(session, actor.scope, participant_id)
    fix_plan(session, world.clock, actor, FixPlan(participant_id, draft.row_version))
