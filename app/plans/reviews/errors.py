"""Why reviews and life events are refused."""

from enum import StrEnum

from app.core.errors import Refusal


class ReviewRefusal(StrEnum):
    """Why a review cannot be written down."""

    NO_FIXED_PLAN = "no_fixed_plan"
    IN_THE_FUTURE = "in_the_future"
    BEFORE_PLAN = "before_plan"
    NEXT_NOT_AFTER = "next_not_after"
    NO_LANGUAGE = "no_language"
    """It is not known which language the participant's words are in."""


class CannotReviewPlan(Refusal[ReviewRefusal]):
    """There is no plan to review, or the dates are impossible."""

    code = "cannot_review_plan"


class EventRefusal(StrEnum):
    """Why an event cannot be registered, or settled."""

    IN_THE_FUTURE = "in_the_future"
    """Only a child can be expected."""
    NO_NOTE = "no_note"
    """Something else happened, and nobody says what."""
    NOT_OPEN = "not_open"
    """There is no such event, or the plan was looked at because of it already."""
    NO_REASON = "no_reason"


class CannotSaveEvent(Refusal[EventRefusal]):
    """The event cannot be registered, or settled, like this."""

    code = "cannot_save_event"
