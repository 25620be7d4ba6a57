"""Why a meeting is not saved, where the plan's own reasons do not say it."""

from app.core.errors import Refusal
from app.plans.errors import ElementRefusal


class CannotSaveLine(Refusal[ElementRefusal]):
    """One of the elements on the page has impossible dates or hours."""

    code = "cannot_save_line"

    def __init__(self, reason: ElementRefusal, line: int) -> None:
        super().__init__(reason)
        self.line = line
        """Its place on the page, from 0."""
