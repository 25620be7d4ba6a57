"""Why a layout or a number is refused."""

from enum import StrEnum

from app.core.errors import Conflict, Refusal


class LayoutChanged(Conflict):
    """Somebody else chose a layout since the form was opened."""

    code = "layout_changed"

    def __init__(self, number: int) -> None:
        super().__init__("the layout is not the one that was shown")
        self.number = number


class NumberRefusal(StrEnum):
    """Why a number is not registered."""

    ODD = "odd"
    """It has signs that numbers of employees do not have."""
    TAKEN = "taken"
    """Another participant of the municipality has it."""
    CHANGED = "changed"
    """Somebody else changed it since the form was opened."""


class CannotRegisterNumber(Refusal[NumberRefusal]):
    """The number is refused."""

    code = "cannot_register_number"
