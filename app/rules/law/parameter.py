"""Values that the law dates: asked by day, and as they were known on a day."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Generic, TypeVar

from app.core.errors import DomainError
from app.rules.law.provision import Provision

T = TypeVar("T")


class NotInForceError(DomainError):
    """Asked for a value on a day before its first date, or before anyone knew it."""

    code = "not_in_force"

    def __init__(self, name: str, day: date) -> None:
        super().__init__(f"{name} has no value on {day.isoformat()}")
        self.name = name
        self.day = day


@dataclass(frozen=True, slots=True)
class DatedValue(Generic[T]):
    """A value with the day from which it holds."""

    valid_from: date
    value: T
    provision: Provision
    announced_on: date | None = None
    """The day it was decided, where that is known; otherwise it counts as known from
    `valid_from`. A value fixed backwards is announced later than it begins to hold."""

    @property
    def known_from(self) -> date:
        """The first day on which anyone could know the value."""
        return self.announced_on or self.valid_from


@dataclass(frozen=True, slots=True)
class Parameter(Generic[T]):
    """A value of the law over time. Rows are added when the law changes, never edited."""

    name: str
    values: tuple[DatedValue[T], ...]

    def __post_init__(self) -> None:
        dates = [row.valid_from for row in self.values]
        if not dates or any(a >= b for a, b in pairwise(dates)):
            raise ValueError(f"{self.name}: dates must be there and ascend strictly")

    def on(self, day: date, known_on: date | None = None) -> T:
        """Return the value that holds on `day`, as the law was known on `known_on`.

        Without `known_on`: as it is known now. Raises `NotInForceError` before the first value.
        """
        return self.row_on(day, known_on).value

    def row_on(self, day: date, known_on: date | None = None) -> DatedValue[T]:
        """Return the value with its dates and provision; otherwise as `on`."""
        for row in reversed(self.values):
            if row.valid_from <= day and (known_on is None or row.known_from <= known_on):
                return row
        raise NotInForceError(self.name, day)
