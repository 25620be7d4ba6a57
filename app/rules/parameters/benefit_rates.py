"""Numbers of the benefit: multiples, divisors, fractions and the threshold for a decision.

Provision: integreringsloven §§ 20, 22 and 46 second paragraph g.
"""

from datetime import date
from fractions import Fraction

from app.rules.law.parameter import DatedValue, Parameter
from app.rules.law.sources import COUPLE_RATE_REGULATION, INTEGRERINGSLOVEN
from app.rules.parameters.base_amount import BASE_AMOUNT

_SECTION_20 = INTEGRERINGSLOVEN.section("20", "(1)")

BASE_AMOUNTS_A_YEAR: Parameter[int] = Parameter(
    "base_amounts_a_year",
    # The same multiple held under introduksjonsloven § 9, so older rates can be shown too.
    (DatedValue(BASE_AMOUNT.values[0].valid_from, 2, _SECTION_20),),
)
MONTHS_A_YEAR = 12
DAYS_A_MONTH = 30
HOURS_A_YEAR = 1850

ADULT_RATE_AGE = 25
"""Years: below it, the benefit is 2/3 or 1/3 (§ 20 third paragraph)."""
UNDER_25_FRACTION = Fraction(2, 3)
UNDER_25_WITH_PARENTS_FRACTION = Fraction(1, 3)
CHILDLESS_COUPLE_FRACTION = Fraction(5, 6)

COUPLE_RATE_FOR_STARTS_FROM: DatedValue[date] = DatedValue(
    date(2024, 7, 1), date(2024, 7, 1), COUPLE_RATE_REGULATION.section("1")
)
"""5/6 is for participants who are new from this day."""

TRANSITIONAL_BENEFIT_SHARE = Fraction(2, 5)
"""Part of overgangsstønad above half of G that reduces the yearly benefit (§ 22)."""
TRANSITIONAL_BENEFIT_FREE_SHARE_OF_G = Fraction(1, 2)

DECISION_SHARE_OF_PAYMENT = Fraction(1, 2)
DECISION_SHARE_OF_G = Fraction(1, 12)
"""Both thresholds of § 46 second paragraph g must be reached."""
