"""Making proposals, and answering them. Every look is recorded."""

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, MunicipalityScope
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique
from app.plans.commands import AddElement, ChangeElement
from app.plans.elements import add_element, change_element
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.proposals.commands import DeclineProposal, ProposeChange, TakeProposal
from app.plans.proposals.errors import (
    AnswerRefusal,
    CannotAnswerProposal,
    CannotProposeChange,
    ProposalRefusal,
)
from app.plans.proposals.kinds import ProposalKind, ProposalOutcome
from app.plans.proposals.models import PlanProposal, PlanProposalAnswer
from app.plans.proposals.queries import (
    Standing,
    count_proposals_since,
    get_proposal,
    list_proposals,
)
from app.plans.queries import find_current_plan, find_draft

MOST_IN_A_DAY = 5
"""So many that nobody who means it is stopped, so few that the worklist cannot be flooded."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a participant has proposed, and the draft that it can be taken into."""

    participant: Participant
    standings: tuple[Standing, ...]
    current: IntegrationPlan | None
    draft: IntegrationPlan | None


def read_proposals(session: Session, scope: MunicipalityScope, participant_id: UUID) -> Proposals:
    """Return what the participant has proposed, with the plan that holds and the draft.

    Raises:
        NotFound: outside the municipality.
    """
    return Proposals(
        get_participant(session, scope, participant_id),
        tuple(list_proposals(session, scope, participant_id)),
        find_current_plan(session, scope, participant_id),
        find_draft(session, scope, participant_id),
    )


def open_proposals(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> Proposals:
    """Return what the participant has proposed, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    found = read_proposals(session, actor.scope, participant_id)
    _record_look(session, clock, actor, participant_id, None)
    return found


def open_proposal(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, proposal_id: UUID
) -> Standing:
    """Return one proposal, and record the look.

    Raises:
        NotFound: the participant has made no such proposal.
    """
    standing = get_proposal(session, actor.scope, participant_id, proposal_id)
    _record_look(session, clock, actor, participant_id, proposal_id)
    return standing


def propose_change(
    session: Session, clock: Clock, actor: Actor, participant: Participant, command: ProposeChange
) -> PlanProposal:
    """Keep what the participant wants, in her own words.

    Raises:
        CannotProposeChange: she has made as many today as she may, or the line is not in her plan.
    """
    if not command.words:
        raise CannotProposeChange(ProposalRefusal.NO_WORDS)
    midnight = datetime.combine(today(clock), time(0), tzinfo=OSLO)
    if count_proposals_since(session, participant.id, midnight) >= MOST_IN_A_DAY:
        raise CannotProposeChange(ProposalRefusal.TOO_MANY_TODAY)
    is_about_line = command.kind is ProposalKind.CHANGE_ELEMENT
    if is_about_line and not _has_line(session, actor.scope, participant.id, command.element_id):
        raise CannotProposeChange(ProposalRefusal.NO_SUCH_LINE)
    is_new = command.kind is ProposalKind.NEW_ELEMENT
    proposal = PlanProposal(
        id=new_id(),
        participant_id=participant.id,
        kind=command.kind,
        element_id=command.element_id if is_about_line else None,
        element_kind=command.element_kind if is_new else None,
        words=command.words,
        language=command.language,
        made_at=clock(),
        made_by=actor.user_id,
    )
    session.add(proposal)
    session.flush()
    _record(session, clock, actor, Action.PLAN_PROPOSAL_MADE, proposal)
    return proposal


def take_proposal(session: Session, clock: Clock, actor: Actor, command: TakeProposal) -> None:
    """Put the proposal into the draft as a line, or note that the draft's goal follows it.

    Raises:
        NotFound: the participant has made no such proposal.
        CannotAnswerProposal: it has its answer, or there is no draft.
        CannotSaveElement: dates or hours of the line are impossible.
        PlanChanged: somebody saved the line since.
    """
    standing = _waiting(session, actor, command.participant_id, command.proposal_id)
    draft = find_draft(session, actor.scope, command.participant_id)
    if draft is None:
        raise CannotAnswerProposal(AnswerRefusal.NO_DRAFT)
    line = _write_line(session, clock, actor, command)
    _answer(
        session,
        PlanProposalAnswer(
            id=new_id(),
            proposal_id=standing.proposal.id,
            outcome=ProposalOutcome.TAKEN,
            plan_id=draft.id,
            element_id=line.id if line else None,
            answered_by=actor.user_id,
            answered_at=clock(),
        ),
    )
    details = {"plan": str(draft.id), "element": str(line.id) if line else None}
    _record(session, clock, actor, Action.PLAN_PROPOSAL_TAKEN, standing.proposal, details)


def decline_proposal(
    session: Session, clock: Clock, actor: Actor, command: DeclineProposal
) -> None:
    """Say no to a proposal, with the reason that the participant reads.

    Raises:
        NotFound: the participant has made no such proposal.
        CannotAnswerProposal: it has its answer, or no reason is given.
    """
    standing = _waiting(session, actor, command.participant_id, command.proposal_id)
    if not command.reason:
        raise CannotAnswerProposal(AnswerRefusal.NO_REASON)
    participant = get_participant(session, actor.scope, command.participant_id)
    _answer(
        session,
        PlanProposalAnswer(
            id=new_id(),
            proposal_id=standing.proposal.id,
            outcome=ProposalOutcome.NOT_TAKEN,
            reason=command.reason,
            translation=command.translation,
            translation_language=participant.reading_language if command.translation else "",
            answered_by=actor.user_id,
            answered_at=clock(),
        ),
    )
    _record(session, clock, actor, Action.PLAN_PROPOSAL_NOT_TAKEN, standing.proposal)


def line_in_draft(draft: IntegrationPlan, line: PlanElement | None) -> PlanElement | None:
    """Return the draft's copy of a line of the fixed plan, or None if it was taken out."""
    if line is None:
        return None
    same = (each for each in draft.elements if each.position == line.position)
    return next((each for each in same if each.kind is line.kind), None)


def _has_line(
    session: Session, scope: MunicipalityScope, participant_id: UUID, element_id: UUID | None
) -> bool:
    plan = find_current_plan(session, scope, participant_id)
    return plan is not None and element_id in {each.id for each in plan.elements}


def _waiting(session: Session, actor: Actor, participant_id: UUID, proposal_id: UUID) -> Standing:
    standing = get_proposal(session, actor.scope, participant_id, proposal_id)
    if standing.answer is not None:
        raise CannotAnswerProposal(AnswerRefusal.ALREADY_ANSWERED)
    return standing


def _write_line(
    session: Session, clock: Clock, actor: Actor, command: TakeProposal
) -> PlanElement | None:
    if command.element is None:
        return None
    who, details = command.participant_id, command.element
    if command.changed_element_id is None:
        return add_element(session, clock, actor, AddElement(who, details))
    changed = ChangeElement(who, command.changed_element_id, command.row_version, details)
    return change_element(session, clock, actor, changed)


def _answer(session: Session, answer: PlanProposalAnswer) -> None:
    """Keep the answer; of two who answer at once, one is told so.

    Raises:
        CannotAnswerProposal: somebody answered a moment ago.
    """
    try:
        add_unique(session, answer)
    except Taken as error:
        raise CannotAnswerProposal(AnswerRefusal.ALREADY_ANSWERED) from error


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    proposal: PlanProposal,
    details: dict[str, str | None] | None = None,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        action,
        ("plan_proposal", proposal.id),
        participant_id=proposal.participant_id,
        details={"kind": proposal.kind.value, **(details or {})},
    )


def _record_look(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, proposal_id: UUID | None
) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.PLAN_PROPOSALS_VIEWED,
        ("plan_proposal", proposal_id),
        participant_id=participant_id,
    )
