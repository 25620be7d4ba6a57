"""Weeks on a time axis, and what is wrong in a week."""

from uuid import UUID

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.attendance.calendar.presenters import week_of
from app.attendance.service.permission import REGISTRARS
from app.attendance.timetable.presenters.grid import week_grid
from app.attendance.timetable.presenters.pages import check_view
from app.attendance.timetable.service import looking
from app.attendance.timetable.views.blueprint import bp
from app.core.actor import CASE_STAFF
from app.core.period import Period
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional


@bp.get("/timeplan")
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show what is wrong in a week of the municipality."""
    week = asked_week()
    check = looking.check_week(session(), clock(), actor(), week)
    own = looking.open_own_week(session(), clock(), actor(), week)
    return render_template(
        "attendance/timetable/show.html", check=check_view(check), grid=week_grid(own)
    )


@bp.get("/timeplan/min")
@access(*REGISTRARS)
@transactional
def show_own() -> ResponseReturnValue:
    """Show the signed-in teacher her own week."""
    own = looking.open_own_week(session(), clock(), actor(), asked_week())
    return render_template("attendance/timetable/own.html", grid=week_grid(own))


@bp.get("/grupper/<uuid:group_id>/timeplan")
@access(*REGISTRARS)
@transactional
def show_group(group_id: UUID) -> ResponseReturnValue:
    """Show the week of a group."""
    week = asked_week()
    may_change = actor().role in CASE_STAFF
    group, found = looking.open_group_week(session(), clock(), actor(), group_id, week)
    check = looking.check_week(session(), clock(), actor(), week, group_id) if may_change else None
    return render_template(
        "attendance/timetable/group.html",
        group_id=group_id,
        group_name=group.name,
        grid=week_grid(found, shows_group=False),
        check=check_view(check) if check else None,
        may_change=may_change,
    )


@bp.get("/rom/<uuid:room_id>")
@access(*CASE_STAFF)
@transactional
def show_room(room_id: UUID) -> ResponseReturnValue:
    """Show the week of a room."""
    room, found = looking.open_room_week(session(), clock(), actor(), room_id, asked_week())
    return render_template(
        "attendance/timetable/room.html",
        room_id=room_id,
        room_name=room.name,
        grid=week_grid(found, shows_room=False),
    )


def asked_week() -> Period:
    """Return the week that the address asks for, or this week."""
    return week_of(request.args.get("uke"), current_day())
