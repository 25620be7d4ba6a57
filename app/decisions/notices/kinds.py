"""The closed lists of advance notices."""

from enum import StrEnum


class NoticeState(StrEnum):
    """Whether the notice can still be changed."""

    DRAFT = "draft"
    ISSUED = "issued"


class NoticeStage(StrEnum):
    """How far a notice has come, read off its rows."""

    DRAFT = "draft"
    ISSUED = "issued"
    """Finished, not sent."""
    WAITING = "waiting"
    """Sent; the participant can still reply."""
    ANSWERED = "answered"
    """The participant has replied, and nothing has come of it yet."""
    READY = "ready"
    """The time to reply is over."""
    DECISION_BEGUN = "decision_begun"
    DECIDED = "decided"
    CLOSED = "closed"
    """The municipality reduces nothing."""


class NoticeMove(StrEnum):
    """What happened to the letter."""

    SENT = "sent"
    ARRIVED = "arrived"


class ReplyWay(StrEnum):
    """How the participant replied."""

    OWN_PAGE = "own_page"
    LETTER = "letter"
    TALK = "talk"
    """By mouth; a caseworker wrote it down."""
