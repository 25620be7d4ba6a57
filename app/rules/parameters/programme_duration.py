"""Lengths of the programme, by end goal and by when a start was offered.

Provision: integreringsloven §§ 13, 14 and 14 a; integreringsforskriften §§ 75 and 76.
The lengths before the reform are kept as they are remembered from the act as it was: they
always come with a clarification.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ProgrammeLength:
    """Months of a programme, and of its extension."""

    months: int
    extension_months: int = 0
    extension_duty: bool = False


UPPER_SECONDARY_LENGTH_APPLIES_AFTER = date(2026, 1, 1)
"""§ 13 length: a start offered after this day (integreringsforskriften § 75)."""
WORK_LENGTH_APPLIES_AFTER = date(2026, 1, 1)
"""§ 14 length of programmes for work (integreringsforskriften § 76 second paragraph)."""
FORMAL_LENGTH_APPLIES_AFTER = date(2025, 1, 1)
"""§ 14 lengths of formal education (integreringsforskriften § 76 first paragraph)."""

UPPER_SECONDARY_LENGTH = ProgrammeLength(12)
WORK_LENGTH = ProgrammeLength(24)
UPPER_SECONDARY_PART_LENGTH = ProgrammeLength(36, 12, extension_duty=True)
UPPER_SECONDARY_COMPLETED_LENGTH = ProgrammeLength(48, 12, extension_duty=True)
VOCATIONAL_TRAINING_LENGTH = ProgrammeLength(60)

UPPER_SECONDARY_LENGTH_BEFORE = ProgrammeLength(6, 6)
COMPLETED_LENGTH_BEFORE = ProgrammeLength(36, 12)
OTHER_LENGTH_BEFORE = ProgrammeLength(24, 12)

CONTENT_RULES_IN_FORCE_FROM = date(2026, 1, 1)
"""§ 14 a with its 15 hours of work-oriented elements."""
WORK_HOURS_AFTER_MONTHS_UPPER_SECONDARY = 3
WORK_HOURS_AFTER_MONTHS = 6
WORK_ORIENTED_HOURS_PER_WEEK = 15

ONLY_WORK_OVER_AGE = 55
"""Years: §§ 13 and 14 leave only work as end goal above it. Not raised with § 8."""
COMPLETION_UNDER_AGE = 25
"""Years: § 14 third paragraph."""
