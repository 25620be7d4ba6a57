"""Reading the timetable: rooms, closed days, sessions with their places."""

from app.attendance.timetable.queries.meetings import (
    GroupMember,
    Meeting,
    is_marked,
    keeps_place_secret,
    list_group_members,
    list_meetings,
)
from app.attendance.timetable.queries.plans import list_planned_elements, scheduled_in_week
from app.attendance.timetable.queries.rooms import (
    ClosedLine,
    closed_days,
    find_room_by_name,
    get_closed_day,
    get_room,
    list_closed_for_group,
    list_closed_lines,
    list_rooms,
)

__all__ = [
    "ClosedLine",
    "GroupMember",
    "Meeting",
    "closed_days",
    "find_room_by_name",
    "get_closed_day",
    "get_room",
    "is_marked",
    "keeps_place_secret",
    "list_closed_for_group",
    "list_closed_lines",
    "list_group_members",
    "list_meetings",
    "list_planned_elements",
    "list_rooms",
    "scheduled_in_week",
]
