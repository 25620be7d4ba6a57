"""The caseworker's pages of complaints."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.accounts.queries import get_municipality, user_names
from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.decisions import wording as decision_wording
from app.decisions.complaints import presenters, service, wording
from app.decisions.complaints.commands import ComplaintPlace
from app.decisions.complaints.errors import CannotTreatComplaint
from app.decisions.complaints.forms import (
    AnswerArrivedForm,
    AnswerForm,
    AnswerSentForm,
    CheckForm,
    ReceiveForm,
    SettleForm,
    SuspendForm,
)
from app.decisions.complaints.queries import ComplaintFile, get_complaint
from app.decisions.service.drafting import form_for, summary_language_for
from app.decisions.service.reading import find_own_file
from app.decisions.service.reading import open_decision as open_decision_file
from app.enrolment.models import Participant
from app.enrolment.queries import find_participant_of_user
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.forms import PortalForm
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("complaints", __name__, url_prefix="/deltakere/<uuid:participant_id>/vedtak")


@bp.route("/<uuid:decision_id>/klage", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def receive(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Register a complaint about a decision."""
    find_own_file(session(), scope(), participant_id, decision_id)
    case, file = open_decision_file(session(), clock(), actor(), participant_id, decision_id)
    form = ReceiveForm(data={"handed_in_on": current_day(), "received_on": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, decision_id)
        try:
            complaint = service.receive(session(), clock(), actor(), command)
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Klagen er registrert."), "success")
            return _to(participant_id, complaint.id)
    return render_template(
        "complaints/receive.html",
        participant_id=participant_id,
        person=case.plans.participant.full_name,
        decision_id=decision_id,
        title=decision_wording.kind_text(file.decision.kind),
        form=form,
    )


@bp.post("/<uuid:decision_id>/sosialhjelp")
@access(*CASE_STAFF)
@transactional
def tell_social_assistance(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Note that the participant was told of social assistance after a reduction."""
    find_own_file(session(), scope(), participant_id, decision_id)
    service.tell_social_assistance(session(), clock(), actor(), participant_id, decision_id)
    flash(_("Det er lagret at deltakeren er orientert om sosialhjelp."), "success")
    url = url_for("decisions.show", participant_id=participant_id, decision_id=decision_id)
    return redirect(url, 303)


@bp.get("/klage/<uuid:complaint_id>")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Show a complaint, and what can be done with it."""
    person, file, found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    page = presenters.complaint_page(file, found, user_names(session(), scope()))
    return _page("complaints/show.html", person, file, page=page)


@bp.route("/klage/<uuid:complaint_id>/vurdering", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def check(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Judge form and time."""
    person, file, found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = CheckForm(obj=file.check)
    if not form.is_submitted() and file.check is not None:
        form.excuse.data = file.check.excuse.value
    if form.validate_on_submit():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.check(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Vurderingen er lagret."), "success")
            return _to(participant_id, complaint_id)
    timely = wording.timeliness_text(found)
    return _page("complaints/check.html", person, file, form=form, timely=timely)


@bp.route("/klage/<uuid:complaint_id>/utsettelse", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def suspend(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Let the decision wait for the complaint, or not."""
    person, file, _found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = SuspendForm()
    if form.validate_on_submit():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.suspend(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Det er lagret om vedtaket venter."), "success")
            return _to(participant_id, complaint_id)
    return _page("complaints/suspend.html", person, file, form=form)


@bp.route("/klage/<uuid:complaint_id>/svar", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def answer(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Forward, change, annul or dismiss."""
    person, file, _found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = AnswerForm()
    if not form.is_submitted():
        municipality = get_municipality(session(), scope())
        form.form.data = form_for(person, municipality.language_form).value
        form.summary_language.data = summary_language_for(person)
    elif form.validate():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.answer(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Svaret er lagret. Brevet lages nå."), "success")
            return _to(participant_id, complaint_id)
    return _page("complaints/answer.html", person, file, form=form)


@bp.route("/klage/<uuid:complaint_id>/svar/sendt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_sent(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Register that the answer was sent."""
    person, file, _found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = AnswerSentForm(data={"day": current_day()})
    if form.validate_on_submit():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.register_sent(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Det er lagret at brevet er sendt."), "success")
            return _to(participant_id, complaint_id)
    return _page("complaints/sent.html", person, file, form=form)


@bp.route("/klage/<uuid:complaint_id>/svar/framme", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_arrived(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Register when the answer reached the participant."""
    person, file, _found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = AnswerArrivedForm(data={"day": current_day()})
    if form.validate_on_submit():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.register_arrived(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Det er lagret når brevet kom fram."), "success")
            return _to(participant_id, complaint_id)
    return _page("complaints/arrived.html", person, file, form=form)


@bp.route("/klage/<uuid:complaint_id>/utfall", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def settle(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Register what the county governor decided."""
    person, file, _found = service.open_complaint(
        session(), clock(), actor(), participant_id, complaint_id
    )
    form = SettleForm(data={"received_on": current_day()})
    if form.validate_on_submit():
        place = ComplaintPlace(participant_id, complaint_id)
        try:
            service.settle(session(), clock(), actor(), form.to_command(place))
        except CannotTreatComplaint as refusal:
            _refuse(form, refusal)
        else:
            flash(_("Utfallet er lagret."), "success")
            return _to(participant_id, complaint_id)
    return _page("complaints/settle.html", person, file, form=form)


@bp.get("/klage/<uuid:complaint_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the letter is ready."""
    file = get_complaint(session(), scope(), participant_id, complaint_id)
    if file.letter_status is None:
        raise NotFound
    return jsonify(status=file.letter_status.value)


@bp.post("/klage/<uuid:complaint_id>/brev/igjen")
@access(*CASE_STAFF)
@transactional
def make_again(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Make the PDF of the answer once more, where that failed."""
    service.make_letter_again(session(), clock(), actor(), participant_id, complaint_id)
    flash(_("Brevet lages på nytt."))
    return _to(participant_id, complaint_id)


@bp.get("/klage/<uuid:complaint_id>/brev")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, complaint_id: UUID) -> ResponseReturnValue:
    """Return the answer; a participant gets only her own."""
    if actor().role is Role.PARTICIPANT:
        own = find_participant_of_user(session(), scope(), actor().user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    code, content = service.download(session(), clock(), actor(), participant_id, complaint_id)
    return file_to_keep(content, "application/pdf", f"{code}.pdf")


def _refuse(form: PortalForm, refusal: CannotTreatComplaint) -> None:
    field, message = wording.refusal_text(refusal.reason)
    form.refuse(message, field if field in form else None)


def _page(
    template: str, person: Participant, file: ComplaintFile, **values: object
) -> ResponseReturnValue:
    return render_template(
        template,
        participant_id=person.id,
        person=person.full_name,
        complaint_id=file.complaint.id,
        title=decision_wording.kind_text(file.decision.kind),
        **values,
    )


def _to(participant_id: UUID, complaint_id: UUID) -> Response:
    return redirect(url_for(".show", participant_id=participant_id, complaint_id=complaint_id), 303)
