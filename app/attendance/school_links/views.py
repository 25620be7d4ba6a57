"""The municipality's pages about links for schools, and what came by them."""

from uuid import UUID

from flask import Blueprint, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.attendance.queries import get_group_for
from app.attendance.school_import.errors import CannotTakeIn
from app.attendance.school_import.presenters import refusal_text
from app.attendance.school_links import presenters, service
from app.attendance.school_links.errors import CannotAnswerReport, CannotMakeLink
from app.attendance.school_links.forms import SET_ASIDE, AnswerForm, LinkForm
from app.attendance.school_links.queries import get_report, list_links, list_reports
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("school_links", __name__, url_prefix="/grupper/<uuid:group_id>/skolelenker")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(group_id: UUID) -> ResponseReturnValue:
    """Show links and reports of a group, and make a link."""
    group = get_group_for(session(), scope(), actor(), group_id, current_day())
    form = LinkForm()
    if form.validate_on_submit():
        try:
            link, secret = service.make_link(session(), clock(), actor(), form.to_command(group_id))
        except CannotMakeLink as refusal:
            field, message = presenters.link_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            address = url_for("school_link.show", address=secret, _external=True)
            page = render_template(
                "attendance/school_links/made.html",
                group_id=group_id,
                name=group.name,
                school=link.school,
                address=address,
            )
            return _told_once(page, url_for(".show", group_id=group_id))
    return render_template(
        "attendance/school_links/list.html",
        group_id=group_id,
        name=group.name,
        form=form,
        links=presenters.link_rows(list_links(session(), scope(), group_id), current_day()),
        reports=presenters.report_rows(list_reports(session(), scope(), group_id)),
    )


@bp.post("/<uuid:school_link_id>/steng")
@access(*CASE_STAFF)
@transactional
def close(group_id: UUID, school_link_id: UUID) -> ResponseReturnValue:
    """Let a link open nothing any more."""
    service.close_link(session(), clock(), actor(), group_id, school_link_id)
    flash(_("Lenken er stengt. Adressen åpner ingenting lenger."), "success")
    return redirect(url_for(".show", group_id=group_id), 303)


@bp.route("/meldinger/<uuid:report_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_report(group_id: UUID, report_id: UUID) -> ResponseReturnValue:
    """Show what a report would register, and take it in or set it aside."""
    group = get_group_for(session(), scope(), actor(), group_id, current_day())
    file = get_report(session(), scope(), group_id, report_id)
    form = AnswerForm()
    if form.validate_on_submit():
        is_taken_in = SET_ASIDE not in request.form
        command = form.to_command(group_id, report_id, is_taken_in=is_taken_in)
        try:
            service.answer_report(session(), clock(), actor(), command)
        except CannotAnswerReport as refusal:
            field, message = presenters.answer_refusal(refusal.reason)
            form.refuse(message, field)
        except CannotTakeIn as refused:
            field, message = refusal_text(refused.reason)
            form.refuse(message, field if field in form else None)
        else:
            done = _("Fraværet er ført.") if is_taken_in else _("Meldingen er lagt bort.")
            flash(done, "success")
            return redirect(url_for(".show", group_id=group_id), 303)
    looked = service.look_through(session(), clock(), actor(), file)
    return render_template(
        "attendance/school_links/report.html",
        group_id=group_id,
        name=group.name,
        form=form,
        report=presenters.report_rows([file])[0],
        rows=presenters.absent_rows(looked),
        count=len(looked.marks),
        reason=file.answer.reason if file.answer else "",
        is_open=file.answer is None,
        set_aside=SET_ASIDE,
    )


def _told_once(page: str, afterwards: str) -> Response:
    """Answer with what is told only now; sending the form again leads on."""
    response = make_response(page, 201)
    response.headers["Location"] = afterwards
    return response
