"""How and why the municipality spoke with a participant about absence."""

from enum import StrEnum


class ContactKind(StrEnum):
    """What it was."""

    WARNING = "warning"
    """She was told of days without a reason before a month closes."""
    TALK = "talk"
    """A conversation, because absence repeats itself."""


class ContactWay(StrEnum):
    """How she was reached."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    TEXT_MESSAGE = "text_message"
    LETTER = "letter"
