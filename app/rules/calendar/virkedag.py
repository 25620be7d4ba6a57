"""Virkedag: what counts as a working day in the absence rules.

Provision: integreringsforskriften § 17 first paragraph.
In one sentence: Saturdays, Sundays and the official holy days are days off, so a virkedag is
Monday to Friday outside those.
"""

from collections.abc import Set as AbstractSet
from datetime import date

SATURDAY = 6
"""ISO weekday."""


def is_virkedag(day: date, public_holidays: AbstractSet[date]) -> bool:
    """Whether `day` is a virkedag. 24 and 31 December are, unless they fall in a weekend."""
    return day.isoweekday() < SATURDAY and day not in public_holidays
