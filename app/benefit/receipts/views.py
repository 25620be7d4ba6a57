"""Pages of a month's receipts."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit.receipts import service
from app.benefit.receipts.forms import ReceiptForm, SettleForm
from app.benefit.receipts.kinds import ReceiptProblem
from app.benefit.receipts.presenters import receipts_view
from app.benefit.receipts.reading import CannotReadReceipt
from app.benefit.receipts.wording import outcome_text
from app.core.actor import CASE_STAFF
from app.core.sheets import UnreadableSheet, text_of
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("receipts", __name__, url_prefix="/utbetaling/<uuid:run_id>/kvittering")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(run_id: UUID) -> ResponseReturnValue:
    """Show what was answered beside what was sent, and read a receipt."""
    opened = service.open_receipts(session(), clock(), actor(), run_id)
    form = ReceiptForm()
    if form.validate_on_submit():
        try:
            text = text_of(form.content())
            receipt = service.keep_receipt(session(), clock(), actor(), run_id, text)
        except UnreadableSheet:
            form.refuse_receipt(CannotReadReceipt(ReceiptProblem.UNREADABLE))
        except CannotReadReceipt as refusal:
            form.refuse_receipt(refusal)
        else:
            flash(
                _("Kvitteringen er lest inn.")
                if receipt
                else _("Denne kvitteringen er lest inn før. Ingenting er endret."),
                "success",
            )
            return redirect(url_for(".show", run_id=run_id), 303)
    page = receipts_view(opened, user_names(session(), scope()))
    return render_template("benefit/receipts/show.html", run_id=run_id, form=form, page=page)


@bp.route("/<uuid:line_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def settle(run_id: UUID, line_id: UUID) -> ResponseReturnValue:
    """Note what was done about a line."""
    line = service.open_line(session(), clock(), actor(), run_id, line_id)
    form = SettleForm()
    if form.validate_on_submit():
        service.settle_line(session(), clock(), actor(), form.to_command(run_id, line_id))
        flash(_("Notert."), "success")
        return redirect(url_for(".show", run_id=run_id), 303)
    return render_template(
        "benefit/receipts/settle.html",
        run_id=run_id,
        form=form,
        reference=line.reference,
        what=outcome_text(line.outcome),
        reason=line.reason,
    )
