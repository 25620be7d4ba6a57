"""Pictures of attendance as tables: each cell has its number or word beside its colour."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never
from uuid import UUID

from babel.dates import get_day_names

from app.attendance.heatmap.service import DayState, GroupHeat, WeekSum, Year, YearDay
from app.attendance.presenters.groups import full_name
from app.attendance.presenters.reasons import reason_text
from app.core.period import ONE_DAY, month_period
from app.i18n import format as fmt
from app.i18n.locales import Language
from app.i18n.text import gettext as _
from app.i18n.text import ngettext

LEVELS = (1, 10, 25, 50)
"""From how many percent missed a cell is one step darker."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A member's week."""

    level: int
    """0: was there all the time; -1: nothing planned; up to 4."""
    text: str
    is_unmarked: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A member."""

    name: str
    participant_id: UUID
    cells: tuple[Cell, ...]
    total: str


@dataclass(frozen=True, slots=True)
class HeatPage:
    """A group's weeks."""

    name: str
    weeks: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    first_day: str
    last_day: str
    earlier: str
    """A day in the weeks before, as the address says it."""
    later: str


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of a month; empty number: of another month."""

    number: str
    state: str
    spoken: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month as weeks of seven days."""

    name: str
    weeks: tuple[tuple[DayCell, ...], ...]


@dataclass(frozen=True, slots=True)
class StateCount:
    """A kind of day, and how many there were."""

    state: str
    text: str
    count: str


@dataclass(frozen=True, slots=True)
class YearPage:
    """A participant's year."""

    number: int
    months: tuple[MonthView, ...]
    weekdays: tuple[str, ...]
    counts: tuple[StateCount, ...]
    has_programme: bool


def heat_page(heat: GroupHeat) -> HeatPage:
    """Return a group's weeks."""
    mondays = heat.mondays
    return HeatPage(
        name=heat.group.name,
        weeks=tuple(str(monday.isocalendar().week) for monday in mondays),
        rows=tuple(_rows(heat)),
        first_day=fmt.short_date(mondays[0]),
        last_day=fmt.short_date(mondays[-1] + timedelta(days=6)),
        earlier=(mondays[0] - ONE_DAY).isoformat(),
        later=(mondays[-1] + timedelta(weeks=len(mondays))).isoformat(),
    )


def year_page(year: Year, language: Language) -> YearPage:
    """Return a participant's year."""
    names = get_day_names("short", "stand-alone", language.locale)
    states = [day.state for day in year.days.values()]
    return YearPage(
        number=year.number,
        months=tuple(_month(year, month) for month in _months(year)),
        weekdays=tuple(names[weekday] for weekday in range(7)),
        counts=tuple(
            StateCount(state.value, state_text(state), str(states.count(state)))
            for state in DayState
            if state in states
        ),
        has_programme=year.has_programme,
    )


def state_text(state: DayState) -> str:
    """Return what a day was."""
    match state:
        case DayState.INVALID:
            return _("Ugyldig fravær")
        case DayState.UNEXPLAINED:
            return _("Mangler grunn")
        case DayState.UNPAID:
            return _("Lovlig, uten stønad")
        case DayState.LAWFUL:
            return _("Lovlig, med stønad")
        case DayState.UNMARKED:
            return _("Ikke ført")
        case DayState.PRESENT:
            return _("Til stede")
        case DayState.PLANNED:
            return _("Planlagt")
        case _:
            assert_never(state)


def _rows(heat: GroupHeat) -> Iterator[HeatRow]:
    for member in heat.members:
        weeks = [heat.weeks.get((member.participant_id, monday)) for monday in heat.mondays]
        known = [week for week in weeks if week is not None]
        whole = WeekSum(
            sum(week.scheduled for week in known),
            sum(week.missed for week in known),
            sum(week.unmarked for week in known),
        )
        yield HeatRow(
            name=full_name(member.given_name, member.family_name),
            participant_id=member.participant_id,
            cells=tuple(
                _cell(week, monday) for week, monday in zip(weeks, heat.mondays, strict=True)
            ),
            total=_share(whole) if whole.scheduled else "–",
        )


def _cell(week: WeekSum | None, monday: date) -> Cell:
    number = monday.isocalendar().week
    if week is None or not week.scheduled:
        return Cell(-1, "", is_unmarked=False, spoken=_("Uke %(week)s: ikke noe", week=number))
    percent = _percent(week)
    level = sum(percent >= least for least in LEVELS)
    spoken = _("Uke %(week)s: %(share)s borte", week=number, share=_share(week))
    if week.unmarked:
        hours = -(-week.unmarked // 60)
        waiting = ngettext("%(num)s time er ikke ført", "%(num)s timer er ikke ført", hours)
        spoken = f"{spoken}. {waiting}"
    return Cell(level, str(percent), is_unmarked=week.unmarked > 0, spoken=spoken)


def _percent(week: WeekSum) -> int:
    """Return the share that was missed, never 0 when something was."""
    percent = week.missed * 100 // week.scheduled
    return max(1, percent) if week.missed else 0


def _share(week: WeekSum) -> str:
    return _("%(percent)s prosent", percent=_percent(week))


def _months(year: Year) -> range:
    """Return the months from the first to the last with something in them."""
    months = [day.month for day in year.days]
    return range(min(months), max(months) + 1) if months else range(0)


def _month(year: Year, number: int) -> MonthView:
    period = month_period(year.number, number)
    blank = DayCell("", "", "")
    cells = [blank] * period.first_day.weekday()
    cells += [_day(day, year.days.get(day)) for day in period.days()]
    cells += [blank] * (-len(cells) % 7)
    weeks = tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7))
    return MonthView(fmt.month_name(period.first_day), weeks)


def _day(day: date, found: YearDay | None) -> DayCell:
    if found is None:
        return DayCell(str(day.day), "", "")
    spoken = state_text(found.state)
    if found.reason is not None:
        spoken = f"{spoken}: {reason_text(found.reason)}"
    return DayCell(str(day.day), found.state.value, spoken)
