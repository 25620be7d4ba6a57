"""A report as a list from a school: the same form that files have, read the same way."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.attendance.school_links.commands import HoursAway

HEADINGS = "Referanse;Dato;Minutter"
MINUTES_PER_HOUR = 60
Place = tuple[UUID, date]
"""A pupil and a day."""


def write_rows(away: HoursAway) -> str:
    """Return the list, in order of days and references; hours become whole minutes.

    Who was there has no row. A list needs one: where nobody was away, somebody has zero minutes.
    """
    in_order = sorted(away.items(), key=lambda item: (item[0][1], item[0][0]))
    absent = [each for each in in_order if each[1]]
    lines = [
        f"{who};{day.isoformat()};{round(hours * MINUTES_PER_HOUR)}"
        for (who, day), hours in absent or in_order[:1]
    ]
    return "\n".join([HEADINGS, *lines])


def read_rows(text: str) -> Iterator[tuple[Place, Fraction]]:
    """Yield what a list says: participant and day, with the hours away, where there were any."""
    for line in text.splitlines()[1:]:
        who, day, minutes = line.split(";")
        if int(minutes):
            yield (UUID(who), date.fromisoformat(day)), Fraction(int(minutes), MINUTES_PER_HOUR)


def place_name(who: UUID, day: date) -> str:
    """Return the name of the field of a pupil and day."""
    return f"t_{who.hex}_{day:%Y%m%d}"
