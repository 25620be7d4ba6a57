"""Hours per week of the whole programme, as bars and as a table of equal weeks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from app.i18n.format import hours, short_date
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.rules.parameters.plan_content import (
    FULL_TIME_MINUTES,
    FULL_TIME_MINUTES_WITH_OWN_ACTIVITY,
)
from app.rules.plan import PlanWeek

MINUTES_PER_HOUR = 60
HEIGHT = 50
"""Height of the picture, in its own units: one for each hour, and some air."""
SLOT = 10
"""Width of a week, in the same units."""
GAP = 2
LONGEST_YEAR = 53


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week as a bar. All numbers are units of the picture."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    """full | short | empty."""


@dataclass(frozen=True, slots=True)
class YearOfWeeks:
    """The weeks of one calendar year as a picture, with the sentence that says the same."""

    label: str
    bars: tuple[WeekBar, ...]
    width: int
    height: int
    full_time_y: int
    """Where the line of full time runs."""
    summary: str


@dataclass(frozen=True, slots=True)
class WeekRun:
    """Weeks in a row with the same number of hours."""

    days: str
    weeks: int
    hours: str
    kind_text: str


@dataclass(frozen=True, slots=True)
class WeekChart:
    """The picture and the table."""

    years: tuple[YearOfWeeks, ...]
    runs: tuple[WeekRun, ...]


def week_chart(weeks: Sequence[PlanWeek]) -> WeekChart:
    """Return the weeks as pictures per year, and as runs of equal weeks."""
    return WeekChart(tuple(_years(weeks)), tuple(_runs(weeks)))


def _years(weeks: Sequence[PlanWeek]) -> Iterator[YearOfWeeks]:
    # A week belongs to the ISO year that its Thursday lies in.
    for year, found in groupby(weeks, key=lambda week: week.week.first_day.isocalendar().year):
        of_year = list(found)
        kinds = [_kind(week) for week in of_year]
        full_time = FULL_TIME_MINUTES.on(of_year[0].week.first_day)
        yield YearOfWeeks(
            label=str(year),
            bars=tuple(_bar(week) for week in of_year),
            width=LONGEST_YEAR * SLOT,
            height=HEIGHT,
            full_time_y=HEIGHT - round(full_time / MINUTES_PER_HOUR),
            summary=_summary(year, kinds),
        )


def _bar(week: PlanWeek) -> WeekBar:
    number = week.week.first_day.isocalendar().week
    tall = min(round(week.minutes / MINUTES_PER_HOUR), HEIGHT)
    # An empty week is a hole that must be seen, so it gets a mark on the ground.
    height = tall or GAP
    return WeekBar((number - 1) * SLOT, HEIGHT - height, SLOT - GAP, height, _kind(week))


def _kind(week: PlanWeek) -> str:
    if week.minutes == 0 or week.is_off:
        return "empty"
    least = FULL_TIME_MINUTES_WITH_OWN_ACTIVITY.on(week.week.first_day)
    return "full" if week.minutes >= least else "short"


def _summary(year: int, kinds: Sequence[str]) -> str:
    full, short, empty = (kinds.count(kind) for kind in ("full", "short", "empty"))
    sentences = [
        ngettext("%(num)s uke med full tid.", "%(num)s uker med full tid.", full) if full else "",
        ngettext("%(num)s uke med færre timer.", "%(num)s uker med færre timer.", short)
        if short
        else "",
        ngettext("%(num)s uke uten innhold.", "%(num)s uker uten innhold.", empty) if empty else "",
    ]
    return " ".join([f"{year}:", *filter(None, sentences)])


def _runs(weeks: Sequence[PlanWeek]) -> Iterator[WeekRun]:
    for (minutes, kind), found in groupby(weeks, key=lambda week: (week.minutes, _kind(week))):
        run = list(found)
        yield WeekRun(
            days=f"{short_date(run[0].week.first_day)}–{short_date(run[-1].week.last_day)}",
            weeks=len(run),
            hours=hours(Fraction(minutes, MINUTES_PER_HOUR)),
            kind_text=_kind_text(kind),
        )


def _kind_text(kind: str) -> str:
    match kind:
        case "full":
            return _("Full tid")
        case "short":
            return _("Færre timer enn full tid")
        case _:
            return _("Uten innhold")
