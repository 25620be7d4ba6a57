"""Why an objection or a settlement is refused."""

from enum import StrEnum

from app.core.errors import Conflict, Refusal


class ObjectionRefusal(StrEnum):
    """Why an objection is not taken."""

    NOTHING_MISSED = "nothing_missed"
    """By now she is registered as present."""
    NOT_LESS = "not_less"
    """She says that she missed as much as is registered, or more."""
    ALREADY_MADE = "already_made"
    TOO_LATE = "too_late"
    """It is so long ago that the caseworker must be asked in another way."""


class CannotObjectToMark(Refusal[ObjectionRefusal]):
    """The objection is refused."""

    code = "cannot_object_to_mark"


class SettleRefusal(StrEnum):
    """Why a disagreement is not settled."""

    NOT_OPEN = "not_open"
    """Nothing is open any more: somebody settled it, or one side changed."""
    LONGER_THAN_SESSION = "longer_than_session"
    SAME_AS_BEFORE = "same_as_before"
    """The mark is to be changed to what it says already."""


class CannotSettleDispute(Refusal[SettleRefusal]):
    """The settlement is refused."""

    code = "cannot_settle_dispute"


class MarkChanged(Conflict):
    """Somebody registered something else since the page was opened."""

    code = "mark_changed"
