"""What cannot be right about the interpreter of a talk."""

from enum import StrEnum


class InterpretingRefusal(StrEnum):
    """Why a talk cannot be registered like this."""

    NO_INTERPRETER_NAMED = "no_interpreter_named"
    """Neither name nor register number."""
    NO_REASON = "no_reason"
    """Neither an interpreter nor why there was none."""
    NO_EXEMPTION = "no_exemption"
    """Not in the register, and no ground for it (tolkeloven § 7)."""
    TRANSITION_IS_OVER = "transition_is_over"
    NO_NOTE = "no_note"
    """This choice needs a reason in words."""
    INTERPRETER_IS_CHILD = "interpreter_is_child"
    """The participant's child, or somebody known to be under 18 (tolkeloven § 4)."""
    ADULT_NOT_CONFIRMED = "adult_not_confirmed"
