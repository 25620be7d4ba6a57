"""What everything that is done with a notice has in common."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import Conflict, NotFound
from app.core.period import Period
from app.decisions.notices.commands import (
    NoticePlace,
)
from app.decisions.notices.models import (
    AdvanceNotice,
)
from app.decisions.notices.queries import (
    NoticeFile,
    ReducedPayment,
    find_period,
    get_notice,
    list_reduced_payments,
    list_reduction_notices,
)
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant


def open_reductions(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> tuple[Participant, list[ReducedPayment], list[NoticeFile]]:
    """Return the payments with reductions and the notices about them, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    person = get_participant(session, actor.scope, participant_id)
    _record_look(session, clock, actor, participant_id)
    payments = list_reduced_payments(session, actor.scope, participant_id)
    return person, payments, list_reduction_notices(session, actor.scope, participant_id)


def open_notice(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, notice_id: UUID
) -> tuple[Participant, NoticeFile]:
    """Return one notice with the participant, and record the look.

    Raises:
        NotFound: there is none.
    """
    person = get_participant(session, actor.scope, participant_id, Part.PERMIT)
    file = get_notice(session, actor.scope, participant_id, notice_id)
    record(session, clock, actor, Action.NOTICE_VIEWED, file.notice)
    return person, file


def get_reduced(
    session: Session, actor: Actor, participant_id: UUID, run_id: UUID
) -> ReducedPayment:
    """Return a payment with a reduction.

    Raises:
        NotFound: she has none in that month.
    """
    for each in list_reduced_payments(session, actor.scope, participant_id):
        if each.run_id == run_id:
            return each
    raise NotFound


def payment_of(session: Session, actor: Actor, notice: AdvanceNotice) -> ReducedPayment | None:
    """Return the payment that a notice is about, as it is now; None: nothing is reduced."""
    if notice.last_day is None or notice.reduction is None:
        return None
    payments = list_reduced_payments(session, actor.scope, notice.participant_id)
    return find_period(payments, Period(notice.first_day, notice.last_day))


def get_draft(session: Session, actor: Actor, place: NoticePlace) -> NoticeFile:
    """Return a draft in the state in which it was seen.

    Raises:
        NotFound: there is no such notice.
        Conflict: it was issued or saved since.
    """
    file = get_notice(session, actor.scope, place.participant_id, place.notice_id)
    if not file.is_draft or file.notice.row_version != place.row_version:
        raise Conflict
    return file


def record(
    session: Session,
    clock: Clock,
    actor: Actor,
    action: Action,
    notice: AdvanceNotice,
    details: dict[str, object] | None = None,
) -> None:
    """Record what happened to a notice."""
    audit.record(
        session,
        clock,
        actor,
        action,
        ("reduction_notice", notice.id),
        participant_id=notice.participant_id,
        details=details or {},
    )


def _record_look(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.NOTICES_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
