"""The participant's year, day by day."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.attendance.heatmap.presenters import year_page
from app.attendance.heatmap.views import chosen_year
from app.core.actor import Role
from app.mypage import service
from app.mypage.views import bp
from app.web.access import access
from app.web.context import actor, clock, session
from app.web.language import current_language
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/fravaer/aar")
@access(Role.PARTICIPANT)
@transactional
def show_year() -> ResponseReturnValue:
    """Show her year."""
    year = service.open_own_year(session(), clock(), actor(), chosen_year())
    return render_template("mypage/year.html", page=year_page(year, current_language()))
