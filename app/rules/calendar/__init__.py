"""Working days and scheduled hours. Public holidays come in as facts."""

from app.rules.calendar.schedule import RegisteredHours, Schedule
from app.rules.calendar.virkedag import is_virkedag

__all__ = ["RegisteredHours", "Schedule", "is_virkedag"]
