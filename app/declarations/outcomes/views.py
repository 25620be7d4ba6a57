"""The page on which a sheet is withdrawn, and which says so afterwards."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF
from app.declarations import presenters
from app.declarations.errors import CannotWithdrawDeclaration
from app.declarations.forms import WithdrawForm
from app.declarations.opening import open_issued
from app.declarations.outcomes.presenters import withdrawal_refusal
from app.declarations.outcomes.service import withdraw_declaration
from app.enrolment.queries import get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("withdrawals", __name__, url_prefix="/deltakere/<uuid:participant_id>/erklaering")


@bp.route("/<uuid:declaration_id>/trukket-tilbake", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def withdraw(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Withdraw a sheet; once it is withdrawn, say when, why and by whom."""
    participant = get_participant(session(), scope(), participant_id)
    issued = open_issued(participant_id, declaration_id)
    form = WithdrawForm(data={"row_version": issued.declaration.row_version})
    if form.validate_on_submit():
        try:
            withdraw_declaration(
                session(), clock(), actor(), participant_id, declaration_id, form.to_command()
            )
        except CannotWithdrawDeclaration as refusal:
            field, message = withdrawal_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Arket er trukket tilbake. Lag et nytt ark hvis planen trenger det."))
            return redirect(url_for("declarations.show", participant_id=participant_id), 303)
    row = presenters.issued_rows([issued], names=user_names(session(), scope()))[0]
    page = "declarations/withdrawn.html" if row.is_withdrawn else "declarations/withdraw.html"
    return render_template(
        page, participant_id=participant_id, person=participant.full_name, form=form, row=row
    )
