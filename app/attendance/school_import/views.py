"""The page where a school's list is looked through and taken in."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.attendance.queries import get_group_for
from app.attendance.school_import import presenters, service
from app.attendance.school_import.errors import CannotTakeIn, TakeInRefusal
from app.attendance.school_import.forms import REGISTER, SchoolListForm
from app.attendance.school_import.service import LookedThrough
from app.attendance.school_import.workbook import UnreadableWorkbook
from app.core.actor import CASE_STAFF, Role
from app.core.sheets import UnreadableSheet
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("school_import", __name__, url_prefix="/grupper/<uuid:group_id>/skoleliste")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF, Role.TEACHER)
@transactional
def show(group_id: UUID) -> ResponseReturnValue:
    """Read a list, show what each row would do, and register what is sound."""
    group = get_group_for(session(), scope(), actor(), group_id, current_day())
    form = SchoolListForm()
    looked: LookedThrough | None = None
    if form.validate_on_submit() and form.is_in_order():
        try:
            form.read_file()
            command = form.to_command(group_id)
            if form.step.data == REGISTER:
                done = service.take_in(session(), clock(), actor(), command)
                count = len(done.marks)
                flash(
                    ngettext("%(num)s oppmøte er ført.", "%(num)s oppmøter er ført.", count),
                    "success",
                )
                return redirect(url_for("groups.show", group_id=group_id), 303)
            looked = service.look_through(session(), clock(), actor(), command)
        except (UnreadableSheet, UnreadableWorkbook):
            field, message = presenters.refusal_text(TakeInRefusal.UNREADABLE)
            form.refuse(message, field)
        except CannotTakeIn as refusal:
            field, message = presenters.refusal_text(refusal.reason)
            form.refuse(message, field)
    return render_template(
        "attendance/school_import/show.html",
        group_id=group_id,
        name=group.name,
        form=form,
        rows=presenters.shown_rows(looked) if looked else [],
        faults=presenters.count_faults(looked.rows) if looked else 0,
        count=len(looked.marks) if looked else 0,
    )
