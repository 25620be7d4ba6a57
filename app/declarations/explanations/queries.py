"""Finding the stamps of papers."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.declarations.explanations.models import DocumentExplanation
from app.papers.models import IssuedDocument


def list_explanations(
    session: Session, scope: MunicipalityScope, document_ids: Collection[UUID]
) -> dict[UUID, list[DocumentExplanation]]:
    """Return how each of these papers was explained, the newest talk first."""
    if not document_ids:
        return {}
    rows = session.scalars(
        select(DocumentExplanation)
        .join(IssuedDocument, IssuedDocument.id == DocumentExplanation.document_id)
        .where(
            IssuedDocument.municipality_id == scope.municipality_id,
            DocumentExplanation.document_id.in_(document_ids),
        )
        .order_by(DocumentExplanation.explained_on.desc(), DocumentExplanation.registered_at.desc())
    )
    found: dict[UUID, list[DocumentExplanation]] = defaultdict(list)
    for each in rows:
        found[each.document_id].append(each)
    return dict(found)
