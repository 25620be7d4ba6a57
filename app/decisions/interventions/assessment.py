"""What the rules and the case say of an intervention before it is notified. Nothing is saved."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.balances.service import read_balances
from app.attendance.restrictions.errors import RestrictionRefusal
from app.attendance.restrictions.kinds import STOPS, RestrictionKind
from app.attendance.restrictions.service import RestrictionContent, refusal_to_lay_down
from app.core.actor import Actor
from app.decisions.interventions.commands import InterventionContent
from app.decisions.interventions.errors import ConsiderRefusal
from app.decisions.interventions.kinds import CAUSES, Cause
from app.decisions.interventions.models import Intervention
from app.rules.decision import StopAssessment, StopCause, StopFacts, StopGround, assess_stop


@dataclass(frozen=True, slots=True)
class SelfCertification:
    """How often self-certification was used, as the rules count it on a day."""

    occasions: int
    may_be_withdrawn: bool


def content_of(intervention: Intervention) -> InterventionContent:
    """Return what a notice considers."""
    return InterventionContent(
        intervention.kind,
        intervention.cause,
        intervention.first_day,
        intervention.last_day,
        intervention.warned_on,
    )


def self_certification_of(
    session: Session, actor: Actor, participant_id: UUID, on: date
) -> SelfCertification | None:
    """Return how often the participant used self-certification; None: no programme runs."""
    balances = read_balances(session, actor.scope, participant_id, on).balances
    if balances is None:
        return None
    own = balances.self_certification
    return SelfCertification(own.occasions_last_12_months, own.may_be_withdrawn)


def assess_content(content: InterventionContent) -> StopAssessment | None:
    """Return what the act says of a stop; None: it is none."""
    if content.kind not in STOPS or content.cause not in CAUSES[content.kind]:
        return None
    return assess_stop(
        StopFacts(
            StopCause(content.cause.value), content.first_day, content.last_day, content.warned_on
        )
    )


def refusal_of(
    session: Session,
    actor: Actor,
    participant_id: UUID,
    content: InterventionContent,
    reply_by: date,
    on: date,
) -> ConsiderRefusal | None:
    """Return why the municipality cannot consider this, or None."""
    refused = _refusal_of_days(content, reply_by)
    if refused is not None:
        return refused
    if content.cause not in CAUSES[content.kind]:
        return ConsiderRefusal.WRONG_CAUSE
    if content.cause is Cause.OFTEN:
        used = self_certification_of(session, actor, participant_id, on)
        if used is None or not used.may_be_withdrawn:
            return ConsiderRefusal.NOT_OFTEN
    assessed = assess_content(content)
    if assessed is not None and not assessed.is_possible:
        codes = {ground.code for ground in assessed.grounds}
        is_warned = StopGround.NOT_WARNED not in codes
        return ConsiderRefusal.ONLY_FOR_A_TIME if is_warned else ConsiderRefusal.NOT_WARNED
    row = RestrictionContent(participant_id, content.kind, content.first_day, content.last_day)
    match refusal_to_lay_down(session, actor, row):
        case None:
            return None
        case RestrictionRefusal.IN_FORCE:
            return ConsiderRefusal.IN_FORCE
        case _:
            return ConsiderRefusal.NO_PROGRAMME


def _refusal_of_days(content: InterventionContent, reply_by: date) -> ConsiderRefusal | None:
    is_for_a_time = content.kind is RestrictionKind.SUSPENSION
    if is_for_a_time and content.last_day is None:
        return ConsiderRefusal.LAST_DAY_MISSING
    if not is_for_a_time and content.last_day is not None:
        return ConsiderRefusal.LAST_DAY_TOO_MANY
    if content.last_day is not None and content.last_day < content.first_day:
        return ConsiderRefusal.LAST_DAY_BEFORE_FIRST
    return ConsiderRefusal.BEFORE_REPLY if content.first_day <= reply_by else None
