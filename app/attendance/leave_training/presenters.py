"""What the page of training during leave shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.attendance.leave_training.queries import LeaveToFollow
from app.attendance.leave_training.service import OfferBook
from app.attendance.leave_training.wording import answer_text, offer_text
from app.attendance.presenters.verdicts import span_text
from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer."""

    title: str
    answer: str
    follow_up: str


@dataclass(frozen=True, slots=True)
class OfferPage:
    """Leaves and offers of a participant."""

    leaves: Sequence[str]
    offers: Sequence[OfferRow]


def offer_page(book: OfferBook, on: date) -> OfferPage:
    """Return what was offered, and from when it must be."""
    return OfferPage(
        leaves=[_leave(each, on) for each in book.leaves],
        offers=[
            OfferRow(
                title=_(
                    "%(offer)s, %(day)s",
                    offer=offer_text(each.offer),
                    day=isolated_text(short_date(each.offered_on)),
                ),
                answer=answer_text(each.answer),
                follow_up=each.follow_up,
            )
            for each in book.offers
        ],
    )


def _leave(leave: LeaveToFollow, on: date) -> str:
    days = span_text(leave.days.first_day, leave.days.last_day)
    day = isolated_text(short_date(leave.due_on))
    if leave.due_on > on:
        return _("Permisjon %(days)s. Tilbudet skal gis fra %(day)s.", days=days, day=day)
    return _("Permisjon %(days)s. Tilbudet skulle gis fra %(day)s.", days=days, day=day)
