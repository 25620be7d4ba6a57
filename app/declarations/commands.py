"""What a caseworker asks for, in the words of the domain."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.declarations.explanations.commands import ExplainDocument
from app.declarations.kinds import WithdrawalGround


@dataclass(frozen=True, slots=True)
class RegisterSigning:
    """The paper was signed on a day at a place."""

    signed_on: date
    place: str
    explanation: ExplainDocument | None
    """How it was explained; None where that is registered already."""
    scan: bytes
    """The content of the uploaded file."""
    row_version: int


@dataclass(frozen=True, slots=True)
class SigningByScan:
    """A scan that is stored already shows the signature."""

    scan_id: UUID
    signed_on: date
    place: str
    explanation: ExplainDocument | None = None
    """None: it is registered already, or will be: the worklist asks for it."""


@dataclass(frozen=True, slots=True)
class RegisterNotSigned:
    """The paper was not signed: when, why, and what guidance was given."""

    not_signed_on: date
    reason: str
    guidance: str
    row_version: int


@dataclass(frozen=True, slots=True)
class WithdrawDeclaration:
    """The sheet should not have been issued."""

    ground: WithdrawalGround
    reason: str
    row_version: int
