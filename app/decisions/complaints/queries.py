"""Finding complaints with what was done with them, and reductions that must not be taken."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.decisions.complaints.kinds import (
    AnswerKind,
    AnswerMove,
    ComplaintStage,
    GovernorOutcome,
)
from app.decisions.complaints.models import (
    Complaint,
    ComplaintAnswer,
    ComplaintAnswerStep,
    ComplaintCheck,
    ComplaintOutcome,
    ComplaintSuspension,
    SocialAssistanceTalk,
)
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.models import DecidedReduction
from app.decisions.states import DecisionKind, DecisionState
from app.papers.models import DocumentStatus, IssuedDocument

Row = TypeVar("Row", ComplaintCheck, ComplaintSuspension)
Single = TypeVar("Single", ComplaintAnswer, ComplaintOutcome)


@dataclass(frozen=True, slots=True)
class ComplaintFile:
    """A complaint, and what was done with it; of each kind of row the newest."""

    complaint: Complaint
    decision: AdministrativeDecision
    amount_ore: int | None
    """What the decision takes from a payment; None: it takes nothing."""
    check: ComplaintCheck | None
    suspension: ComplaintSuspension | None
    answer: ComplaintAnswer | None
    letter_status: DocumentStatus | None
    """Of the answer."""
    sent: ComplaintAnswerStep | None
    arrived: ComplaintAnswerStep | None
    outcome: ComplaintOutcome | None

    @property
    def is_suspended(self) -> bool:
        """Whether the decision waits for the complaint."""
        is_open = self.stage is not ComplaintStage.SETTLED
        return is_open and self.suspension is not None and self.suspension.is_suspended

    @property
    def stage(self) -> ComplaintStage:
        """Return how far the complaint has come."""
        if self.answer is not None:
            is_out = self.answer.kind is AnswerKind.FORWARDED and self.outcome is None
            return ComplaintStage.FORWARDED if is_out else ComplaintStage.SETTLED
        if self.check is None:
            return ComplaintStage.RECEIVED
        return ComplaintStage.CHECKED if self.check.is_whole else ComplaintStage.TO_MEND

    @property
    def is_annulled(self) -> bool:
        """Whether the decision holds no more, as the last who decided said."""
        if self.outcome is not None and self.outcome.outcome is not GovernorOutcome.DISMISSED:
            return self.outcome.outcome in {GovernorOutcome.ANNULLED, GovernorOutcome.SENT_BACK}
        return self.answer is not None and self.answer.kind is AnswerKind.ANNULLED

    def not_to_take(self, amount_ore: int) -> int:
        """Return how much of a reduction must not be taken as the complaint stands now."""
        if self.is_suspended:
            return amount_ore
        outcome, answer = self.outcome, self.answer
        if outcome is not None and outcome.outcome is not GovernorOutcome.DISMISSED:
            return _left_out(outcome.outcome.value, amount_ore, outcome.amount_ore)
        return _left_out(answer.kind.value, amount_ore, answer.amount_ore) if answer else 0


def list_complaints(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[ComplaintFile]:
    """Return the participant's complaints, newest first, in a few queries however many they are."""
    of_her = _complaints(scope).where(Complaint.participant_id == participant_id)
    return _files(session, of_her.order_by(Complaint.registered_at.desc(), Complaint.id))


def get_complaint(
    session: Session, scope: MunicipalityScope, participant_id: UUID, complaint_id: UUID
) -> ComplaintFile:
    """Return one of the participant's complaints.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for file in list_complaints(session, scope, participant_id):
        if file.complaint.id == complaint_id:
            return file
    raise NotFound


def list_open_complaints(session: Session, scope: MunicipalityScope) -> list[ComplaintFile]:
    """Return the complaints that are not settled, or whose answer was not sent, oldest first."""
    sent = select(ComplaintAnswerStep.complaint_id).where(
        ComplaintAnswerStep.move == AnswerMove.SENT
    )
    settled = select(ComplaintAnswer.complaint_id).where(
        ComplaintAnswer.kind != AnswerKind.FORWARDED
    )
    decided = select(ComplaintOutcome.complaint_id)
    is_open = Complaint.id.not_in(settled) & Complaint.id.not_in(decided)
    still_open = _complaints(scope).where(is_open | Complaint.id.not_in(sent))
    return _files(session, still_open.order_by(Complaint.received_on, Complaint.id))


def suspended_reductions(
    session: Session, scope: MunicipalityScope, period: Period
) -> dict[UUID, int]:
    """Return by participant how many øre of decided reductions must not be taken in a payment.

    The whole reduction while the decision waits for a complaint (forvaltningsloven § 42) or after
    it was annulled, and the difference after it was changed. Of several complaints about one
    decision, the one that protects most counts. Always the same number of
    queries.
    """
    concerned = (
        select(DecidedReduction.decision_id)
        .where(DecidedReduction.first_day <= period.last_day)
        .where(DecidedReduction.last_day >= period.first_day)
    )
    kept: dict[UUID, dict[UUID, int]] = {}
    for file in _files(session, _complaints(scope).where(Complaint.decision_id.in_(concerned))):
        left_out = file.not_to_take(file.amount_ore or 0)
        if left_out:
            decisions = kept.setdefault(file.complaint.participant_id, {})
            decision_id = file.complaint.decision_id
            decisions[decision_id] = max(left_out, decisions.get(decision_id, 0))
    return {who: sum(decisions.values()) for who, decisions in kept.items()}


def list_untold_reductions(
    session: Session, scope: MunicipalityScope
) -> list[tuple[UUID, UUID, date | None]]:
    """Return decided reductions after which nobody has told of social assistance.

    Participant, decision and day of the decision, oldest first.
    """
    rows = (
        select(
            AdministrativeDecision.participant_id,
            AdministrativeDecision.id,
            AdministrativeDecision.decided_on,
        )
        .where(
            AdministrativeDecision.municipality_id == scope.municipality_id,
            AdministrativeDecision.kind == DecisionKind.BENEFIT_REDUCTION,
            AdministrativeDecision.state == DecisionState.ISSUED,
            AdministrativeDecision.id.not_in(select(SocialAssistanceTalk.decision_id)),
        )
        .order_by(AdministrativeDecision.decided_on, AdministrativeDecision.id)
    )
    return [(row[0], row[1], row[2]) for row in session.execute(rows)]


def find_talk(session: Session, decision_id: UUID) -> SocialAssistanceTalk | None:
    """Return who told of social assistance after a decision, or None."""
    return session.get(SocialAssistanceTalk, decision_id)


def _left_out(what: str, amount_ore: int, now_ore: int | None) -> int:
    if what in {AnswerKind.ANNULLED.value, GovernorOutcome.SENT_BACK.value}:
        return amount_ore
    return amount_ore - now_ore if now_ore is not None else 0


def _complaints(scope: MunicipalityScope) -> Select[Complaint]:
    return select(Complaint).where(Complaint.municipality_id == scope.municipality_id)


def _files(session: Session, chosen: Select[Complaint]) -> list[ComplaintFile]:
    complaints = list(session.scalars(chosen))
    if not complaints:
        return []
    ids = [each.id for each in complaints]
    about = [each.decision_id for each in complaints]
    decisions = {
        each.id: each
        for each in session.scalars(
            select(AdministrativeDecision).where(AdministrativeDecision.id.in_(about))
        )
    }
    amounts = {
        each.decision_id: each.amount_ore
        for each in session.scalars(
            select(DecidedReduction).where(DecidedReduction.decision_id.in_(about))
        )
    }
    checks = _newest(session, ComplaintCheck, ids)
    suspensions = _newest(session, ComplaintSuspension, ids)
    answers = _single(session, ComplaintAnswer, ids)
    outcomes = _single(session, ComplaintOutcome, ids)
    steps = {
        (row.complaint_id, row.move): row
        for row in session.scalars(
            select(ComplaintAnswerStep)
            .where(ComplaintAnswerStep.complaint_id.in_(ids))
            .order_by(ComplaintAnswerStep.number)
        )
    }
    papers = {
        row.id: row.status
        for row in session.execute(
            select(IssuedDocument.id, IssuedDocument.status).where(
                IssuedDocument.id.in_([each.document_id for each in answers.values()])
            )
        )
    }
    files = []
    for each in complaints:
        answer = answers.get(each.id)
        files.append(
            ComplaintFile(
                each,
                decisions[each.decision_id],
                amounts.get(each.decision_id),
                checks.get(each.id),
                suspensions.get(each.id),
                answer,
                papers[answer.document_id] if answer else None,
                steps.get((each.id, AnswerMove.SENT)),
                steps.get((each.id, AnswerMove.ARRIVED)),
                outcomes.get(each.id),
            )
        )
    return files


def _newest(session: Session, model: type[Row], ids: list[UUID]) -> dict[UUID, Row]:
    rows = select(model).where(model.complaint_id.in_(ids)).order_by(model.number)
    return {row.complaint_id: row for row in session.scalars(rows)}


def _single(session: Session, model: type[Single], ids: list[UUID]) -> dict[UUID, Single]:
    rows = select(model).where(model.complaint_id.in_(ids))
    return {row.complaint_id: row for row in session.scalars(rows)}
