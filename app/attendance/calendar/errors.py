"""Why a week sheet is not made."""

from enum import StrEnum

from app.core.errors import Refusal


class WeekSheetRefusal(StrEnum):
    """Why there is no sheet."""

    BUSY = "busy"
    """Another one is being made."""
    NOT_MADE = "not_made"
    """Something in it cannot be printed."""


class CannotMakeWeekSheet(Refusal[WeekSheetRefusal]):
    """The sheet is not made now, or not at all."""

    code = "cannot_make_week_sheet"
