"""A kept payment as lines that add up to what is paid, each with its provision."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import assert_never

from app.benefit.corrections import CorrectionLine
from app.benefit.explanations.words import ExplanationWords, explained_languages
from app.benefit.presenters.amounts import kr
from app.benefit.presenters.remedies import remedy_of
from app.benefit.snapshot import AbsenceLine, OtherLine, SegmentLine, Snapshot, Source
from app.core.period import Period
from app.i18n import format as fmt
from app.rules.benefit import Basis, DayKind
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.web.law_views import ProvisionLink

_RATES = {
    Fraction(1): "full",
    Fraction(5, 6): "five_sixths",
    Fraction(2, 3): "two_thirds",
    Fraction(1, 3): "one_third",
}
_AFTER_PAYMENT = INTEGRERINGSLOVEN.section("19")
_STOP = INTEGRERINGSLOVEN.section("18")


@dataclass(frozen=True, slots=True)
class AfterPayment:
    """What is paid with this month for an earlier one."""

    period: Period
    amount_ore: int


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The explanation in one language."""

    code: str
    direction: str
    name: str
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True)
class ExplainedLine:
    """One line: what, why, and by which rule."""

    text: str
    details: tuple[str, ...]
    """The rate, how it became this amount, who registered it."""
    remedy: str
    """What would still make the day valid; empty: nothing, or nothing is taken for it."""
    provisions: tuple[ProvisionLink, ...]
    amount_ore: int
    amount: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A whole payment: the lines add up to the total, to the øre."""

    language: str
    direction: str
    title: str
    draft: str
    """That nobody who reads the language has checked it; empty: somebody has."""
    lines: tuple[ExplainedLine, ...]
    total_text: str
    total_ore: int
    total: str


def explain(
    snapshot: Snapshot,
    after_payments: Sequence[AfterPayment],
    words: ExplanationWords,
    registered_by: Mapping[date, str],
) -> Explanation:
    """Return the payment line by line. `registered_by`: names by day, as they were kept."""
    lines = [
        *(_segment(line, words) for line in snapshot.segments),
        *(
            _stopped(first_day, last_day, words)
            for first_day, last_day in snapshot.facts.get("stopped", ())
        ),
        *(
            _absence(line, words, registered_by.get(line.day, ""))
            for line in snapshot.absences
            if line.amount_ore
        ),
        *(_other(line, words) for line in snapshot.others),
        *(_after(each, words) for each in after_payments if each.amount_ore),
    ]
    total_ore = snapshot.payout_ore + sum(each.amount_ore for each in after_payments)
    return Explanation(
        language=words.language.code,
        direction=words.language.direction,
        title=words.text("page.title"),
        draft=words.text("page.draft") if words.is_draft else "",
        lines=tuple(lines),
        total_text=words.text("page.total"),
        total_ore=total_ore,
        total=kr(total_ore),
    )


def after_payments(corrections: Iterable[CorrectionLine]) -> list[AfterPayment]:
    """Return what is paid with a month for earlier ones."""
    return [AfterPayment(each.period, each.correction.after_payment_ore) for each in corrections]


def language_links(url: str, shown: str) -> tuple[LanguageLink, ...]:
    """Return every language of the portal. `url`: of the page; `shown`: the one that is read."""
    return tuple(
        LanguageLink(
            each.code, each.direction, each.own_name, f"{url}?sprak={each.code}", each.code == shown
        )
        for each in explained_languages()
    )


def _segment(line: SegmentLine, words: ExplanationWords) -> ExplainedLine:
    rate = _RATES.get(line.fraction)
    return _line(
        words.text(
            "benefit.days",
            first_day=fmt.short_date(line.period.first_day),
            last_day=fmt.short_date(line.period.last_day),
        ),
        (
            words.text(f"rates.{rate}")
            if rate
            else words.text("rates.part", fraction=str(line.fraction)),
            words.text("benefit.day_rate", amount=kr(line.day_rate_ore), days=line.days_counted),
        ),
        line.provisions,
        line.amount_ore,
    )


def _stopped(first_day: str, last_day: str, words: ExplanationWords) -> ExplainedLine:
    """Return why some days are not among the others; they take nothing by themselves."""
    days = {
        "first_day": fmt.short_date(date.fromisoformat(first_day)),
        "last_day": fmt.short_date(date.fromisoformat(last_day)),
    }
    source = Source(_STOP.full_citation, _STOP.link)
    return _line(words.text("benefit.stopped", **days), (), (source,), 0)


def _absence(line: AbsenceLine, words: ExplanationWords, registered_by: str) -> ExplainedLine:
    details = [_extent(line, words)]
    if registered_by:
        details.append(words.text("absence.registered", names=registered_by))
    remedy = remedy_of(line.grounds) if line.kind is DayKind.INVALID else None
    return _line(
        words.text(f"absence.{line.kind.value}", day=fmt.short_date(line.day)),
        tuple(details),
        line.provisions,
        -line.amount_ore,
        words.text(f"remedy.{remedy.value}") if remedy else "",
    )


def _extent(line: AbsenceLine, words: ExplanationWords) -> str:
    rate = kr(line.rate_ore)
    match line.basis:
        case Basis.HOUR if line.hours is not None:
            return words.text("absence.hours", hours=fmt.hours(line.hours), amount=rate)
        case Basis.DAY | Basis.HOUR:
            return words.text("absence.day", amount=rate)
        case Basis.WHOLE_PERIOD:
            return words.text("absence.all_days", amount=rate)
        case _:
            assert_never(line.basis)


def _other(line: OtherLine, words: ExplanationWords) -> ExplainedLine:
    text = words.text(f"other.{line.kind.value}")
    return _line(text, (), (line.provision,), -line.amount_ore)


def _after(paid: AfterPayment, words: ExplanationWords) -> ExplainedLine:
    text = words.text(
        "other.after_payment",
        first_day=fmt.short_date(paid.period.first_day),
        last_day=fmt.short_date(paid.period.last_day),
    )
    source = Source(_AFTER_PAYMENT.full_citation, _AFTER_PAYMENT.link)
    return _line(text, (), (source,), paid.amount_ore)


def _line(
    text: str,
    details: tuple[str, ...],
    provisions: Sequence[Source],
    amount_ore: int,
    remedy: str = "",
) -> ExplainedLine:
    links = tuple(ProvisionLink(each.text, each.link) for each in provisions)
    return ExplainedLine(text, details, remedy, links, amount_ore, kr(amount_ore))
