"""Values that the law dates: asked by day, and as they were known on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import Generic, TypeVar

from app.core.errors import DomainError
from app.rules.law.installation import NO_DATES, InstallationDate, InstallationDates
from app.rules.law.provision import Provision

T = TypeVar("T")


class NotInForceError(DomainError):
    """Asked for a value on a day before its first date, or before anyone knew it."""

    code = "not_in_force"

    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"{name} has no value on {day.isoformat()}")
        self.name = name
        self.day = day


class Unit(StrEnum):
    """What a parameter counts."""

    CALENDAR_DAYS = "calendar_days"
    VIRKEDAGER = "virkedager"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS_OF_AGE = "years_of_age"
    HOURS = "hours"
    HOURS_PER_WEEK = "hours_per_week"
    MINUTES = "minutes"
    MINUTES_PER_WEEK = "minutes_per_week"
    COUNT = "count"
    """A number of things: occasions, children, meetings."""
    KRONER = "kroner"
    SHARE = "share"
    """A part of something, as a fraction."""
    DATE = "date"
    RULE = "rule"
    """Whether something holds, or a small record of its own."""


@dataclass(frozen=True, slots=True)
class DatedValue(Generic[T]):
    """A value with the day from which it holds."""

    valid_from: date
    value: T
    provision: Provision
    announced_on: date | None = None
    """The day it was decided, where that is known; otherwise it counts as known from
    `valid_from`. A value fixed backwards is announced later than it begins to hold."""
    is_confirmed: bool = True
    """Read in the law itself; otherwise it is as the law is remembered, and every answer that
    rests on it asks a person to check."""

    @property
    def known_from(self) -> date:
        """The first day on which anyone could know the value."""
        return self.announced_on or self.valid_from


@dataclass(frozen=True, slots=True)
class PendingValue(Generic[T]):
    """A value that is adopted without a date: it holds from the day the installation sets."""

    value: T
    provision: Provision
    in_force_from: InstallationDate


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """A value of the law over time. Rows are added when the law changes, never edited."""

    name: str
    unit: Unit
    values: tuple[DatedValue[T], ...]
    pending: PendingValue[T] | None = None

    def __post_init__(self) -> None:
        dates = [row.valid_from for row in self.values]
        if not dates or any(a >= b for a, b in pairwise(dates)):
            raise ValueError(f"{self.name}: dates must be there and ascend strictly")

    def on(
        self,
        day: date,
        known_on: date | None = None,
        *,
        dates: InstallationDates = NO_DATES,
    ) -> T:
        """Return the value that holds on `day`, as the law was known on `known_on`.

        Without `known_on`: as it is known now. Raises `NotInForceError` before the first value.
        """
        return self.row_on(day, known_on, dates=dates).value

    def row_on(
        self,
        day: date,
        known_on: date | None = None,
        *,
        dates: InstallationDates = NO_DATES,
    ) -> DatedValue[T]:
        """Return the value with its dates and provision; otherwise as `on`."""
        if self.pending is not None:
            starts_on = dates.of(self.pending.in_force_from)
            if starts_on is not None and day >= starts_on:
                return DatedValue(starts_on, self.pending.value, self.pending.provision)
        for row in reversed(self.values):
            if row.valid_from <= day and (known_on is None or row.known_from <= known_on):
                return row
        raise NotInForceError(self.name, day)
