"""The municipality decides where the participant does not agree (§ 15 fifth paragraph)."""

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.persistence.unique import Taken, add_unique
from app.plans.answers.commands import DecideDisagreement
from app.plans.answers.errors import CannotDecideDisagreement, DisagreementRefusal
from app.plans.answers.kinds import DisagreementOutcome
from app.plans.answers.models import DisagreementDecision
from app.plans.answers.queries import Answered, find_last_answer, list_answers
from app.plans.changes import record
from app.plans.reading import PlanCase, get_case
from app.plans.service import start_new_version


def find_disagreement(session: Session, actor: Actor, case: PlanCase) -> Answered | None:
    """Return the answer that the municipality has to decide about, or None."""
    if case.current is None:
        return None
    answers = list_answers(session, actor.scope, case.participant.id)
    last = find_last_answer(answers, case.current.version)
    return last if last is not None and last.is_undecided else None


def decide_disagreement(
    session: Session, clock: Clock, actor: Actor, command: DecideDisagreement
) -> DisagreementDecision:
    """Decide that the plan stands, or that it is changed: then there is a draft afterwards.

    Raises:
        NotFound: the participant lies outside the municipality.
        CannotDecideDisagreement: there is nothing to decide any more, or no reason.
    """
    case = get_case(session, actor.scope, command.participant_id)
    open_answer = find_disagreement(session, actor, case)
    if open_answer is None or open_answer.answer.number != command.number:
        raise CannotDecideDisagreement(DisagreementRefusal.NOTHING_TO_DECIDE)
    if not command.reason:
        raise CannotDecideDisagreement(DisagreementRefusal.NO_REASON)
    decision = DisagreementDecision(
        id=new_id(),
        answer_id=open_answer.answer.id,
        outcome=command.outcome,
        reason=command.reason,
        decided_by=actor.user_id,
        decided_at=clock(),
    )
    try:
        add_unique(session, decision)
    except Taken as error:  # somebody decided a moment ago
        raise CannotDecideDisagreement(DisagreementRefusal.NOTHING_TO_DECIDE) from error
    assert case.current is not None, "somebody answered it"
    details: dict[str, object] = {"outcome": command.outcome.value}
    record(session, clock, actor, Action.PLAN_DISAGREEMENT_DECIDED, case.current, details)
    if command.outcome is DisagreementOutcome.PLAN_CHANGES and case.draft is None:
        start_new_version(session, clock, actor, command.participant_id)
    return decision
