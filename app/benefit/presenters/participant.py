"""A participant's month as it stands, with the way to other months and to what was decided."""

from dataclasses import dataclass
from datetime import date

from flask import url_for

from app.benefit.presenters.amounts import kr
from app.benefit.presenters.payment import PaymentView, payment_view, period_text
from app.benefit.presenters.run import status_text, status_tone
from app.benefit.service import MonthNow
from app.core.period import add_months


@dataclass(frozen=True, slots=True)
class EarlierRow:
    """A payment of a month that was prepared."""

    month: str
    status: str
    tone: str
    payout: str
    url: str


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """The month as it stands, which is nobody's decision yet."""

    month: str
    has_ended: bool
    payment: PaymentView | None
    """None: no programme in the month."""
    previous_url: str
    next_url: str
    """Empty: the month has not begun."""
    earlier: tuple[EarlierRow, ...]


def participant_page(month: MonthNow, today: date) -> ParticipantPage:
    """Return the page of a participant's payments."""
    first_day = month.period.first_day
    following = add_months(first_day, 1)
    who = month.participant.id
    return ParticipantPage(
        month=period_text(month.period),
        has_ended=month.period.last_day < today,
        payment=payment_view(month.snapshot, who, for_staff=True) if month.snapshot else None,
        previous_url=url_for(
            "payments.show_participant",
            participant_id=who,
            maned=f"{add_months(first_day, -1):%Y-%m}",
        ),
        next_url=url_for(
            "payments.show_participant", participant_id=who, maned=f"{following:%Y-%m}"
        )
        if following <= today
        else "",
        earlier=tuple(
            EarlierRow(
                month=period_text(each.period),
                status=status_text(each.status),
                tone=status_tone(each.status),
                payout=kr(each.payment.payout_ore),
                url=url_for(
                    "payments.show_payment", run_id=each.payment.run_id, participant_id=who
                ),
            )
            for each in month.earlier
        ),
    )
