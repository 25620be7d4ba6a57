"""Why something about a complaint is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class ComplaintRefusal(StrEnum):
    """Why a complaint is not registered, judged or answered like this."""

    NOT_ISSUED = "not_issued"
    """There is no decision to complain about."""
    BEFORE_DECISION = "before_decision"
    IN_THE_FUTURE = "in_the_future"
    RECEIVED_BEFORE_HANDED_IN = "received_before_handed_in"
    NO_WORDS = "no_words"
    ALREADY_ANSWERED = "already_answered"
    NOT_CHECKED = "not_checked"
    NOT_LATE = "not_late"
    """What came in time needs no excuse."""
    TOO_LATE = "too_late"
    """After a year it cannot be taken up (§ 31 third paragraph)."""
    MEND_DAY_NEEDED = "mend_day_needed"
    """Something is missing: the participant gets a short time to mend it (§ 32)."""
    MEND_DAY_PASSED = "mend_day_passed"
    STILL_TIME_TO_MEND = "still_time_to_mend"
    NOT_TO_BE_TREATED = "not_to_be_treated"
    """Form or time do not hold: it can only be dismissed."""
    NOT_TO_BE_DISMISSED = "not_to_be_dismissed"
    """Form and time hold: it has to be looked at."""
    NO_REASON = "no_reason"
    AMOUNT_NEEDED = "amount_needed"
    """A changed reduction takes something less than before."""
    NO_AMOUNT = "no_amount"
    """Only a changed reduction has an amount."""
    UNKNOWN_LANGUAGE = "unknown_language"
    UNPRINTABLE = "unprintable"
    NOT_FORWARDED = "not_forwarded"
    LETTER_NOT_READY = "letter_not_ready"
    """There is no finished answer to send."""
    DAY_IN_THE_FUTURE = "day_in_the_future"
    SENT_BEFORE_ANSWER = "sent_before_answer"
    ANSWER_NOT_SENT = "answer_not_sent"
    ARRIVED_BEFORE_SENDING = "arrived_before_sending"


class CannotTreatComplaint(Refusal[ComplaintRefusal]):
    """The complaint cannot be treated like this."""

    code = "cannot_treat_complaint"
