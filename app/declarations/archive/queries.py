"""Finding packages."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.core.errors import NotFound
from app.declarations.archive.models import ArchivePackage, PackageState


def newest_packages(
    session: Session, declaration_ids: Collection[UUID]
) -> dict[UUID, ArchivePackage]:
    """Return the newest package of each of these papers, in whatever state.

    The caller must have found the papers within the reader's municipality.
    """
    oldest_first = (
        select(ArchivePackage)
        .where(ArchivePackage.declaration_id.in_(declaration_ids))
        .order_by(ArchivePackage.requested_at, ArchivePackage.id)
    )
    return {each.declaration_id: each for each in session.scalars(oldest_first)}


def get_ready_package(session: Session, declaration_id: UUID) -> ArchivePackage:
    """Return the newest package of a paper that is ready, with its content.

    The caller must have found the paper within the reader's municipality.

    Raises:
        NotFound: none is ready.
    """
    found = session.scalar(
        select(ArchivePackage)
        .where(
            ArchivePackage.declaration_id == declaration_id,
            ArchivePackage.state == PackageState.READY,
        )
        .order_by(ArchivePackage.requested_at.desc(), ArchivePackage.id)
        .limit(1)
        .options(undefer(ArchivePackage.content))
    )
    if found is None:
        raise NotFound
    return found
