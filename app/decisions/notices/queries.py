"""Finding notices with what became of them, and the payments that they are about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.benefit.queries import list_payments_of_participant
from app.benefit.stored import from_json
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.decisions.interventions.models import DecidedIntervention, Intervention
from app.decisions.interventions.queries import interventions_of_notices
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.kinds import NoticeMove, NoticeStage, NoticeState
from app.decisions.notices.models import (
    AdvanceNotice,
    DecidedReduction,
    NoticeClosing,
    NoticeReply,
    NoticeStep,
)
from app.decisions.reductions import Reduction, from_plain, reduction_of
from app.decisions.states import DecisionState
from app.papers.models import DocumentStatus, IssuedDocument

Row = TypeVar("Row", NoticeStep, NoticeReply)


@dataclass(frozen=True, slots=True)
class ReducedPayment:
    """A payment from which invalid absence takes something."""

    run_id: UUID
    reduction: Reduction
    is_decision_required: bool
    """By § 46 letter g, or the municipality's policy."""


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """A notice and what became of it."""

    notice: AdvanceNotice
    status: DocumentStatus | None
    """Of its letter; None: a draft."""
    code: str
    sent: NoticeStep | None
    arrived: NoticeStep | None
    replies: tuple[NoticeReply, ...]
    """Oldest first."""
    closing: NoticeClosing | None
    decision: AdministrativeDecision | None
    """Written after it; may be a draft."""
    intervention: Intervention | None = None
    """What it considers; None: the reduction of a payment."""

    @property
    def reduction(self) -> Reduction:
        """What the notice says is taken, where it is about a payment."""
        assert self.notice.reduction is not None, "a notice of a reduction"
        return from_plain(self.notice.reduction)

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.notice.state is NoticeState.DRAFT

    @property
    def is_over(self) -> bool:
        """Whether it was closed, or something was decided."""
        is_decided = self.decision is not None and self.decision.state is DecisionState.ISSUED
        return self.closing is not None or is_decided

    def stage(self, on: date) -> NoticeStage:
        """Return how far it has come on a day."""
        if self.closing is not None:
            return NoticeStage.CLOSED
        if self.decision is not None:
            is_draft = self.decision.state is DecisionState.DRAFT
            return NoticeStage.DECISION_BEGUN if is_draft else NoticeStage.DECIDED
        if self.is_draft:
            return NoticeStage.DRAFT
        if self.sent is None:
            return NoticeStage.ISSUED
        if self.replies:
            return NoticeStage.ANSWERED
        return NoticeStage.WAITING if on <= self.notice.reply_by else NoticeStage.READY


def list_notices(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[NoticeFile]:
    """Return the participant's notices, newest first, in a few queries however many they are."""
    return _files(
        session,
        _notices(scope)
        .where(AdvanceNotice.participant_id == participant_id)
        .order_by(AdvanceNotice.created_at.desc(), AdvanceNotice.id),
    )


def list_reduction_notices(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[NoticeFile]:
    """Return those of the participant's notices that are about payments, newest first."""
    found = list_notices(session, scope, participant_id)
    return [each for each in found if each.intervention is None]


def get_notice(
    session: Session, scope: MunicipalityScope, participant_id: UUID, notice_id: UUID
) -> NoticeFile:
    """Return one of the participant's notices.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for file in list_notices(session, scope, participant_id):
        if file.notice.id == notice_id:
            return file
    raise NotFound


def list_open_notices(session: Session, scope: MunicipalityScope) -> list[NoticeFile]:
    """Return the municipality's notices that nothing has come of yet, oldest first."""
    in_order = _notices(scope).order_by(AdvanceNotice.created_at, AdvanceNotice.id)
    closed = select(NoticeClosing.notice_id)
    decided = (
        select(DecidedReduction.notice_id)
        .join(AdministrativeDecision, AdministrativeDecision.id == DecidedReduction.decision_id)
        .where(AdministrativeDecision.state == DecisionState.ISSUED)
    )
    imposed = (
        select(DecidedIntervention.notice_id)
        .join(AdministrativeDecision, AdministrativeDecision.id == DecidedIntervention.decision_id)
        .where(AdministrativeDecision.state == DecisionState.ISSUED)
    )
    open_ones = in_order.where(
        AdvanceNotice.id.not_in(closed),
        AdvanceNotice.id.not_in(decided),
        AdvanceNotice.id.not_in(imposed),
    )
    return _files(session, open_ones)


def list_reduced_payments(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[ReducedPayment]:
    """Return the participant's payments with a reduction for absence, newest first."""
    found = []
    for own in list_payments_of_participant(session, scope, participant_id):
        if own.payment.absence_reduction_ore > 0:
            reduction = reduction_of(from_json(own.payment.assessment))
            required = own.payment.is_decision_required
            found.append(ReducedPayment(own.payment.run_id, reduction, required))
    return found


def decided_reductions(session: Session, ids: Collection[UUID]) -> dict[UUID, Reduction]:
    """Return what decisions take from payments, by id of the decision."""
    found = session.scalars(select(DecidedReduction).where(DecidedReduction.decision_id.in_(ids)))
    return {each.decision_id: from_plain(each.reduction) for each in found}


def find_period(payments: Iterable[ReducedPayment], period: Period) -> ReducedPayment | None:
    """Return the payment of a period, or None."""
    return next((each for each in payments if each.reduction.period == period), None)


def _notices(scope: MunicipalityScope) -> Select[AdvanceNotice]:
    return select(AdvanceNotice).where(AdvanceNotice.municipality_id == scope.municipality_id)


def _files(session: Session, chosen: Select[AdvanceNotice]) -> list[NoticeFile]:
    notices = list(session.scalars(chosen))
    if not notices:
        return []
    ids = [notice.id for notice in notices]
    steps = _by_notice(session, NoticeStep, ids)
    replies = _by_notice(session, NoticeReply, ids)
    closings = {
        each.notice_id: each
        for each in session.scalars(select(NoticeClosing).where(NoticeClosing.notice_id.in_(ids)))
    }
    considered = interventions_of_notices(session, ids)
    decisions = {
        **_decisions(session, DecidedReduction, ids),
        **(_decisions(session, DecidedIntervention, ids) if considered else {}),
    }
    papers = {
        row.id: row
        for row in session.execute(
            select(IssuedDocument.id, IssuedDocument.status, IssuedDocument.code).where(
                IssuedDocument.id.in_([each.document_id for each in notices if each.document_id])
            )
        )
    }
    files = []
    for notice in notices:
        paper = papers.get(notice.document_id) if notice.document_id else None
        files.append(
            NoticeFile(
                notice,
                paper.status if paper else None,
                paper.code if paper else "",
                _newest(steps.get(notice.id, []), NoticeMove.SENT),
                _newest(steps.get(notice.id, []), NoticeMove.ARRIVED),
                tuple(replies.get(notice.id, ())),
                closings.get(notice.id),
                decisions.get(notice.id),
                considered.get(notice.id),
            )
        )
    return files


def _decisions(
    session: Session, model: type[DecidedReduction] | type[DecidedIntervention], ids: list[UUID]
) -> dict[UUID, AdministrativeDecision]:
    decided = session.execute(
        select(model.notice_id, AdministrativeDecision)
        .join(AdministrativeDecision, AdministrativeDecision.id == model.decision_id)
        .where(model.notice_id.in_(ids))
    )
    return {row[0]: row[1] for row in decided}


def _by_notice(session: Session, model: type[Row], ids: list[UUID]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = {}
    for row in session.scalars(
        select(model).where(model.notice_id.in_(ids)).order_by(model.number)
    ):
        found.setdefault(row.notice_id, []).append(row)
    return found


def _newest(steps: list[NoticeStep], move: NoticeMove) -> NoticeStep | None:
    return next((each for each in reversed(steps) if each.move is move), None)
