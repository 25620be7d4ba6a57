"""The closed lists of the timetable."""

from enum import StrEnum


class ClosedKind(StrEnum):
    """Why there is no programme."""

    CLOSED = "closed"
    """The municipality offers nothing, such as on a planning day."""
    HOLIDAY = "holiday"
    """Ferie, of which there are up to 25 days (integreringsforskriften § 18)."""
