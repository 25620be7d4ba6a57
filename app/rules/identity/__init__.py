"""Fødselsnummer, D-nummer and DUF-nummer: whether the digits can be right."""

from app.rules.identity.number import (
    IdentityNumberCheck,
    IdentityNumberType,
    IdentityNumberWarning,
    check_identity_number,
)

__all__ = [
    "IdentityNumberCheck",
    "IdentityNumberType",
    "IdentityNumberWarning",
    "check_identity_number",
]
