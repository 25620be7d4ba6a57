"""A participant's held reductions: place, look, release."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit.holds.forms import HoldForm
from app.benefit.holds.presenters import hold_rows
from app.benefit.holds.service import CannotHold, open_holds, place_hold, release_hold
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("holds", __name__, url_prefix="/deltakere/<uuid:participant_id>/utbetaling/utsatt")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show the held reductions, and hold more."""
    participant, holds = open_holds(session(), clock(), actor(), participant_id)
    form = HoldForm()
    if form.validate_on_submit():
        try:
            place_hold(session(), clock(), actor(), form.to_command(participant_id))
        except CannotHold:
            form.refuse(_("Den siste dagen kan ikke være før den første."), "last_day")
        else:
            flash(_("Lagret. Måneder som beregnes fra nå, tar hensyn til det."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return render_template(
        "benefit/holds.html",
        participant_id=participant_id,
        person=participant.full_name,
        rows=hold_rows(holds, user_names(session(), scope())),
        form=form,
    )


@bp.post("/<uuid:hold_id>/opphev")
@access(*CASE_STAFF)
@transactional
def release(participant_id: UUID, hold_id: UUID) -> ResponseReturnValue:
    """End a hold."""
    release_hold(session(), clock(), actor(), participant_id, hold_id)
    flash(_("Opphevet. Trekket gjelder igjen når måneden beregnes."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)
