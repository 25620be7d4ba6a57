"""Why a school's list is not taken in."""

from enum import StrEnum

from app.attendance.school_import.rows import ListProblem
from app.core.errors import Refusal


class TakeInRefusal(StrEnum):
    """Why nothing was registered."""

    UNREADABLE = "unreadable"
    NO_ROWS = ListProblem.NO_ROWS.value
    NO_PERSON = ListProblem.NO_PERSON.value
    NO_DAY = ListProblem.NO_DAY.value
    TOO_LONG = "too_long"
    """The days are more than a term, or not in order."""
    LOCKED = "locked"
    """The municipality's deadline is over for some days, and no reason is given."""
    NOTHING_NEW = "nothing_new"
    """All that the list says is registered already."""


class CannotTakeIn(Refusal[TakeInRefusal]):
    """The list is not taken in."""

    code = "cannot_take_in_school_list"
