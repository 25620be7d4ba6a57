"""The decision about an application, begun with its outcome."""

from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.core.period import Period
from app.decisions.leave.assessment import assess, refusal_of
from app.decisions.leave.commands import DecideLeave
from app.decisions.leave.errors import CannotDecideLeave, DecideLeaveRefusal
from app.decisions.leave.kinds import KIND_OF_REASON, LeaveOutcome, LeaveStage
from app.decisions.leave.models import DecidedLeave
from app.decisions.leave.queries import LeaveFile, get_application
from app.decisions.models import AdministrativeDecision
from app.decisions.service.drafting import form_for, summary_language_for
from app.decisions.service.records import record as record_decision
from app.decisions.states import DecisionState
from app.enrolment.queries import get_participant
from app.persistence.unique import Taken, add_unique


def begin_decision(
    session: Session, clock: Clock, actor: Actor, command: DecideLeave
) -> AdministrativeDecision:
    """Begin the decision about an application. Another outcome is another draft.

    Raises:
        NotFound: there is no such application.
        CannotDecideLeave: it is over, or the days cannot be granted.
    """
    place = command.place
    file = get_application(session, actor.scope, place.participant_id, place.application_id)
    if file.stage is not LeaveStage.RECEIVED:
        raise CannotDecideLeave(DecideLeaveRefusal.OVER)
    days = _days(file, command)
    if days is not None:
        application = file.application
        refusal = refusal_of(assess(session, actor.scope, application, days), application)
        if refusal is not None:
            raise CannotDecideLeave(refusal)
    person = get_participant(session, actor.scope, place.participant_id)
    municipality = get_municipality(session, actor.scope)
    moment = clock()
    decision = AdministrativeDecision(
        id=new_id(),
        municipality_id=municipality.id,
        participant_id=person.id,
        kind=KIND_OF_REASON[file.application.reason],
        state=DecisionState.DRAFT,
        form=form_for(person, municipality.language_form),
        summary_language=summary_language_for(person),
        reasons="",
        created_by=actor.user_id,
        created_at=moment,
        changed_at=moment,
    )
    session.add(decision)
    session.flush()
    decided = DecidedLeave(
        decision_id=decision.id,
        application_id=file.application.id,
        outcome=command.outcome,
        first_day=days.first_day if days else None,
        last_day=days.last_day if days else None,
    )
    try:
        add_unique(session, decided)
    except Taken as error:
        session.delete(decision)
        session.flush()
        raise CannotDecideLeave(DecideLeaveRefusal.OVER) from error
    details: dict[str, object] = {
        "application_id": str(file.application.id),
        "outcome": command.outcome.value,
    }
    record_decision(session, clock, actor, Action.DECISION_DRAFTED, decision, details)
    return decision


def _days(file: LeaveFile, command: DecideLeave) -> Period | None:
    applied = file.applied
    match command.outcome:
        case LeaveOutcome.REFUSED:
            return None
        case LeaveOutcome.GRANTED:
            return applied
        case LeaveOutcome.PARTLY:
            first_day, last_day = command.first_day, command.last_day
            if first_day is None or last_day is None or last_day < first_day:
                raise CannotDecideLeave(DecideLeaveRefusal.NO_DAYS)
            days = Period(first_day, last_day)
            if days == applied:
                raise CannotDecideLeave(DecideLeaveRefusal.ALL_DAYS)
            if first_day not in applied or last_day not in applied:
                raise CannotDecideLeave(DecideLeaveRefusal.OUTSIDE)
            return days
