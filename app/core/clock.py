"""The one place that reads the wall clock.

Everything else takes a `Clock` as a parameter, so that a test or a replay decides what time it is.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")

Clock = Callable[[], datetime]
"""Answers the present moment as an aware UTC datetime."""


def system_clock() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)  # noqa: TID251 (this is the one place)


def fixed_clock(moment: datetime) -> Clock:
    """Return a clock that always answers `moment`, which must be aware."""
    if moment.tzinfo is None:
        raise ValueError("a clock answers aware datetimes")
    return lambda: moment.astimezone(UTC)


def today(clock: Clock) -> date:
    """Return the calendar day in Norway: legal deadlines are counted in Norwegian days."""
    return clock().astimezone(OSLO).date()
