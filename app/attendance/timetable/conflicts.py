"""What cannot all be true in a timetable: one room, teacher or participant in two places."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from uuid import UUID

from app.attendance.timetable.queries import GroupMember, Meeting


class ConflictKind(StrEnum):
    """What is wrong."""

    ROOM = "room"
    TEACHER = "teacher"
    PARTICIPANT = "participant"
    GROUP = "group"
    """Two sessions of one group, such as one that was restored after another took its place."""
    CLOSED_DAY = "closed_day"
    """A session on a closed day or a public holiday."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sessions at once, or one on a day without programme."""

    kind: ConflictKind
    first: Meeting
    second: Meeting | None = None
    """None for a closed day."""
    people: tuple[GroupMember, ...] = ()
    """Who is expected in both places."""
    closed_name: str = ""
    """Why the day is closed; empty: it is a public holiday."""


def find_overlaps(meetings: Iterable[Meeting]) -> list[tuple[Meeting, Meeting]]:
    """Return the pairs of sessions at the same time, in order; cancelled ones are nowhere."""
    held = [each for each in meetings if not each.is_cancelled]
    held.sort(key=lambda each: (each.day, each.begins, each.ends, str(each.session_id)))
    return [pair for _day, of_day in groupby(held, _day_of) for pair in _pairs(list(of_day))]


def find_conflicts(
    pairs: Iterable[tuple[Meeting, Meeting]],
    members: Mapping[UUID, Sequence[GroupMember]],
) -> list[Conflict]:
    """Return what is wrong with overlapping sessions. `members`: by group, of the same days."""
    return [found for first, second in pairs for found in _of_pair(first, second, members)]


def find_closed(
    meetings: Iterable[Meeting],
    holidays: frozenset[date],
    closed: Mapping[UUID, Mapping[date, str]],
) -> list[Conflict]:
    """Return the sessions on days without programme. `closed`: the days by group, with names."""
    return [
        Conflict(
            ConflictKind.CLOSED_DAY,
            each,
            closed_name=closed.get(each.group_id, {}).get(each.day, ""),
        )
        for each in meetings
        if not each.is_cancelled
        if each.day in holidays or each.day in closed.get(each.group_id, {})
    ]


def _day_of(meeting: Meeting) -> date:
    return meeting.day


def _pairs(of_day: list[Meeting]) -> Iterator[tuple[Meeting, Meeting]]:
    for number, first in enumerate(of_day):
        for second in of_day[number + 1 :]:
            if second.begins >= first.ends:
                break
            yield first, second


def _of_pair(
    first: Meeting, second: Meeting, members: Mapping[UUID, Sequence[GroupMember]]
) -> Iterator[Conflict]:
    if first.room_id is not None and first.room_id == second.room_id:
        yield Conflict(ConflictKind.ROOM, first, second)
    if first.teacher_id is not None and first.teacher_id == second.teacher_id:
        yield Conflict(ConflictKind.TEACHER, first, second)
    if first.group_id == second.group_id:
        yield Conflict(ConflictKind.GROUP, first, second)
    else:
        there = {
            each.participant_id
            for each in members.get(second.group_id, ())
            if each.is_there_on(second.day)
        }
        both = tuple(
            each
            for each in members.get(first.group_id, ())
            if each.participant_id in there and each.is_there_on(first.day)
        )
        if both:
            yield Conflict(ConflictKind.PARTICIPANT, first, second, both)
