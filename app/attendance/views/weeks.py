"""The week grid of a group: people down, sessions across."""

from datetime import date
from uuid import UUID

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.attendance import service
from app.attendance.cells import TypedCell, read_cells
from app.attendance.commands import CancelSession, Mark, MarkWeek
from app.attendance.forms.groups import CancelForm
from app.attendance.forms.week import MalformedMarks, WeekForm, read_marks
from app.attendance.models import Group
from app.attendance.presenters.week import (
    Place,
    conflict_sentences,
    marking_answer,
    place_text,
    refusal_sentences,
    week_page,
)
from app.attendance.queries import WeekRows
from app.attendance.registration.locking import marks_lock
from app.attendance.service.permission import REGISTRARS
from app.attendance.views.blueprint import bp
from app.core.errors import NotFound
from app.core.period import Period
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

WEEK = "/grupper/<uuid:group_id>/uke/<int(min=1900, max=2199):year>/<int(max=53):week>"
"""Years that dates in forms may have, so that every week has one before and one after."""


@bp.get(WEEK)
@access(*REGISTRARS)
@transactional
def show_week(group_id: UUID, year: int, week: int) -> ResponseReturnValue:
    """Show the week of a group."""
    group, rows = service.open_week(session(), clock(), actor(), group_id, _week(year, week))
    return _render(group, rows, WeekForm())


@bp.post(WEEK)
@access(*REGISTRARS)
@transactional
def save_week(group_id: UUID, year: int, week: int) -> ResponseReturnValue:
    """Keep what was typed in the plain form: all of it, or nothing and say why."""
    group, rows = service.open_week(session(), clock(), actor(), group_id, _week(year, week))
    form = WeekForm()
    if not form.validate_on_submit():
        return _render(group, rows, form)
    cells = read_cells(request.form, {each.id: each.minutes for each in rows.sessions})
    marks = _meant(form, rows, cells)
    marks += _everybody_present(rows, cells, request.form.get("everybody"))
    if form.form_errors:
        return _render(group, rows, form, cells)
    result = service.mark_week(session(), clock(), actor(), MarkWeek(group.id, tuple(marks)))
    if result.is_complete:
        flash(_("Oppmøtet er lagret."), "success")
        return redirect(url_for(".show_week", group_id=group_id, year=year, week=week), 303)
    for sentence in refusal_sentences(result.refused, rows):
        form.refuse(sentence)
    names = user_names(session(), scope())
    return _render(group, rows, form, cells, conflict_sentences(result.conflicts, rows, names))


@bp.post(WEEK + "/merker")
@access(*REGISTRARS)
@transactional
def save_marks(group_id: UUID, year: int, week: int) -> ResponseReturnValue:
    """Keep marks that the page sends in the background, and answer what became of each."""
    _week(year, week)
    try:
        marks = read_marks(request.get_json(silent=True))
    except (MalformedMarks, RecursionError):  # JSON can be nested deeper than Python reads
        return jsonify(error="malformed"), 400
    result = service.mark_week(session(), clock(), actor(), MarkWeek(group_id, marks))
    return jsonify(marking_answer(result, user_names(session(), scope()))), 201


@bp.post("/grupper/<uuid:group_id>/okter/<uuid:session_id>/avlys")
@access(*REGISTRARS)
@transactional
def cancel_session(group_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Say that a session was not held, or was after all."""
    is_cancelled = request.form.get("is_cancelled") == "yes"
    form = CancelForm()
    if form.validate_on_submit():
        command = CancelSession(group_id, session_id, is_cancelled, form.reason.data or "")
        found = service.cancel_session(session(), clock(), actor(), command)
        flash(_("Økten er avlyst.") if is_cancelled else _("Økten er ikke avlyst."), "success")
        year, week, _weekday = found.day.isocalendar()
        return redirect(url_for(".show_week", group_id=group_id, year=year, week=week), 303)
    return redirect(url_for(".show", group_id=group_id), 303)


def _week(year: int, week: int) -> Period:
    try:
        return Period(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    except ValueError as error:
        raise NotFound from error


def _meant(form: WeekForm, rows: WeekRows, cells: list[TypedCell]) -> list[Mark]:
    lengths = {each.id: each.minutes for each in rows.sessions}
    marks = []
    for cell in cells:
        minutes = cell.minutes_absent(lengths[cell.session_id])
        if minutes is None:
            where = place_text(rows, cell.session_id, cell.participant_id)
            form.refuse(
                _(
                    "%(where)s: Skriv t, f eller et antall minutter som ikke er lengre enn økten.",
                    where=where,
                )
            )
        else:
            marks.append(Mark(cell.session_id, cell.participant_id, minutes, cell.base_version))
    return marks


def _everybody_present(
    rows: WeekRows, cells: list[TypedCell], session_text: str | None
) -> list[Mark]:
    """Return marks for those who have none yet at the session whose button was pressed."""
    found = next((each for each in rows.sessions if str(each.id) == session_text), None)
    if found is None:
        return []
    done = set(rows.marks) | {(cell.session_id, cell.participant_id) for cell in cells}
    return [
        Mark(found.id, member.participant_id, 0)
        for member in rows.members
        if (found.id, member.participant_id) not in done
        and member.first_day <= found.day <= (member.last_day or date.max)
    ]


def _render(
    group: Group,
    rows: WeekRows,
    form: WeekForm,
    cells: list[TypedCell] | None = None,
    conflicts: list[str] | None = None,
) -> ResponseReturnValue:
    typed: dict[Place, str] = {
        (cell.session_id, cell.participant_id): cell.text for cell in cells or []
    }
    lock = marks_lock(session(), scope())
    page = week_page(group, rows, current_day(), lock, typed=typed, conflicts=conflicts or [])
    return render_template("attendance/week.html", page=page, form=form, user_id=actor().user_id)
