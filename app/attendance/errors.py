"""Why attendance, groups and absences are refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.core.errors import Conflict, Refusal


class GroupRefusal(StrEnum):
    """Why a group cannot be saved."""

    NAME_TAKEN = "name_taken"
    NOT_A_TEACHER = "not_a_teacher"


class CannotSaveGroup(Refusal[GroupRefusal]):
    """The group's name or teacher cannot be used."""

    code = "cannot_save_group"


class SlotRefusal(StrEnum):
    """Why a weekly meeting cannot be added."""

    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    TOO_LONG = "too_long"
    OVERLAPS = "overlaps"
    DAY_OFF = "day_off"
    """Saturdays and Sundays are days off (integreringsforskriften § 17)."""
    NOT_A_TEACHER = "not_a_teacher"


class CannotAddSlot(Refusal[SlotRefusal]):
    """The weekly meeting has impossible times, or collides with another of the group."""

    code = "cannot_add_slot"


class MemberRefusal(StrEnum):
    """Why somebody cannot be taken into a group, or out of it."""

    ALREADY_MEMBER = "already_member"
    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    MARKED_AFTERWARDS = "marked_afterwards"
    INDIVIDUAL = "individual"
    """The element is one participant's own."""


class CannotChangeMembers(Refusal[MemberRefusal]):
    """The membership's period is impossible or overlaps with another."""

    code = "cannot_change_members"


class MarkRefusal(StrEnum):
    """Why a mark cannot be kept, whoever sets it."""

    UNKNOWN_SESSION = "unknown_session"
    NOT_A_MEMBER = "not_a_member"
    LONGER_THAN_SESSION = "longer_than_session"
    IN_THE_FUTURE = "in_the_future"
    CANCELLED = "cancelled"
    LOCKED = "locked"
    """The municipality's deadline is over: a change is a correction, and needs a reason."""
    PARTS_DO_NOT_FIT = "parts_do_not_fit"
    """Late and left early are together more than what was missed."""


@dataclass(frozen=True, slots=True)
class RefusedMark:
    """A mark that was not kept, with the reason."""

    session_id: UUID
    participant_id: UUID
    reason: MarkRefusal


@dataclass(frozen=True, slots=True)
class MarkConflict:
    """A mark that was made on an outdated view: both values, and whose the newer one is."""

    session_id: UUID
    participant_id: UUID
    minutes_absent: int
    """What was sent."""
    their_minutes_absent: int
    their_version: int
    marked_by: UUID


class AbsenceRefusal(StrEnum):
    """Why an absence cannot be registered or changed."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    TOO_LONG = "too_long"
    LONGER_THAN_DAY = "longer_than_day"
    OVERLAPS = "overlaps"
    CHILD_MISSING = "child_missing"
    UNKNOWN_CHILD = "unknown_child"
    NOTICE_MISSING = "notice_missing"
    NO_PROGRAMME = "no_programme"
    BEFORE_PROGRAMME = "before_programme"
    WITHDRAWN = "withdrawn"


class CannotRegisterAbsence(Refusal[AbsenceRefusal]):
    """The absence cannot be registered as it stands."""

    code = "cannot_register_absence"


class _Changed(Conflict):
    """Somebody saved the same thing after the form was opened."""

    def __init__(self, current: Mapping[str, object], row_version: int) -> None:
        super().__init__(self.code)
        self.current = dict(current)
        """What each field says now."""
        self.row_version = row_version


class AbsenceChanged(_Changed):
    """Somebody saved the absence after the form was opened."""

    code = "absence_changed"


class GroupChanged(_Changed):
    """Somebody saved the group after the form was opened."""

    code = "group_changed"
