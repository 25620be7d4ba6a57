"""The secret in the address of a link: random, signed, and stored only as its hash.

The signature lets an address that we never made be refused without a look at the database's rows;
the hash keeps whoever reads the database from opening a link.
"""

import hashlib
import secrets

from itsdangerous import BadSignature, Signer

BYTES = 32
LONGEST_ADDRESS = 200
_PURPOSE = "introportalen.plan-confirmation"


def new_token() -> str:
    """Return 256 random bits as text for an address."""
    return secrets.token_urlsafe(BYTES)


def sign(token: str, key: str) -> str:
    """Return the token with our signature, as it stands in the address."""
    return _signer(key).sign(token).decode()


def token_in(address: str, key: str) -> str:
    """Return the token of an address that we signed; of any other, one that no link has."""
    if len(address) > LONGEST_ADDRESS:
        return ""
    try:
        return _signer(key).unsign(address).decode()
    except (BadSignature, UnicodeError):
        return ""


def hash_of(token: str) -> str:
    """Return what is stored of a token. It is random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def _signer(key: str) -> Signer:
    return Signer(key, salt=_PURPOSE, digest_method=hashlib.sha256)
