"""Opaque identifiers."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Return a random identifier that says nothing about whom it belongs to."""
    return uuid4()
