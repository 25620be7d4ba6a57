"""The caseworker's pages of doctors' certificates that participants have sent."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.attendance.certificates import presenters, service
from app.attendance.certificates.errors import CannotAnswerCertificate
from app.attendance.certificates.forms import AnswerForm
from app.attendance.certificates.queries import get_picture, list_page_numbers
from app.attendance.errors import AbsenceChanged, CannotRegisterAbsence
from app.attendance.presenters.absences import absence_refusal
from app.attendance.statements.errors import CannotAnswerStatement
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint(
    "certificates", __name__, url_prefix="/deltakere/<uuid:participant_id>/fravaer/legeerklaeringer"
)


@bp.route("/<uuid:certificate_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, certificate_id: UUID) -> ResponseReturnValue:
    """Look at a certificate, and say what it documents."""
    person, file = service.open_certificate(
        session(), clock(), actor(), participant_id, certificate_id
    )
    form = AnswerForm(data={"first_day": file.period.first_day, "last_day": file.period.last_day})
    form.offer(
        presenters.target_choices(
            person,
            service.absences_to_document(session(), scope(), file),
            service.statements_to_document(session(), scope(), file),
        )
    )
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id, certificate_id)
            service.answer_certificate(session(), clock(), actor(), command)
        except CannotAnswerCertificate as refusal:
            field, message = presenters.answer_refusal_text(refusal.reason)
            form.refuse(message, field)
        except CannotRegisterAbsence as refused:
            form.refuse(absence_refusal(refused.reason)[1])
        except (AbsenceChanged, CannotAnswerStatement):
            form.refuse(_("Noen har endret fraværet siden du åpnet siden. Last siden på nytt."))
        else:
            flash(_("Lagret. Deltakeren ser svaret på sin egen side."), "success")
            return redirect(url_for("statements.show", participant_id=participant_id), 303)
    (row,) = presenters.certificate_rows([file], user_names(session(), scope()))
    return render_template(
        "attendance/certificates/show.html",
        participant_id=participant_id,
        person=person.full_name,
        certificate_id=certificate_id,
        pages=list_page_numbers(session(), certificate_id),
        form=form,
        row=row,
    )


@bp.get("/<uuid:certificate_id>/side/<int(min=1, max=5):number>")
@access(*CASE_STAFF)
@transactional
def show_page(participant_id: UUID, certificate_id: UUID, number: int) -> ResponseReturnValue:
    """Return the picture of one page."""
    _person, file = service.open_certificate(
        session(), clock(), actor(), participant_id, certificate_id
    )
    picture = get_picture(session(), file.certificate.id, number)
    return Response(picture, mimetype="image/jpeg")
