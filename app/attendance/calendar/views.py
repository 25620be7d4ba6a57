"""The week of a participant, for staff, and the feed for whoever holds its secret link."""

from uuid import UUID

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from app.attendance.calendar import presenters, service
from app.attendance.calendar.errors import CannotMakeWeekSheet
from app.attendance.calendar.ics import MEDIA_TYPE
from app.attendance.calendar.sheet import make_sheet
from app.core.actor import CASE_STAFF
from app.enrolment.presenters import full_name
from app.enrolment.queries import get_participant
from app.extensions import limiter
from app.i18n.text import gettext as _
from app.plans.paper.words import plan_words
from app.web.access import access, public
from app.web.context import actor, clock, current_day, scope, session
from app.web.language import current_language
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("calendar", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan/ukeplan")
feed_bp = Blueprint("calendar_feed", __name__, url_prefix="/kalender")

TRIES = "120 per 5 minutes"
SHEET_NAME = "ukeplan.pdf"


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show a week of the participant, and the state of the link to her calendar."""
    week = presenters.week_of(request.args.get("uke"), current_day())
    own = service.open_week(session(), clock(), actor(), participant_id, week)
    words = plan_words(current_language().code)
    return render_template(
        "attendance/calendar/show.html",
        participant_id=participant_id,
        person=full_name(own.participant),
        week=presenters.week_view(own, words),
        words=words,
    )


@bp.get("/ark")
@access(*CASE_STAFF)
@transactional
def print_sheet(participant_id: UUID) -> ResponseReturnValue:
    """Return the week on a sheet of paper, in the participant's language."""
    week = presenters.week_of(request.args.get("uke"), current_day())
    own = service.open_week(session(), clock(), actor(), participant_id, week)
    words, name = service.words_for(own.participant), own.participant.full_name
    view = presenters.week_view(own, words)
    session().commit()  # nobody else waits for the database while the sheet is made
    try:
        pdf = make_sheet(current_app.extensions["introportalen.pdf"], view, words, name)
    except CannotMakeWeekSheet as refusal:
        flash(presenters.sheet_refusal(refusal.reason), "warning")
        return redirect(url_for(".show", participant_id=participant_id), 303)
    return file_to_keep(pdf, "application/pdf", SHEET_NAME)


@bp.post("/lenke")
@access(*CASE_STAFF)
@transactional
def make_link(participant_id: UUID) -> ResponseReturnValue:
    """Make a link to the calendar, and show its address once: only its hash is kept."""
    participant = get_participant(session(), scope(), participant_id)
    secret = service.make_link(session(), clock(), actor(), participant_id)
    page = render_template(
        "attendance/calendar/made.html",
        participant_id=participant_id,
        person=full_name(participant),
        address=address_of(secret),
    )
    made = make_response(page, 201)
    made.headers["Location"] = url_for(".show", participant_id=participant_id)
    return made


@bp.post("/lenke/steng")
@access(*CASE_STAFF)
@transactional
def revoke_link(participant_id: UUID) -> ResponseReturnValue:
    """Let the link open nothing from now on."""
    service.revoke_link(session(), clock(), actor(), participant_id)
    flash(_("Lenken virker ikke lenger."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)


@feed_bp.get("/<address>.ics")
@public
@limiter.limit(TRIES)
@transactional
def read(address: str) -> ResponseReturnValue:
    """Return the calendar to whoever holds its link."""
    return file_to_keep(service.read_feed(session(), clock(), address), MEDIA_TYPE, "ukeplan.ics")


@feed_bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the address out of search engines and other pages."""
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def address_of(secret: str) -> str:
    """Return the whole address of a calendar."""
    return url_for("calendar_feed.read", address=secret, _external=True)
