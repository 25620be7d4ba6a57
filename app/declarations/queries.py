"""Finding declarations and contracts."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.queries import list_explanations
from app.declarations.models import Declaration, SigningStatus
from app.papers.models import IssuedDocument


@dataclass(frozen=True, slots=True)
class Issued:
    """A declaration or contract with its document."""

    declaration: Declaration
    document: IssuedDocument
    explanations: tuple[DocumentExplanation, ...] = ()
    """How it was explained, the newest talk first; empty: it is not explained."""


def list_declarations(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Issued]:
    """Return everything that was issued for the participant, newest first."""
    of_participant = _issued(scope).where(Declaration.participant_id == participant_id)
    newest_first = of_participant.order_by(IssuedDocument.issued_at.desc(), Declaration.id)
    return _found(session, scope, newest_first)


def get_declaration(
    session: Session, scope: MunicipalityScope, participant_id: UUID, declaration_id: UUID
) -> Issued:
    """Return one declaration of this participant, with its document.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    wanted = _issued(scope).where(
        Declaration.id == declaration_id, Declaration.participant_id == participant_id
    )
    found = _found(session, scope, wanted)
    if not found:
        raise NotFound
    return found[0]


def list_unsigned(session: Session, scope: MunicipalityScope) -> list[Issued]:
    """Return what is out for signing, oldest first."""
    waiting = _issued(scope).where(Declaration.status == SigningStatus.ISSUED)
    oldest_first = waiting.order_by(IssuedDocument.issued_at, Declaration.id)
    return _found(session, scope, oldest_first)


def list_signed_unexplained(session: Session, scope: MunicipalityScope) -> list[Issued]:
    """Return what is signed although nothing says how it was explained, oldest first.

    Papers of the portal's first version, whose signing names the interpreter, are not among them.
    """
    signed = _issued(scope).where(
        Declaration.status == SigningStatus.SIGNED,
        Declaration.interpreter == "",
        ~exists().where(DocumentExplanation.document_id == Declaration.document_id),
    )
    oldest_first = signed.order_by(Declaration.signed_on, Declaration.id)
    return _found(session, scope, oldest_first)


def _found(
    session: Session,
    scope: MunicipalityScope,
    wanted: Select[Declaration, IssuedDocument],
) -> list[Issued]:
    rows = [(declaration, document) for declaration, document in session.execute(wanted)]
    stamps = list_explanations(session, scope, [document.id for _, document in rows])
    return [
        Issued(declaration, document, tuple(stamps.get(document.id, ())))
        for declaration, document in rows
    ]


def _issued(scope: MunicipalityScope) -> Select[Declaration, IssuedDocument]:
    return (
        select(Declaration, IssuedDocument)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(IssuedDocument.municipality_id == scope.municipality_id)
    )
