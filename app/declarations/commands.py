"""What a caseworker asks for, in the words of the domain."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RegisterSigning:
    """The paper was signed on a day at a place."""

    signed_on: date
    place: str
    interpreter: str
    """Who interpreted, or why nobody did."""
    scan: bytes
    """The content of the uploaded file."""
    row_version: int


@dataclass(frozen=True, slots=True)
class RegisterNotSigned:
    """The paper was not signed: why, and what guidance was given. Has no effect on the benefit."""

    reason: str
    row_version: int
