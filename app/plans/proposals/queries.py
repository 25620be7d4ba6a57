"""Finding proposals, and where each of them stands."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan, PlanElement, PlanStatus
from app.plans.proposals.kinds import ProposalOutcome, ProposalState
from app.plans.proposals.models import PlanProposal, PlanProposalAnswer


@dataclass(frozen=True, slots=True)
class Standing:
    """A proposal with what became of it."""

    proposal: PlanProposal
    line: PlanElement | None
    """The line of the plan that it is about."""
    answer: PlanProposalAnswer | None
    plan_version: int | None
    """The version of the plan that it was taken into."""
    plan_status: PlanStatus | None

    @property
    def state(self) -> ProposalState:
        """Where the proposal stands."""
        if self.answer is None:
            return ProposalState.WAITING
        if self.answer.outcome is ProposalOutcome.NOT_TAKEN:
            return ProposalState.NOT_TAKEN
        is_draft = self.plan_status is PlanStatus.DRAFT
        return ProposalState.IN_DRAFT if is_draft else ProposalState.IN_PLAN


@dataclass(frozen=True, slots=True)
class WaitingProposals:
    """A participant whose proposals wait for an answer."""

    participant_id: UUID
    count: int
    since: datetime
    """When the oldest of them was made."""


def list_proposals(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Standing]:
    """Return what the participant has proposed, newest first."""
    newest_first = PlanProposal.made_at.desc(), PlanProposal.id
    rows = session.execute(_proposals(scope, participant_id).order_by(*newest_first))
    return [Standing(*row) for row in rows]


def get_proposal(
    session: Session, scope: MunicipalityScope, participant_id: UUID, proposal_id: UUID
) -> Standing:
    """Return one of the participant's proposals.

    Raises:
        NotFound: she has made no such proposal.
    """
    wanted = _proposals(scope, participant_id).where(PlanProposal.id == proposal_id)
    row = session.execute(wanted).one_or_none()
    if row is None:
        raise NotFound
    return Standing(*row)


def count_proposals_since(session: Session, participant_id: UUID, since: datetime) -> int:
    """Return how many proposals the participant has made from this moment on."""
    made = select(func.count()).where(
        PlanProposal.participant_id == participant_id, PlanProposal.made_at >= since
    )
    return session.scalar(made) or 0


def count_waiting(session: Session, scope: MunicipalityScope, participant_id: UUID) -> int:
    """Return how many of the participant's proposals have no answer."""
    waiting = (
        select(func.count())
        .select_from(PlanProposal)
        .join(Participant, Participant.id == PlanProposal.participant_id)
        .outerjoin(PlanProposalAnswer, PlanProposalAnswer.proposal_id == PlanProposal.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id, PlanProposalAnswer.id.is_(None))
    )
    return session.scalar(waiting) or 0


def list_waiting_proposals(session: Session, scope: MunicipalityScope) -> list[WaitingProposals]:
    """Return whose proposals wait, longest first."""
    oldest = func.min(PlanProposal.made_at)
    waiting = (
        select(PlanProposal.participant_id, func.count(), oldest)
        .join(Participant, Participant.id == PlanProposal.participant_id)
        .outerjoin(PlanProposalAnswer, PlanProposalAnswer.proposal_id == PlanProposal.id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(PlanProposalAnswer.id.is_(None))
        .group_by(PlanProposal.participant_id)
        .order_by(oldest, PlanProposal.participant_id)
    )
    return [WaitingProposals(*row) for row in session.execute(waiting)]


def _proposals(
    scope: MunicipalityScope, participant_id: UUID
) -> Select[PlanProposal, PlanElement, PlanProposalAnswer, int, PlanStatus]:
    answer = PlanProposalAnswer
    return (
        select(PlanProposal, PlanElement, answer, IntegrationPlan.version, IntegrationPlan.status)
        .join(Participant, Participant.id == PlanProposal.participant_id)
        .outerjoin(PlanElement, PlanElement.id == PlanProposal.element_id)
        .outerjoin(answer, answer.proposal_id == PlanProposal.id)
        .outerjoin(IntegrationPlan, IntegrationPlan.id == answer.plan_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
    )
