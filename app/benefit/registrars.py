"""Who registered what reduces a payment."""

from collections import defaultdict
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus, AttendanceMark
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant


def registrars(
    session: Session, scope: MunicipalityScope, participant_id: UUID, period: Period
) -> dict[date, set[UUID]]:
    """Return who marked the participant as absent, or registered her absence, by day."""
    found: dict[date, set[UUID]] = defaultdict(set)
    marks = (
        select(AttendanceMark.day, AttendanceMark.marked_by)
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AttendanceMark.participant_id == participant_id, AttendanceMark.minutes_absent > 0)
        .where(AttendanceMark.day.between(period.first_day, period.last_day))
    )
    for day, who in session.execute(marks):
        found[day].add(who)
    absences = (
        select(Absence.first_day, Absence.last_day, Absence.registered_by)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.participant_id == participant_id)
        .where(Absence.status == AbsenceStatus.REGISTERED)
        .where(Absence.first_day <= period.last_day, Absence.last_day >= period.first_day)
    )
    for first_day, last_day, who in session.execute(absences):
        for day in Period(first_day, last_day).days():
            found[day].add(who)
    return found
