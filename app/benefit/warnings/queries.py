"""Reading contacts about absence, and who needs one."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.accounts.queries import get_municipality
from app.attendance.queries import list_unexplained_absences
from app.benefit.models import ISSUED, PaymentRun
from app.benefit.warnings.kinds import ContactKind
from app.benefit.warnings.models import AbsenceContact
from app.core.actor import MunicipalityScope
from app.core.period import Period, add_months, month_period
from app.enrolment.models import Participant
from app.rules.benefit import Policy

LOOKED_BACK = timedelta(days=27)
"""Four weeks with today."""


@dataclass(frozen=True, slots=True)
class TalkDue:
    """Somebody whose absence repeats itself."""

    participant_id: UUID
    first_day: date
    count: int


def list_contacts(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[AbsenceContact]:
    """Return the contacts with a participant about absence, newest first."""
    rows = (
        select(AbsenceContact)
        .join(Participant, Participant.id == AbsenceContact.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AbsenceContact.participant_id == participant_id)
        .order_by(AbsenceContact.held_on.desc(), AbsenceContact.registered_at.desc())
    )
    return list(session.scalars(rows))


def warned_on(
    session: Session, scope: MunicipalityScope, month: date, among: Collection[UUID]
) -> dict[UUID, date]:
    """Return when participants were last warned of a month, by participant."""
    rows = (
        select(AbsenceContact.participant_id, func.max(AbsenceContact.held_on))
        .join(Participant, Participant.id == AbsenceContact.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AbsenceContact.kind == ContactKind.WARNING, AbsenceContact.month == month)
        .where(AbsenceContact.participant_id.in_(among))
        .group_by(AbsenceContact.participant_id)
    )
    return {who: day for who, day in session.execute(rows)}  # noqa: C416 (typed rows)


def full_names(
    session: Session, scope: MunicipalityScope, among: Collection[UUID]
) -> dict[UUID, str]:
    """Return what participants are called."""
    rows = (
        select(Participant.id, Participant.given_name, Participant.family_name)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id.in_(among))
    )
    return {row.id: f"{row.given_name} {row.family_name}" for row in session.execute(rows)}


def open_months(session: Session, scope: MunicipalityScope, on: date) -> list[Period]:
    """Return the months that a warning can still change: this one, and the last if not approved."""
    this = month_period(on.year, on.month)
    first = add_months(this.first_day, -1)
    last = month_period(first.year, first.month)
    approved = select(PaymentRun.id).where(
        PaymentRun.municipality_id == scope.municipality_id,
        PaymentRun.first_day == last.first_day,
        PaymentRun.status.in_(ISSUED),
    )
    return [this] if session.scalar(approved) else [last, this]


def list_talks_due(session: Session, scope: MunicipalityScope, on: date) -> list[TalkDue]:
    """Return who has as many days without a reason as the municipality wants to talk about.

    Days before the last conversation are talked about already.
    """
    wanted = Policy.from_mapping(get_municipality(session, scope).policies).absence_talk.days
    if not wanted:
        return []
    missed: dict[UUID, list[date]] = defaultdict(list)
    for each in list_unexplained_absences(session, scope, Period(on - LOOKED_BACK, on)):
        missed[each.participant_id].append(each.day)
    talks = _last_talks(session, scope, missed)
    found = []
    for who, days in missed.items():
        since = [day for day in days if who not in talks or day > talks[who]]
        if len(since) >= wanted:
            found.append(TalkDue(who, min(since), len(since)))
    return found


def _last_talks(
    session: Session, scope: MunicipalityScope, among: Collection[UUID]
) -> dict[UUID, date]:
    rows = (
        select(AbsenceContact.participant_id, func.max(AbsenceContact.held_on))
        .join(Participant, Participant.id == AbsenceContact.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AbsenceContact.kind == ContactKind.TALK)
        .where(AbsenceContact.participant_id.in_(among))
        .group_by(AbsenceContact.participant_id)
    )
    return {who: day for who, day in session.execute(rows)}  # noqa: C416 (typed rows)
