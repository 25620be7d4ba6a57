"""The caseworker's pages of participation certificates, and the paper itself."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.decisions.participation import presenters, service, wording
from app.decisions.participation.errors import CannotIssueCertificate
from app.decisions.participation.forms import CertificateForm
from app.decisions.participation.queries import get_certificate
from app.enrolment.queries import find_participant_of_user
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint(
    "participation", __name__, url_prefix="/deltakere/<uuid:participant_id>/deltakerbevis"
)

PREVIEW = "vis"
"""The name of the button that shows the certificate and issues nothing."""


@bp.get("")
@access(*CASE_STAFF)
@transactional
def overview(participant_id: UUID) -> ResponseReturnValue:
    """Show the certificates that are out."""
    case = service.open_certificates(session(), clock(), actor(), participant_id)
    return render_template(
        "participation/overview.html",
        participant_id=participant_id,
        person=case.plans.participant.full_name,
        rows=presenters.certificate_rows(case.files),
        has_programme=case.plans.programme is not None,
    )


@bp.route("/nytt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def write(participant_id: UUID) -> ResponseReturnValue:
    """Write a certificate, look at it, and issue it."""
    case = service.open_certificates(session(), clock(), actor(), participant_id)
    proposed = service.propose(session(), clock(), actor(), case.plans)
    if proposed is None:
        flash(_("Deltakeren har ikke noe program ennå."), "warning")
        return redirect(url_for(".overview", participant_id=participant_id), 303)
    form, shown = CertificateForm(), None
    if not form.is_submitted():
        form.show(proposed)
    elif form.validate():
        command = form.to_command(participant_id)
        try:
            if PREVIEW in request.form:
                made = service.preview(session(), clock(), actor(), command)
                shown = presenters.preview_on_page(made)
            else:
                service.issue(session(), clock(), actor(), command)
        except CannotIssueCertificate as refusal:
            field, message = wording.certificate_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            if shown is None:
                flash(_("Deltakerbeviset er gitt. Papiret lages nå."), "success")
                return redirect(url_for(".overview", participant_id=participant_id), 303)
    return render_template(
        "participation/write.html",
        participant_id=participant_id,
        person=case.plans.participant.full_name,
        form=form,
        shown=shown,
        is_another=bool(case.files),
        preview_button=PREVIEW,
    )


@bp.get("/<uuid:participation_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, participation_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the paper is ready."""
    file = get_certificate(session(), scope(), participant_id, participation_id)
    return jsonify(status=file.status.value)


@bp.post("/<uuid:participation_id>/igjen")
@access(*CASE_STAFF)
@transactional
def make_again(participant_id: UUID, participation_id: UUID) -> ResponseReturnValue:
    """Make the PDF once more, where that failed."""
    service.make_again(session(), clock(), actor(), participant_id, participation_id)
    flash(_("Papiret lages på nytt."))
    return redirect(url_for(".overview", participant_id=participant_id), 303)


@bp.get("/<uuid:participation_id>/papir")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, participation_id: UUID) -> ResponseReturnValue:
    """Return the paper; a participant gets only her own."""
    if actor().role is Role.PARTICIPANT:
        own = find_participant_of_user(session(), scope(), actor().user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    code, content = service.download(session(), clock(), actor(), participant_id, participation_id)
    return file_to_keep(content, "application/pdf", f"{code}.pdf")
