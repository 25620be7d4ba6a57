"""Why something about an intervention is refused."""

from enum import StrEnum

from app.core.errors import Refusal


class ConsiderRefusal(StrEnum):
    """Why an intervention is not considered like this."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    LAST_DAY_MISSING = "last_day_missing"
    """A stop for a time has an end."""
    LAST_DAY_TOO_MANY = "last_day_too_many"
    """Only a stop for a time has one."""
    BEFORE_REPLY = "before_reply"
    """The first day comes before the participant has had her time to reply."""
    WRONG_CAUSE = "wrong_cause"
    """The cause belongs to another kind of decision."""
    NOT_OFTEN = "not_often"
    """The rules count fewer self-certified absences than the regulation demands."""
    NOT_WARNED = "not_warned"
    ONLY_FOR_A_TIME = "only_for_a_time"
    NO_PROGRAMME = "no_programme"
    IN_FORCE = "in_force"
    ALREADY_NOTIFIED = "already_notified"
    """Another notice of the same is open."""


class CannotConsider(Refusal[ConsiderRefusal]):
    """The intervention cannot be considered like this."""

    code = "cannot_consider_intervention"


class ImposeRefusal(StrEnum):
    """Why no decision about an intervention is begun."""

    OVER = "over"
    NOT_SENT = "not_sent"
    REPLY_DAY_AHEAD = "reply_day_ahead"
    TOO_SOON = "too_soon"
    """It cannot hold from before the day after the decision."""
    BEFORE_NOTIFIED = "before_notified"
    LONGER_THAN_NOTIFIED = "longer_than_notified"
    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    NO_PROGRAMME = "no_programme"
    IN_FORCE = "in_force"


class CannotImpose(Refusal[ImposeRefusal]):
    """No decision can be begun like this."""

    code = "cannot_impose_intervention"
