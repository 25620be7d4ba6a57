"""The caseworker's pages of applications for leave."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.core.actor import CASE_STAFF
from app.decisions.leave import presenters, service, wording
from app.decisions.leave.assessment import assess
from app.decisions.leave.commands import ApplicationPlace
from app.decisions.leave.errors import CannotApply, CannotDecideLeave
from app.decisions.leave.forms import ApplicationForm, CloseForm, DecideForm
from app.decisions.leave.kinds import LeaveStage
from app.decisions.leave.queries import LeaveFile
from app.enrolment.models import Participant
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("leave", __name__, url_prefix="/deltakere/<uuid:participant_id>/vedtak/permisjon")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def overview(participant_id: UUID) -> ResponseReturnValue:
    """Show the applications, and what became of them."""
    person, files = service.open_applications(session(), clock(), actor(), participant_id)
    rows = presenters.application_rows(files, person)
    return _page("leave/overview.html", person, rows=rows)


@bp.route("/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register(participant_id: UUID) -> ResponseReturnValue:
    """Register an application that was told or came on paper."""
    person, _files = service.open_applications(session(), clock(), actor(), participant_id)
    form = ApplicationForm(data={"received_on": current_day(), "language": DEFAULT.code})
    form.offer(presenters.child_choices(person))
    if form.validate_on_submit():
        command = form.to_command(participant_id)
        try:
            application = service.register_application(session(), clock(), actor(), command)
        except CannotApply as refusal:
            field, message = wording.application_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Søknaden er registrert. Se hva reglene sier, og avgjør den."), "success")
            return _to(participant_id, application.id)
    return _page("leave/register.html", person, form=form)


@bp.post("/fra-melding/<uuid:statement_id>")
@access(*CASE_STAFF)
@transactional
def take_up(participant_id: UUID, statement_id: UUID) -> ResponseReturnValue:
    """Treat what the participant sent as the application that it is."""
    try:
        application = service.take_up(session(), clock(), actor(), participant_id, statement_id)
    except CannotApply:
        flash(_("Meldingen er besvart eller trukket tilbake."), "warning")
        return redirect(url_for("statements.show", participant_id=participant_id), 303)
    return _to(participant_id, application)


@bp.get("/<uuid:application_id>")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, application_id: UUID) -> ResponseReturnValue:
    """Show an application with what the rules say of it."""
    person, file = _open(participant_id, application_id)
    return _page("leave/show.html", person, page=_presented(file, person), application=file)


@bp.route("/<uuid:application_id>/avgjor", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def decide(participant_id: UUID, application_id: UUID) -> ResponseReturnValue:
    """Begin the decision about an application."""
    person, file = _open(participant_id, application_id)
    if file.stage is not LeaveStage.RECEIVED:
        return _to(participant_id, application_id)
    form = DecideForm()
    if form.validate_on_submit():
        command = form.to_command(ApplicationPlace(participant_id, application_id))
        try:
            decision = service.begin_decision(session(), clock(), actor(), command)
        except CannotDecideLeave as refusal:
            field, message = wording.decide_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Utkastet er lagret. Skriv begrunnelsen."), "success")
            edit = url_for("decisions.edit", participant_id=participant_id, draft_id=decision.id)
            return redirect(edit, 303)
    return _page(
        "leave/decide.html", person, form=form, page=_presented(file, person), application=file
    )


@bp.route("/<uuid:application_id>/avslutt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def close(participant_id: UUID, application_id: UUID) -> ResponseReturnValue:
    """End an application without a decision."""
    person, file = _open(participant_id, application_id)
    form = CloseForm()
    if form.validate_on_submit():
        command = form.to_command(ApplicationPlace(participant_id, application_id))
        try:
            service.close_application(session(), clock(), actor(), command)
        except CannotDecideLeave as refusal:
            form.refuse(wording.decide_refusal(refusal.reason)[1])
        else:
            flash(_("Søknaden er avsluttet uten vedtak."), "success")
            return _to(participant_id, application_id)
    return _page("leave/close.html", person, form=form, application=file)


def _open(participant_id: UUID, application_id: UUID) -> tuple[Participant, LeaveFile]:
    return service.open_application(session(), clock(), actor(), participant_id, application_id)


def _presented(file: LeaveFile, person: Participant) -> presenters.ApplicationPage:
    is_open = file.stage is LeaveStage.RECEIVED
    assessment = assess(session(), scope(), file.application, file.applied) if is_open else None
    return presenters.application_page(file, person, assessment)


def _page(template: str, person: Participant, **values: object) -> ResponseReturnValue:
    return render_template(template, participant_id=person.id, person=person.full_name, **values)


def _to(participant_id: UUID, application_id: UUID) -> Response:
    place = url_for(".show", participant_id=participant_id, application_id=application_id)
    return redirect(place, 303)
