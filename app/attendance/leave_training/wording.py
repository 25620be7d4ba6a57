"""Offers of training in words."""

from typing import assert_never

from app.attendance.leave_training.errors import OfferRefusal
from app.attendance.leave_training.kinds import OfferAnswer, TrainingOffer
from app.i18n.text import gettext as _


def offer_text(offer: TrainingOffer) -> str:
    """Return what was offered."""
    match offer:
        case TrainingOffer.NORWEGIAN:
            return _("Norskopplæring")
        case TrainingOffer.LANGUAGE_PRACTICE:
            return _("Språktrening")
        case _:
            assert_never(offer)


def offer_choices() -> list[tuple[str, str]]:
    """Return what can be offered."""
    return [(each.value, offer_text(each)) for each in TrainingOffer]


def answer_text(answer: OfferAnswer) -> str:
    """Return what the participant said."""
    match answer:
        case OfferAnswer.YES:
            return _("Ja takk")
        case OfferAnswer.NO:
            return _("Nei takk")
        case OfferAnswer.WAITING:
            return _("Har ikke svart ennå")
        case _:
            assert_never(answer)


def answer_choices() -> list[tuple[str, str]]:
    """Return what the participant can have said."""
    return [(each.value, answer_text(each)) for each in OfferAnswer]


def offer_refusal(reason: OfferRefusal) -> tuple[str, str]:
    """Return the field concerned, and why an offer was not registered."""
    match reason:
        case OfferRefusal.NOT_ON_LEAVE:
            return "offered_on", _(
                "Deltakeren har ikke omsorgspermisjon i fire måneder eller mer denne dagen."
            )
        case OfferRefusal.IN_THE_FUTURE:
            return "offered_on", _("Dagen kan ikke være fram i tid.")
        case OfferRefusal.NO_FOLLOW_UP:
            return "follow_up", _("Skriv hvordan deltakeren følges opp.")
        case _:
            assert_never(reason)
