"""Quotas as bars with words: what is used, what is left, and which days count."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from app.attendance.balances.service import QuotaBook
from app.attendance.presenters.reasons import reason_text
from app.attendance.presenters.verdicts import self_certification_text, span_text
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.absence import AbsenceReason, Balances, QuotaBalance
from app.rules.law import Parameter
from app.rules.law.parameter import Unit
from app.rules.parameters import absence_limits as limits
from app.web.law_views import ProvisionLink

FULL = 1000
"""The width of a bar, in units of the picture."""


@dataclass(frozen=True, slots=True)
class Quota:
    """One quota on a day."""

    term: str
    left: str
    """In a sentence."""
    counted: str
    """Which days count; empty: as the sentence says."""
    used_width: int
    """Of `FULL`."""
    is_used_up: bool
    provision: ProvisionLink


@dataclass(frozen=True, slots=True)
class QuotasPage:
    """Every quota on a day."""

    on: str
    quotas: tuple[Quota, ...]
    begins_on: str
    """Empty: the programme has begun, or there is none."""
    has_programme: bool


def quotas_page(book: QuotaBook) -> QuotasPage:
    """Return the page of a participant's quotas."""
    starts_on = book.programme_starts_on
    is_waiting = book.balances is None and starts_on is not None
    return QuotasPage(
        on=fmt.long_date(book.on),
        quotas=() if book.balances is None else tuple(_quotas(book.balances, book.on)),
        begins_on=fmt.short_date(starts_on) if is_waiting and starts_on is not None else "",
        has_programme=starts_on is not None,
    )


def _quotas(balances: Balances, on: date) -> Iterator[Quota]:
    yield _self_certification(balances, on)
    rows: tuple[tuple[AbsenceReason, QuotaBalance, Parameter[Any]], ...] = (
        (AbsenceReason.CHILD_ILLNESS, balances.child_illness, limits.CHILD_ILLNESS_DAYS),
        (AbsenceReason.WELFARE_LEAVE, balances.welfare_leave, limits.WELFARE_DAYS),
        (AbsenceReason.RELIGIOUS_HOLIDAY, balances.religious_holiday, limits.RELIGIOUS_DAYS),
        (AbsenceReason.HOLIDAY, balances.holiday, limits.HOLIDAY_DAYS),
        (AbsenceReason.PREGNANCY, balances.pregnancy, limits.PREGNANCY_DAYS),
        (AbsenceReason.BIRTH_MOTHER, balances.birth_mother, limits.BIRTH_DAYS_MOTHER),
        (AbsenceReason.BIRTH_FATHER, balances.birth_father, limits.BIRTH_DAYS_FATHER),
        (AbsenceReason.BREASTFEEDING, balances.breastfeeding, limits.BREASTFEEDING_PAID_HOURS),
        (AbsenceReason.PARENTAL_LEAVE, balances.parental_leave, limits.PARENTAL_LEAVE),
        (AbsenceReason.PEACE_WORK, balances.peace_work, limits.PEACE_WORK_DAYS),
        (AbsenceReason.LONG_ILLNESS_UNPAID, balances.long_illness, limits.LONG_ILLNESS_LEAVE),
    )
    for reason, balance, limit in rows:
        if balance.quota > 0 or balance.used > 0:  # no child: nothing to show
            yield _quota(reason_text(reason), balance, limit, on)


def _quota(term: str, balance: QuotaBalance, limit: Parameter[Any], on: date) -> Quota:
    counted = balance.counted_over
    is_one_day = counted.first_day == counted.last_day
    return Quota(
        term=term,
        left=_left(balance),
        counted=""
        if is_one_day
        else _("Teller fraværet %(days)s.", days=span_text(counted.first_day, counted.last_day)),
        used_width=_width(balance.used, balance.quota),
        is_used_up=balance.left == 0,
        provision=ProvisionLink.of(limit.row_on(on).provision),
    )


def _self_certification(balances: Balances, on: date) -> Quota:
    balance = balances.self_certification
    quota = limits.SELF_CERTIFIED_DAYS.on(on)
    return Quota(
        term=_("Egenmelding ved egen sykdom"),
        left=self_certification_text(balances),
        counted="",
        used_width=_width(Fraction(quota - balance.days_left), Fraction(quota)),
        is_used_up=balance.days_left == 0,
        provision=ProvisionLink.of(limits.SELF_CERTIFIED_DAYS.row_on(on).provision),
    )


def _left(balance: QuotaBalance) -> str:
    left, quota = fmt.hours(balance.left), fmt.hours(balance.quota)
    match balance.unit:
        case Unit.CALENDAR_DAYS:
            return _("%(left)s av %(quota)s kalenderdager igjen.", left=left, quota=quota)
        case Unit.HOURS:
            return _("%(left)s av %(quota)s timer igjen denne dagen.", left=left, quota=quota)
        case _:
            return _("%(left)s av %(quota)s virkedager igjen.", left=left, quota=quota)


def _width(used: Fraction, quota: Fraction) -> int:
    if quota <= 0:
        return FULL
    return min(FULL, round(used / quota * FULL))
