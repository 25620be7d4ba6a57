"""Why a link cannot be made or used."""

from enum import StrEnum

from app.core.errors import DomainError, Refusal


class AskRefusal(StrEnum):
    """Why no link is made."""

    NO_FIXED_PLAN = "no_fixed_plan"
    NO_LINES = "no_lines"
    NOT_IN_PLAN = "not_in_plan"
    DAYS_OUT_OF_RANGE = "days_out_of_range"
    ADDRESS_PROTECTED = "address_protected"
    """Her name and place together would tell where she is."""


class CannotAskConfirmation(Refusal[AskRefusal]):
    """No link can be made like this."""

    code = "cannot_ask_confirmation"


class CannotUseLink(DomainError):
    """The address is wrong, or its link is expired, revoked, answered or out of date: all alike."""

    code = "cannot_use_link"


class ReplyRefusal(StrEnum):
    """Why an answer is not kept."""

    NOT_EVERY_LINE = "not_every_line"
    NOTHING_DIFFERENT = "nothing_different"
    """Other dates or hours, but none are given."""
    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    NO_HOURS = "no_hours"
    NO_REASON = "no_reason"


class CannotReply(Refusal[ReplyRefusal]):
    """The answer lacks something."""

    code = "cannot_reply"

    def __init__(self, reason: ReplyRefusal, line: int) -> None:
        super().__init__(reason)
        self.line = line
        """Which line it is, counted from 0."""
