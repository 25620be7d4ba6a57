"""Reading the mapping: what holds now, and what was recorded before."""

from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.enrolment.mapping.contents import Mapping
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.models import MappingEntry
from app.enrolment.models import Participant


def newest_entries(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> dict[MappingPart, MappingEntry]:
    """Return the newest version of each part that was ever saved."""
    newest = (
        select(MappingEntry.part, func.max(MappingEntry.version).label("version"))
        .where(MappingEntry.participant_id == participant_id)
        .group_by(MappingEntry.part)
        .subquery()
    )
    wanted = _entries(scope, participant_id).join(
        newest, (newest.c.part == MappingEntry.part) & (newest.c.version == MappingEntry.version)
    )
    return {entry.part: entry for entry in session.scalars(wanted)}


def find_mapping(session: Session, scope: MunicipalityScope, participant_id: UUID) -> Mapping:
    """Return what is known now; a part that was never saved is empty."""
    entries = newest_entries(session, scope, participant_id)
    known = {part.value: entry.content for part, entry in entries.items()}
    return Mapping(**known)  # type: ignore[arg-type]


def find_newest(
    session: Session, scope: MunicipalityScope, participant_id: UUID, part: MappingPart
) -> MappingEntry | None:
    """Return the newest version of a part, or None."""
    wanted = _entries(scope, participant_id).where(MappingEntry.part == part)
    return session.scalar(wanted.order_by(MappingEntry.version.desc()).limit(1))


def list_entries(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[MappingEntry]:
    """Return everything that was ever recorded, newest first."""
    wanted = _entries(scope, participant_id)
    newest_first = (MappingEntry.recorded_at.desc(), MappingEntry.part, MappingEntry.version.desc())
    return list(session.scalars(wanted.order_by(*newest_first)))


def _entries(scope: MunicipalityScope, participant_id: UUID) -> Select[MappingEntry]:
    return (
        select(MappingEntry)
        .join(Participant, Participant.id == MappingEntry.participant_id)
        .where(
            Participant.municipality_id == scope.municipality_id,
            MappingEntry.participant_id == participant_id,
        )
    )
