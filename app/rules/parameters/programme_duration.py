"""Lengths of the programme by end goal, and ages and hours of its goals and content.

Provision: integreringsloven §§ 13, 14 and 14 a; integreringsforskriften §§ 75 and 76.
The lengths are asked for the day a start was offered: today's apply to starts offered after 1
January. The earlier ones are kept as they are remembered, and are marked as not confirmed.
"""

from dataclasses import dataclass
from datetime import date

from app.rules.law.parameter import DatedValue, Parameter, Unit
from app.rules.law.provision import Provision
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN, INTEGRERINGSLOVEN
from app.rules.parameters.building import (
    INTEGRERINGSLOVEN_IN_FORCE_FROM,
    REFORM_IN_FORCE_FROM,
    lasting,
)


@dataclass(frozen=True, slots=True)
class ProgrammeLength:
    """Months of a programme, and of its extension."""

    months: int
    extension_months: int = 0
    extension_duty: bool = False


_BEFORE_COMPLETED = ProgrammeLength(36, 12)
_BEFORE_OTHER = ProgrammeLength(24, 12)
_SECTION_75 = INTEGRERINGSFORSKRIFTEN.section("75")
_SECTION_76_FORMAL = INTEGRERINGSFORSKRIFTEN.section("76", "(1)")
_SECTION_76_WORK = INTEGRERINGSFORSKRIFTEN.section("76", "(2)")
# Offered after 1 January: the day itself belongs to the older lengths.
_FORMAL_FROM = date(2025, 1, 2)
_OTHERS_FROM = date(2026, 1, 2)


def _length(
    name: str,
    before: tuple[ProgrammeLength, Provision],
    since: tuple[date, ProgrammeLength, Provision],
) -> Parameter[ProgrammeLength]:
    rows = (
        DatedValue(INTEGRERINGSLOVEN_IN_FORCE_FROM, *before, is_confirmed=False),
        DatedValue(*since),
    )
    return Parameter(name, Unit.RULE, rows)


UPPER_SECONDARY_LENGTH = _length(
    "upper_secondary_length",
    (ProgrammeLength(6, 6), _SECTION_75),
    (_OTHERS_FROM, ProgrammeLength(12), INTEGRERINGSLOVEN.section("13", "(3)")),
)
WORK_LENGTH = _length(
    "work_length",
    (_BEFORE_OTHER, _SECTION_76_WORK),
    (_OTHERS_FROM, ProgrammeLength(24), INTEGRERINGSLOVEN.section("14", "(6)")),
)
UPPER_SECONDARY_PART_LENGTH = _length(
    "upper_secondary_part_length",
    (_BEFORE_OTHER, _SECTION_76_FORMAL),
    (
        _FORMAL_FROM,
        ProgrammeLength(36, 12, extension_duty=True),
        INTEGRERINGSLOVEN.section("14", "(4)"),
    ),
)
UPPER_SECONDARY_COMPLETED_LENGTH = _length(
    "upper_secondary_completed_length",
    (_BEFORE_COMPLETED, _SECTION_76_FORMAL),
    (
        _FORMAL_FROM,
        ProgrammeLength(48, 12, extension_duty=True),
        INTEGRERINGSLOVEN.section("14", "(4)"),
    ),
)
VOCATIONAL_TRAINING_LENGTH = _length(
    "vocational_training_length",
    (_BEFORE_COMPLETED, _SECTION_76_FORMAL),
    (_FORMAL_FROM, ProgrammeLength(60), INTEGRERINGSLOVEN.section("14", "(5)")),
)

WORK_HOURS_AFTER_MONTHS_UPPER_SECONDARY = lasting(
    "work_hours_after_months_upper_secondary",
    Unit.MONTHS,
    3,
    INTEGRERINGSLOVEN.section("14 a", "(3)"),
    REFORM_IN_FORCE_FROM,
)
WORK_HOURS_AFTER_MONTHS = lasting(
    "work_hours_after_months",
    Unit.MONTHS,
    6,
    INTEGRERINGSLOVEN.section("14 a", "(3)"),
    REFORM_IN_FORCE_FROM,
)
WORK_ORIENTED_HOURS_PER_WEEK = lasting(
    "work_oriented_hours_per_week",
    Unit.HOURS_PER_WEEK,
    15,
    INTEGRERINGSLOVEN.section("14 a", "(3)"),
    REFORM_IN_FORCE_FROM,
)

ONLY_WORK_OVER_AGE = lasting(
    "only_work_over_age",
    Unit.YEARS_OF_AGE,
    55,
    INTEGRERINGSLOVEN.section("14", "(1)"),
    REFORM_IN_FORCE_FROM,
)
"""§§ 13 and 14 leave only work as end goal above it. Not raised with § 8."""
COMPLETION_UNDER_AGE = lasting(
    "completion_under_age",
    Unit.YEARS_OF_AGE,
    25,
    INTEGRERINGSLOVEN.section("14", "(3)"),
    REFORM_IN_FORCE_FROM,
)
CHILD_UNDER_AGE = lasting(
    "parental_guidance_child_under_age",
    Unit.YEARS_OF_AGE,
    18,
    INTEGRERINGSLOVEN.section("14 a", "(2)"),
    REFORM_IN_FORCE_FROM,
)
"""Parents of a child below it take part in parental guidance."""
