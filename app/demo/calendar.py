"""The demo's days: everything is counted from the day it is made."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.core.clock import Clock, fixed_clock
from app.core.period import Period, add_months, month_period

ONE_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class DemoCalendar:
    """A year that ends on the day the demo is made."""

    today: date

    @property
    def monday(self) -> date:
        """Monday of this week."""
        return self.today - timedelta(days=self.today.weekday())

    def monday_before(self, weeks: int) -> date:
        """Return the Monday this many weeks before this week's."""
        return self.monday - weeks * ONE_WEEK

    def ended_months(self, number: int) -> list[Period]:
        """Return the newest months that have ended, oldest first."""
        first = self.today.replace(day=1)
        starts = [add_months(first, -back) for back in range(number, 0, -1)]
        return [month_period(start.year, start.month) for start in starts]


def clock_on(day: date) -> Clock:
    """Return a clock that stands at ten in the morning of a day."""
    return fixed_clock(datetime.combine(day, time(9), UTC))
