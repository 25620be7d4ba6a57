"""The page of a participant's quotas."""

from uuid import UUID

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.attendance.balances.forms import DayForm
from app.attendance.balances.presenters import quotas_page
from app.attendance.balances.service import open_balances
from app.core.actor import CASE_STAFF
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

bp = Blueprint("balances", __name__, url_prefix="/deltakere/<uuid:participant_id>/fravaer/kvoter")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what is left of every quota on a day."""
    form = DayForm(request.args, current_day())
    book = open_balances(session(), clock(), actor(), participant_id, form.day())
    return render_template(
        "attendance/balances/show.html",
        form=form,
        page=quotas_page(book),
        participant_id=participant_id,
        person=book.participant.full_name,
    )
