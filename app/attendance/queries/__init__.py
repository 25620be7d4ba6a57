"""Reading attendance: groups, weeks, absences, and whole months for the payment."""

from app.attendance.queries.absences import (
    get_absence,
    list_absences,
    list_absences_history,
)
from app.attendance.queries.groups import (
    GroupLine,
    MemberLine,
    find_group_by_name,
    get_group,
    get_group_for,
    get_membership,
    list_groups,
    list_members,
    list_possible_members,
    list_slots,
)
from app.attendance.queries.history import DaysAround, days_around
from app.attendance.queries.month import (
    AbsentDay,
    UnexplainedDay,
    UnmarkedSession,
    absent_minutes,
    list_unexplained_absences,
    list_unmarked_groups,
    scheduled_minutes,
    unmarked_sessions,
)
from app.attendance.queries.week import (
    MarkLine,
    WeekRows,
    get_session_of_group,
    list_sessions,
    load_week,
    marks_by_place,
    memberships_by_participant,
    sessions_by_id,
)

__all__ = [
    "AbsentDay",
    "DaysAround",
    "GroupLine",
    "MarkLine",
    "MemberLine",
    "UnexplainedDay",
    "UnmarkedSession",
    "WeekRows",
    "absent_minutes",
    "days_around",
    "find_group_by_name",
    "get_absence",
    "get_group",
    "get_group_for",
    "get_membership",
    "get_session_of_group",
    "list_absences",
    "list_absences_history",
    "list_groups",
    "list_members",
    "list_possible_members",
    "list_sessions",
    "list_slots",
    "list_unexplained_absences",
    "list_unmarked_groups",
    "load_week",
    "marks_by_place",
    "memberships_by_participant",
    "scheduled_minutes",
    "sessions_by_id",
    "unmarked_sessions",
]
