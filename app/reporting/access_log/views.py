"""The access log of the municipality, newest first."""

import re

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.audit import service as audit
from app.audit.actions import Action
from app.audit.queries import PAGE, list_events
from app.core.actor import Role
from app.reporting.access_log.presenters import event_rows
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("access_log", __name__)


@bp.get("/innsynslogg")
@access(Role.PRIVACY_OFFICER)
@transactional
def show() -> ResponseReturnValue:
    """Show a page of the log; the look itself is logged too."""
    events = list_events(session(), scope(), before_id=_before())
    audit.record(session(), clock(), actor(), Action.ACCESS_LOG_VIEWED, ("audit_event", None))
    older = url_for(".show", before=events[-1].id) if len(events) == PAGE else None
    rows = event_rows(events, user_names(session(), scope()))
    return render_template("reporting/access_log.html", rows=rows, older=older)


def _before() -> int | None:
    """Return the event that the page goes on after; a forged one is none."""
    typed = request.args.get("before", "")
    return int(typed) if re.fullmatch(r"[0-9]{1,18}", typed) else None
