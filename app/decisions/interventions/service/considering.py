"""Beginning and saving the notice of an intervention."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import NotFound
from app.core.period import Period
from app.decisions.interventions.assessment import refusal_of, self_certification_of
from app.decisions.interventions.commands import (
    ChangeIntervention,
    ConsiderIntervention,
    InterventionContent,
)
from app.decisions.interventions.errors import CannotConsider, ConsiderRefusal
from app.decisions.interventions.kinds import Cause
from app.decisions.interventions.models import Intervention
from app.decisions.notices.commands import NoticeDetails
from app.decisions.notices.models import AdvanceNotice
from app.decisions.notices.queries import list_notices
from app.decisions.notices.service import add_notice, get_draft, save_details
from app.enrolment.queries import get_participant


def consider(
    session: Session, clock: Clock, actor: Actor, command: ConsiderIntervention
) -> AdvanceNotice:
    """Begin the notice of an intervention.

    Raises:
        NotFound: no such participant.
        CannotConsider: the law or the case does not allow it, or another notice is open.
        CannotWriteNotice: something in the letter cannot be right.
    """
    who, content = command.participant_id, command.content
    get_participant(session, actor.scope, who)
    for file in list_notices(session, actor.scope, who):
        is_same = file.intervention is not None and file.intervention.kind is content.kind
        if is_same and not file.is_over:
            raise CannotConsider(ConsiderRefusal.ALREADY_NOTIFIED)
    _check(session, clock, actor, who, content, command.details)
    last_day = content.last_day
    days = content.first_day if last_day is None else Period(content.first_day, last_day)
    notice = add_notice(session, clock, actor, who, days, command.details)
    row = Intervention(notice_id=notice.id)
    _write(session, clock, actor, who, content, row)
    session.add(row)
    session.flush()
    return notice


def change(
    session: Session, clock: Clock, actor: Actor, command: ChangeIntervention
) -> AdvanceNotice:
    """Save the draft of a notice.

    Raises:
        NotFound: there is no such notice, or it is about a payment.
        Conflict: it was issued or saved since.
        CannotConsider: the law or the case does not allow it.
        CannotWriteNotice: something in the letter cannot be right.
    """
    file = get_draft(session, actor, command.place)
    if file.intervention is None:
        raise NotFound
    who, content = command.place.participant_id, command.content
    _check(session, clock, actor, who, content, command.details)
    _write(session, clock, actor, who, content, file.intervention)
    notice = file.notice
    notice.first_day, notice.last_day = content.first_day, content.last_day
    return save_details(session, clock, actor, notice, command.details)


def _check(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    content: InterventionContent,
    details: NoticeDetails,
) -> None:
    on = today(clock)
    refused = refusal_of(session, actor, participant_id, content, details.reply_by, on)
    if refused is not None:
        raise CannotConsider(refused)


def _write(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    content: InterventionContent,
    row: Intervention,
) -> None:
    """Let the row say what the content says, with what the rules count today."""
    row.kind, row.cause = content.kind, content.cause
    row.first_day, row.last_day = content.first_day, content.last_day
    row.warned_on = content.warned_on if content.cause is Cause.COVERED_FACE else None
    used = None
    if content.cause is Cause.OFTEN:
        used = self_certification_of(session, actor, participant_id, today(clock))
    row.occasions = used.occasions if used else None
