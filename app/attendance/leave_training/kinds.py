"""The closed lists of offers of training during leave."""

from enum import StrEnum


class TrainingOffer(StrEnum):
    """Hva kommunen tilbød."""

    NORWEGIAN = "norwegian"
    """Norskopplæring."""
    LANGUAGE_PRACTICE = "language_practice"
    """Språktrening."""


class OfferAnswer(StrEnum):
    """Hva deltakeren svarte."""

    YES = "yes"
    NO = "no"
    WAITING = "waiting"
    """She has not answered yet."""
