"""The closed lists of participation certificates."""

from enum import StrEnum


class ProgrammeEnding(StrEnum):
    """How the programme ended; whether the goal is reached, a person has judged."""

    GOAL_REACHED = "goal_reached"
    """Oppnådd sluttmål."""
    TIME_OVER = "time_over"
    """The fixed length ran out."""
    BROKEN_OFF = "broken_off"
    """Avbrutt: stopped, moved, or left."""
