"""Applications for leave: registered and decided through the services."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.commands import ChangeDraft, DraftDetails
from app.decisions.leave import service
from app.decisions.leave.commands import ApplicationPlace, DecideLeave, RegisterApplication
from app.decisions.leave.kinds import LeaveOutcome, LeaveWay
from app.decisions.leave.models import LeaveApplication
from app.decisions.models import AdministrativeDecision
from app.decisions.service import change_draft
from app.rules.absence import AbsenceReason, WelfareGround
from tests.support.decisions import place_of

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 2)
WORDS = "جدتي توفيت، والجنازة في أوسلو."
REASONS = "Bestemoren din er død, og du skal i begravelsen."


def application(participant_id: UUID, **changes: Any) -> RegisterApplication:
    """Return an application for two days of welfare leave."""
    said: dict[str, Any] = {
        "participant_id": participant_id,
        "way": LeaveWay.TALK,
        "received_on": date(2026, 11, 20),
        "first_day": FIRST,
        "last_day": LAST,
        "reason": AbsenceReason.WELFARE_LEAVE,
        "welfare_ground": WelfareGround.DEATH,
        "language": "ar",
        "words": WORDS,
    }
    return RegisterApplication(**{**said, **changes})


def apply(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, **changes: Any
) -> LeaveApplication:
    """Register an application."""
    command = application(participant_id, **changes)
    return service.register_application(session, clock, actor, command)


def place(applied: LeaveApplication) -> ApplicationPlace:
    """Return where an application stands."""
    return ApplicationPlace(applied.participant_id, applied.id)


def decide(
    session: Session,
    clock: Clock,
    actor: Actor,
    applied: LeaveApplication,
    outcome: LeaveOutcome = LeaveOutcome.GRANTED,
    days: tuple[date, date] | None = None,
) -> AdministrativeDecision:
    """Begin the decision, and write reasons in it."""
    first_day, last_day = days or (None, None)
    command = DecideLeave(place(applied), outcome, first_day, last_day)
    begun = service.begin_decision(session, clock, actor, command)
    details = DraftDetails(begun.form, begun.summary_language, None, REASONS)
    return change_draft(session, clock, actor, ChangeDraft(place_of(begun), details))
