"""A participant's month as it stands, with the way to other months and to what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask import url_for

from app.benefit.presenters.amounts import kr
from app.benefit.presenters.payment import PaymentView, name_days, payment_view, period_text
from app.benefit.presenters.run import status_text, status_tone
from app.benefit.service import MonthNow
from app.core.period import add_months
from app.i18n import format as fmt
from app.i18n.text import gettext as _


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
    deadline: str
    """Until when what is registered still counts in the month; empty: it is closed."""
    payment: PaymentView | None
    """None: no programme in the month."""
    previous_url: str
    next_url: str
    """Empty: the month has not begun."""
    earlier: tuple[EarlierRow, ...]


def participant_page(month: MonthNow, today: date, names: Mapping[UUID, str]) -> ParticipantPage:
    """Return the page of a participant's payments. `names`: of the municipality's users."""
    first_day = month.period.first_day
    following = add_months(first_day, 1)
    who = month.participant.id
    return ParticipantPage(
        month=period_text(month.period),
        has_ended=month.period.last_day < today,
        deadline=_(
            "Det som blir registrert senest %(day)s, kommer med i måneden. "
            "Senere blir det en retting.",
            day=fmt.long_date(month.closes_on),
        )
        if today <= month.closes_on
        else "",
        payment=payment_view(
            month.snapshot,
            who,
            for_staff=True,
            registered_by=name_days(month.registered_by, names),
        )
        if month.snapshot
        else None,
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
