"""The class list of one session, on the screen and on paper."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.attendance.commands import Mark, MarkWeek
from app.attendance.models import Group
from app.attendance.registration import presenters, service
from app.attendance.registration.forms import ClassForm, CodeForm
from app.attendance.registration.queries import ClassRows
from app.attendance.registration.rows import TypedRow, chosen_of, mark_of, read_rows
from app.attendance.service import MarkingResult, mark_week
from app.attendance.service.permission import REGISTRARS
from app.core.errors import NotFound
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("registration", __name__)


@bp.get("/grupper/<uuid:group_id>/okter/<uuid:session_id>/oppmote")
@access(*REGISTRARS)
@transactional
def show_class(group_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Show the class list: everybody is here, unless somebody taps otherwise."""
    group, rows, is_locked = service.open_class(session(), clock(), actor(), group_id, session_id)
    return _render(group, rows, ClassForm(), is_locked=is_locked)


@bp.post("/grupper/<uuid:group_id>/okter/<uuid:session_id>/oppmote")
@access(*REGISTRARS)
@transactional
def save_class(group_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Keep the list: everybody's mark, or say what stands in the way."""
    group, rows, is_locked = service.open_class(session(), clock(), actor(), group_id, session_id)
    if rows.meeting.is_cancelled or rows.meeting.day > current_day():
        raise NotFound
    form, typed = ClassForm(), read_rows(request.form)
    if not form.validate_on_submit():
        return _render(group, rows, form, is_locked=is_locked, typed=typed)
    marks = _meant(form, rows, typed)
    if is_locked and marks and not form.reason.data:
        form.refuse(_("Skriv hvorfor oppmøtet rettes."), "reason")
    if form.errors or form.form_errors:
        return _render(group, rows, form, is_locked=is_locked, typed=typed)
    command = MarkWeek(group.id, tuple(marks), form.reason.data if is_locked else "")
    result = mark_week(session(), clock(), actor(), command)
    if result.is_complete:
        flash(_("Oppmøtet er lagret."), "success")
        url = url_for(".show_class", group_id=group_id, session_id=session_id)
        return redirect(url, 303)
    form.refuse(_("Noe er ikke lagret. Se merkene under navnene."))
    return _render(group, rows, form, is_locked=is_locked, typed=typed, result=result)


@bp.get("/grupper/<uuid:group_id>/okter/<uuid:session_id>/ark")
@access(*REGISTRARS)
@transactional
def print_list(group_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Show the list to print: names and boxes, before or after the session."""
    group, rows, _is_locked = service.open_class(session(), clock(), actor(), group_id, session_id)
    page = presenters.sheet_page(group, rows)
    return render_template("attendance/registration/sheet.html", page=page)


@bp.get("/grupper/ark")
@access(*REGISTRARS)
@transactional
def find_list() -> ResponseReturnValue:
    """Lead from the code of a printed list to where it is keyed."""
    form = CodeForm(request.args)
    if "kode" in request.args and form.validate():
        found = service.find_by_code(session(), clock(), actor(), form.kode.data or "")
        if found is not None:
            return redirect(
                url_for(".show_class", group_id=found.group_id, session_id=found.id), 303
            )
        form.kode.errors = [_("Ingen av øktene dine har denne koden. Se på arket en gang til.")]
    return render_template("attendance/registration/find.html", form=form)


def _meant(form: ClassForm, rows: ClassRows, typed: list[TypedRow]) -> list[Mark]:
    """Return the marks that differ from what is kept; what cannot be meant refuses the form."""
    length = rows.meeting.minutes
    people = {each.participant_id: each for each in rows.members}
    marks = []
    for row in typed:
        who = people.get(row.participant_id)
        if who is None:
            continue
        chosen = row.chosen(length)
        if chosen is None:
            name = f"{who.given_name} {who.family_name}"
            form.refuse(_("%(name)s: Velg hvor mange minutter.", name=name))
            continue
        kept = rows.marks.get(row.participant_id)
        if kept is None or chosen_of(kept, length) != chosen:
            marks.append(
                mark_of(rows.meeting.id, row.participant_id, chosen, length, row.base_version)
            )
    return marks


def _render(
    group: Group,
    rows: ClassRows,
    form: ClassForm,
    *,
    is_locked: bool,
    typed: list[TypedRow] | None = None,
    result: MarkingResult | None = None,
) -> ResponseReturnValue:
    page = presenters.class_page(
        group,
        rows,
        current_day(),
        user_names(session(), scope()),
        is_locked=is_locked,
        typed=typed or (),
        result=result,
    )
    return render_template(
        "attendance/registration/class.html", page=page, form=form, user_id=actor().user_id
    )
