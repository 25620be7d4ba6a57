"""The closed lists of confirmations."""

from enum import StrEnum


class Verdict(StrEnum):
    """What the receiver says of a line."""

    CONFIRMED = "confirmed"
    WITH_CHANGES = "with_changes"
    """Yes, but with other dates or hours."""
    REFUSED = "refused"


class LinkState(StrEnum):
    """Where a link stands."""

    OPEN = "open"
    ANSWERED = "answered"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REPLACED = "replaced"
    """The plan has got a new version; the link is about the old one."""
