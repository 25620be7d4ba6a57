"""Finding offers of training, and who is on leave without one."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.leave_training.models import LeaveTrainingOffer
from app.attendance.models import Absence, AbsenceStatus
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant
from app.rules.absence import AbsenceReason, training_due_on

SAME_LEAVE = timedelta(days=92)
"""Pauses shorter than this belong to one leave: three months at work begin a new count."""


@dataclass(frozen=True, slots=True)
class LeaveToFollow:
    """A parental leave that reaches its fourth month."""

    participant_id: UUID
    days: Period
    due_on: date
    """From this day on training must be offered."""


def list_offers(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[LeaveTrainingOffer]:
    """Return the participant's offers, newest first."""
    offers = select(LeaveTrainingOffer).where(
        LeaveTrainingOffer.municipality_id == scope.municipality_id,
        LeaveTrainingOffer.participant_id == participant_id,
    )
    newest_first = offers.order_by(
        LeaveTrainingOffer.offered_on.desc(), LeaveTrainingOffer.registered_at.desc()
    )
    return list(session.scalars(newest_first))


def list_leaves(
    session: Session, scope: MunicipalityScope, participant_id: UUID | None = None
) -> list[LeaveToFollow]:
    """Return the parental leaves that reach their fourth month, by their first day.

    Parts of a leave with short pauses between are one leave, counted from its first day.
    """
    rows = (
        select(Absence.participant_id, Absence.first_day, Absence.last_day)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(
            Participant.municipality_id == scope.municipality_id,
            Absence.status == AbsenceStatus.REGISTERED,
            Absence.reason == AbsenceReason.PARENTAL_LEAVE,
        )
        .order_by(Absence.participant_id, Absence.first_day)
    )
    if participant_id is not None:
        rows = rows.where(Absence.participant_id == participant_id)
    whole: list[tuple[UUID, Period]] = []
    for who, first_day, last_day in session.execute(rows):
        days = Period(first_day, last_day)
        if whole and whole[-1][0] == who and first_day - whole[-1][1].last_day <= SAME_LEAVE:
            before = whole.pop()[1]
            days = Period(before.first_day, max(before.last_day, last_day))
        whole.append((who, days))
    found = []
    for who, days in whole:
        due_on = training_due_on(days)
        if due_on is not None:
            found.append(LeaveToFollow(who, days, due_on))
    return found


def list_without_offer(
    session: Session, scope: MunicipalityScope, on: date, *, ahead: timedelta
) -> list[LeaveToFollow]:
    """Return the leaves that run, whose fourth month begins soon or has begun, without an offer."""
    due = [
        each
        for each in list_leaves(session, scope)
        if each.due_on <= on + ahead and on <= each.days.last_day
    ]
    offers = session.execute(
        select(LeaveTrainingOffer.participant_id, LeaveTrainingOffer.offered_on).where(
            LeaveTrainingOffer.municipality_id == scope.municipality_id,
            LeaveTrainingOffer.participant_id.in_({each.participant_id for each in due}),
        )
    )
    offered = {(who, day) for who, day in offers}
    return [
        each
        for each in due
        if not any(who == each.participant_id and day in each.days for who, day in offered)
    ]
