"""The pictures of attendance for staff."""

from datetime import MAXYEAR, date
from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.attendance.heatmap import service
from app.attendance.heatmap.presenters import heat_page, year_page
from app.attendance.service.permission import REGISTRARS
from app.core.actor import CASE_STAFF
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.language import current_language
from app.web.transactions import transactional

bp = Blueprint("heatmap", __name__)

_FIRST_YEAR, _YEARS_AHEAD = 2021, 5


@bp.get("/grupper/<uuid:group_id>/oppmote")
@access(*REGISTRARS)
@transactional
def show_group(group_id: UUID) -> ResponseReturnValue:
    """Show how much each member missed, week by week."""
    heat = service.open_group_heat(session(), clock(), actor(), group_id, _chosen_day())
    return render_template(
        "attendance/heatmap/group.html",
        page=heat_page(heat),
        group_id=group_id,
        may_open=actor().role in CASE_STAFF,
    )


@bp.get("/deltakere/<uuid:participant_id>/fravaer/aar")
@access(*CASE_STAFF)
@transactional
def show_year(participant_id: UUID) -> ResponseReturnValue:
    """Show a participant's year day by day."""
    year = service.open_year(session(), clock(), actor(), participant_id, chosen_year())
    return render_template(
        "attendance/heatmap/year.html",
        page=year_page(year, current_language()),
        participant_id=participant_id,
        person=year.participant.full_name,
    )


def chosen_year() -> int:
    """Return the year in the address, or this year where it names none that can be shown."""
    today = current_day()
    year = request.args.get("aar", today.year, type=int)
    return year if _FIRST_YEAR <= year <= min(MAXYEAR, today.year + _YEARS_AHEAD) else today.year


def _chosen_day() -> date:
    today = current_day()
    try:
        day = date.fromisoformat(request.args.get("dag", ""))
    except ValueError:
        return today
    return day if _FIRST_YEAR <= day.year <= today.year + _YEARS_AHEAD else today
