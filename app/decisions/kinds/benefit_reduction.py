"""Trekk i introduksjonsstønaden: what absence without a valid ground takes from one payment.

Provision: integreringsloven §§ 20, 21 and 46 second paragraph g.
"""

from collections.abc import Iterator

from app.decisions.content import Role, Statement
from app.decisions.kinds.types import Background, KindOfDecision
from app.decisions.reductions import ReducedDay, Reduction
from app.i18n.format import hours, ore_amount, short_date
from app.plans.paper.printable import for_paper
from app.rules.decision import Act, ActFacts
from app.rules.law import Provision
from app.rules.law.sources import FORVALTNINGSLOVEN, INTEGRERINGSLOVEN


def period_values(reduction: Reduction) -> dict[str, str]:
    """Return the days of the payment, and what is taken from it."""
    return {
        "first_day": short_date(reduction.period.first_day),
        "last_day": short_date(reduction.period.last_day),
        "amount": ore_amount(reduction.amount_ore),
    }


def day_items(reduction: Reduction) -> Iterator[Statement]:
    """Yield what each day costs."""
    for each in reduction.days:
        yield Statement(f"benefit_reduction.{_key(each)}", _values(each), role=Role.ITEM)


def _provisions(_background: Background) -> Iterator[Provision]:
    yield INTEGRERINGSLOVEN.section("20", "(2)")
    yield FORVALTNINGSLOVEN.section("16", "(1)")


def _decided(background: Background) -> Iterator[Statement]:
    reduction = background.of_reduction.reduction
    yield Statement("benefit_reduction.decided", period_values(reduction))
    yield Statement("benefit_reduction.days")
    yield from day_items(reduction)
    gross = {"gross": ore_amount(reduction.gross_ore)}
    yield Statement("benefit_reduction.gross", gross)


def _facts(background: Background) -> Iterator[Statement]:
    hearing = background.of_reduction.hearing
    noticed = {"day": short_date(hearing.noticed_on), "reply_by": short_date(hearing.reply_by)}
    yield Statement("benefit_reduction.noticed", noticed)
    for day, words in hearing.replies:
        values = {"day": short_date(day)}
        yield Statement("benefit_reduction.replied", values, quote=for_paper(words))
    if not hearing.replies:
        yield Statement("benefit_reduction.no_reply")


def _reasons(background: Background) -> Iterator[Statement]:
    yield Statement("benefit_reduction.rule")
    if background.of_reduction.reduction.meets_46_g:
        yield Statement("benefit_reduction.required")
    else:
        yield Statement("benefit_reduction.chosen")


def _summary(background: Background) -> Iterator[Statement]:
    values = period_values(background.of_reduction.reduction)
    yield Statement("benefit_reduction.decided", values)
    yield Statement("benefit_reduction.reason")
    yield Statement("benefit_reduction.social_assistance")


def _next_steps(_background: Background) -> Iterator[Statement]:
    yield Statement("benefit_reduction.paid")
    yield Statement("benefit_reduction.social_assistance")


def _key(day: ReducedDay) -> str:
    return "whole_day" if day.hours is None else "hours"


def _values(day: ReducedDay) -> dict[str, str]:
    values = {"day": short_date(day.day), "amount": ore_amount(day.amount_ore)}
    if day.hours is not None:
        return {**values, "hours": hours(day.hours), "rate": ore_amount(day.rate_ore)}
    return values


BENEFIT_REDUCTION = KindOfDecision(
    acts=(ActFacts(Act.REDUCE_BENEFIT, meets_46_g=True),),
    # A decision that only the municipality's policy asks for is listed under the same letter.
    provisions=_provisions,
    decided=_decided,
    facts=_facts,
    reasons=_reasons,
    summary=_summary,
    next_steps=_next_steps,
)
