"""Calendar days of a leave that is given in months, however it was registered.

In one sentence: the months are as many calendar days as they are from the first day of the leave,
breaks do not count, and days off between two parts of the leave belong to it.
"""

from bisect import bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

from app.rules.absence.history import follows
from app.rules.absence.quotas import last_day_of_months


class LeaveDays:
    """What was taken of one leave."""

    __slots__ = ("_before", "_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[date, date]], days_off: AbstractSet[date]) -> None:
        """Join `spans`, first and last days in order of date; `days_off`: public holidays."""
        self._starts: list[date] = []
        self._ends: list[date] = []
        self._before: list[int] = []
        """Days taken before each start."""
        for first_day, last_day in spans:
            self._add(first_day, last_day, days_off)

    def _add(self, first_day: date, last_day: date, days_off: AbstractSet[date]) -> None:
        if self._ends and follows(first_day, self._ends[-1], days_off):
            self._ends[-1] = max(self._ends[-1], last_day)
            return
        taken = self.taken_until(self._ends[-1]) if self._ends else 0
        self._starts.append(first_day)
        self._ends.append(last_day)
        self._before.append(taken)

    @property
    def first_day(self) -> date | None:
        """The day that the leave began; None: it never did."""
        return self._starts[0] if self._starts else None

    @property
    def last_day(self) -> date | None:
        """The last day of the leave as registered."""
        return self._ends[-1] if self._ends else None

    def begun_by(self, day: date) -> date:
        """Return the first day of the leave; the day itself where it has not begun by then."""
        return self._starts[0] if self._starts and self._starts[0] <= day else day

    def taken_until(self, day: date) -> int:
        """Return the calendar days taken up to and including a day."""
        latest = bisect_right(self._starts, day) - 1
        if latest < 0:
            return 0
        until = min(day, self._ends[latest])
        return self._before[latest] + (until - self._starts[latest]).days + 1


def days_of_months(first_day: date, months: int) -> int:
    """Return how many calendar days the months from a day are."""
    return (last_day_of_months(first_day, months) - first_day).days + 1
