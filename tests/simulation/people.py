"""Who takes part in the simulated municipality: drawn by a seed, never the same lives twice."""

from datetime import date, timedelta
from random import Random

from tests.simulation.facts import Child, Living, Person
from tests.simulation.recompute import OFF, YEAR
from tests.simulation.timetable import class_name

CLASS_SIZE = 25


def draw_people(rng: Random, count: int) -> list[Person]:
    """Return the participants: young and old, alone and in families, some of them late."""
    classes = max(4, count // CLASS_SIZE)
    return [_draw(rng, number, class_name(number % classes)) for number in range(count)]


def _draw(rng: Random, number: int, group: str) -> Person:
    is_young = rng.random() < 0.35
    # Every other of the young turns 25 in the year.
    born_year = rng.choice([YEAR - 25, rng.randint(YEAR - 25, YEAR - 20)])
    if not is_young:
        born_year = rng.randint(1972, YEAR - 27)
    born_on = date(born_year, rng.randint(1, 12), rng.randint(1, 28))
    starts_on = _start(rng)
    with_parents = is_young and rng.random() < 0.5
    has_partner = not with_parents and rng.random() < 0.3
    children = []
    if not with_parents and rng.random() < 0.5:
        years = rng.sample(range(2009, YEAR - 1), rng.randint(1, 4))
        children = [
            Child(date(year, rng.randint(1, 12), rng.randint(1, 28)), rng.random() < 0.1)
            for year in sorted(years)
            if year > born_year + 16
        ]
    is_late = starts_on.year == YEAR and starts_on.month < 10 and rng.random() < 0.15
    return Person(
        number=number,
        joins_in=starts_on.month + rng.randint(1, 3) if is_late else 1,
        born_on=born_on,
        starts_on=starts_on,
        ends_on=starts_on,
        group=group,
        living=[Living(starts_on - timedelta(days=30), with_parents, has_partner)],
        children=children,
        alone=bool(children) and not has_partner and rng.random() < 0.4,
    )


def _start(rng: Random) -> date:
    if rng.random() < 0.6:
        day = date(YEAR - 1, 7, 1) + timedelta(days=rng.randint(0, 180))
    else:
        day = date(YEAR, 1, 2) + timedelta(days=rng.randint(0, 320))
    while day.weekday() > 4 or day in OFF:
        day += timedelta(days=1)
    return day
