"""When a participant is expected, and for how many hours (integreringsloven § 24)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from app.core.period import Period
from app.rules.calendar.virkedag import is_virkedag

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
FULL_DAY = Fraction(15, 2)
"""Hours of a full programme day: a fifth of 37.5."""


@dataclass(frozen=True, slots=True)
class RegisteredHours:
    """Hours of the sessions that were held: inside the period, they are the whole truth."""

    period: Period
    hours: Mapping[date, Fraction] = field(hash=False)
    """Days without an entry have no hours."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Timeplan: the hours expected on each day. Days off (§ 17) never have any."""

    public_holidays: frozenset[date]
    weekdays: frozenset[int] = MONDAY_TO_FRIDAY
    """ISO weekdays, 1 Monday to 7 Sunday."""
    hours_per_day: Fraction = FULL_DAY
    closed: frozenset[date] = frozenset()
    """Days on which the municipality offers nothing."""
    registered: RegisteredHours | None = None
    """Where sessions are registered they win over the weekly pattern."""

    def hours_on(self, day: date) -> Fraction:
        """Return the hours that the participant is expected on `day`; 0 on days off."""
        if day in self.closed or not is_virkedag(day, self.public_holidays):
            return Fraction(0)
        if self.registered is not None and day in self.registered.period:
            return self.registered.hours.get(day, Fraction(0))
        return self.hours_per_day if day.isoweekday() in self.weekdays else Fraction(0)
