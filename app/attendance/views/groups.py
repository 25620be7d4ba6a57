"""Groups: the list, and each with its timetable and members."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import list_users_with_role, user_names
from app.attendance import queries, service
from app.attendance.commands import EndMembership
from app.attendance.errors import (
    CannotAddSlot,
    CannotChangeMembers,
    CannotSaveGroup,
    GroupChanged,
)
from app.attendance.forms.groups import (
    ChangeGroupForm,
    EndMembershipForm,
    GroupForm,
    MemberForm,
    SlotForm,
    StopForm,
)
from app.attendance.models import GroupKind
from app.attendance.presenters.groups import (
    group_changes_by_others,
    group_page,
    group_refusal,
    member_refusal,
    slot_refusal,
)
from app.attendance.registration.presenters import today_rows
from app.attendance.registration.service import list_own_today
from app.attendance.service.permission import REGISTRARS
from app.attendance.timetable.queries import keeps_place_secret, list_rooms
from app.attendance.views.blueprint import bp
from app.core.actor import CASE_STAFF, Role
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional


@bp.get("/grupper")
@access(*REGISTRARS)
@transactional
def list_groups() -> ResponseReturnValue:
    """Show the groups that the signed-in person registers attendance for."""
    groups = service.list_groups(session(), clock(), actor())
    own = service.list_groups(session(), clock(), actor(), GroupKind.INDIVIDUAL)
    year, week, _weekday = current_day().isocalendar()
    return render_template(
        "attendance/groups.html",
        groups=groups,
        individual=own,
        year=year,
        week=week,
        may_change=actor().role in CASE_STAFF,
        today=today_rows(list_own_today(session(), clock(), actor())),
    )


@bp.route("/grupper/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def create() -> ResponseReturnValue:
    """Open a group."""
    form = GroupForm()
    form.offer_teachers(_teachers())
    if form.validate_on_submit():
        try:
            group = service.create_group(session(), clock(), actor(), form.to_command())
        except CannotSaveGroup as refusal:
            field, message = group_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Gruppen er opprettet. Legg til deltakere og timeplan."), "success")
            return redirect(url_for(".show", group_id=group.id), 303)
    return render_template("attendance/group_form.html", form=form, group=None, changes=[])


@bp.get("/grupper/<uuid:group_id>")
@access(*REGISTRARS)
@transactional
def show(group_id: UUID) -> ResponseReturnValue:
    """Show a group."""
    return _show(group_id, MemberForm())


@bp.route("/grupper/<uuid:group_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change(group_id: UUID) -> ResponseReturnValue:
    """Change a group's name, teacher or whether it is in use."""
    group = queries.get_group(session(), scope(), group_id)
    form = ChangeGroupForm(obj=group)
    teachers = _teachers()
    form.offer_teachers(teachers)
    changes: list[str] = []
    if form.validate_on_submit():
        try:
            service.change_group(session(), clock(), actor(), form.to_change(group_id))
        except GroupChanged as conflict:
            typed = form.to_change(group_id)
            changes = group_changes_by_others(typed, conflict.current, dict(teachers))
            form.row_version.data = conflict.row_version
        except CannotSaveGroup as refusal:
            field, message = group_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Gruppen er endret."), "success")
            return redirect(url_for(".show", group_id=group_id), 303)
    return render_template("attendance/group_form.html", form=form, group=group_id, changes=changes)


@bp.post("/grupper/<uuid:group_id>/deltakere")
@access(*CASE_STAFF)
@transactional
def add_member(group_id: UUID) -> ResponseReturnValue:
    """Take a participant into the group."""
    form = MemberForm()
    form.offer_people(queries.list_possible_members(session(), scope()))
    if form.validate_on_submit():
        try:
            service.add_member(session(), clock(), actor(), form.to_command(group_id))
        except CannotChangeMembers as refusal:
            form.refuse(member_refusal(refusal.reason), "participant_id")
        else:
            flash(_("Deltakeren er med i gruppen."), "success")
            return redirect(url_for(".show", group_id=group_id), 303)
    return _show(group_id, form)


@bp.route("/grupper/<uuid:group_id>/deltakere/<uuid:membership_id>/slutt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def end_membership(group_id: UUID, membership_id: UUID) -> ResponseReturnValue:
    """Let somebody leave the group."""
    name = service.open_member(session(), clock(), actor(), group_id, membership_id)
    form = EndMembershipForm(last_day=current_day())
    if form.validate_on_submit():
        try:
            service.end_membership(
                session(), clock(), actor(), EndMembership(group_id, membership_id, form.day())
            )
        except CannotChangeMembers as refusal:
            form.refuse(member_refusal(refusal.reason), "last_day")
        else:
            flash(_("Deltakeren går ut av gruppen."), "success")
            return redirect(url_for(".show", group_id=group_id), 303)
    return render_template("attendance/end_membership.html", form=form, group=group_id, name=name)


@bp.route("/grupper/<uuid:group_id>/timeplan/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def add_slot(group_id: UUID) -> ResponseReturnValue:
    """Add a weekly meeting."""
    group = queries.get_group(session(), scope(), group_id)
    form = SlotForm(first_day=current_day())
    rooms = [(room.id, room.name) for room in list_rooms(session(), scope(), active=True)]
    form.offer(rooms, _teachers())
    if form.validate_on_submit():
        try:
            service.add_slot(session(), clock(), actor(), form.to_command(group_id))
        except CannotAddSlot as refusal:
            field, message = slot_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Økten står i timeplanen."), "success")
            return redirect(url_for(".show", group_id=group_id), 303)
    return render_template(
        "attendance/slot_form.html", form=form, group=group_id, group_name=group.name
    )


@bp.post("/grupper/<uuid:group_id>/timeplan/<uuid:slot_id>/slutt")
@access(*CASE_STAFF)
@transactional
def end_slot(group_id: UUID, slot_id: UUID) -> ResponseReturnValue:
    """End a weekly meeting from today."""
    if StopForm().validate_on_submit():
        service.end_slot(session(), clock(), actor(), group_id, slot_id)
        flash(_("Økten er tatt ut av timeplanen. Det som er ført, står."), "success")
    return redirect(url_for(".show", group_id=group_id), 303)


def _show(group_id: UUID, form: MemberForm) -> ResponseReturnValue:
    may_change = actor().role in CASE_STAFF
    members = service.open_members(session(), clock(), actor(), group_id)
    group = queries.get_group_for(session(), scope(), actor(), group_id, current_day())
    if may_change:
        form.offer_people(service.open_possible_members(session(), clock(), actor()))
    names = user_names(session(), scope())
    page = group_page(
        group,
        names.get(group.teacher_id, "") if group.teacher_id else "",
        queries.list_slots(session(), scope(), group_id),
        members,
        current_day(),
        {room.id: room.name for room in list_rooms(session(), scope())},
        names,
        may_change=may_change,
        shows_place=not keeps_place_secret(session(), scope(), group_id),
    )
    return render_template("attendance/group.html", page=page, form=form)


def _teachers() -> list[tuple[UUID, str]]:
    users = list_users_with_role(session(), scope(), Role.TEACHER)
    return [(user.id, user.display_name) for user in users]
