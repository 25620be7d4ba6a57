"""What people disagree about, and how it is settled."""

from enum import StrEnum


class DisputeKind(StrEnum):
    """Which two sides stand against each other."""

    OBJECTION = "objection"
    """The participant says that she missed less than the teacher registered."""
    TOLD_AWAY = "told_away"
    """She was registered as present on a day for which absence is registered."""


class Outcome(StrEnum):
    """What the caseworker found."""

    MARK_STANDS = "mark_stands"
    MARK_CHANGED = "mark_changed"
