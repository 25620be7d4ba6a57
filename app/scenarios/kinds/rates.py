"""The kind `rates`."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from app.core.money import decimal_text
from app.rules.benefit import rates
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.scenarios.fields import Fields
from app.scenarios.output import Answer, answer


class RateFraction(StrEnum):
    """The fractions of integreringsloven § 20."""

    FULL = "1"
    FIVE_SIXTHS = "5/6"
    TWO_THIRDS = "2/3"
    ONE_THIRD = "1/3"


_PARAGRAPHS = {
    RateFraction.FULL: (),
    RateFraction.FIVE_SIXTHS: (INTEGRERINGSLOVEN.section("20", "(4)"),),
    RateFraction.TWO_THIRDS: (INTEGRERINGSLOVEN.section("20", "(3)"),),
    RateFraction.ONE_THIRD: (INTEGRERINGSLOVEN.section("20", "(3)"),),
}


def answer_rates(fields: Fields, known_on: date | None) -> Answer:
    """Return the rates of a day."""
    on = fields.day("on")
    fraction = (
        fields.choice("fraction", RateFraction) if fields.has("fraction") else RateFraction.FULL
    )
    fields.close()
    found = rates(on, Fraction(fraction.value), known_on)
    return answer(
        {
            "base_amount": decimal_text(Fraction(found.base_amount)),
            "year": decimal_text(found.year),
            "month": decimal_text(found.month),
            "day": decimal_text(found.day),
            "hour": decimal_text(found.hour),
            "one_twelfth_base_amount": decimal_text(found.one_twelfth_base_amount),
        },
        provisions=(
            INTEGRERINGSLOVEN.section("20", "(1)"),
            INTEGRERINGSLOVEN.section("20", "(2)"),
            *_PARAGRAPHS[fraction],
            BASE_AMOUNT.row_on(on, known_on).provision,
        ),
    )
