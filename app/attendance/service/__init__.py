"""What is done with attendance: groups, timetables, marks and absences."""

from app.attendance.service.absences import (
    AbsenceBook,
    assess_absence,
    change_absence,
    changed_fields,
    content_of,
    open_absences,
    read_absences,
    register_absence,
    withdraw_absence,
)
from app.attendance.service.groups import (
    add_member,
    change_group,
    create_group,
    end_membership,
    list_groups,
    open_member,
    open_members,
    open_possible_members,
)
from app.attendance.service.marks import AcceptedMark, MarkingResult, mark_week, open_week
from app.attendance.service.timetable import (
    add_slot,
    cancel_session,
    end_slot,
    generate_sessions,
)

__all__ = [
    "AbsenceBook",
    "AcceptedMark",
    "MarkingResult",
    "add_member",
    "add_slot",
    "assess_absence",
    "cancel_session",
    "change_absence",
    "change_group",
    "changed_fields",
    "content_of",
    "create_group",
    "end_membership",
    "end_slot",
    "generate_sessions",
    "list_groups",
    "mark_week",
    "open_absences",
    "open_member",
    "open_members",
    "open_possible_members",
    "open_week",
    "read_absences",
    "register_absence",
    "withdraw_absence",
]
