"""Why a restriction is not laid down, lifted or let stand."""

from enum import StrEnum

from app.core.errors import Refusal


class RestrictionRefusal(StrEnum):
    """Why something about a restriction is refused."""

    NO_PROGRAMME = "no_programme"
    """There is none that runs on the day before."""
    IN_FORCE = "in_force"
    """The same holds on one of the days already."""
    OVER = "over"
    """It was lifted, or its last day has passed."""
    BEFORE_FIRST_DAY = "before_first_day"
    """It cannot be lifted from a day on which it did not hold."""
    AFTER_LAST_DAY = "after_last_day"
    NO_REASON = "no_reason"


class CannotRestrict(Refusal[RestrictionRefusal]):
    """The restriction cannot be laid down, lifted or let stand like this."""

    code = "cannot_restrict"
