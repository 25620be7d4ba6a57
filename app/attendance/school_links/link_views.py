"""The page that a school opens by its link; nobody signs in."""

from datetime import date

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.school_links import presenters, service
from app.attendance.school_links.commands import SendReport
from app.attendance.school_links.errors import CannotUseLink
from app.attendance.school_links.forms import week_form
from app.extensions import limiter
from app.web.access import public
from app.web.context import clock, current_day, session
from app.web.transactions import transactional

bp = Blueprint("school_link", __name__, url_prefix="/skole")

TRIES = "60 per 5 minutes"


@bp.route("/<address>", methods=["GET", "POST"])
@public
@limiter.limit(TRIES)
@transactional
def show(address: str) -> ResponseReturnValue:
    """Show a week of the group, and take what the school tells of it."""
    try:
        opened = service.open_link(session(), clock(), address, _wanted())
        page = presenters.week_page(opened, current_day())
        form = week_form(page.labels)
        if form.validate_on_submit():
            command = SendReport(opened.days, form.sender.data, form.away(page.places))
            service.send_report(session(), clock(), address, command)
            return redirect(url_for(".show", address=address, dag=opened.days.first_day), 303)
    except CannotUseLink:
        return render_template("school_link/closed.html"), 404
    if not form.is_submitted():
        for name, hours in presenters.told_hours(opened).items():
            if name in form:
                form[name].data = hours
    return render_template("school_link/week.html", page=page, form=form, address=address)


@bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the address from search engines and other pages, and the names from the cache."""
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store"
    return response


def _wanted() -> date | None:
    """Return the day that the address asks for; None: it asks for none that can be understood."""
    try:
        return date.fromisoformat(request.args.get("dag", ""))
    except ValueError:
        return None
