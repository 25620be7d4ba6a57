"""The closed lists of interpreting: who interpreted, how, or why nobody did (tolkeloven)."""

from enum import StrEnum


class InterpreterUse(StrEnum):
    """Who carried the words over."""

    REGISTERED = "registered"
    """An interpreter of Nasjonalt tolkeregister: a qualified one (tolkeloven § 7, § 17)."""
    UNREGISTERED = "unregistered"
    """Another adult; asks for the ground on which § 7 was departed from."""
    NONE = "none"


class QualificationCategory(StrEnum):
    """The categories of Nasjonalt tolkeregister, the highest first."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class InterpretingMode(StrEnum):
    """Where the interpreter was (tolkeloven § 8)."""

    IN_ROOM = "in_room"
    SCREEN = "screen"
    PHONE = "phone"


class Exemption(StrEnum):
    """On which ground the interpreter need not be qualified (tolkeloven § 7)."""

    NOT_SAFE_TO_WAIT = "not_safe_to_wait"
    EMERGENCY = "emergency"
    STRONG_REASONS = "strong_reasons"
    TRANSITION = "transition"
    """The general dispensation of § 7 fifth paragraph, until `TRANSITION_ENDS_ON`."""


class Kinship(StrEnum):
    """What the interpreter is to the participant (tolkeloven § 4, § 16)."""

    NONE = "none"
    RELATIVE = "relative"
    """Adult family is partial: only where it is necessary or justifiable, with the reason."""
    CHILD = "child"
    """Never used: see `InterpretingRefusal.INTERPRETER_IS_CHILD`."""


class NoInterpreterReason(StrEnum):
    """Why nobody interpreted (tolkeloven § 6)."""

    SPEAKS_NORWEGIAN = "speaks_norwegian"
    """The two can talk responsibly in Norwegian."""
    STAFF_SPEAKS_LANGUAGE = "staff_speaks_language"
    DECLINED = "declined"
    """The participant did not want one: the reason says why it was justifiable all the same."""
