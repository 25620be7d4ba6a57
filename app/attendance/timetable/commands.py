"""What can be asked of the timetable."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from app.attendance.timetable.kinds import ClosedKind
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class SaveRoom:
    """Name a room, or take it out of use."""

    name: str
    is_active: bool = True
    room_id: UUID | None = None
    """None: a new one."""
    row_version: int = 0


@dataclass(frozen=True, slots=True)
class AddClosedDay:
    """Close a period: its sessions are cancelled, and no new ones are made."""

    first_day: date
    last_day: date
    name: str
    kind: ClosedKind
    group_id: UUID | None = None
    """None: the whole municipality."""


@dataclass(frozen=True, slots=True)
class SessionContent:
    """When and where a single session is, and who teaches it."""

    day: date
    starts_at: time
    ends_at: time
    title: str
    room_id: UUID | None = None
    teacher_id: UUID | None = None
    """None: the group's teacher."""


@dataclass(frozen=True, slots=True)
class AddSession:
    """Add a session beside the weekly ones."""

    group_id: UUID
    content: SessionContent


@dataclass(frozen=True, slots=True)
class ChangeSession:
    """Move one session, or give it another room, teacher or title."""

    group_id: UUID
    session_id: UUID
    content: SessionContent


@dataclass(frozen=True, slots=True)
class ChangeSlot:
    """Give a weekly meeting another title, room or teacher from today on."""

    group_id: UUID
    slot_id: UUID
    title: str
    room_id: UUID | None
    teacher_id: UUID | None


@dataclass(frozen=True, slots=True)
class CopyTimetable:
    """Repeat what a group does: a week as it was, or the weekly meetings of a term or year."""

    group_id: UUID
    source: Period
    """For a week: any period of seven days from a Monday."""
    target: Period
    is_week: bool


@dataclass(frozen=True, slots=True)
class WeeklyTime:
    """When an individual element takes place on one weekday."""

    weekday: int
    """1 Monday to 7 Sunday (ISO)."""
    starts_at: time
    ends_at: time


@dataclass(frozen=True, slots=True)
class ScheduleElement:
    """Give an element of a plan, such as practice, times of its own."""

    participant_id: UUID
    element_id: UUID
    name: str
    place: str
    contact: str
    teacher_id: UUID | None
    """Who registers attendance beside those who work with cases."""
    period: Period
    times: tuple[WeeklyTime, ...]
