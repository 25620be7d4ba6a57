"""The programme as a line: where its parts and days lie on it. Pure numbers, no text."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.period import Period

WIDTH = 1000
"""Length of the line, in its own units."""
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """Where a part lies on the line. A width of 0: outside of it."""

    x: int
    width: int


def bar_in(part: Period, whole: Period) -> Bar:
    """Return where the part begins in the whole and how wide it is; a day is never invisible."""
    shared = part.intersection(whole)
    if shared is None:
        return Bar(0, 0)
    begins = (shared.first_day - whole.first_day).days
    x = begins * WIDTH // len(whole)
    end = (begins + len(shared)) * WIDTH // len(whole)
    return Bar(x, max(end - x, 1))


def day_in(day: date, whole: Period) -> int | None:
    """Return where the middle of a day lies; None: outside."""
    if day not in whole:
        return None
    return ((day - whole.first_day).days * 2 + 1) * WIDTH // (len(whole) * 2)


def quarters_of(whole: Period) -> tuple[date, ...]:
    """Return the days on which each quarter of the line begins."""
    days = len(whole)
    return tuple(
        whole.first_day + timedelta(days=days * quarter // QUARTERS) for quarter in range(QUARTERS)
    )
