"""A participant's other benefits, work in the programme and overpayments."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit.deductions import service
from app.benefit.deductions.commands import WithdrawDeduction
from app.benefit.deductions.errors import CannotDeduct
from app.benefit.deductions.forms import DeductionForm, OverpaymentForm
from app.benefit.deductions.presenters import deduction_rows, overpayment_rows
from app.benefit.deductions.wording import refusal_text
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint(
    "deductions", __name__, url_prefix="/deltakere/<uuid:participant_id>/utbetaling/annet"
)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def list_all(participant_id: UUID) -> ResponseReturnValue:
    """Show what reduces the benefit besides absence, and what was overpaid."""
    participant, rows, overpaid = service.open_deductions(
        session(), clock(), actor(), participant_id
    )
    return render_template(
        "benefit/deductions/list.html",
        participant_id=participant_id,
        person=participant.full_name,
        rows=deduction_rows(rows, user_names(session(), scope())),
        overpaid=overpayment_rows(overpaid),
    )


@bp.route("/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register(participant_id: UUID) -> ResponseReturnValue:
    """Register a benefit, or work in the programme."""
    participant, _rows, _overpaid = service.open_deductions(
        session(), clock(), actor(), participant_id
    )
    form = DeductionForm()
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id)
            service.register_deduction(session(), clock(), actor(), command)
        except CannotDeduct as refusal:
            form.refuse(refusal_text(refusal.reason))
        else:
            flash(_("Opplysningen er registrert. Den gjelder når måneden beregnes."), "success")
            return redirect(url_for(".list_all", participant_id=participant_id), 303)
    return render_template(
        "benefit/deductions/register.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
    )


@bp.route("/feilutbetaling", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def settle(participant_id: UUID) -> ResponseReturnValue:
    """Keep what was decided about an overpayment."""
    participant, _rows, overpaid = service.open_deductions(
        session(), clock(), actor(), participant_id
    )
    form = OverpaymentForm()
    form.month.choices = [
        ("", ""),
        *((str(row.run_id), f"{row.month}: {row.left}") for row in overpayment_rows(overpaid)),
    ]
    if form.validate_on_submit():
        left = {str(each.of_run_id): each.left_ore for each in overpaid}
        command = form.to_command(participant_id, left[form.month.data], current_day())
        try:
            if command is not None:
                service.settle_overpayment(session(), clock(), actor(), command)
                flash(_("Det kommunen har bestemt, er registrert."), "success")
                return redirect(url_for(".list_all", participant_id=participant_id), 303)
        except CannotDeduct as refusal:
            form.refuse(refusal_text(refusal.reason))
    return render_template(
        "benefit/deductions/settle.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
    )


@bp.post("/<uuid:deduction_id>/trekk")
@access(*CASE_STAFF)
@transactional
def withdraw(participant_id: UUID, deduction_id: UUID) -> ResponseReturnValue:
    """Let a deduction count no longer."""
    command = WithdrawDeduction(participant_id, deduction_id)
    try:
        service.withdraw_deduction(session(), clock(), actor(), command)
    except CannotDeduct as refusal:
        flash(refusal_text(refusal.reason), "danger")
    else:
        flash(_("Opplysningen er trukket tilbake. Den gjelder ikke lenger."), "success")
    return redirect(url_for(".list_all", participant_id=participant_id), 303)
