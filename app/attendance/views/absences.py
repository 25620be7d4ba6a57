"""A participant's absences: what is missing a reason, and what is registered."""

from datetime import date
from fractions import Fraction
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance import queries, service
from app.attendance.commands import (
    AbsenceContent,
    ChangeAbsence,
    RegisterAbsence,
    WithdrawAbsence,
)
from app.attendance.errors import AbsenceChanged, CannotRegisterAbsence
from app.attendance.forms.absences import MINUTES, AbsenceForm, WithdrawForm
from app.attendance.presenters.absences import (
    Preview,
    absence_refusal,
    absences_page,
    changes_by_others,
    child_text,
    preview,
    reason_choices,
    welfare_choices,
)
from app.core.actor import CASE_STAFF
from app.enrolment.facts import children_in_care
from app.enrolment.models import Participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("absences", __name__)

SAVE = "save"
"""Value of the button that saves; the other only asks the rules."""


@bp.get("/deltakere/<uuid:participant_id>/fravaer")
@access(*CASE_STAFF)
@transactional
def list_absences(participant_id: UUID) -> ResponseReturnValue:
    """Show a participant's absences."""
    book = service.open_absences(session(), clock(), actor(), participant_id)
    return render_template(
        "attendance/absences.html",
        page=absences_page(book),
        participant_id=participant_id,
        person=_name(book.participant),
    )


@bp.route("/deltakere/<uuid:participant_id>/fravaer/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register(participant_id: UUID) -> ResponseReturnValue:
    """Register an absence, after showing what the rules say of it."""
    participant = service.open_absences(session(), clock(), actor(), participant_id).participant
    form = AbsenceForm(**_asked_for())
    _offer(form, participant)
    shown = None
    if form.validate_on_submit():
        content = form.content()
        try:
            if request.form.get("action") == SAVE:
                service.register_absence(
                    session(), clock(), actor(), RegisterAbsence(participant_id, content)
                )
                flash(_("Fraværet er registrert."), "success")
                return redirect(url_for(".list_absences", participant_id=participant_id), 303)
            shown = _preview(participant_id, content)
        except CannotRegisterAbsence as refusal:
            _refuse(form, refusal)
    return _render(form, participant, shown)


@bp.route(
    "/deltakere/<uuid:participant_id>/fravaer/<uuid:absence_id>/rediger", methods=["GET", "POST"]
)
@access(*CASE_STAFF)
@transactional
def change(participant_id: UUID, absence_id: UUID) -> ResponseReturnValue:
    """Correct an absence."""
    participant = service.open_absences(session(), clock(), actor(), participant_id).participant
    absence = queries.get_absence(session(), scope(), participant_id, absence_id)
    form = AbsenceForm()
    _offer(form, participant)
    shown, changes = None, []
    if request.method == "GET":
        form.show(service.content_of(absence), absence.row_version)
    elif form.validate_on_submit():
        content = form.content()
        try:
            if request.form.get("action") == SAVE:
                version = form.row_version.data
                service.change_absence(
                    session(),
                    clock(),
                    actor(),
                    ChangeAbsence(participant_id, absence_id, content, version),
                )
                flash(_("Fraværet er endret."), "success")
                return redirect(url_for(".list_absences", participant_id=participant_id), 303)
            shown = _preview(participant_id, content, instead_of=absence_id)
        except AbsenceChanged as conflict:
            names = {child.id: child_text(child.born_on) for child in participant.children}
            changes = changes_by_others(content, conflict.current, names)
            form.row_version.data = conflict.row_version
        except CannotRegisterAbsence as refusal:
            _refuse(form, refusal)
    return _render(form, participant, shown, changes, absence_id=absence_id)


@bp.post("/deltakere/<uuid:participant_id>/fravaer/<uuid:absence_id>/trekk")
@access(*CASE_STAFF)
@transactional
def withdraw(participant_id: UUID, absence_id: UUID) -> ResponseReturnValue:
    """Take an absence back."""
    form = WithdrawForm()
    if form.validate_on_submit():
        version = form.row_version.data
        service.withdraw_absence(
            session(), clock(), actor(), WithdrawAbsence(participant_id, absence_id, version)
        )
        flash(_("Fraværet er trukket tilbake og teller ikke lenger."), "success")
    return redirect(url_for(".list_absences", participant_id=participant_id), 303)


def _preview(
    participant_id: UUID, content: AbsenceContent, *, instead_of: UUID | None = None
) -> Preview:
    assessment = service.assess_absence(
        session(), actor(), participant_id, content, instead_of=instead_of
    )
    return preview(assessment, content)


def _refuse(form: AbsenceForm, refusal: CannotRegisterAbsence) -> None:
    field, message = absence_refusal(refusal.reason)
    form.refuse(message, field)


def _offer(form: AbsenceForm, participant: Participant) -> None:
    children = [(child.id, child_text(child.born_on)) for child in children_in_care(participant)]
    form.offer(reason_choices(), welfare_choices(), children)


def _asked_for() -> dict[str, object]:
    """Return what the link says: the day that lacks a reason, and how much was missed."""
    try:
        day = date.fromisoformat(request.args.get("dag", ""))
    except ValueError:
        return {}
    minutes = request.args.get("minutter", type=int)
    hours = Fraction(minutes, MINUTES) if minutes else None
    return {"first_day": day, "last_day": day, "hours": hours}


def _render(
    form: AbsenceForm,
    participant: Participant,
    shown: Preview | None,
    changes: list[str] | None = None,
    *,
    absence_id: UUID | None = None,
) -> ResponseReturnValue:
    return render_template(
        "attendance/absence_form.html",
        form=form,
        participant_id=participant.id,
        person=_name(participant),
        preview=shown,
        changes=changes or [],
        is_new=absence_id is None,
        save=SAVE,
    )


def _name(participant: Participant) -> str:
    return f"{participant.given_name} {participant.family_name}"
