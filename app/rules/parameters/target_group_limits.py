"""Ages and periods of the target group.

Provision: integreringsloven §§ 8, 9, 12 and 37 b; LOV-2025-06-20-35 (60 years, adopted without a
date); FOR-2026-06-12-1077 § 1.
"""

from datetime import date

from app.rules.law.installation import InstallationDate
from app.rules.law.parameter import DatedValue, Parameter, PendingValue, Unit
from app.rules.law.sources import (
    CHAPTER_6_A_REGULATION,
    INTEGRERINGSLOVEN,
    REFORM_ACT_2025,
)
from app.rules.parameters.building import (
    INTEGRERINGSLOVEN_IN_FORCE_FROM,
    REFORM_IN_FORCE_FROM,
    lasting,
)

LOWEST_AGE = lasting("lowest_age", Unit.YEARS_OF_AGE, 18, INTEGRERINGSLOVEN.section("8", "(1)"))
"""On the day the permit was granted."""
HIGHEST_AGE: Parameter[int] = Parameter(
    "highest_age",
    Unit.YEARS_OF_AGE,
    (DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, 55, INTEGRERINGSLOVEN.section("8", "(1)")),),
    PendingValue(60, REFORM_ACT_2025.section("8", "(1)"), InstallationDate.AGE_SIXTY),
)
"""The highest age with right and duty, to the day before the next birthday."""

LIVED_IN_MUNICIPALITY = lasting(
    "lived_in_municipality", Unit.MONTHS, 24, INTEGRERINGSLOVEN.section("8", "(1)")
)
"""Less than this when the decision is made."""
REFERENCE_PERSON_SETTLED = lasting(
    "reference_person_settled", Unit.MONTHS, 60, INTEGRERINGSLOVEN.section("9", "(1) f")
)
"""Less than this when family reunification is applied for."""
DECISION_AND_START = lasting(
    "decision_and_start", Unit.MONTHS, 3, INTEGRERINGSLOVEN.section("12", "(2)")
)
"""Latest, after settlement or after a programme was asked for."""
FULL_WORK_HOURS: Parameter[int | None] = Parameter(
    "full_work_hours",
    Unit.HOURS_PER_WEEK,
    (
        DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, None, INTEGRERINGSLOVEN.section("8", "(1)")),
        DatedValue(REFORM_IN_FORCE_FROM, 30, INTEGRERINGSLOVEN.section("8", "(4)")),
    ),
)
"""A job of this size or more takes a person out of the first paragraph; None: no such rule."""

_MAPPING = INTEGRERINGSLOVEN.section("37 b", "(2)")
MAPPING_DUTY_IN_PROGRAMME: Parameter[bool] = Parameter(
    "mapping_duty_in_programme",
    Unit.RULE,
    (
        DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, value=False, provision=_MAPPING),
        DatedValue(
            date(2023, 6, 3), value=True, provision=CHAPTER_6_A_REGULATION.section("1", "(2)")
        ),
    ),
)
"""For collective protection, asked for the day the programme started: after 2 June 2023."""
