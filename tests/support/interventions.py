"""Stops and withdrawn self-certification: considered, notified and decided through the services."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.models import Restriction
from app.attendance.restrictions.service import RestrictionContent, lay_down
from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.commands import ChangeDraft, DraftDetails
from app.decisions.interventions import service
from app.decisions.interventions.commands import (
    ConsiderIntervention,
    ImposeIntervention,
    InterventionContent,
)
from app.decisions.interventions.kinds import Cause
from app.decisions.models import AdministrativeDecision
from app.decisions.notices.commands import NoticeDetails
from app.decisions.notices.models import AdvanceNotice
from app.decisions.service import change_draft, issue_decision
from app.rules.law import InstallationDates
from tests.support.decisions import place_of
from tests.support.notices import REPLY_BY, answer_notice, issue_notice, send_notice

FIRST, LAST = date(2026, 12, 14), date(2026, 12, 20)
REASONS = "Vi har snakket om det tre ganger, uten at noe ble annerledes."
WORDS = "ظروفي صعبة، وأريد أن أكمل البرنامج."


def content(**changes: Any) -> InterventionContent:
    """Return a stop of a week for conduct."""
    said: dict[str, Any] = {
        "kind": RestrictionKind.SUSPENSION,
        "cause": Cause.CONDUCT,
        "first_day": FIRST,
        "last_day": LAST,
    }
    return InterventionContent(**{**said, **changes})


def termination(**changes: Any) -> InterventionContent:
    """Return a stop for good."""
    return content(kind=RestrictionKind.TERMINATION, last_day=None, **changes)


def consider(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    considered: InterventionContent | None = None,
    reply_by: date = REPLY_BY,
) -> AdvanceNotice:
    """Write a notice that can be finished."""
    details = NoticeDetails(LanguageForm.NB, "ar", reply_by, REASONS)
    command = ConsiderIntervention(participant_id, considered or content(), details)
    return service.consider(session, clock, actor, command)


def notify(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    considered: InterventionContent | None = None,
) -> AdvanceNotice:
    """Have a notice that is sent and answered."""
    notice = consider(session, clock, actor, participant_id, considered)
    issue_notice(session, clock, actor, notice)
    send_notice(session, clock, actor, notice)
    answer_notice(session, clock, actor, notice, WORDS)
    return notice


def impose(
    session: Session,
    clock: Clock,
    actor: Actor,
    notice: AdvanceNotice,
    days: tuple[date, date | None] | None = None,
) -> AdministrativeDecision:
    """Decide what a notice considered."""
    draft = begin(session, clock, actor, notice, days)
    details = DraftDetails(LanguageForm.NB, "ar", None, REASONS)
    change_draft(session, clock, actor, ChangeDraft(place_of(draft), details))
    return issue_decision(session, clock, actor, InstallationDates(), place_of(draft))


def begin(
    session: Session,
    clock: Clock,
    actor: Actor,
    notice: AdvanceNotice,
    days: tuple[date, date | None] | None = None,
) -> AdministrativeDecision:
    """Begin the decision after a notice, with its days unless others are named."""
    first_day, last_day = days or (notice.first_day, notice.last_day)
    command = ImposeIntervention(notice.participant_id, notice.id, first_day, last_day)
    return service.begin_decision(session, clock, actor, command)


def withdraw_self_certification(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, first_day: date = FIRST
) -> Restriction:
    """Let a withdrawal hold, without its decision."""
    row = RestrictionContent(participant_id, RestrictionKind.NO_SELF_CERTIFICATION, first_day, None)
    return lay_down(session, clock, actor, row)
