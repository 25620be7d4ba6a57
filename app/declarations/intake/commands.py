"""What a caseworker confirms about the papers of a stack."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.declarations.explanations.commands import ExplainDocument


@dataclass(frozen=True, slots=True)
class RegisterPapers:
    """These papers were signed on the same day at the same place."""

    stack_id: UUID
    declaration_ids: frozenset[UUID]
    signed_on: date
    place: str
    explanation: ExplainDocument | None
    """How each was explained that has no explanation yet, in the language of the paper; None: it
    is registered on each case."""
