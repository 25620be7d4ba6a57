"""What arrives from the week grid: a plain form, or JSON in the background."""

from typing import Any
from uuid import UUID

from app.attendance.commands import Mark
from app.web.forms import PortalForm

MOST_MARKS = 1000


class MalformedMarks(ValueError):
    """The sender is not our page: the JSON has another shape."""


class WeekForm(PortalForm):
    """Carries the one-time id; the cells are read by `app.attendance.cells`."""


def read_marks(payload: Any) -> tuple[Mark, ...]:
    """Return the marks of a background request.

    Raises:
        MalformedMarks: the JSON is not what our page sends.
    """
    try:
        sent = payload["marks"]
        if not isinstance(sent, list) or len(sent) > MOST_MARKS:
            raise MalformedMarks
        return tuple(
            Mark(
                session_id=UUID(each["session_id"]),
                participant_id=UUID(each["participant_id"]),
                minutes_absent=_whole(each["minutes_absent"]),
                base_version=_whole(each["base_version"]),
                minutes_late=_whole(each.get("minutes_late", 0)),
                minutes_left_early=_whole(each.get("minutes_left_early", 0)),
            )
            for each in sent
        )
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise MalformedMarks from error


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 10**6:
        raise MalformedMarks
    return value
