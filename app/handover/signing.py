"""Who made a bundle: an Ed25519 signature, and the fingerprint that two people compare by phone."""

import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"introportalen handover signature, 1"
_SIZE = 32
_GROUPS, _GROUP = 8, 4


def signing_key(secret_key: str) -> Ed25519PrivateKey:
    """Return the installation's key, derived from its secret: there is no second one to keep.

    With a new secret the key is a new one; older bundles carry the public key that they need.
    """
    derived = HKDF(SHA256(), _SIZE, salt=None, info=_PURPOSE).derive(secret_key.encode())
    return Ed25519PrivateKey.from_private_bytes(derived)


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """Return the public half, which travels in the bundle."""
    return key.public_key().public_bytes_raw()


def fingerprint(public_key: bytes) -> str:
    """Return 32 hexadecimal digits in groups of four, as people read them to each other."""
    digits = hashlib.sha256(public_key).hexdigest().upper()
    return " ".join(digits[at * _GROUP : (at + 1) * _GROUP] for at in range(_GROUPS))


def is_signed_by(public_key: bytes, signature: bytes, content: bytes) -> bool:
    """Tell whether the holder of the key signed this."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
