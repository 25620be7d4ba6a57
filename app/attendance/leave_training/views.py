"""The caseworker's page of training during parental leave."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.attendance.leave_training import service
from app.attendance.leave_training.errors import CannotOffer
from app.attendance.leave_training.forms import OfferForm
from app.attendance.leave_training.presenters import offer_page
from app.attendance.leave_training.wording import offer_refusal
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

bp = Blueprint(
    "leave_training", __name__, url_prefix="/deltakere/<uuid:participant_id>/fravaer/norsktilbud"
)


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what was offered, and register an offer."""
    book = service.open_offers(session(), clock(), actor(), participant_id)
    form = OfferForm(data={"offered_on": current_day()})
    if form.validate_on_submit():
        try:
            service.register_offer(session(), clock(), actor(), form.to_command(participant_id))
        except CannotOffer as refusal:
            field, message = offer_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Tilbudet er lagret."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return render_template(
        "attendance/leave_training/show.html",
        participant_id=participant_id,
        person=book.participant.full_name,
        page=offer_page(book, current_day()),
        form=form,
    )
