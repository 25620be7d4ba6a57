"""The page that a link opens, for somebody without an account."""

from flask import Blueprint, Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.extensions import limiter
from app.plans.confirmations import service
from app.plans.confirmations.errors import CannotReply, CannotUseLink
from app.plans.confirmations.forms import ReplyForm, reply_form
from app.plans.confirmations.presenters import link_page
from app.plans.confirmations.wording import reply_refusal
from app.web.access import public
from app.web.context import clock, session, settings
from app.web.transactions import transactional

bp = Blueprint("confirmation_link", __name__, url_prefix="/bekreft")

TRIES = "60 per 5 minutes"


@bp.get("/takk")
@public
def thank() -> ResponseReturnValue:
    """Say that the answer has arrived; the page is about nobody."""
    return render_template("plans/confirmations/thanks.html")


@bp.route("/<address>", methods=["GET", "POST"])
@public
@limiter.limit(TRIES)
@transactional
def show(address: str) -> ResponseReturnValue:
    """Show the lines to whoever holds the link, and take one answer."""
    key = settings().secret_key
    try:
        opened = service.open_link(session(), clock(), address, key)
        form = reply_form(len(opened.asked.lines))
        if form.validate_on_submit() and _answer(opened, form, address, key):
            return redirect(url_for(".thank"), 303)
    except CannotUseLink:
        return render_template("plans/confirmations/unusable.html"), 404
    return render_template(
        "plans/confirmations/link.html", page=link_page(opened), form=form, lines=form.lines()
    )


@bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the address out of search engines, and out of what the browser tells other pages.

    The bare host is still named: the protection of our own forms asks for it.
    """
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


def _answer(opened: service.OpenedLink, form: ReplyForm, address: str, key: str) -> bool:
    """Keep the answer; if it lacks something, say so at the line concerned."""
    try:
        reply = form.to_command([line.id for line in opened.asked.lines])
        service.answer_link(session(), clock(), address, key, reply)
    except CannotReply as refusal:
        field, message = reply_refusal(refusal.reason)
        line = form.lines()[refusal.line]
        line.form[field].errors = [*line.form[field].errors, message]
        return False
    return True
