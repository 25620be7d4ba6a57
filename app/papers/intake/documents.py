"""The issued documents that scanned pages may belong to."""

from collections.abc import Callable, Collection, Mapping
from uuid import UUID

import pypdfium2
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from app.core.actor import MunicipalityScope
from app.papers.intake.finding import KnownDocument
from app.papers.intake.kinds import Standing
from app.papers.intake.queries import list_filed_pages
from app.papers.models import DocumentStatus, IssuedDocument

FindStandings = Callable[[Session, MunicipalityScope, Collection[UUID]], Mapping[UUID, Standing]]
"""Answers what the feature that issued these documents says of them."""
FindBoxes = Callable[[Session, IssuedDocument], Collection[str]]
"""Answers which boxes of a document must have ink, by their names."""


def documents_by_code(
    session: Session,
    scope: MunicipalityScope,
    codes: Collection[str],
    *,
    with_content: bool = False,
) -> dict[str, IssuedDocument]:
    """Return the municipality's finished documents that have these codes."""
    wanted = select(IssuedDocument).where(
        IssuedDocument.municipality_id == scope.municipality_id,
        IssuedDocument.code.in_(codes),
        IssuedDocument.status == DocumentStatus.READY,
    )
    if with_content:
        wanted = wanted.options(undefer(IssuedDocument.content))
    return {document.code: document for document in session.scalars(wanted)}


def known_documents(
    session: Session,
    scope: MunicipalityScope,
    documents: Collection[IssuedDocument],
    find_standings: FindStandings,
) -> dict[UUID, KnownDocument]:
    """Return what must be known of documents to place pages in them."""
    ids = {document.id for document in documents}
    standings = find_standings(session, scope, ids)
    filed: dict[UUID, dict[int, UUID]] = {document_id: {} for document_id in ids}
    for page in list_filed_pages(session, scope, ids):
        if page.document_id is not None and page.page is not None:
            filed[page.document_id][page.page] = page.id
    return {
        document.id: KnownDocument(
            document.id,
            pages_of(document),
            standings.get(document.id, Standing.OPEN),
            filed[document.id],
        )
        for document in documents
    }


def pages_of(document: IssuedDocument) -> int:
    """Return how many pages a finished document has."""
    if document.page_count is not None:
        return document.page_count
    # The portal's first version did not note it; the bytes are our own.
    with pypdfium2.PdfDocument(document.content or b"") as opened:
        return len(opened)
