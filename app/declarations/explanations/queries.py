"""Finding the stamps of papers."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.period import add_months
from app.declarations.explanations.models import DocumentExplanation
from app.enrolment.models import Participant
from app.papers.models import IssuedDocument

ADULT_MONTHS = 18 * 12


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


def is_known_minor(session: Session, scope: MunicipalityScope, name: str, on: date) -> bool:
    """Tell whether somebody of this name in the municipality's programme is under 18."""
    wanted = _plain(name)
    young = session.execute(
        select(Participant.given_name, Participant.family_name).where(
            Participant.municipality_id == scope.municipality_id,
            Participant.born_on > add_months(on, -ADULT_MONTHS),
        )
    )
    return any(_plain(f"{row.given_name} {row.family_name}") == wanted for row in young)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
