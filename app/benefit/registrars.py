"""Who registered what reduces a payment."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus, AttendanceMark
from app.core.actor import MunicipalityScope
from app.core.period import Period
from app.enrolment.models import Participant


def registrars_by_participant(
    session: Session,
    scope: MunicipalityScope,
    participant_ids: Collection[UUID],
    period: Period,
) -> dict[UUID, dict[str, list[str]]]:
    """Return who registered the absence of each of them, as it is kept with the payments."""
    found: dict[UUID, dict[date, set[UUID]]] = {who: defaultdict(set) for who in participant_ids}
    marks = (
        select(AttendanceMark.participant_id, AttendanceMark.day, AttendanceMark.marked_by)
        .join(Participant, Participant.id == AttendanceMark.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(AttendanceMark.participant_id.in_(participant_ids))
        .where(AttendanceMark.minutes_absent > 0)
        .where(AttendanceMark.day.between(period.first_day, period.last_day))
    )
    for who, day, by in session.execute(marks):
        found[who][day].add(by)
    absences = (
        select(Absence.participant_id, Absence.first_day, Absence.last_day, Absence.registered_by)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.participant_id.in_(participant_ids))
        .where(Absence.status == AbsenceStatus.REGISTERED)
        .where(Absence.first_day <= period.last_day, Absence.last_day >= period.first_day)
    )
    for who, first_day, last_day, by in session.execute(absences):
        for day in Period(max(first_day, period.first_day), min(last_day, period.last_day)).days():
            found[who][day].add(by)
    return {
        who: {day.isoformat(): sorted(map(str, ids)) for day, ids in sorted(days.items())}
        for who, days in found.items()
    }


def kept_registrars(kept: Mapping[str, Sequence[str]]) -> dict[date, set[UUID]]:
    """Return who registered what, from the form in which it is kept with a payment."""
    return {date.fromisoformat(day): set(map(UUID, ids)) for day, ids in kept.items()}


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
