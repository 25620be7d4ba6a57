"""The screens of a shared tablet: a code, what it is, the days, and thanks. Nobody signs in."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.statements.kinds import StatementKind
from app.attendance.statements.words import ReportWords, report_words
from app.attendance.tablets import service
from app.attendance.tablets.errors import CannotUseTablet, UnknownCode
from app.attendance.tablets.forms import CodeForm
from app.core.errors import NotFound
from app.enrolment.models import Participant
from app.extensions import limiter
from app.i18n.locales import document_languages
from app.i18n.text import gettext as _
from app.mypage.report_screen import ReportScreen
from app.web.access import public
from app.web.context import clock, session, settings
from app.web.language import current_language
from app.web.transactions import transactional

bp = Blueprint("tablet", __name__, url_prefix="/tavle")

TRIES = "60 per 5 minutes"
"""For everybody behind one address: a school has many tablets, and guessing needs far more."""


@bp.route("/<address>", methods=["GET", "POST"])
@public
@limiter.limit(TRIES)
@transactional
def enter(address: str) -> ResponseReturnValue:
    """Ask for the code."""
    try:
        tablet = service.open_tablet(session(), address)
    except CannotUseTablet:
        return render_template("tablet/closed.html"), 404
    form = CodeForm()
    if form.validate_on_submit():
        key = settings().secret_key
        try:
            visit = service.enter(session(), clock(), tablet, form.code.data, key)
            return redirect(url_for(".choose", address=address, visit=visit), 303)
        except UnknownCode:
            form.code.data = ""
            form.refuse(_("Koden er feil. Prøv en gang til."), "code")
    asked = {
        words.text("ask.code"): words
        for words in (report_words(each.code) for each in document_languages())
    }  # once where two languages say it alike
    return render_template("tablet/code.html", form=form, asked=asked.values())


@bp.get("/<address>/takk")
@public
def thank(address: str) -> ResponseReturnValue:
    """Say that it has arrived; the page is about nobody."""
    words = report_words(request.args.get("sprak", ""))
    return render_template("tablet/thanks.html", words=words, address=address)


@bp.get("/<address>/<visit>")
@public
@limiter.limit(TRIES)
@transactional
def choose(address: str, visit: str) -> ResponseReturnValue:
    """Let her choose what it is."""
    try:
        participant = _visitor(address, visit)
    except CannotUseTablet:
        return redirect(url_for(".enter", address=address), 303)
    words = _words(participant)
    kinds = [(each.value, words.text(f"menu.{each.value}")) for each in StatementKind]
    return render_template(
        "tablet/menu.html",
        words=words,
        kinds=kinds,
        address=address,
        visit=visit,
        given_name=participant.given_name,
    )


@bp.route("/<address>/<visit>/<kind>", methods=["GET", "POST"])
@public
@limiter.limit(TRIES)
@transactional
def report(address: str, visit: str, kind: str) -> ResponseReturnValue:
    """Let her fill in the days, see what they mean, and send."""
    if kind not in set(StatementKind):
        raise NotFound
    try:
        participant = _visitor(address, visit)
    except CannotUseTablet:
        return redirect(url_for(".enter", address=address), 303)
    screen = ReportScreen(StatementKind(kind), participant, _words(participant), clock())
    if screen.is_sent(session(), clock(), None):
        return redirect(url_for(".thank", address=address, sprak=screen.words.language.code), 303)
    return render_template("tablet/report.html", screen=screen, address=address, visit=visit)


@bp.after_request
def keep_secret(response: Response) -> Response:
    """Keep the address from search engines and other pages, and the pages from the next person."""
    response.headers["Referrer-Policy"] = "strict-origin"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store"
    return response


def _visitor(address: str, visit: str) -> Participant:
    tablet = service.open_tablet(session(), address)
    return service.visitor(session(), clock(), tablet, visit, settings().secret_key)


def _words(participant: Participant) -> ReportWords:
    return report_words(participant.reading_language or current_language().code)
