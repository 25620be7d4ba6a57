"""The job that makes a package."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.clock import Clock
from app.declarations.archive import service
from app.declarations.archive.contents import PaperCase
from app.declarations.archive.gathering import paper_case
from app.declarations.archive.models import ArchivePackage
from app.declarations.archive.packing import pack
from app.declarations.models import Declaration
from app.jobs.service import JobHandler, Payload
from app.pdf.page_boxes import DocumentRenderer


def pack_job(renderer: DocumentRenderer) -> JobHandler:
    """Return the handler that makes packages, with covers from this renderer."""
    return JobHandler(
        kind=service.PACK,
        prepare=_prepare,
        produce=lambda case: pack(case, renderer),
        store=_store,
        give_up=_give_up,
    )


def _prepare(session: Session, payload: Payload) -> PaperCase:
    package = session.get_one(ArchivePackage, UUID(payload["package_id"]))
    return paper_case(session, session.get_one(Declaration, package.declaration_id))


def _store(session: Session, clock: Clock, payload: Payload, made: bytes) -> None:
    service.store_package(session, clock, UUID(payload["package_id"]), made)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    service.give_up(session, UUID(payload["package_id"]))
