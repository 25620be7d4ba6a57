"""Why something about a link for a school is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class LinkRefusal(StrEnum):
    """Why a link is not made."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    TOO_LONG = "too_long"
    """More than two months: a link that lies about opens little."""
    OVER = "over"
    """Its days have passed."""


class CannotMakeLink(Refusal[LinkRefusal]):
    """The link cannot be made like this."""

    code = "cannot_make_school_link"


class CannotUseLink(Exception):
    """The address opens nothing: unknown, closed or over. Nobody is told which."""


class AnswerRefusal(StrEnum):
    """Why a report is not answered."""

    ANSWERED = "answered"
    NO_REASON = "no_reason"


class CannotAnswerReport(Refusal[AnswerRefusal]):
    """The report cannot be answered like this."""

    code = "cannot_answer_school_report"
