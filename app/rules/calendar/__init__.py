"""Working days and scheduled hours. Public holidays come in as facts."""

from app.rules.calendar.schedule import (
    FULL_DAY,
    MONDAY_TO_FRIDAY,
    RegisteredHours,
    Schedule,
)
from app.rules.calendar.virkedag import is_virkedag

__all__ = ["FULL_DAY", "MONDAY_TO_FRIDAY", "RegisteredHours", "Schedule", "is_virkedag"]
