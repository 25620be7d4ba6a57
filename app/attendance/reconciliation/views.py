"""The caseworker's queue of disagreements about attendance."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.attendance.reconciliation import presenters, service
from app.attendance.reconciliation.errors import CannotSettleDispute, MarkChanged, SettleRefusal
from app.attendance.reconciliation.forms import SettleForm
from app.attendance.reconciliation.wording import settle_refusal_text
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("reconciliation", __name__, url_prefix="/oppmote/uenighet")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show what is open, both sides beside each other."""
    disputes = service.open_queue(session(), clock(), actor())
    rows = presenters.dispute_rows(disputes, user_names(session(), scope()))
    return render_template("attendance/reconciliation/queue.html", rows=rows)


@bp.route("/<uuid:session_id>/<uuid:participant_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def settle(session_id: UUID, participant_id: UUID) -> ResponseReturnValue:
    """Say which side holds, and why."""
    mark, dispute = service.open_dispute(session(), clock(), actor(), session_id, participant_id)
    form = SettleForm()
    if not form.is_submitted():
        if dispute is None:
            flash(settle_refusal_text(SettleRefusal.NOT_OPEN), "info")
            return redirect(url_for(".show"), 303)
        form.mark_version.data = mark.mark_version
    elif form.validate() and form.is_whole():
        try:
            command = form.to_command(session_id, participant_id)
            service.settle_dispute(session(), clock(), actor(), command)
        except CannotSettleDispute as refusal:
            form.refuse(settle_refusal_text(refusal.reason))
        except MarkChanged:
            form.refuse(_("Registreringen er endret siden du åpnet siden. Se på den igjen."))
            form.mark_version.data = mark.mark_version
        else:
            flash(_("Avklart."), "success")
            return redirect(url_for(".show"), 303)
    row = presenters.dispute_row(dispute, user_names(session(), scope())) if dispute else None
    return render_template(
        "attendance/reconciliation/settle.html",
        participant_id=participant_id,
        person=mark.full_name,
        form=form,
        row=row,
        when=presenters.when_text(mark),
        where=presenters.where_text(mark),
    )
