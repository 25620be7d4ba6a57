"""The page of the overview."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.i18n.text import gettext as _
from app.reporting.overview.presenters import overview_page
from app.reporting.overview.service import open_overview
from app.reporting.worklist.views import EVERYONE, MINE
from app.web.access import access
from app.web.context import actor, clock, session
from app.web.navigation import NavigationLink
from app.web.transactions import transactional

bp = Blueprint("overview", __name__)


@bp.get("/oversikt")
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show reductions over time, and which papers about absence are missing."""
    usual = MINE if actor().role is Role.CASEWORKER else EVERYONE
    chosen = request.args.get("visning")
    chosen = chosen if chosen in (MINE, EVERYONE) else usual
    overview = open_overview(
        session(), clock(), actor(), adviser_id=actor().user_id if chosen == MINE else None
    )
    views = [
        NavigationLink(label, url_for(".show", visning=code), code == chosen)
        for code, label in ((MINE, _("Mine deltakere")), (EVERYONE, _("Alle deltakere")))
    ]
    return render_template("reporting/overview.html", page=overview_page(overview), views=views)
