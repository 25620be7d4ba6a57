"""Why nothing is printed."""

from enum import StrEnum

from app.core.errors import Refusal


class PrintRefusal(StrEnum):
    """Why a batch was not begun."""

    NOBODY_CHOSEN = "nobody_chosen"
    TOO_MANY = "too_many"
    """More sheets than one batch holds (`commands.MOST_SHEETS`)."""


class CannotPrintBatch(Refusal[PrintRefusal]):
    """The batch was not begun."""

    code = "cannot_print_batch"
