"""Why something about an application for leave is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class ApplicationRefusal(StrEnum):
    """Why an application is not registered like this."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    TOO_LONG = "too_long"
    IN_THE_FUTURE = "in_the_future"
    """It cannot have been received after today."""
    NOT_APPLIED_FOR = "not_applied_for"
    """Absence for this reason is documented or told, not applied for."""
    NO_GROUND = "no_ground"
    """Welfare leave has one of the grounds of the regulation."""
    NO_CHILD = "no_child"
    UNKNOWN_CHILD = "unknown_child"
    NO_PROGRAMME = "no_programme"


class CannotApply(Refusal[ApplicationRefusal]):
    """The application cannot be registered like this."""

    code = "cannot_apply_for_leave"


class DecideLeaveRefusal(StrEnum):
    """Why a decision cannot be begun like this, or an application not be closed."""

    OVER = "over"
    """It is decided, or somebody writes the decision, or it is closed."""
    NO_DAYS = "no_days"
    """Which of the days are granted."""
    OUTSIDE = "outside"
    """More days than the participant applied for."""
    ALL_DAYS = "all_days"
    """All of the days are not some of them."""
    NOT_VALID = "not_valid"
    """The rules call some of the days invalid even if they are granted."""
    IN_THE_WAY = "in_the_way"
    """Other absence is registered on one of the days, or they come before the programme."""
    NO_REASON = "no_reason"


class CannotDecideLeave(Refusal[DecideLeaveRefusal]):
    """The application cannot be decided or closed like this."""

    code = "cannot_decide_leave"
