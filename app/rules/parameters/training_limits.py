"""Ages, lengths, hours and deadlines of training in Norwegian and social studies.

Provision: integreringsloven §§ 26, 30, 32, 33, 37 and 37 d; integreringsforskriften §§ 20, 23,
24, 27, 28, 43 h, 73 and 74.
The lengths and hours are asked for the day the permit was granted, or of arrival where that was
later: the transitional rules turn on it.
"""

from datetime import date

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.provision import Provision
from app.rules.law.sources import (
    CHAPTER_6_A_REGULATION,
    INTEGRERINGSFORSKRIFTEN,
    INTEGRERINGSLOVEN,
)
from app.rules.parameters.building import INTEGRERINGSLOVEN_IN_FORCE_FROM, lasting

_SECTION_74 = INTEGRERINGSFORSKRIFTEN.section("74")
_SECTION_37_D = INTEGRERINGSLOVEN.section("37 d", "(2)")
# Granted, or arrived, after 1 August 2023: the day itself belongs to the older rules.
_COUNTED_FROM_OFFERED_START = date(2023, 8, 2)
_CHAPTER_6_A_FROM = date(2022, 6, 15)
_CHAPTER_6_A_TO = date(2028, 7, 1)

TRAINING_LOWEST_AGE = lasting(
    "training_lowest_age", Unit.YEARS_OF_AGE, 18, INTEGRERINGSLOVEN.section("26", "(1)")
)
"""On the day the permit was granted."""
TRAINING_ENDS_AT_AGE = lasting(
    "training_ends_at_age", Unit.YEARS_OF_AGE, 67, INTEGRERINGSLOVEN.section("26", "(5)")
)
"""Right and duty end on this birthday."""


def _since_2023(name: str, months: int, provision: Provision) -> Parameter[int | None]:
    rows: tuple[DatedValue[int | None], ...] = (
        DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, None, _SECTION_74),
        DatedValue(_COUNTED_FROM_OFFERED_START, months, provision),
    )
    return Parameter(name, Unit.MONTHS, rows)


TRAINING_LENGTH = _since_2023("training_length", 36, INTEGRERINGSLOVEN.section("32", "(1)"))
"""From the offered start; None: an older rule, which is not among our sources."""
TRAINING_LENGTH_UPPER_SECONDARY = _since_2023(
    "training_length_upper_secondary", 18, INTEGRERINGSLOVEN.section("32", "(1)")
)
"""For those who come with upper secondary education or higher."""
SOCIAL_STUDIES_WITHIN = _since_2023(
    "social_studies_within", 12, INTEGRERINGSLOVEN.section("33", "(1)")
)
SOCIAL_STUDIES_TEST_WITHIN = _since_2023(
    "social_studies_test_within", 12, INTEGRERINGSLOVEN.section("37", "(2)")
)
TRAINING_LENGTH_COLLECTIVE_PROTECTION = lasting(
    "training_length_collective_protection", Unit.MONTHS, 12, _SECTION_37_D, _CHAPTER_6_A_FROM
)
"""From the day the training started, not from the day it was offered for."""

NORWEGIAN_HOURS_DUTY_ONLY: Parameter[int] = Parameter(
    "norwegian_hours_duty_only",
    Unit.HOURS,
    (
        DatedValue(
            INTEGRERINGSLOVEN_IN_FORCE_FROM, 250, INTEGRERINGSFORSKRIFTEN.section("73", "(3)")
        ),
        DatedValue(date(2022, 1, 1), 225, INTEGRERINGSLOVEN.section("32", "(2)")),
    ),
)
"""For those who have a duty and no right (§ 28)."""

TRAINING_OFFER = lasting("training_offer", Unit.MONTHS, 3, INTEGRERINGSLOVEN.section("30", "(3)"))
"""Latest, after registration in the municipality or after training was asked for."""
POSTPONED_START = lasting(
    "postponed_start", Unit.MONTHS, 120, INTEGRERINGSFORSKRIFTEN.section("20", "(3)")
)
"""Latest, after right and duty began."""

EXEMPTION_GRADE = lasting(
    "exemption_grade", Unit.COUNT, 2, INTEGRERINGSFORSKRIFTEN.section("23", "(1)")
)
"""This grade or better; the same in § 24."""
EXEMPTION_CREDITS_NORWEGIAN = lasting(
    "exemption_credits_norwegian", Unit.COUNT, 30, INTEGRERINGSFORSKRIFTEN.section("23", "(1) g")
)
EXEMPTION_CREDITS_SOCIAL_STUDIES = lasting(
    "exemption_credits_social_studies",
    Unit.COUNT,
    10,
    INTEGRERINGSFORSKRIFTEN.section("24", "(1) e"),
)

NORWEGIAN_GOAL_GRADE = lasting(
    "norwegian_goal_grade", Unit.COUNT, 2, INTEGRERINGSFORSKRIFTEN.section("28", "(5)")
)
"""This grade or better, where Norwegian is a subject at school; the same in sixth paragraph."""
NORWEGIAN_GOAL_LEVELS_DOWN = lasting(
    "norwegian_goal_levels_down", Unit.COUNT, 1, INTEGRERINGSFORSKRIFTEN.section("27", "(3)")
)
"""At a time."""

CHAPTER_6_A: Parameter[bool] = Parameter(
    "chapter_6_a",
    Unit.RULE,
    (
        DatedValue(
            INTEGRERINGSLOVEN_IN_FORCE_FROM,
            value=False,
            provision=INTEGRERINGSLOVEN.section("26", "(1)"),
        ),
        # The acts of 10 June 2022 no. 35, 25 June 2024 no. 53 and 12 June 2026 no. 22.
        DatedValue(_CHAPTER_6_A_FROM, value=True, provision=_SECTION_37_D),
        DatedValue(date(2024, 7, 1), value=True, provision=_SECTION_37_D),
        DatedValue(date(2026, 7, 1), value=True, provision=_SECTION_37_D),
        DatedValue(_CHAPTER_6_A_TO, value=False, provision=INTEGRERINGSLOVEN.section("26", "(1)")),
    ),
)
"""Whether the rules for collective protection are in force: three acts, each with an end."""
CHAPTER_6_A_PERMITS_FROM: Parameter[date] = Parameter(
    "chapter_6_a_permits_from",
    Unit.DATE,
    (DatedValue(_CHAPTER_6_A_FROM, date(2022, 3, 11), CHAPTER_6_A_REGULATION.section("1", "(1)")),),
)
"""The first day of grant that the chapter reaches."""
NO_NEW_RIGHTS_AFTER_COLLECTIVE_PROTECTION: Parameter[bool] = Parameter(
    "no_new_rights_after_collective_protection",
    Unit.RULE,
    (
        DatedValue(
            INTEGRERINGSLOVEN_IN_FORCE_FROM,
            value=False,
            provision=INTEGRERINGSLOVEN.section("26", "(1)"),
        ),
        DatedValue(
            date(2024, 2, 1), value=True, provision=INTEGRERINGSFORSKRIFTEN.section("43h", "(1)")
        ),
        # Our text of the regulation repeals § 43 h on this day, and a later regulation that is
        # not among our sources continues chapter 8 A.
        DatedValue(
            date(2026, 7, 1),
            value=True,
            provision=INTEGRERINGSFORSKRIFTEN.section("43h", "(1)"),
            is_confirmed=False,
        ),
    ),
)
"""Asked for the day the permit that came after § 34 was granted."""
