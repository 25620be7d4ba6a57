"""Rooms and closed days."""

from datetime import date
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.attendance.queries import list_groups
from app.attendance.timetable import queries
from app.attendance.timetable.errors import CannotCloseDay, CannotSaveRoom, RoomChanged
from app.attendance.timetable.forms.places import ChangeRoomForm, ClosedDayForm, RoomForm
from app.attendance.timetable.presenters.pages import (
    closed_rows,
    has_too_many_holidays,
    holiday_sentences,
)
from app.attendance.timetable.presenters.refusals import closed_day_refusal, room_refusal
from app.attendance.timetable.service.closed_days import add_closed_day, remove_closed_day
from app.attendance.timetable.service.rooms import save_room
from app.attendance.timetable.views.blueprint import bp
from app.core.actor import CASE_STAFF
from app.core.period import Period
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.forms import PortalForm
from app.web.transactions import transactional

YEARS = 5
"""How far from this year the list of closed days reaches."""


@bp.get("/rom")
@access(*CASE_STAFF)
@transactional
def list_rooms() -> ResponseReturnValue:
    """Show the municipality's rooms."""
    rooms = queries.list_rooms(session(), scope())
    return render_template("attendance/timetable/rooms.html", rooms=rooms)


@bp.route("/rom/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def create_room() -> ResponseReturnValue:
    """Name a new room."""
    form = RoomForm()
    if form.validate_on_submit():
        try:
            save_room(session(), clock(), actor(), form.to_command())
        except CannotSaveRoom as refusal:
            field, message = room_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Rommet er lagret."), "success")
            return redirect(url_for(".list_rooms"), 303)
    return render_template("attendance/timetable/room_form.html", form=form, is_new=True)


@bp.route("/rom/<uuid:room_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change_room(room_id: UUID) -> ResponseReturnValue:
    """Rename a room, or take it out of use."""
    form = ChangeRoomForm(obj=queries.get_room(session(), scope(), room_id))
    if form.validate_on_submit():
        try:
            save_room(session(), clock(), actor(), form.to_change(room_id))
        except RoomChanged as conflict:
            form.row_version.data = conflict.row_version
            form.refuse(_("Andre har endret rommet. Nå heter det %(name)s.", name=conflict.name))
        except CannotSaveRoom as refusal:
            field, message = room_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Rommet er lagret."), "success")
            return redirect(url_for(".list_rooms"), 303)
    return render_template("attendance/timetable/room_form.html", form=form, is_new=False)


@bp.get("/fridager")
@access(*CASE_STAFF)
@transactional
def list_closed_days() -> ResponseReturnValue:
    """Show the days of a year without programme."""
    year = request.args.get("ar", current_day().year, type=int)
    if abs(year - current_day().year) > YEARS:
        year = current_day().year
    period = Period(date(year, 1, 1), date(year, 12, 31))
    lines = queries.list_closed_lines(session(), scope(), period)
    return render_template(
        "attendance/timetable/closed_days.html",
        year=year,
        rows=closed_rows(lines),
        holidays=holiday_sentences(lines, year),
        is_too_much=has_too_many_holidays(lines, year),
    )


@bp.route("/fridager/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def close_day() -> ResponseReturnValue:
    """Close days for the municipality or one group."""
    form = ClosedDayForm()
    groups = list_groups(session(), scope(), current_day())
    form.offer_groups([(group.id, group.name) for group in groups if group.is_active])
    if form.validate_on_submit():
        try:
            closed = add_closed_day(session(), clock(), actor(), form.to_command())
        except CannotCloseDay as refusal:
            field, message = closed_day_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Dagene er uten program. Øktene er avlyst."), "success")
            return redirect(url_for(".list_closed_days", ar=closed.first_day.year), 303)
    return render_template("attendance/timetable/closed_day_form.html", form=form)


@bp.post("/fridager/<uuid:closed_day_id>/fjern")
@access(*CASE_STAFF)
@transactional
def open_day(closed_day_id: UUID) -> ResponseReturnValue:
    """Open closed days again."""
    year = queries.get_closed_day(session(), scope(), closed_day_id).first_day.year
    if PortalForm().validate_on_submit():
        remove_closed_day(session(), clock(), actor(), closed_day_id)
        flash(_("Det er program disse dagene igjen."), "success")
    return redirect(url_for(".list_closed_days", ar=year), 303)
