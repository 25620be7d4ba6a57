"""Finding tablets, and whose a code is."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.statements.queries import count_since
from app.attendance.tablets.models import ReportingCode, ReportingTablet
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.enrolment.models import Participant


def list_tablets(session: Session, scope: MunicipalityScope) -> list[ReportingTablet]:
    """Return the municipality's tablets, those in use first."""
    rows = (
        select(ReportingTablet)
        .where(ReportingTablet.municipality_id == scope.municipality_id)
        .order_by(ReportingTablet.revoked_at.is_not(None), ReportingTablet.created_at.desc())
    )
    return list(session.scalars(rows))


def get_tablet(session: Session, scope: MunicipalityScope, tablet_id: UUID) -> ReportingTablet:
    """Return one of the municipality's tablets.

    Raises:
        NotFound: it has no such tablet.
    """
    rows = select(ReportingTablet).where(
        ReportingTablet.municipality_id == scope.municipality_id, ReportingTablet.id == tablet_id
    )
    found = session.scalar(rows)
    if found is None:
        raise NotFound
    return found


def find_tablet_by_hash(session: Session, address_hash: str) -> ReportingTablet | None:
    """Return the tablet with this address, closed ones too: its row sets the municipality."""
    return session.scalar(
        select(ReportingTablet).where(ReportingTablet.address_hash == address_hash)
    )


def find_by_code(session: Session, scope: MunicipalityScope, code_hash: str) -> UUID | None:
    """Return the participant who has this code, or None."""
    rows = (
        select(ReportingCode.participant_id)
        .join(Participant, Participant.id == ReportingCode.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(ReportingCode.municipality_id == scope.municipality_id)
        .where(ReportingCode.code_hash == code_hash)
    )
    return session.scalar(rows)


def find_code(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> ReportingCode | None:
    """Return what is stored of a participant's code, or None."""
    rows = select(ReportingCode).where(
        ReportingCode.municipality_id == scope.municipality_id,
        ReportingCode.participant_id == participant_id,
    )
    return session.scalar(rows)


def has_said_since(
    session: Session, scope: MunicipalityScope, participant_id: UUID, moment: datetime
) -> bool:
    """Tell whether the participant has said something after a moment, herself or at a tablet."""
    rows = select(Participant.id).where(
        Participant.municipality_id == scope.municipality_id, Participant.id == participant_id
    )
    if session.scalar(rows) is None:
        return False
    return count_since(session, participant_id, moment) > 0
