"""The secret address of a tablet, the codes of participants, and who stands before it just now."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from itsdangerous import BadSignature, URLSafeSerializer

BYTES = 32
DIGITS = 8
"""So many that guessing at a tablet, where tries are few, finds nobody in years."""
_VISIT = "introportalen.tablet-visit"
_CODE = b"introportalen.tablet-code"


@dataclass(frozen=True, slots=True)
class Visit:
    """Who typed her code at which tablet, and when."""

    tablet_id: UUID
    participant_id: UUID
    began_at: datetime


def new_address() -> str:
    """Return 256 random bits as text for an address."""
    return secrets.token_urlsafe(BYTES)


def address_hash(address: str) -> str:
    """Return what is stored of an address. It is random, so a plain hash cannot be guessed back."""
    return hashlib.sha256(address.encode()).hexdigest()


def new_code() -> str:
    """Return random digits."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def code_hash(code: str, municipality_id: UUID, key: str) -> str:
    """Return what is stored of a code; without the installation's key nobody finds it by trying."""
    digits = "".join(each for each in code if each.isdecimal())
    text = _CODE + municipality_id.bytes + digits.encode()
    return hmac.new(key.encode(), text, hashlib.sha256).hexdigest()


def seal(visit: Visit, key: str) -> str:
    """Return the visit as it stands in the addresses of its pages."""
    parts = [str(visit.tablet_id), str(visit.participant_id), visit.began_at.isoformat()]
    return str(URLSafeSerializer(key, salt=_VISIT).dumps(parts))


def unseal(sealed: str, key: str) -> Visit | None:
    """Return the visit that we sealed, or None."""
    try:
        tablet, participant, began = URLSafeSerializer(key, salt=_VISIT).loads(sealed)
        return Visit(UUID(tablet), UUID(participant), datetime.fromisoformat(began))
    except (BadSignature, ValueError, TypeError, AttributeError):
        return None
