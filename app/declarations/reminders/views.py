"""The administrator's page about papers that have not come back."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_municipality
from app.core.actor import Role
from app.declarations.reminders.forms import ReminderForm
from app.declarations.reminders.service import change_reminder_days
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("paper_reminders", __name__)


@bp.route("/innstillinger/papirer", methods=["GET", "POST"])
@access(Role.ADMINISTRATOR)
@transactional
def show() -> ResponseReturnValue:
    """Show and change after how many days a paper is late."""
    municipality = get_municipality(session(), scope())
    days = municipality.paper_reminder_days
    form = ReminderForm(data={"days": days, "seen": days})
    if form.validate_on_submit():
        is_changed = change_reminder_days(
            session(), clock(), actor(), days=form.days.data, seen=form.seen.data
        )
        flash(_("Valget er lagret.") if is_changed else _("Ingenting er endret."), "success")
        return redirect(url_for(".show"), 303)
    return render_template("declarations/reminders.html", form=form, name=municipality.name)
