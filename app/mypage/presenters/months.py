"""Final months: the same payment as the caseworker sees, and the way to the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from app.benefit.explanations.presenters import (
    Explanation,
    LanguageLink,
    after_payments,
    explain,
    language_links,
)
from app.benefit.explanations.words import explanation_words
from app.benefit.presenters.amounts import kr
from app.benefit.presenters.corrections import CorrectionView, correction_view
from app.benefit.presenters.payment import PaymentView, name_days, payment_view, period_text
from app.benefit.registrars import kept_registrars
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
    explanation: Explanation | None
    """Why this krone, in the language that she reads; None: no month is final yet."""
    languages: tuple[LanguageLink, ...]
    """The same in another language."""
    corrections: tuple[CorrectionView, ...]
    others: tuple[MonthLink, ...]


def months_view(months: OwnMonths, language: str, names: Mapping[UUID, str]) -> MonthsView:
    """Return the month and the list in the reader's language.

    `language`: of the explanation; `names`: of the municipality's users.
    """
    shown = months.shown
    words = explanation_words(language)
    return MonthsView(
        month=period_text(shown.period) if shown else "",
        payment=payment_view(
            from_json(shown.payment.assessment), months.participant.id, for_staff=False
        )
        if shown
        else None,
        explanation=explain(
            from_json(shown.payment.assessment),
            after_payments(each.line for each in months.corrections),
            words,
            name_days(kept_registrars(shown.payment.registrars or {}), names),
        )
        if shown
        else None,
        languages=language_links(month_url(shown.period.first_day), words.language.code)
        if shown
        else (),
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
