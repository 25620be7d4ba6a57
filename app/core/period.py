"""Closed periods, as statutes speak: from and including, to and including."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A closed period of calendar days (fra og med, til og med)."""

    first_day: date
    last_day: date

    def __post_init__(self) -> None:
        if self.last_day < self.first_day:
            raise ValueError(f"period ends {self.last_day} before it begins {self.first_day}")

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first_day <= day <= self.last_day

    def __len__(self) -> int:
        """Return the number of calendar days, both ends counted."""
        return (self.last_day - self.first_day).days + 1

    def days(self) -> Iterator[date]:
        """Yield each calendar day in order."""
        day = self.first_day
        while day <= self.last_day:
            yield day
            day += ONE_DAY

    def touches(self, other: "Period") -> bool:
        """Tell whether the periods share a day."""
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def intersection(self, other: "Period") -> "Period | None":
        """Return the days that both periods share, or None."""
        first_day = max(self.first_day, other.first_day)
        last_day = min(self.last_day, other.last_day)
        return Period(first_day, last_day) if first_day <= last_day else None

    def without(self, *others: "Period") -> "tuple[Period, ...]":
        """Return what is left, in order, when the days of the others are taken out."""
        left: tuple[Period, ...] = (self,)
        for other in others:
            left = tuple(part for days in left for part in days._without_one(other))
        return left

    def _without_one(self, other: "Period") -> "tuple[Period, ...]":
        if not self.touches(other):
            return (self,)
        left = []
        if self.first_day < other.first_day:
            left.append(Period(self.first_day, other.first_day - ONE_DAY))
        if other.last_day < self.last_day:
            left.append(Period(other.last_day + ONE_DAY, self.last_day))
        return tuple(left)


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later (or earlier, if negative).

    Where the month is too short, its last day: 31 January plus one month is 28 or 29 February.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - ONE_DAY).day))


def after_months(day: date, months: int) -> date:
    """Return the first day after so many whole months that begin with `day`.

    Where the month is too short for the day, the first of the next one, as `age_on` counts years:
    twelve months from and including 29 February end on 28 February, and 1 March is after them.
    A deadline in months ends otherwise, on the last day of the short month: see `add_months`.
    """
    reached = add_months(day, months)
    return reached if reached.day == day.day else reached + ONE_DAY


def whole_months(period: Period) -> int:
    """Return the length of a period of whole months, which ends on the day before it is over."""
    first, after = period.first_day, period.last_day + ONE_DAY
    return (after.year - first.year) * 12 + after.month - first.month


def month_period(year: int, month: int) -> Period:
    """Return the calendar month as a closed period."""
    first_day = date(year, month, 1)
    return Period(first_day, add_months(first_day, 1) - ONE_DAY)


def age_on(born_on: date, day: date) -> int:
    """Return completed years of age; who is born 29 February completes a year on 1 March."""
    had_birthday = (day.month, day.day) >= (born_on.month, born_on.day)
    return day.year - born_on.year - (0 if had_birthday else 1)


def birthday(born_on: date, age: int) -> date:
    """Return the first day of being so many years old, as `age_on` counts them."""
    return after_months(born_on, 12 * age)
