"""Finding issued documents and their scans."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.papers.models import IssuedDocument, ScannedPaper


def get_document(
    session: Session, scope: MunicipalityScope, document_id: UUID, *, with_content: bool = False
) -> IssuedDocument:
    """Return a document of the municipality.

    Raises:
        NotFound: there is no such document there.
    """
    wanted = select(IssuedDocument).where(
        IssuedDocument.id == document_id,
        IssuedDocument.municipality_id == scope.municipality_id,
    )
    if with_content:
        wanted = wanted.options(undefer(IssuedDocument.content))
    document = session.scalar(wanted)
    if document is None:
        raise NotFound
    return document


def get_scan(session: Session, scope: MunicipalityScope, scan_id: UUID) -> ScannedPaper:
    """Return a scan of the municipality, with its content.

    Raises:
        NotFound: there is no such scan there.
    """
    scan = session.scalar(
        select(ScannedPaper)
        .where(ScannedPaper.id == scan_id, ScannedPaper.municipality_id == scope.municipality_id)
        .options(undefer(ScannedPaper.content))
    )
    if scan is None:
        raise NotFound
    return scan
