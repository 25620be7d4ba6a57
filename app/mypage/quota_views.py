"""What the participant has left of her quotas, and what days away would mean."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.attendance.balances.forms import DayForm
from app.attendance.balances.presenters import quotas_page
from app.benefit.outlook.views import answer_question
from app.core.actor import Role
from app.mypage import service
from app.mypage.views import bp
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/fravaer/kvoter")
@access(Role.PARTICIPANT)
@transactional
def show_quotas() -> ResponseReturnValue:
    """Show every quota on a day."""
    form = DayForm(request.args, current_day())
    book = service.open_quotas(session(), clock(), actor(), form.day())
    return render_template("mypage/quotas.html", form=form, page=quotas_page(book))


@bp.route("/fravaer/spor", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def ask_for_days() -> ResponseReturnValue:
    """Say what days away would mean; nothing is saved or sent."""
    participant = service.open_asking(session(), clock(), actor())
    form, found = answer_question(participant.id)
    return render_template("mypage/ask_for_days.html", form=form, answers=found)
