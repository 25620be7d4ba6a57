"""Stønadssatser: year, month, day and hour from the base amount.

Provision: integreringsloven § 20 first and second paragraph.
In one sentence: twice the base amount a year, a twelfth of that a month, a thirtieth of the
month a day, and a 1 850th of the year an hour.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from app.core.money import Kroner
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.parameters.benefit_rates import (
    BASE_AMOUNTS_A_YEAR,
    DAYS_A_MONTH,
    DECISION_SHARE_OF_G,
    HOURS_A_YEAR,
    MONTHS_A_YEAR,
)

FULL_RATE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Rates:
    """Exact rates in kroner, before tax."""

    base_amount: int
    """G in whole kroner."""
    fraction: Fraction
    year: Kroner
    month: Kroner
    """A twelfth of the year."""
    day: Kroner
    """A thirtieth of the month."""
    hour: Kroner
    """A 1 850th of the year; not a part of the day."""

    @property
    def one_twelfth_base_amount(self) -> Kroner:
        """G/12: the second threshold of § 46 g."""
        return self.base_amount * DECISION_SHARE_OF_G.values[-1].value


def rates(on: date, fraction: Fraction = FULL_RATE, known_on: date | None = None) -> Rates:
    """Return the rates on a day, as the base amount was known on `known_on`."""
    base_amount = BASE_AMOUNT.on(on, known_on)
    year = BASE_AMOUNTS_A_YEAR.on(on) * base_amount * fraction
    return rates_of_year(base_amount, fraction, year, on)


def rates_of_year(base_amount: int, fraction: Fraction, year: Kroner, on: date) -> Rates:
    """Divide the benefit of a year into its units, as the act does on a day."""
    month = year / MONTHS_A_YEAR.on(on)
    return Rates(
        base_amount=base_amount,
        fraction=fraction,
        year=year,
        month=month,
        day=month / DAYS_A_MONTH.on(on),
        hour=year / HOURS_A_YEAR.on(on),
    )
