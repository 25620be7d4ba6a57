"""Tillegg i programtiden: absence and leave that come in addition to the length.

Provision: integreringsforskriften §§ 10 and 19.
In force from: 2026-01-01.
In one sentence: more than ten virkedager of lawful absence and leave in all are added, also where
the programme may not be extended; religious days, holiday and invalid absence never are.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date
from fractions import Fraction
from math import ceil

from app.core.period import ONE_DAY
from app.rules.absence.types import DayAssessment
from app.rules.calendar.virkedag import is_virkedag
from app.rules.law.sources import INTEGRERINGSFORSKRIFTEN
from app.rules.parameters.absence_limits import ADDED_TIME_OVER_DAYS
from app.rules.policy import TenDayRule

ADDED_TIME_PROVISIONS = (
    INTEGRERINGSFORSKRIFTEN.section("10"),
    INTEGRERINGSFORSKRIFTEN.section("19"),
)


def counted_days(days: Iterable[DayAssessment]) -> Fraction:
    """Return the virkedager that count towards ten; parts of days count as parts."""
    return sum((day.share_of_day for day in days if day.extends_programme), start=Fraction(0))


def added_days(counted: Fraction, rule: TenDayRule) -> int:
    """Return the virkedager that come in addition, a begun one as a whole."""
    limit = ADDED_TIME_OVER_DAYS.values[0].value
    if counted <= limit:
        return 0
    excess = counted - limit
    return ceil(counted if rule is TenDayRule.ALL_DAYS else excess)


def last_day_with_added(last_day: date, added: int, public_holidays: AbstractSet[date]) -> date:
    """Return the last of the virkedager that are added after the normal length."""
    day = last_day
    while added > 0:
        day += ONE_DAY
        added -= is_virkedag(day, public_holidays)
    return day
