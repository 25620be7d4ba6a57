"""A week on a time axis: hours down, days across, side by side what happens at the same time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from app.attendance.timetable.queries import Meeting
from app.attendance.timetable.service.looking import TimetableWeek
from app.i18n import format as fmt
from app.i18n.text import gettext as _

FRIDAY = 5  # ISO
MINUTES_PER_HOUR = 60
QUARTER = 15
MOST_QUARTERS = 12
"""Longer stretches are drawn as three hours."""
WEEK = timedelta(days=7)
_WEEK_FORM = "%G-W%V"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A session as the week shows it."""

    session_id: UUID
    group_id: UUID
    group: str
    """Empty where the page is about the group."""
    time: str
    title: str
    room: str
    """Room or place; empty where the page is about it, or it is to be kept secret."""
    teacher: str
    is_substitute: bool
    is_cancelled: bool
    reason: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """A place in the table: a session over some rows, or nothing for one row."""

    lesson: Lesson | None
    span: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """From one moment at which something begins or ends to the next."""

    time: str
    quarters: int
    """Length in quarters of an hour."""
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class GridDay:
    """A day of the week."""

    name: str
    date: str
    lanes: int
    """Columns: how many sessions there are at once, at most."""
    note: str
    """Why there is no programme; empty: there is."""
    is_today: bool
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """The whole week."""

    number: int
    year: int
    code: str
    period: str
    previous: str
    following: str
    days: tuple[GridDay, ...]
    rows: tuple[GridRow, ...]
    hours: str
    """Of the sessions that are held, in all."""


def week_grid(
    found: TimetableWeek,
    *,
    shows_group: bool = True,
    shows_room: bool = True,
) -> WeekGrid:
    """Return the week as days, and as the rows of a table."""
    of_day = {
        day: [each for each in found.meetings if each.day == day]
        for day in found.week.days()
        if day.isoweekday() <= FRIDAY or any(each.day == day for each in found.meetings)
    }
    lanes = {day: _lanes(meetings) for day, meetings in of_day.items()}
    lessons = {
        each.session_id: _lesson(each, shows_group=shows_group, shows_room=shows_room)
        for each in found.meetings
    }
    first = found.week.first_day
    held = sum(each.minutes for each in found.meetings if not each.is_cancelled)
    return WeekGrid(
        number=first.isocalendar().week,
        year=first.isocalendar().year,
        code=f"{first:{_WEEK_FORM}}",
        period=f"{fmt.short_date(first)}–{fmt.short_date(found.week.last_day)}",
        previous=f"{first - WEEK:{_WEEK_FORM}}",
        following=f"{first + WEEK:{_WEEK_FORM}}",
        days=tuple(
            GridDay(
                name=fmt.weekday_name(day),
                date=fmt.short_date(day),
                lanes=len(lanes[day]),
                note=_note(found, day),
                is_today=day == found.on,
                lessons=tuple(lessons[each.session_id] for each in of_day[day]),
            )
            for day in of_day
        ),
        rows=tuple(_rows(list(lanes.values()), lessons)),
        hours=fmt.hours(Fraction(held, MINUTES_PER_HOUR)),
    )


def _lanes(meetings: Sequence[Meeting]) -> list[list[Meeting]]:
    """Share the sessions of a day out on columns, so that none lies on another; at least one."""
    lanes: list[list[Meeting]] = []
    for each in sorted(meetings, key=lambda meeting: (meeting.begins, -meeting.ends)):
        free = next((lane for lane in lanes if lane[-1].ends <= each.begins), None)
        if free is None:
            lanes.append([each])
        else:
            free.append(each)
    return lanes or [[]]


def _rows(days: list[list[list[Meeting]]], lessons: dict[UUID, Lesson]) -> Iterable[GridRow]:
    every = [each for lanes in days for lane in lanes for each in lane]
    moments = sorted({each.begins for each in every} | {each.ends for each in every})
    number = {moment: place for place, moment in enumerate(moments)}
    for begins, ends in pairwise(moments):
        cells = []
        for lane in (lane for lanes in days for lane in lanes):
            at = next((each for each in lane if each.begins <= begins < each.ends), None)
            if at is None:
                cells.append(GridCell(None, 1))
            elif at.begins == begins:
                cells.append(GridCell(lessons[at.session_id], number[at.ends] - number[begins]))
        quarters = min(MOST_QUARTERS, max(1, (ends - begins) // QUARTER))
        yield GridRow(_clock(begins), quarters, tuple(cells))


def _lesson(each: Meeting, *, shows_group: bool, shows_room: bool) -> Lesson:
    return Lesson(
        session_id=each.session_id,
        group_id=each.group_id,
        group=each.group_name if shows_group else "",
        time=f"{_clock(each.begins)}–{_clock(each.ends)}",
        title=each.title,
        room=(each.room_name or each.place) if shows_room else "",
        teacher=each.teacher_name or "",
        is_substitute=each.is_substitute,
        is_cancelled=each.is_cancelled,
        reason=each.cancel_reason,
    )


def _note(found: TimetableWeek, day: date) -> str:
    if day in found.closed:
        return found.closed[day]
    return _("Helligdag") if day in found.holidays else ""


def _clock(minute: int) -> str:
    hour, rest = divmod(minute, MINUTES_PER_HOUR)
    return f"{hour:02d}.{rest:02d}"
