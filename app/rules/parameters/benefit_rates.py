"""Numbers of the benefit: multiples, divisors, fractions and the threshold for a decision.

Provision: integreringsloven §§ 20, 22 and 46 second paragraph g.
"""

from datetime import date
from fractions import Fraction

from app.rules.law.parameter import Parameter, Unit
from app.rules.law.sources import COUPLE_RATE_REGULATION, INTEGRERINGSLOVEN
from app.rules.parameters.base_amount import BASE_AMOUNT
from app.rules.parameters.building import lasting

# The same arithmetic held under introduksjonsloven § 9, so older rates can be shown too.
_SINCE_THE_BASE_AMOUNT = BASE_AMOUNT.values[0].valid_from

BASE_AMOUNTS_A_YEAR = lasting(
    "base_amounts_a_year",
    Unit.COUNT,
    2,
    INTEGRERINGSLOVEN.section("20", "(1)"),
    _SINCE_THE_BASE_AMOUNT,
)
MONTHS_A_YEAR = lasting(
    "benefit_months_a_year",
    Unit.COUNT,
    12,
    INTEGRERINGSLOVEN.section("20", "(2)"),
    _SINCE_THE_BASE_AMOUNT,
)
DAYS_A_MONTH = lasting(
    "benefit_days_a_month",
    Unit.COUNT,
    30,
    INTEGRERINGSLOVEN.section("20", "(2)"),
    _SINCE_THE_BASE_AMOUNT,
)
HOURS_A_YEAR = lasting(
    "benefit_hours_a_year",
    Unit.COUNT,
    1850,
    INTEGRERINGSLOVEN.section("20", "(2)"),
    _SINCE_THE_BASE_AMOUNT,
)

ADULT_RATE_AGE = lasting(
    "adult_rate_age", Unit.YEARS_OF_AGE, 25, INTEGRERINGSLOVEN.section("20", "(3)")
)
"""Below it, the benefit is a part of the full one."""
UNDER_25_FRACTION = lasting(
    "under_25_fraction", Unit.SHARE, Fraction(2, 3), INTEGRERINGSLOVEN.section("20", "(3)")
)
UNDER_25_WITH_PARENTS_FRACTION = lasting(
    "under_25_with_parents_fraction",
    Unit.SHARE,
    Fraction(1, 3),
    INTEGRERINGSLOVEN.section("20", "(3)"),
)
CHILDLESS_COUPLE_FRACTION = lasting(
    "childless_couple_fraction",
    Unit.SHARE,
    Fraction(5, 6),
    INTEGRERINGSLOVEN.section("20", "(4)"),
    date(2024, 7, 1),
)
COUPLE_RATE_FOR_STARTS_FROM: Parameter[date] = lasting(
    "couple_rate_for_starts_from",
    Unit.DATE,
    date(2024, 7, 1),
    COUPLE_RATE_REGULATION.section("1"),
    date(2024, 7, 1),
)
"""5/6 is for participants who are new from this day."""
CHILD_OF_COUPLE_AGE = lasting(
    "child_of_couple_age",
    Unit.YEARS_OF_AGE,
    18,
    INTEGRERINGSLOVEN.section("20", "(4)"),
    date(2024, 7, 1),
)
"""Whoever is as old is no child of a couple, where the municipality reads the rule so."""

TRANSITIONAL_BENEFIT_SHARE = lasting(
    "transitional_benefit_share",
    Unit.SHARE,
    Fraction(2, 5),
    INTEGRERINGSLOVEN.section("22", "(2)"),
)
"""Part of overgangsstønad above the free share of G that reduces the yearly benefit."""
TRANSITIONAL_BENEFIT_FREE_SHARE_OF_G = lasting(
    "transitional_benefit_free_share_of_g",
    Unit.SHARE,
    Fraction(1, 2),
    INTEGRERINGSLOVEN.section("22", "(2)"),
)

DECISION_SHARE_OF_PAYMENT = lasting(
    "decision_share_of_payment",
    Unit.SHARE,
    Fraction(1, 2),
    INTEGRERINGSLOVEN.section("46", "(2) g"),
)
DECISION_SHARE_OF_G = lasting(
    "decision_share_of_g",
    Unit.SHARE,
    Fraction(1, 12),
    INTEGRERINGSLOVEN.section("46", "(2) g"),
)
"""Both thresholds must be reached."""
