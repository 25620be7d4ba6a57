"""Rooms, closed days, copies, conflicts and gaps in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from app.attendance.timetable.conflicts import Conflict, ConflictKind
from app.attendance.timetable.gaps import Gap
from app.attendance.timetable.kinds import ClosedKind
from app.attendance.timetable.queries import ClosedLine, Meeting
from app.attendance.timetable.service.copying import CopiedSession, Obstacle
from app.attendance.timetable.service.looking import TimetableCheck
from app.core.period import Period
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.calendar import is_virkedag
from app.rules.parameters.absence_limits import HOLIDAY_DAYS
from app.sources.public_holidays import public_holidays

MINUTES_PER_HOUR = 60


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed period in the list."""

    id: UUID
    period: str
    name: str
    kind: str
    for_whom: str


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """Something that cannot be, and where to settle it."""

    when: str
    what: str
    links: tuple[tuple[UUID, UUID, str], ...]
    """Group, session and what the link says."""


@dataclass(frozen=True, slots=True)
class GapRow:
    """A participant's week that lacks something."""

    participant_id: UUID
    name: str
    planned: str
    scheduled: str
    missing: str
    """Hours of the plan without a place in the timetable; empty: none."""
    below_full_time: str
    """Hours lacking in full time; empty: none."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """What is wrong in a week."""

    conflicts: tuple[ConflictRow, ...]
    gaps: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One session of a copy."""

    day: str
    time: str
    title: str
    obstacle: str
    """Why it is not made; empty: it is."""


def closed_rows(lines: Iterable[ClosedLine]) -> list[ClosedRow]:
    """Return the closed periods in words."""
    return [
        ClosedRow(
            id=each.id,
            period=_period(each.first_day, each.last_day),
            name=each.name,
            kind=_("Ferie") if each.kind is ClosedKind.HOLIDAY else _("Stengt"),
            for_whom=each.group_name or _("Hele kommunen"),
        )
        for each in lines
    ]


def holiday_sentences(lines: Sequence[ClosedLine], year: int) -> list[str]:
    """Return how many days of holiday the year has, and who has got more than there can be."""
    holidays = [each for each in lines if each.kind is ClosedKind.HOLIDAY]
    whole = _holiday_days((each for each in holidays if each.group_id is None), year)
    sentences = [
        _(
            "Hele kommunen har %(days)s feriedager i %(year)s. Det kan være høyst %(most)s.",
            days=whole,
            year=year,
            most=_most_holiday_days(year),
        )
    ]
    groups = {each.group_id: each.group_name for each in holidays if each.group_id is not None}
    for group_id, name in groups.items():
        own = [each for each in holidays if each.group_id in {None, group_id}]
        sentences.append(
            _("%(group)s har %(days)s feriedager.", group=name, days=_holiday_days(own, year))
        )
    return sentences


def has_too_many_holidays(lines: Sequence[ClosedLine], year: int) -> bool:
    """Tell whether somebody has more holiday than the regulation allows, by calendar year."""
    holidays = [each for each in lines if each.kind is ClosedKind.HOLIDAY]
    groups = {each.group_id for each in holidays}
    return any(
        _holiday_days((each for each in holidays if each.group_id in {None, group}), year)
        > _most_holiday_days(year)
        for group in groups
    )


def _most_holiday_days(year: int) -> int:
    """Return how many there can be; the regulation names no period, so it is asked by year."""
    return HOLIDAY_DAYS.on(date(year, 1, 1))


def _holiday_days(lines: Iterable[ClosedLine], year: int) -> int:
    of_year = Period(date(year, 1, 1), date(year, 12, 31))
    days = {day for each in lines for day in each.period.days() if day in of_year}
    return sum(is_virkedag(day, public_holidays(year, year)) for day in days)


def check_view(check: TimetableCheck) -> CheckView:
    """Return what is wrong, in words."""
    return CheckView(
        tuple(_conflict_row(each) for each in check.conflicts),
        tuple(_gap_row(each) for each in check.gaps),
    )


def _conflict_row(found: Conflict) -> ConflictRow:
    meetings = [each for each in (found.first, found.second) if each is not None]
    day = found.first.day
    return ConflictRow(
        when=f"{fmt.weekday_name(day)} {fmt.short_date(day)}",
        what=_conflict_text(found),
        links=tuple(
            (each.group_id, each.session_id, f"{each.group_name} {_time(each)}")
            for each in meetings
        ),
    )


def _conflict_text(found: Conflict) -> str:
    match found.kind:
        case ConflictKind.ROOM:
            return _("Rommet %(room)s er opptatt to ganger.", room=found.first.room_name or "")
        case ConflictKind.TEACHER:
            return _(
                "%(teacher)s underviser to steder samtidig.",
                teacher=found.first.teacher_name or "",
            )
        case ConflictKind.GROUP:
            return _("%(group)s har to økter samtidig.", group=found.first.group_name)
        case ConflictKind.CLOSED_DAY:
            reason = found.closed_name or _("Helligdag")
            return _("Økten er på en dag uten program: %(reason)s.", reason=reason)
        case ConflictKind.PARTICIPANT:
            names = (f"{each.given_name} {each.family_name}" for each in found.people)
            return _("Skal være to steder samtidig: %(names)s.", names=", ".join(names))


def _gap_row(gap: Gap) -> GapRow:
    return GapRow(
        participant_id=gap.participant_id,
        name=f"{gap.family_name}, {gap.given_name}",
        planned=_hours(gap.planned),
        scheduled=_hours(gap.scheduled),
        missing=_hours(gap.missing) if gap.missing else "",
        below_full_time=_hours(gap.below_full_time) if gap.below_full_time else "",
    )


def copy_rows(copied: Iterable[CopiedSession]) -> list[CopyRow]:
    """Return each session of a copy."""
    return [
        CopyRow(
            day=f"{fmt.weekday_name(each.day)} {fmt.short_date(each.day)}",
            time=f"{each.starts_at:%H.%M}",
            title=each.title,
            obstacle=_obstacle_text(each),
        )
        for each in copied
    ]


def _obstacle_text(each: CopiedSession) -> str:
    match each.obstacle:
        case None:
            return ""
        case Obstacle.HOLIDAY:
            return _("Helligdag")
        case Obstacle.CLOSED:
            return each.closed_name
        case Obstacle.TAKEN:
            return _("Gruppen har en økt fra før")


def _hours(minutes: int) -> str:
    return fmt.hours(Fraction(minutes, MINUTES_PER_HOUR))


def _time(meeting: Meeting) -> str:
    ends, rest = divmod(meeting.ends, MINUTES_PER_HOUR)
    return f"{meeting.starts_at:%H.%M}–{ends:02d}.{rest:02d}"


def _period(first_day: date, last_day: date) -> str:
    if first_day == last_day:
        return fmt.short_date(first_day)
    return f"{fmt.short_date(first_day)}–{fmt.short_date(last_day)}"
