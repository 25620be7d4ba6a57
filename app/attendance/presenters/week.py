"""The week grid: people down, sessions across."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any, assert_never
from uuid import UUID

from flask import url_for

from app.attendance.cells import cell_name, cell_text
from app.attendance.errors import MarkConflict, MarkRefusal, RefusedMark
from app.attendance.models import Group, GroupSession
from app.attendance.presenters.groups import clock_text, full_name
from app.attendance.queries import MemberLine, WeekRows
from app.attendance.registration.locking import is_locked
from app.attendance.service import MarkingResult
from app.i18n import format as fmt
from app.i18n.text import gettext as _
from app.rules.policy import MarksLock

Place = tuple[UUID, UUID]
"""Session and participant."""


@dataclass(frozen=True, slots=True)
class DayHead:
    """A day above its sessions."""

    number: int
    text: str
    span: int


@dataclass(frozen=True, slots=True)
class SessionHead:
    """A session above its marks."""

    id: UUID
    number: int
    day_number: int
    time: str
    title: str
    minutes: int
    is_open: bool
    """Marks can be set: it is not in the future, it was held, and its deadline is not over."""
    is_cancelled: bool
    correct_url: str
    """Where marks are corrected with a reason, after the deadline; empty: it is not over."""
    day: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One person at one session."""

    name: str
    """Name of the input; empty: nothing can be marked here."""
    text: str
    state: str
    """present | absent | part | unmarked."""
    session_number: int
    day_number: int
    is_told: bool
    """An absence is registered for the day."""


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One person's week."""

    number: int
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class WeekLink:
    """Another week."""

    year: int
    week: int


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The week of a group."""

    group_id: UUID
    group_name: str
    year: int
    week: int
    period: str
    previous: WeekLink
    next: WeekLink
    days: tuple[DayHead, ...]
    sessions: tuple[SessionHead, ...]
    rows: tuple[PersonRow, ...]
    conflicts: tuple[str, ...]
    """What others have marked since the page was opened, in sentences."""


def week_page(
    group: Group,
    week: WeekRows,
    today: date,
    lock: MarksLock,
    *,
    typed: Mapping[Place, str] | None = None,
    conflicts: Sequence[str] = (),
) -> WeekPage:
    """Return the grid; `typed` is what was sent and could not be kept."""
    heads, days = _heads(week.sessions, today, lock)
    year, number, _weekday = week.period.first_day.isocalendar()
    return WeekPage(
        group_id=group.id,
        group_name=group.name,
        year=year,
        week=number,
        period=f"{fmt.short_date(week.period.first_day)}–{fmt.short_date(week.period.last_day)}",
        previous=_link(week.period.first_day - timedelta(days=7)),
        next=_link(week.period.first_day + timedelta(days=7)),
        days=days,
        sessions=heads,
        rows=_rows(week, heads, typed or {}),
        conflicts=tuple(conflicts),
    )


def conflict_sentences(
    conflicts: Sequence[MarkConflict], week: WeekRows, names: Mapping[UUID, str]
) -> list[str]:
    """Say what others have marked meanwhile, and what was typed."""
    return [
        _(
            "%(where)s: %(who)s har ført «%(theirs)s». Du skrev «%(yours)s».",
            where=place_text(week, conflict.session_id, conflict.participant_id),
            who=names.get(conflict.marked_by, ""),
            theirs=_in_words(week, conflict.session_id, conflict.their_minutes_absent),
            yours=_in_words(week, conflict.session_id, conflict.minutes_absent),
        )
        for conflict in conflicts
    ]


def refusal_sentences(refused: Sequence[RefusedMark], week: WeekRows) -> list[str]:
    """Say which marks cannot be kept, and why."""
    return [
        f"{place_text(week, each.session_id, each.participant_id)}: {mark_refusal(each.reason)}"
        for each in refused
    ]


def mark_refusal(reason: MarkRefusal) -> str:
    """Return the sentence of a refusal."""
    match reason:
        case MarkRefusal.UNKNOWN_SESSION:
            return _("Økten finnes ikke lenger.")
        case MarkRefusal.NOT_A_MEMBER:
            return _("Deltakeren er ikke i gruppen denne dagen.")
        case MarkRefusal.LONGER_THAN_SESSION:
            return _("Fraværet er lengre enn økten.")
        case MarkRefusal.IN_THE_FUTURE:
            return _("Økten har ikke vært ennå.")
        case MarkRefusal.CANCELLED:
            return _("Økten er avlyst.")
        case MarkRefusal.LOCKED:
            return _("Fristen for å føre økten er ute. Åpne klasselisten, og skriv hvorfor.")
        case MarkRefusal.PARTS_DO_NOT_FIT:
            return _("For sent og gikk tidlig er til sammen lengre enn økten.")
        case _:
            assert_never(reason)


def place_text(week: WeekRows, session_id: UUID, participant_id: UUID) -> str:
    """Return who and when, such as `Haddad, Amina, man. 09.00`."""
    people = {
        each.participant_id: full_name(each.given_name, each.family_name) for each in week.members
    }
    found = next((each for each in week.sessions if each.id == session_id), None)
    when = f"{fmt.weekday_name(found.day)} {clock_text(found.starts_at)}" if found else ""
    return fmt.joined(part for part in (people.get(participant_id, ""), when) if part)


def marking_answer(result: MarkingResult, names: Mapping[UUID, str]) -> dict[str, Any]:
    """Return the answer to a background request."""
    return {
        "accepted": [
            {
                "session_id": str(each.session_id),
                "participant_id": str(each.participant_id),
                "minutes_absent": each.minutes_absent,
                "version": each.version,
            }
            for each in result.accepted
        ],
        "conflicts": [
            {
                "session_id": str(each.session_id),
                "participant_id": str(each.participant_id),
                "minutes_absent": each.minutes_absent,
                "their_minutes_absent": each.their_minutes_absent,
                "their_version": each.their_version,
                "marked_by": names.get(each.marked_by, ""),
            }
            for each in result.conflicts
        ],
        "refused": [
            {
                "session_id": str(each.session_id),
                "participant_id": str(each.participant_id),
                "reason": each.reason.value,
                "message": mark_refusal(each.reason),
            }
            for each in result.refused
        ],
    }


def _in_words(week: WeekRows, session_id: UUID, minutes_absent: int) -> str:
    length = next((each.minutes for each in week.sessions if each.id == session_id), 0)
    if minutes_absent == 0:
        return _("til stede")
    if minutes_absent >= length:
        return _("borte hele økten")
    return _("borte %(minutes)s minutter", minutes=minutes_absent)


def _heads(
    sessions: Sequence[GroupSession], today: date, lock: MarksLock
) -> tuple[tuple[SessionHead, ...], tuple[DayHead, ...]]:
    heads: list[SessionHead] = []
    days: list[DayHead] = []
    for day, found in groupby(sessions, key=lambda each: each.day):
        text = f"{fmt.weekday_name(day)} {day:%d.%m}."
        before, is_over = len(heads), is_locked(day, today, lock)
        heads.extend(
            SessionHead(
                id=each.id,
                number=before + number,
                day_number=len(days),
                time=clock_text(each.starts_at),
                title=each.title,
                minutes=each.minutes,
                is_open=day <= today and not each.is_cancelled and not is_over,
                is_cancelled=each.is_cancelled,
                correct_url=_correct_url(each) if is_over and not each.is_cancelled else "",
                day=text,
            )
            for number, each in enumerate(found)
        )
        days.append(DayHead(len(days), text, len(heads) - before))
    return tuple(heads), tuple(days)


def _correct_url(session: GroupSession) -> str:
    return url_for("registration.show_class", group_id=session.group_id, session_id=session.id)


def _rows(
    week: WeekRows, heads: Sequence[SessionHead], typed: Mapping[Place, str]
) -> tuple[PersonRow, ...]:
    memberships: dict[UUID, list[MemberLine]] = {}
    for member in week.members:
        memberships.setdefault(member.participant_id, []).append(member)
    rows = []
    for number, (participant_id, times) in enumerate(memberships.items()):
        cells = tuple(
            _cell(week, head, found, participant_id, times, typed)
            for head, found in zip(heads, week.sessions, strict=True)
        )
        name = full_name(times[0].given_name, times[0].family_name)
        rows.append(PersonRow(number, name, cells))
    return tuple(rows)


def _cell(
    week: WeekRows,
    head: SessionHead,
    found: GroupSession,
    participant_id: UUID,
    times: Sequence[MemberLine],
    typed: Mapping[Place, str],
) -> Cell:
    is_member = any(each.first_day <= found.day <= (each.last_day or date.max) for each in times)
    mark = week.marks.get((found.id, participant_id))
    minutes = mark.minutes_absent if mark else None
    name = cell_name(found.id, participant_id, mark.version if mark else 0, minutes)
    return Cell(
        name=name if is_member and head.is_open else "",
        text=typed.get((found.id, participant_id), cell_text(minutes, found.minutes)),
        state=_state(minutes, found.minutes),
        session_number=head.number,
        day_number=head.day_number,
        is_told=(participant_id, found.day) in week.told,
    )


def _state(minutes: int | None, length: int) -> str:
    if minutes is None:
        return "unmarked"
    if minutes == 0:
        return "present"
    return "absent" if minutes >= length else "part"


def _link(day: date) -> WeekLink:
    year, week, _weekday = day.isocalendar()
    return WeekLink(year, week)
