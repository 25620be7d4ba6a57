"""Why the sheet to read was not made."""

from enum import StrEnum

from app.core.errors import Refusal


class InformationSheetRefusal(StrEnum):
    """Why there is no sheet to read."""

    BUSY = "busy"
    """Another one is being made for somebody."""
    NOT_MADE = "not_made"
    """The rendering failed."""


class CannotMakeInformationSheet(Refusal[InformationSheetRefusal]):
    """Nothing was made."""

    code = "cannot_make_information_sheet"
