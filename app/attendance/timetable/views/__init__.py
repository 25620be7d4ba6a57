"""Pages of the timetable: weeks, rooms, closed days, single sessions, copies, own elements."""

from app.attendance.timetable.views import copying as _copying
from app.attendance.timetable.views import elements as _elements
from app.attendance.timetable.views import places as _places
from app.attendance.timetable.views import sessions as _sessions
from app.attendance.timetable.views import weeks as _weeks
from app.attendance.timetable.views.blueprint import bp

_REGISTERED = (_copying, _elements, _places, _sessions, _weeks)  # importing adds the routes

__all__ = ["bp"]
