"""Finding declarations and contracts."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.declarations.models import Declaration, SigningStatus
from app.papers.models import IssuedDocument

Issued = Row[tuple[Declaration, IssuedDocument]]
"""A declaration with its document."""


def list_declarations(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> Sequence[Issued]:
    """Return everything that was issued for the participant, newest first."""
    return session.execute(
        select(Declaration, IssuedDocument)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(
            Declaration.participant_id == participant_id,
            IssuedDocument.municipality_id == scope.municipality_id,
        )
        .order_by(IssuedDocument.issued_at.desc(), Declaration.id)
    ).all()


def get_declaration(
    session: Session, scope: MunicipalityScope, participant_id: UUID, declaration_id: UUID
) -> Issued:
    """Return one declaration of this participant, with its document.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    found = session.execute(
        select(Declaration, IssuedDocument)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(
            Declaration.id == declaration_id,
            Declaration.participant_id == participant_id,
            IssuedDocument.municipality_id == scope.municipality_id,
        )
    ).first()
    if found is None:
        raise NotFound
    return found


def list_unsigned(session: Session, scope: MunicipalityScope) -> Sequence[Issued]:
    """Return what is out for signing, oldest first."""
    return session.execute(
        select(Declaration, IssuedDocument)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(
            Declaration.status == SigningStatus.ISSUED,
            IssuedDocument.municipality_id == scope.municipality_id,
        )
        .order_by(IssuedDocument.issued_at, Declaration.id)
    ).all()
