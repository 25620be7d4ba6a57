"""What a line of a receipt says, and what it means for the month."""

from enum import StrEnum


class ReceiptStatus(StrEnum):
    """What the payroll system says."""

    PAID = "paid"
    REJECTED = "rejected"


class Outcome(StrEnum):
    """What a line means beside what was sent."""

    PAID = "paid"
    """As it was sent."""
    REJECTED = "rejected"
    OTHER_AMOUNT = "other_amount"
    UNKNOWN = "unknown"
    """Nobody in the file has this reference."""


class ReceiptProblem(StrEnum):
    """Why a receipt cannot be read."""

    UNREADABLE = "unreadable"
    """It is no list of text, or far too long."""
    EMPTY = "empty"
    NO_REFERENCE = "no_reference"
    """No column says whom a line is about."""
    NO_AMOUNT = "no_amount"
    NO_STATUS = "no_status"


class LineProblem(StrEnum):
    """Why a line of a receipt cannot be read."""

    REFERENCE_MISSING = "reference_missing"
    REFERENCE_TWICE = "reference_twice"
    AMOUNT = "amount"
    STATUS = "status"
