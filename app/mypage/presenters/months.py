"""Final months: the same payment as the caseworker sees, and the way to the others."""

from dataclasses import dataclass

from app.benefit.presenters.amounts import kr
from app.benefit.presenters.corrections import CorrectionView, correction_view
from app.benefit.presenters.payment import PaymentView, payment_view, period_text
from app.benefit.stored import from_json
from app.mypage.presenters.home import month_url
from app.mypage.service import OwnMonths


@dataclass(frozen=True, slots=True)
class MonthLink:
    """A final month in the list."""

    month: str
    payout: str
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class MonthsView:
    """The page of a month."""

    month: str
    payment: PaymentView | None
    """None: no month is final yet."""
    corrections: tuple[CorrectionView, ...]
    others: tuple[MonthLink, ...]


def months_view(months: OwnMonths) -> MonthsView:
    """Return the month and the list in the reader's language."""
    shown = months.shown
    return MonthsView(
        month=period_text(shown.period) if shown else "",
        payment=payment_view(
            from_json(shown.payment.assessment), months.participant.id, for_staff=False
        )
        if shown
        else None,
        corrections=tuple(correction_view(each, for_staff=False) for each in months.corrections),
        others=tuple(
            MonthLink(
                month=period_text(each.period),
                payout=kr(each.payment.payout_ore),
                url=month_url(each.period.first_day),
                is_shown=each is shown,
            )
            for each in months.all
        ),
    )
