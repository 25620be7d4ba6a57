"""Copying a week, a term or a year: first the preview, then the same, kept."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.queries import get_group
from app.attendance.timetable.commands import CopyTimetable
from app.attendance.timetable.errors import CannotCopy
from app.attendance.timetable.forms.sessions import CopyForm
from app.attendance.timetable.presenters.pages import CopyRow, copy_rows
from app.attendance.timetable.presenters.refusals import copy_refusal
from app.attendance.timetable.service.copying import copy_timetable, preview_copy
from app.attendance.timetable.views.blueprint import bp
from app.core.actor import CASE_STAFF
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

SAVE = "save"
"""Value of the button that copies; the other only shows what would be made."""


@bp.route("/grupper/<uuid:group_id>/timeplan/kopier", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def copy(group_id: UUID) -> ResponseReturnValue:
    """Show what a copy would make, and make it."""
    group = get_group(session(), scope(), group_id)
    form = CopyForm()
    rows: list[CopyRow] = []
    if form.validate_on_submit():
        command = form.to_command(group_id)
        try:
            if request.form.get("action") == SAVE:
                return _copied(command)
            rows = copy_rows(preview_copy(session(), actor(), command))
        except CannotCopy as refusal:
            field, message = copy_refusal(refusal.reason)
            form.refuse(message, field)
    return render_template(
        "attendance/timetable/copy.html",
        form=form,
        group_id=group_id,
        group_name=group.name,
        rows=rows,
        made=sum(not row.obstacle for row in rows),
        save=SAVE,
    )


def _copied(command: CopyTimetable) -> ResponseReturnValue:
    count = copy_timetable(session(), clock(), actor(), command)
    flash(
        ngettext("%(num)s økt er laget.", "%(num)s økter er laget.", count)
        if count
        else _("Ingen nye økter er laget."),
        "success",
    )
    week = f"{command.target.first_day:%G-W%V}"
    return redirect(url_for(".show_group", group_id=command.group_id, uke=week), 303)
