"""The caseworker's pages: whom to warn before a month closes, and conversations about absence."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit.warnings import presenters, service
from app.benefit.warnings.errors import CannotRegisterContact
from app.benefit.warnings.forms import TalkForm, WarningForm
from app.benefit.warnings.wording import contact_refusal_text
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.core.period import month_period
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("warnings", __name__)

MONTHS_IN_YEAR = 12


@bp.get("/utbetaling/varsler")
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show whom to warn before the months that are open close."""
    rows = presenters.pending_rows(service.open_pending(session(), clock(), actor()))
    return render_template("benefit/warnings/pending.html", rows=rows)


@bp.route(
    "/deltakere/<uuid:participant_id>/fravaer/varsel/"
    "<int(fixed_digits=4):year>-<int(fixed_digits=2):month>",
    methods=["GET", "POST"],
)
@access(*CASE_STAFF)
@transactional
def warn(participant_id: UUID, year: int, month: int) -> ResponseReturnValue:
    """Show what she should be told, in her language, and register that she was."""
    if not 1 <= month <= MONTHS_IN_YEAR or not year:
        raise NotFound
    period = month_period(year, month)
    participant, _contacts, pending = service.open_contacts(
        session(), clock(), actor(), participant_id
    )
    of_month = next((each for each in pending if each.month == period), None)
    if of_month is None:
        return redirect(url_for(".show_contacts", participant_id=participant_id), 303)
    form = WarningForm()
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id, period)
            service.register_warning(session(), clock(), actor(), command)
        except CannotRegisterContact as refusal:
            form.refuse(contact_refusal_text(refusal.reason))
        else:
            flash(_("Det er lagret at deltakeren er varslet."), "success")
            return redirect(url_for(".show"), 303)
    return render_template(
        "benefit/warnings/warn.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        page=presenters.warning_page(of_month, participant.reading_language),
    )


@bp.route("/deltakere/<uuid:participant_id>/fravaer/samtaler", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_contacts(participant_id: UUID) -> ResponseReturnValue:
    """Show what was said about absence, and register a conversation."""
    participant, contacts, pending = service.open_contacts(
        session(), clock(), actor(), participant_id
    )
    form = TalkForm(data={"held_on": current_day()})
    if form.validate_on_submit():
        try:
            service.register_talk(session(), clock(), actor(), form.to_command(participant_id))
        except CannotRegisterContact as refusal:
            form.refuse(contact_refusal_text(refusal.reason), "held_on")
        else:
            flash(_("Samtalen er lagret."), "success")
            return redirect(url_for(".show_contacts", participant_id=participant_id), 303)
    return render_template(
        "benefit/warnings/contacts.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        pending=presenters.pending_rows(pending),
        rows=presenters.contact_rows(contacts, user_names(session(), scope())),
    )
