"""Finding declarations and contracts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.declarations.models import Declaration, SigningStatus
from app.papers.models import IssuedDocument


@dataclass(frozen=True, slots=True)
class Issued:
    """A declaration or contract with its document."""

    declaration: Declaration
    document: IssuedDocument


def list_declarations(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Issued]:
    """Return everything that was issued for the participant, newest first."""
    of_participant = _issued(scope).where(Declaration.participant_id == participant_id)
    newest_first = of_participant.order_by(IssuedDocument.issued_at.desc(), Declaration.id)
    return [Issued(*row) for row in session.execute(newest_first)]


def get_declaration(
    session: Session, scope: MunicipalityScope, participant_id: UUID, declaration_id: UUID
) -> Issued:
    """Return one declaration of this participant, with its document.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    found = session.execute(
        _issued(scope).where(
            Declaration.id == declaration_id, Declaration.participant_id == participant_id
        )
    ).first()
    if found is None:
        raise NotFound
    return Issued(*found)


def list_unsigned(session: Session, scope: MunicipalityScope) -> list[Issued]:
    """Return what is out for signing, oldest first."""
    waiting = _issued(scope).where(Declaration.status == SigningStatus.ISSUED)
    oldest_first = waiting.order_by(IssuedDocument.issued_at, Declaration.id)
    return [Issued(*row) for row in session.execute(oldest_first)]


def _issued(scope: MunicipalityScope) -> Select[Declaration, IssuedDocument]:
    return (
        select(Declaration, IssuedDocument)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(IssuedDocument.municipality_id == scope.municipality_id)
    )
