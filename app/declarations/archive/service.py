"""Asking for a package, keeping it, and handing it out."""

import hashlib
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.ids import new_id
from app.declarations.archive.errors import CannotMakePackage, PackageRefusal
from app.declarations.archive.models import ArchivePackage, PackageState
from app.declarations.archive.queries import get_ready_package, newest_packages
from app.declarations.models import Declaration, SigningStatus
from app.declarations.queries import Issued, get_declaration
from app.jobs.service import enqueue
from app.papers.models import DocumentStatus, IssuedDocument

PACK = "declarations.pack"
SUBJECT = "archive_package"
OVER = frozenset({SigningStatus.SIGNED, SigningStatus.NOT_SIGNED, SigningStatus.WITHDRAWN})
"""What has become of a paper that may go to the archive."""


def request_package(session: Session, clock: Clock, actor: Actor, issued: Issued) -> ArchivePackage:
    """Ask for a package of the paper as it stands now; a job makes it.

    Raises:
        CannotMakePackage: the paper is still out, was never made, or its package is being made.
    """
    declaration = issued.declaration
    if declaration.status not in OVER:
        raise CannotMakePackage(PackageRefusal.NOTHING_TO_ARCHIVE)
    if issued.document.status is not DocumentStatus.READY:
        raise CannotMakePackage(PackageRefusal.NOT_READY)
    newest = newest_packages(session, [declaration.id]).get(declaration.id)
    if newest is not None and newest.state is PackageState.WAITING:
        raise CannotMakePackage(PackageRefusal.ON_ITS_WAY)
    package = ArchivePackage(
        id=new_id(),
        declaration_id=declaration.id,
        state=PackageState.WAITING,
        requested_by=actor.user_id,
        requested_at=clock(),
    )
    session.add(package)
    session.flush()
    enqueue(session, clock, PACK, {"package_id": str(package.id)})
    audit.record(
        session,
        clock,
        actor,
        Action.ARCHIVE_PACKAGE_REQUESTED,
        (SUBJECT, package.id),
        participant_id=declaration.participant_id,
    )
    return package


def store_package(session: Session, clock: Clock, package_id: UUID, content: bytes) -> None:
    """Keep the bytes of a package, once and for ever."""
    package = session.get_one(ArchivePackage, package_id, with_for_update=True)
    declaration = session.get_one(Declaration, package.declaration_id)
    document = session.get_one(IssuedDocument, declaration.document_id)
    package.content = content
    package.sha256 = hashlib.sha256(content).hexdigest()
    package.state = PackageState.READY
    package.made_at = clock()
    audit.record(
        session,
        clock,
        None,
        Action.ARCHIVE_PACKAGE_MADE,
        (SUBJECT, package.id),
        participant_id=declaration.participant_id,
        municipality_id=document.municipality_id,
        details={"sha256": package.sha256},
    )


def give_up(session: Session, package_id: UUID) -> None:
    """Note that the package could not be made; the caseworker asks again."""
    session.get_one(ArchivePackage, package_id).state = PackageState.FAILED


def download_package(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> tuple[Issued, bytes]:
    """Return the paper and its newest package, and record that somebody took a copy.

    Raises:
        NotFound: there is no such paper in the actor's municipality, or no package is ready.
    """
    issued = get_declaration(session, actor.scope, participant_id, declaration_id)
    package = get_ready_package(session, declaration_id)
    assert package.content is not None, "ready packages have their bytes"
    audit.record(
        session,
        clock,
        actor,
        Action.ARCHIVE_PACKAGE_DOWNLOADED,
        (SUBJECT, package.id),
        participant_id=participant_id,
        details={"sha256": package.sha256},
    )
    return issued, package.content
