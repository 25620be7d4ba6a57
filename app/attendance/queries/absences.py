"""Reading registered absences."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.models import Absence, AbsenceStatus
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.enrolment.models import Participant


def get_absence(
    session: Session, scope: MunicipalityScope, participant_id: UUID, absence_id: UUID
) -> Absence:
    """Return an absence of the participant, withdrawn ones too.

    Raises:
        NotFound: she has no such absence, or is not the municipality's.
    """
    absences = (
        select(Absence)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.participant_id == participant_id, Absence.id == absence_id)
    )
    found = session.scalar(absences)
    if found is None:
        raise NotFound
    return found


def list_absences(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Absence]:
    """Return the participant's absences, newest first, withdrawn ones too."""
    absences = (
        select(Absence)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.participant_id == participant_id)
        .order_by(Absence.first_day.desc(), Absence.registered_at.desc(), Absence.id)
    )
    return list(session.scalars(absences))


def list_absences_history(
    session: Session,
    scope: MunicipalityScope,
    participant_ids: Collection[UUID] | None,
    until: date,
) -> dict[UUID, list[Absence]]:
    """Return what is registered up to and including `until`, by participant, oldest first.

    `participant_ids` None: everybody in the municipality. Quotas look back over all of it.
    """
    absences = (
        select(Absence)
        .join(Participant, Participant.id == Absence.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Absence.status == AbsenceStatus.REGISTERED, Absence.first_day <= until)
        .order_by(Absence.participant_id, Absence.first_day, Absence.id)
    )
    if participant_ids is not None:
        absences = absences.where(Absence.participant_id.in_(participant_ids))
    found: dict[UUID, list[Absence]] = {}
    for absence in session.scalars(absences):
        found.setdefault(absence.participant_id, []).append(absence)
    return found
