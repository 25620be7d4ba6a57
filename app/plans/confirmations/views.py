"""The caseworker's pages of the links that others confirm lines of a plan with."""

from uuid import UUID

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans.confirmations import presenters, service
from app.plans.confirmations.errors import CannotAskConfirmation
from app.plans.confirmations.forms import AskForm
from app.plans.confirmations.wording import ask_refusal
from app.web.access import access
from app.web.context import actor, clock, session, settings
from app.web.transactions import transactional

bp = Blueprint(
    "plan_confirmations", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan/bekreftelser"
)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show the links about the plan, with what was answered."""
    found = service.open_confirmations(session(), clock(), actor(), participant_id)
    return render_template(
        "plans/confirmations/show.html",
        participant_id=participant_id,
        person=full_name(found.participant),
        rows=presenters.link_rows(found.links, found.now),
        has_plan=found.current is not None,
    )


@bp.route("/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def ask(participant_id: UUID) -> ResponseReturnValue:
    """Make a link, and show its address once: only its hash is kept."""
    found = service.open_confirmations(session(), clock(), actor(), participant_id)
    context = {"participant_id": participant_id, "person": full_name(found.participant)}
    form = AskForm()
    form.offer(presenters.line_choices(found.current))
    if not form.is_submitted():
        form.show(found.usual_days)
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id)
            link, secret = service.ask_confirmation(
                session(), clock(), actor(), command, settings().secret_key
            )
        except CannotAskConfirmation as refusal:
            field, message = ask_refusal(refusal.reason, service.MOST_DAYS)
            form.refuse(message, field)
        else:
            page = render_template(
                "plans/confirmations/made.html",
                organisation=link.organisation,
                address=url_for("confirmation_link.show", address=secret, _external=True),
                last_day=presenters.last_day(link.expires_at),
                **context,
            )
            made = make_response(page, 201)
            made.headers["Location"] = url_for(".show", participant_id=participant_id)
            return made
    return render_template("plans/confirmations/ask.html", form=form, **context)


@bp.post("/<uuid:confirmation_id>/trekk")
@access(*CASE_STAFF)
@transactional
def revoke(participant_id: UUID, confirmation_id: UUID) -> ResponseReturnValue:
    """Let a link open nothing from now on."""
    service.revoke_confirmation(session(), clock(), actor(), participant_id, confirmation_id)
    flash(_("Lenken virker ikke lenger."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)
