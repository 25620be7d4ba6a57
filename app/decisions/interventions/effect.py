"""What a decision does when it is issued, and when a complaint about it changes its standing."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.restrictions.service import (
    RestrictionContent,
    lay_down,
    lift,
    refusal_to_lay_down,
)
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.period import ONE_DAY
from app.decisions.interventions.models import ImposedRestriction
from app.decisions.interventions.queries import (
    Imposed,
    imposed_by_decisions,
    restrictions_of_decision,
)


def can_take_effect(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, imposed: Imposed
) -> bool:
    """Tell whether what the decision says can be laid down if it is issued today."""
    content = _content(participant_id, imposed, imposed.decided.first_day)
    is_late = imposed.decided.first_day <= today(clock)
    return not is_late and refusal_to_lay_down(session, actor, content) is None


def take_effect(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, imposed: Imposed
) -> None:
    """Let what was decided hold. Call when the decision is issued.

    Raises:
        CannotRestrict: no programme runs then, or the same holds already.
    """
    content = _content(participant_id, imposed, imposed.decided.first_day)
    _lay_down(session, clock, actor, imposed, content)


def follow_complaints(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    decision_id: UUID,
    reason: str,
    *,
    is_annulled: bool,
    is_waiting: bool,
) -> None:
    """Let the restriction hold, or not, as the complaints about its decision stand now.

    Annulled: it never held. Waiting (forvaltningsloven § 42): it holds no more from today, or never
    began. Neither, after it had waited: the rest of its days hold from tomorrow.
    """
    imposed = imposed_by_decisions(session, [decision_id]).get(decision_id)
    rows = restrictions_of_decision(session, decision_id)
    if imposed is None or not rows:
        return
    on, newest = today(clock), rows[-1]
    if is_annulled or is_waiting:
        for row in rows:
            free_from = row.first_day if is_annulled else max(row.first_day, on)
            is_past = row.last_day is not None and free_from > row.last_day
            if not is_past and (row.lifted_from is None or free_from < row.lifted_from):
                lift(session, clock, actor, (participant_id, row.id), free_from, reason)
    elif newest.lifted_from is not None:
        first_day = max(imposed.decided.first_day, on + ONE_DAY)
        content = _content(participant_id, imposed, first_day)
        is_past = content.last_day is not None and content.last_day < first_day
        if not is_past and refusal_to_lay_down(session, actor, content) is None:
            _lay_down(session, clock, actor, imposed, content)


def _lay_down(
    session: Session, clock: Clock, actor: Actor, imposed: Imposed, content: RestrictionContent
) -> None:
    row = lay_down(session, clock, actor, content)
    imposing = ImposedRestriction(restriction_id=row.id, decision_id=imposed.decided.decision_id)
    session.add(imposing)
    session.flush()


def _content(participant_id: UUID, imposed: Imposed, first_day: date) -> RestrictionContent:
    kind, last_day = imposed.considered.kind, imposed.decided.last_day
    return RestrictionContent(participant_id, kind, first_day, last_day)
