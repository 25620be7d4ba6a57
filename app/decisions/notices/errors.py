"""Why something about an advance notice is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class WriteRefusal(StrEnum):
    """Why a notice is not begun, saved or issued."""

    NOTHING_REDUCED = "nothing_reduced"
    """The payment has no reduction for absence."""
    ALREADY_NOTIFIED = "already_notified"
    """Another notice about the payment is open."""
    UNKNOWN_LANGUAGE = "unknown_language"
    REPLY_TOO_SOON = "reply_too_soon"
    """The last day to reply is too near for anybody to reply."""
    NO_REASONS = "no_reasons"
    PAYMENT_CHANGED = "payment_changed"
    """The month was computed anew since."""
    NOT_POSSIBLE = "not_possible"
    """What is considered cannot be decided as it stands now."""
    UNPRINTABLE = "unprintable"


class CannotWriteNotice(Refusal[WriteRefusal]):
    """The notice cannot be written or issued like this."""

    code = "cannot_write_notice"


class FollowRefusal(StrEnum):
    """Why what became of a notice is not registered."""

    NOT_ISSUED = "not_issued"
    NOT_SENT = "not_sent"
    OVER = "over"
    """It was decided, or closed."""
    IN_THE_FUTURE = "in_the_future"
    BEFORE_ISSUED = "before_issued"
    BEFORE_SENDING = "before_sending"
    REPLY_DAY_PASSED = "reply_day_passed"
    """Sent so late that the day in the letter is over: a new notice is needed."""
    NO_WORDS = "no_words"
    NO_REASON = "no_reason"


class CannotFollowNotice(Refusal[FollowRefusal]):
    """What became of the notice cannot be registered like this."""

    code = "cannot_follow_notice"


class DecideRefusal(StrEnum):
    """Why no decision is begun after a notice."""

    NOT_SENT = "not_sent"
    REPLY_DAY_AHEAD = "reply_day_ahead"
    """The participant can still reply, and has not."""
    NOT_REQUIRED = "not_required"
    """Below § 46 letter g, and the municipality writes no decision for smaller reductions."""
    LARGER_THAN_NOTIFIED = "larger_than_notified"
    """More is taken now than the notice said: a new notice is needed."""
    NOTHING_REDUCED = "nothing_reduced"
    OVER = "over"


class CannotDecideReduction(Refusal[DecideRefusal]):
    """No decision can follow the notice like this."""

    code = "cannot_decide_reduction"
