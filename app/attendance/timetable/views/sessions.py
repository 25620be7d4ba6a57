"""Single sessions: an extra one, and one that is moved or has another room or teacher."""

from datetime import datetime, timedelta
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from app.accounts.queries import list_users_with_role
from app.attendance import queries
from app.attendance.models import GroupSession, TimetableSlot
from app.attendance.timetable.commands import AddSession, ChangeSession
from app.attendance.timetable.errors import CannotSaveSession
from app.attendance.timetable.forms.places import Named
from app.attendance.timetable.forms.sessions import SessionForm, SlotPlaceForm
from app.attendance.timetable.presenters.refusals import session_refusal
from app.attendance.timetable.queries import list_rooms
from app.attendance.timetable.service import sessions, slots
from app.attendance.timetable.views.blueprint import bp
from app.core.actor import CASE_STAFF, Role
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional


@bp.route("/grupper/<uuid:group_id>/okter/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def add_session(group_id: UUID) -> ResponseReturnValue:
    """Add a session beside the weekly ones."""
    group = queries.get_group(session(), scope(), group_id)
    form = SessionForm(day=current_day())
    form.offer(rooms(), teachers())
    if form.validate_on_submit():
        try:
            command = AddSession(group_id, form.content())
            found = sessions.add_session(session(), clock(), actor(), command)
        except CannotSaveSession as refusal:
            field, message = session_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Økten er lagt til."), "success")
            return _to_week(found)
    return render_template(
        "attendance/timetable/session_form.html",
        form=form,
        group_id=group_id,
        group_name=group.name,
        session_id=None,
    )


@bp.route("/grupper/<uuid:group_id>/okter/<uuid:session_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change_session(group_id: UUID, session_id: UUID) -> ResponseReturnValue:
    """Move one session, or give it another room, teacher or title."""
    group = queries.get_group(session(), scope(), group_id)
    found = queries.get_session_of_group(session(), scope(), group_id, session_id)
    begins = datetime.combine(found.day, found.starts_at)
    ends_at = (begins + timedelta(minutes=found.minutes)).time()
    form = SessionForm(obj=found, ends_at=ends_at)
    form.offer(_with_own_room(found), teachers())
    if form.validate_on_submit():
        try:
            command = ChangeSession(group_id, session_id, form.content())
            sessions.change_session(session(), clock(), actor(), command)
        except CannotSaveSession as refusal:
            field, message = session_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Økten er endret."), "success")
            return _to_week(found)
    return render_template(
        "attendance/timetable/session_form.html",
        form=form,
        group_id=group_id,
        group_name=group.name,
        session_id=session_id,
        is_cancelled=found.is_cancelled,
    )


@bp.route("/grupper/<uuid:group_id>/timeplan/<uuid:slot_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change_slot(group_id: UUID, slot_id: UUID) -> ResponseReturnValue:
    """Give a weekly meeting another title, room or teacher from today on."""
    group = queries.get_group(session(), scope(), group_id)
    slot = slots.get_slot(session(), scope(), group_id, slot_id)
    form = SlotPlaceForm(obj=slot)
    form.offer(_with_own_room(slot), teachers())
    if form.validate_on_submit():
        try:
            command = form.to_command(group_id, slot_id)
            slots.change_slot(session(), clock(), actor(), command)
        except CannotSaveSession as refusal:
            field, message = session_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Den faste økten er endret fra i dag. Det som er ført, står."), "success")
            return redirect(url_for("groups.show", group_id=group_id), 303)
    return render_template(
        "attendance/timetable/slot_place.html",
        form=form,
        group_id=group_id,
        group_name=group.name,
    )


def rooms() -> Named:
    """Return the rooms that can be chosen."""
    return [(room.id, room.name) for room in list_rooms(session(), scope(), active=True)]


def teachers() -> Named:
    """Return the teachers that can be chosen."""
    users = list_users_with_role(session(), scope(), Role.TEACHER)
    return [(user.id, user.display_name) for user in users]


def _with_own_room(found: GroupSession | TimetableSlot) -> Named:
    every = list_rooms(session(), scope())
    return [(room.id, room.name) for room in every if room.is_active or room.id == found.room_id]


def _to_week(found: GroupSession) -> Response:
    week = f"{found.day:%G-W%V}"
    return redirect(url_for(".show_group", group_id=found.group_id, uke=week), 303)
