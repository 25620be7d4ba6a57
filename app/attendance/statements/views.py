"""The caseworker's pages of what participants have said of their own absence."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.attendance.certificates.presenters import certificate_rows
from app.attendance.certificates.queries import list_certificates
from app.attendance.errors import CannotRegisterAbsence
from app.attendance.presenters.absences import absence_refusal
from app.attendance.statements import presenters, service
from app.attendance.statements.errors import CannotAnswerStatement
from app.attendance.statements.forms import AnswerForm
from app.attendance.statements.kinds import answers_to, is_application
from app.attendance.statements.wording import answer_refusal_text
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint(
    "statements", __name__, url_prefix="/deltakere/<uuid:participant_id>/fravaer/meldinger"
)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what she has said, and what became of it."""
    participant, files = service.open_statements(session(), clock(), actor(), participant_id)
    names = user_names(session(), scope())
    return render_template(
        "attendance/statements/list.html",
        participant_id=participant_id,
        person=participant.full_name,
        rows=presenters.statement_rows(files, names),
        certificates=certificate_rows(list_certificates(session(), scope(), participant_id), names),
    )


@bp.route("/<uuid:statement_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def answer(participant_id: UUID, statement_id: UUID) -> ResponseReturnValue:
    """Register what she told of, or say why not."""
    participant, files = service.open_statements(session(), clock(), actor(), participant_id)
    file = next((each for each in files if each.statement.id == statement_id), None)
    if file is None:
        raise NotFound
    if is_application(file.statement.kind, file.statement.ground):
        return redirect(url_for(".show", participant_id=participant_id), 303)
    form = AnswerForm()
    form.fit(answers_to(file.statement.kind, file.statement.ground))
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id, statement_id)
            service.answer_statement(session(), clock(), actor(), command)
        except CannotAnswerStatement as refusal:
            field, message = answer_refusal_text(refusal.reason)
            form.refuse(message, field or None)
        except CannotRegisterAbsence as refused:
            form.refuse(absence_refusal(refused.reason)[1])
        else:
            flash(_("Lagret. Deltakeren ser svaret på sin egen side."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    (row,) = presenters.statement_rows([file], user_names(session(), scope()))
    return render_template(
        "attendance/statements/answer.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        row=row,
    )
