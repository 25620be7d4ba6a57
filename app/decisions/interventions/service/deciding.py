"""The decision that follows the notice of an intervention."""

from datetime import date

from sqlalchemy.orm import Session

from app.attendance.restrictions.errors import RestrictionRefusal
from app.attendance.restrictions.service import RestrictionContent, refusal_to_lay_down
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict, NotFound
from app.core.ids import new_id
from app.decisions.interventions.commands import ImposeIntervention
from app.decisions.interventions.errors import CannotImpose, ImposeRefusal
from app.decisions.interventions.kinds import KIND_OF_RESTRICTION
from app.decisions.interventions.models import DecidedIntervention, Intervention
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.queries import NoticeFile, get_notice
from app.decisions.service.records import record as record_decision
from app.decisions.states import DecisionState
from app.persistence.unique import Taken, add_unique


def begin_decision(
    session: Session, clock: Clock, actor: Actor, command: ImposeIntervention
) -> AdministrativeDecision:
    """Begin the decision that follows a notice. It can choose fewer days than were notified.

    Raises:
        NotFound: there is no such notice of an intervention.
        Conflict: somebody else began it at the same moment.
        CannotImpose: the participant was not heard, or the days cannot be chosen.
    """
    file = get_notice(session, actor.scope, command.participant_id, command.notice_id)
    considered = file.intervention
    if considered is None:
        raise NotFound
    on = today(clock)
    refusal = refusal_to_impose(file, on) or _refusal_of_days(considered, command, on)
    if refusal is None:
        row = RestrictionContent(
            command.participant_id, considered.kind, command.first_day, command.last_day
        )
        refusal = _as_impose_refusal(refusal_to_lay_down(session, actor, row))
    if refusal is not None:
        raise CannotImpose(refusal)
    notice, moment = file.notice, clock()
    decision = AdministrativeDecision(
        id=new_id(),
        municipality_id=notice.municipality_id,
        participant_id=command.participant_id,
        kind=KIND_OF_RESTRICTION[considered.kind],
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
    decided = DecidedIntervention(
        decision_id=decision.id,
        notice_id=notice.id,
        first_day=command.first_day,
        last_day=command.last_day,
    )
    try:
        add_unique(session, decided)
    except Taken as error:
        raise Conflict from error
    details: dict[str, object] = {"notice_id": str(notice.id)}
    record_decision(session, clock, actor, Action.DECISION_DRAFTED, decision, details)
    return decision


def refusal_to_impose(file: NoticeFile, on: date) -> ImposeRefusal | None:
    """Return why no decision can follow the notice on a day, or None."""
    if file.is_over or file.decision is not None:
        return ImposeRefusal.OVER
    if file.sent is None:
        return ImposeRefusal.NOT_SENT
    if on <= file.notice.reply_by and not file.replies:
        return ImposeRefusal.REPLY_DAY_AHEAD
    return None


def _refusal_of_days(
    considered: Intervention, command: ImposeIntervention, on: date
) -> ImposeRefusal | None:
    first_day, last_day = command.first_day, command.last_day
    if first_day <= on:
        return ImposeRefusal.TOO_SOON
    if first_day < considered.first_day:
        return ImposeRefusal.BEFORE_NOTIFIED
    if considered.last_day is None:
        return None if last_day is None else ImposeRefusal.LONGER_THAN_NOTIFIED
    if last_day is None or last_day > considered.last_day:
        return ImposeRefusal.LONGER_THAN_NOTIFIED
    return ImposeRefusal.LAST_DAY_BEFORE_FIRST if last_day < first_day else None


def _as_impose_refusal(refusal: RestrictionRefusal | None) -> ImposeRefusal | None:
    if refusal is None:
        return None
    is_in_force = refusal is RestrictionRefusal.IN_FORCE
    return ImposeRefusal.IN_FORCE if is_in_force else ImposeRefusal.NO_PROGRAMME
