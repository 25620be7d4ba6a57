"""Beginning the decision that is due, writing it, and throwing it away."""

from datetime import date

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.decisions.commands import BeginDecision, ChangeDraft, DraftDetails, Place
from app.decisions.errors import CannotDraftDecision, DraftRefusal
from app.decisions.models import AdministrativeDecision
from app.decisions.service.reading import get_decision_case
from app.decisions.service.records import get_draft, record
from app.decisions.states import DecisionState
from app.decisions.words import NORWEGIAN, summary_languages
from app.enrolment.models import Participant
from app.persistence.unique import Taken, add_unique
from app.plans.models import IntegrationPlan


def begin_decision(
    session: Session, clock: Clock, actor: Actor, command: BeginDecision
) -> AdministrativeDecision:
    """Begin the decision that is due about the plan that holds.

    Raises:
        NotFound: outside the municipality.
        CannotDraftDecision: none is due, or somebody has begun it.
    """
    case = get_decision_case(session, actor.scope, command.participant_id)
    plan = case.plans.current
    if plan is None or case.missing is not command.kind:
        raise CannotDraftDecision(DraftRefusal.NOT_DUE)
    municipality = get_municipality(session, actor.scope)
    person = case.plans.participant
    moment = clock()
    decision = AdministrativeDecision(
        id=new_id(),
        municipality_id=municipality.id,
        participant_id=person.id,
        kind=command.kind,
        plan_id=plan.id,
        state=DecisionState.DRAFT,
        form=form_for(person, municipality.language_form),
        summary_language=summary_language_for(person),
        reasons="",
        created_by=actor.user_id,
        created_at=moment,
        changed_at=moment,
    )
    try:
        add_unique(session, decision)
    except Taken as error:
        raise CannotDraftDecision(DraftRefusal.ALREADY_BEGUN) from error
    details: dict[str, object] = {"version": plan.version}
    record(session, clock, actor, Action.DECISION_DRAFTED, decision, details)
    return decision


def change_draft(
    session: Session, clock: Clock, actor: Actor, command: ChangeDraft
) -> AdministrativeDecision:
    """Save the draft.

    Raises:
        NotFound: there is no such decision.
        Conflict: it was issued or saved since.
        CannotDraftDecision: the day cannot be right, or there are no words in the language.
    """
    decision = get_draft(session, actor, command.place).decision
    details = command.details
    plan = session.get_one(IntegrationPlan, decision.plan_id) if decision.plan_id else None
    refusal = _refusal(details, plan, today(clock))
    if refusal is not None:
        raise CannotDraftDecision(refusal)
    changed = [
        name
        for name in ("form", "summary_language", "decided_on", "reasons")
        if getattr(decision, name) != getattr(details, name)
    ]
    if changed:
        for name in changed:
            setattr(decision, name, getattr(details, name))
        decision.changed_at = clock()
        session.flush()
        record(session, clock, actor, Action.DECISION_CHANGED, decision, {"fields": changed})
    return decision


def discard_draft(session: Session, clock: Clock, actor: Actor, place: Place) -> None:
    """Throw a draft away.

    Raises:
        NotFound: there is no such decision.
        Conflict: it was issued or saved since.
    """
    decision = get_draft(session, actor, place).decision
    record(session, clock, actor, Action.DECISION_DISCARDED, decision)
    session.delete(decision)
    session.flush()


def form_for(person: Participant, municipality: LanguageForm) -> LanguageForm:
    """Return which Norwegian a letter begins with: the participant's, else the municipality's."""
    reads = person.reading_language
    return LanguageForm(reads) if reads in NORWEGIAN else municipality


def summary_language_for(person: Participant) -> str:
    """Return the language of the summary; empty: she reads Norwegian, or we have no words."""
    reads = person.reading_language
    return reads if reads in summary_languages() else ""


def fixed_on(plan: IntegrationPlan) -> date:
    """Return the day from which a version holds."""
    assert plan.fixed_at is not None, "only fixed plans are decided"
    return plan.fixed_at.astimezone(OSLO).date()


def _refusal(details: DraftDetails, plan: IntegrationPlan | None, on: date) -> DraftRefusal | None:
    language = details.summary_language
    if language and language not in summary_languages():
        return DraftRefusal.UNKNOWN_LANGUAGE
    if details.decided_on is not None:
        if details.decided_on > on:
            return DraftRefusal.IN_THE_FUTURE
        if plan is not None and details.decided_on < fixed_on(plan):
            return DraftRefusal.BEFORE_PLAN
    return None
