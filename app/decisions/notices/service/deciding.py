"""The decision that follows a notice."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.errors import (
    CannotDecideReduction,
    DecideRefusal,
)
from app.decisions.notices.models import (
    DecidedReduction,
)
from app.decisions.notices.queries import (
    NoticeFile,
    ReducedPayment,
    get_notice,
)
from app.decisions.notices.service.records import payment_of
from app.decisions.reductions import to_plain
from app.decisions.service.records import record as record_decision
from app.decisions.states import DecisionKind, DecisionState
from app.persistence.unique import Taken, add_unique


def begin_decision(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, notice_id: UUID
) -> AdministrativeDecision:
    """Begin the decision that follows a notice, with the amounts that the payment has now.

    Raises:
        NotFound: there is no such notice.
        Conflict: somebody else began it at the same moment.
        CannotDecideReduction: the participant was not heard, or nothing is to be decided.
    """
    file = get_notice(session, actor.scope, participant_id, notice_id)
    payment = payment_of(session, actor, file.notice)
    refusal = refusal_to_decide(file, payment, today(clock))
    if refusal is not None:
        raise CannotDecideReduction(refusal)
    assert payment is not None, "what is refused has no payment"
    notice, moment = file.notice, clock()
    decision = AdministrativeDecision(
        id=new_id(),
        municipality_id=notice.municipality_id,
        participant_id=participant_id,
        kind=DecisionKind.BENEFIT_REDUCTION,
        state=DecisionState.DRAFT,
        form=notice.form,
        summary_language=notice.summary_language,
        reasons="",
        created_by=actor.user_id,
        created_at=moment,
        changed_at=moment,
    )
    session.add(decision)
    session.flush()
    reduction = payment.reduction
    taken = DecidedReduction(
        decision_id=decision.id,
        notice_id=notice.id,
        participant_id=participant_id,
        first_day=reduction.period.first_day,
        last_day=reduction.period.last_day,
        amount_ore=reduction.amount_ore,
        reduction=to_plain(reduction),
    )
    try:
        add_unique(session, taken)
    except Taken as error:
        raise Conflict from error
    details: dict[str, object] = {"notice_id": str(notice.id)}
    record_decision(session, clock, actor, Action.DECISION_DRAFTED, decision, details)
    return decision


def refusal_to_decide(
    file: NoticeFile, payment: ReducedPayment | None, on: date
) -> DecideRefusal | None:
    """Return why no decision can follow the notice on a day, or None."""
    if file.is_over or file.decision is not None or file.intervention is not None:
        return DecideRefusal.OVER
    if file.sent is None:
        return DecideRefusal.NOT_SENT
    if on <= file.notice.reply_by and not file.replies:
        return DecideRefusal.REPLY_DAY_AHEAD
    if payment is None:
        return DecideRefusal.NOTHING_REDUCED
    if not payment.is_decision_required:
        return DecideRefusal.NOT_REQUIRED
    if payment.reduction.amount_ore > file.reduction.amount_ore:
        return DecideRefusal.LARGER_THAN_NOTIFIED
    return None
