"""What the rules say of absent days, as findings: a word, a sentence and the provisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from markupsafe import Markup

from app.attendance.presenters.reasons import doubt_text, ground_text
from app.i18n import format as fmt
from app.i18n.bidi import isolate
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.rules.absence import AbsenceAssessment, Balances, DayAssessment, QuotaBalance
from app.web.law_views import ProvisionLink

MINUTES_PER_HOUR = 60

SENTENCE = Markup("{}: {}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One finding about a run of days."""

    tone: str
    label: str
    sentence: str
    provisions: tuple[ProvisionLink, ...]


@dataclass(frozen=True, slots=True)
class BalanceRow:
    """What is left of one quota."""

    term: str
    value: str


def verdict_word(day: DayAssessment) -> tuple[str, str]:
    """Return the tone, and whether the day is lawful and paid, in a few words."""
    if not day.is_lawful:
        return "danger", _("Ugyldig")
    if not day.is_paid:
        return "warning", _("Lovlig, uten stønad")
    return "success", _("Lovlig, med stønad")


def verdicts(assessment: AbsenceAssessment, days: Iterable[DayAssessment]) -> tuple[Verdict, ...]:
    """Return a finding for each run of days that the rules see alike, then what is unsettled."""
    found = [_verdict(list(run)) for _key, run in groupby(days, key=_alike)]
    doubts = [
        Verdict(
            "warning", _("Må avgjøres"), doubt_text(each.code), (ProvisionLink.of(each.provision),)
        )
        for each in assessment.clarifications
    ]
    return (*found, *doubts)


def balance_rows(balances: Balances) -> tuple[BalanceRow, ...]:
    """Return what is left of each quota."""
    return (
        BalanceRow(_("Egenmelding ved egen sykdom"), self_certification_text(balances)),
        BalanceRow(_("Barns sykdom, siste tolv måneder"), _quota(balances.child_illness)),
        BalanceRow(_("Velferdspermisjon i år"), _quota(balances.welfare_leave)),
        BalanceRow(_("Fredsarbeid i år"), _quota(balances.peace_work)),
        BalanceRow(_("Religiøse høytider i år"), _quota(balances.religious_holiday)),
        BalanceRow(_("Ferie"), _quota(balances.holiday)),
    )


def span_text(first_day: date, last_day: date) -> str:
    """Return one day, or a period, in figures."""
    if first_day == last_day:
        return fmt.short_date(first_day)
    return f"{fmt.short_date(first_day)}–{fmt.short_date(last_day)}"


def length_text(hours: Fraction) -> str:
    """Return how long a part of a day is: `20 minutter`, `1,5 timer`, `2 timer og 20 minutter`."""
    minutes = round(hours * MINUTES_PER_HOUR)
    whole, rest = divmod(minutes, MINUTES_PER_HOUR)
    if whole == 0:
        return ngettext("%(num)s minutt", "%(num)s minutter", rest)
    if rest in (0, 30):
        return _("1 time") if minutes == 60 else _("%(hours)s timer", hours=fmt.hours(hours))
    return _(
        "%(hours)s og %(minutes)s",
        hours=ngettext("%(num)s time", "%(num)s timer", whole),
        minutes=ngettext("%(num)s minutt", "%(num)s minutter", rest),
    )


def _alike(day: DayAssessment) -> tuple[object, ...]:
    return day.absence, day.is_lawful, day.is_paid, day.hours, day.grounds


def _verdict(run: Sequence[DayAssessment]) -> Verdict:
    tone, label = verdict_word(run[0])
    when = span_text(run[0].day, run[-1].day)
    if run[0].hours is not None:
        when = f"{when} ({length_text(run[0].hours)})"
    why = " ".join(ground_text(each.code) for each in run[0].grounds)
    provisions = tuple(dict.fromkeys(ProvisionLink.of(each.provision) for each in run[0].grounds))
    return Verdict(tone, label, SENTENCE.format(isolate(when), why), provisions)


def self_certification_text(balances: Balances) -> str:
    """Return what is left of self-certification, or why there is none."""
    left = balances.self_certification
    if left.is_withdrawn:
        return _("Kommunen har vedtatt at deltakeren ikke kan bruke egenmelding.")
    if left.blocked_until is not None:
        return _("Kan brukes fra %(day)s.", day=fmt.short_date(left.blocked_until))
    if left.window_ends_on is not None:
        return _(
            "%(days)s av 3 kalenderdager igjen til og med %(day)s.",
            days=left.days_left,
            day=fmt.short_date(left.window_ends_on),
        )
    return _("%(days)s av 3 kalenderdager igjen.", days=left.days_left)


def _quota(balance: QuotaBalance) -> str:
    return _(
        "%(left)s av %(quota)s virkedager igjen.",
        left=fmt.hours(balance.left),
        quota=balance.quota,
    )
