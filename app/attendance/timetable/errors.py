"""Why the timetable refuses something."""

from enum import StrEnum

from app.core.errors import Conflict, Refusal


class RoomRefusal(StrEnum):
    """Why a room cannot be saved."""

    NAME_TAKEN = "name_taken"


class CannotSaveRoom(Refusal[RoomRefusal]):
    """The room's name cannot be used."""

    code = "cannot_save_room"


class RoomChanged(Conflict):
    """Somebody saved the room after the form was opened."""

    code = "room_changed"

    def __init__(self, name: str, *, is_active: bool, row_version: int) -> None:
        super().__init__(self.code)
        self.name, self.is_active, self.row_version = name, is_active, row_version


class ClosedDayRefusal(StrEnum):
    """Why a period cannot be closed."""

    LAST_DAY_BEFORE_FIRST = "last_day_before_first"
    TOO_LONG = "too_long"
    OVERLAPS = "overlaps"


class CannotCloseDay(Refusal[ClosedDayRefusal]):
    """The period cannot be closed."""

    code = "cannot_close_day"


class SessionRefusal(StrEnum):
    """Why a single session cannot be made or changed."""

    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    DAY_OFF = "day_off"
    """A weekend, or a public holiday (integreringsforskriften § 17)."""
    CLOSED = "closed"
    OVERLAPS = "overlaps"
    MARKED = "marked"
    """Attendance is registered: it was held when it was held."""
    CANCELLED = "cancelled"
    NOT_A_TEACHER = "not_a_teacher"


class CannotSaveSession(Refusal[SessionRefusal]):
    """The session cannot be as it was filled in."""

    code = "cannot_save_session"


class CopyRefusal(StrEnum):
    """Why nothing is copied."""

    TOO_LONG = "too_long"
    ONTO_ITSELF = "onto_itself"
    NOTHING_TO_COPY = "nothing_to_copy"


class CannotCopy(Refusal[CopyRefusal]):
    """The copy cannot be made."""

    code = "cannot_copy"


class ElementRefusal(StrEnum):
    """Why an element of a plan gets no times."""

    NO_TIMES = "no_times"
    ENDS_BEFORE_IT_STARTS = "ends_before_it_starts"
    OUTSIDE_ELEMENT = "outside_element"
    ALREADY_SCHEDULED = "already_scheduled"
    TOO_LONG = "too_long"
    NOT_A_TEACHER = "not_a_teacher"


class CannotScheduleElement(Refusal[ElementRefusal]):
    """The element cannot have these times."""

    code = "cannot_schedule_element"
