"""Pages of attendance: groups with their weeks, and absences."""

from app.attendance.views import groups as _groups
from app.attendance.views import weeks as _weeks
from app.attendance.views.absences import bp as absences_bp
from app.attendance.views.blueprint import bp as groups_bp

BLUEPRINTS = (groups_bp, absences_bp)

_REGISTERED = (_groups, _weeks)  # importing them adds their routes
