"""The classes of the simulated municipality: when they meet, and when nobody does."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from tests.simulation.facts import ONE_DAY
from tests.simulation.recompute import OFF, YEAR

FIRST_DAY, LAST_DAY = date(YEAR, 1, 1), date(YEAR, 12, 31)


@dataclass(frozen=True)
class Pattern:
    """A week: minutes by ISO weekday, from nine o'clock."""

    minutes: tuple[tuple[int, int], ...]

    def ends_at(self, minutes: int) -> time:
        """Return when a meeting of so many minutes ends."""
        hours, rest = divmod(minutes, 60)
        return time(9 + hours, rest)


PATTERNS = (
    Pattern(((1, 300), (2, 300), (3, 300), (4, 300), (5, 300))),
    Pattern(((1, 330), (2, 330), (3, 330), (4, 330), (5, 180))),
    Pattern(((1, 360), (2, 360), (3, 360), (4, 360))),
    Pattern(((1, 240), (2, 285), (4, 285), (5, 240))),
)
"""Two classes have a day of the week without programme."""


@dataclass(frozen=True)
class Closed:
    """Days without programme, of everybody or one class."""

    first_day: date
    last_day: date
    name: str
    is_holiday: bool
    group: str | None = None

    def days(self) -> set[date]:
        """Return every day of it."""
        length = (self.last_day - self.first_day).days + 1
        return {self.first_day + timedelta(days=each) for each in range(length)}


CLOSED = (
    Closed(date(YEAR, 2, 16), date(YEAR, 2, 20), "Vinterferie", is_holiday=True),
    Closed(date(YEAR, 3, 12), date(YEAR, 3, 12), "Tur", is_holiday=False, group="Klasse 1"),
    Closed(date(YEAR, 6, 29), date(YEAR, 7, 19), "Sommerferie", is_holiday=True),
    Closed(date(YEAR, 8, 14), date(YEAR, 8, 14), "Planleggingsdag", is_holiday=False),
    Closed(date(YEAR, 11, 2), date(YEAR, 11, 2), "Planleggingsdag", is_holiday=False),
    Closed(date(YEAR, 12, 23), date(YEAR, 12, 31), "Juleferie", is_holiday=True),
)


def pattern_of(number: int) -> Pattern:
    """Return the week of a class, by its number."""
    return PATTERNS[number % len(PATTERNS)]


def meetings(classes: int) -> tuple[dict[tuple[str, date], int], set[date]]:
    """Return the minutes of each meeting that is held, and the days that all are closed."""
    closed = {day for each in CLOSED if each.group is None for day in each.days()}
    own = {(each.group, day) for each in CLOSED if each.group for day in each.days()}
    held = {}
    for number in range(classes):
        name = class_name(number)
        lengths = dict(pattern_of(number).minutes)
        day = FIRST_DAY
        while day <= LAST_DAY:
            minutes = lengths.get(day.isoweekday())
            if minutes and day not in OFF and day not in closed and (name, day) not in own:
                held[name, day] = minutes
            day += ONE_DAY
    return held, closed


def class_name(number: int) -> str:
    """Return the name of a class."""
    return f"Klasse {number + 1}"
