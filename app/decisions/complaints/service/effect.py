"""What a complaint does to the month: the days of a reduction that waits are held there.

A month that is prepared afterwards takes nothing for them, and an approved one is corrected by the
difference. Where a reduction was changed to a smaller one, the month waits until somebody has
registered what makes it so: which hours are valid is not in the complaint.
"""

from sqlalchemy.orm import Session

from app.benefit.holds.kinds import HoldKind
from app.benefit.holds.queries import list_holds
from app.benefit.holds.service import PlaceHold, place_hold, release_hold
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.period import Period
from app.decisions.complaints.models import Complaint
from app.decisions.complaints.queries import list_complaints, suspended_reductions
from app.decisions.interventions import effect as interventions
from app.decisions.notices.models import DecidedReduction
from app.decisions.reductions import from_plain


def follow_effect(
    session: Session, clock: Clock, actor: Actor, complaint: Complaint, reason: str
) -> None:
    """Let the decision do what the complaints about it say now.

    The days of a reduction are held or released; a stop or a withdrawal is lifted or laid down
    again. Decisions of other kinds do nothing here.
    """
    decided = session.get(DecidedReduction, complaint.decision_id)
    if decided is None:
        _follow_intervention(session, clock, actor, complaint, reason)
        return
    wanted = _wanted(session, actor, decided)
    days = {each.day for each in from_plain(decided.reduction).days}
    who, held = decided.participant_id, set()
    for hold in list_holds(session, actor.scope, who):
        is_ours = hold.first_day == hold.last_day and hold.first_day in days
        if hold.released_at is not None or not is_ours:
            continue
        if hold.kind is wanted:
            held.add(hold.first_day)
        else:
            release_hold(session, clock, actor, who, hold.id)
    if wanted is not None:
        for day in sorted(days - held):
            place_hold(session, clock, actor, PlaceHold(who, wanted, day, day, reason))


def _follow_intervention(
    session: Session, clock: Clock, actor: Actor, complaint: Complaint, reason: str
) -> None:
    files = list_complaints(session, actor.scope, complaint.participant_id)
    about = [each for each in files if each.complaint.decision_id == complaint.decision_id]
    interventions.follow_complaints(
        session,
        clock,
        actor,
        complaint.participant_id,
        complaint.decision_id,
        reason,
        is_annulled=any(each.is_annulled for each in about),
        is_waiting=any(each.is_suspended for each in about),
    )


def _wanted(session: Session, actor: Actor, decided: DecidedReduction) -> HoldKind | None:
    period = Period(decided.first_day, decided.last_day)
    left_out = suspended_reductions(session, actor.scope, period).get(decided.participant_id, 0)
    if not left_out:
        return None
    return HoldKind.SUSPENDED if left_out >= decided.amount_ore else HoldKind.CONTESTED
