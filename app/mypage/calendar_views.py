"""The participant's own week, and the link to it for her phone."""

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.calendar import presenters
from app.attendance.calendar import service as calendar
from app.attendance.calendar.errors import CannotMakeWeekSheet
from app.attendance.calendar.sheet import make_sheet
from app.attendance.calendar.views import SHEET_NAME, address_of
from app.core.actor import Role
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.views import bp
from app.plans.paper.words import plan_words
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.language import current_language
from app.web.responses import file_to_keep
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/ukeplan")
@access(Role.PARTICIPANT)
@transactional
def show_week() -> ResponseReturnValue:
    """Show a week, and the state of the link to the calendar."""
    week = presenters.week_of(request.args.get("uke"), current_day())
    own = service.open_week(session(), clock(), actor(), week)
    words = plan_words(current_language().code)
    return render_template("mypage/week.html", week=presenters.week_view(own, words), words=words)


@bp.get("/ukeplan/ark")
@access(Role.PARTICIPANT)
@transactional
def print_week() -> ResponseReturnValue:
    """Return the week on a sheet of paper, in her language."""
    week = presenters.week_of(request.args.get("uke"), current_day())
    own = service.open_week(session(), clock(), actor(), week)
    words, name = calendar.words_for(own.participant), own.participant.full_name
    view = presenters.week_view(own, words)
    session().commit()  # nobody else waits for the database while the sheet is made
    try:
        pdf = make_sheet(current_app.extensions["introportalen.pdf"], view, words, name)
    except CannotMakeWeekSheet as refusal:
        flash(presenters.sheet_refusal(refusal.reason), "warning")
        return redirect(url_for(".show_week"), 303)
    return file_to_keep(pdf, "application/pdf", SHEET_NAME)


@bp.post("/ukeplan/lenke")
@access(Role.PARTICIPANT)
@transactional
def make_calendar_link() -> ResponseReturnValue:
    """Make a link to the calendar, and show its address once: only its hash is kept."""
    participant = service.open_own_calendar(session(), clock(), actor())
    secret = calendar.make_link(session(), clock(), actor(), participant.id)
    page = render_template("mypage/week_link.html", address=address_of(secret))
    made = make_response(page, 201)
    made.headers["Location"] = url_for(".show_week")
    return made


@bp.post("/ukeplan/lenke/steng")
@access(Role.PARTICIPANT)
@transactional
def revoke_calendar_link() -> ResponseReturnValue:
    """Let the link open nothing from now on."""
    participant = service.open_own_calendar(session(), clock(), actor())
    calendar.revoke_link(session(), clock(), actor(), participant.id)
    flash(_("Lenken virker ikke lenger."), "success")
    return redirect(url_for(".show_week"), 303)
