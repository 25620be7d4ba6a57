"""Why an offer of training is not registered."""

from enum import StrEnum

from app.core.errors import Refusal


class OfferRefusal(StrEnum):
    """Why an offer is not registered like this."""

    NOT_ON_LEAVE = "not_on_leave"
    """She has no parental leave."""
    IN_THE_FUTURE = "in_the_future"
    NO_FOLLOW_UP = "no_follow_up"


class CannotOffer(Refusal[OfferRefusal]):
    """The offer cannot be registered like this."""

    code = "cannot_offer_leave_training"
