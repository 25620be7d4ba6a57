"""The start page of caseworker and leader."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.i18n.text import gettext as _
from app.reporting.worklist.presenters import worklist_view
from app.reporting.worklist.service import open_worklist
from app.web.access import access
from app.web.context import actor, clock, installation_dates, session
from app.web.navigation import NavigationLink
from app.web.transactions import transactional

bp = Blueprint("worklist", __name__)

MINE, EVERYONE = "mine", "alle"


@bp.get("/arbeidsliste")
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show what waits: for the reader's own participants, or for everyone's."""
    usual = MINE if actor().role is Role.CASEWORKER else EVERYONE
    chosen = request.args.get("visning")
    chosen = chosen if chosen in (MINE, EVERYONE) else usual
    worklist = open_worklist(
        session(),
        clock(),
        actor(),
        installation_dates(),
        adviser_id=actor().user_id if chosen == MINE else None,
    )
    views = [
        NavigationLink(label, url_for(".show", visning=code), code == chosen)
        for code, label in ((MINE, _("Mine deltakere")), (EVERYONE, _("Alle deltakere")))
    ]
    page = worklist_view(worklist)
    return render_template("reporting/worklist.html", page=page, views=views)
