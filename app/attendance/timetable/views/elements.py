"""A participant's week, and times of her own for elements of her plan."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.attendance.timetable.errors import CannotScheduleElement
from app.attendance.timetable.forms.sessions import ElementForm
from app.attendance.timetable.presenters.elements import element_rows, place_of
from app.attendance.timetable.presenters.grid import week_grid
from app.attendance.timetable.presenters.pages import check_view
from app.attendance.timetable.presenters.refusals import element_refusal
from app.attendance.timetable.service import elements, looking
from app.attendance.timetable.views.blueprint import bp
from app.attendance.timetable.views.sessions import teachers
from app.attendance.timetable.views.weeks import asked_week
from app.core.actor import CASE_STAFF
from app.enrolment.kinds import AddressProtection
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans.queries import find_current_plan
from app.plans.wording import element_name
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional


@bp.get("/deltakere/<uuid:participant_id>/timeplan")
@access(*CASE_STAFF)
@transactional
def show_participant(participant_id: UUID) -> ResponseReturnValue:
    """Show a participant's week, what is lacking in it, and her own elements."""
    week = asked_week()
    participant, found, check = looking.open_participant_week(
        session(), clock(), actor(), participant_id, week
    )
    plan = find_current_plan(session(), scope(), participant_id)
    scheduled = elements.scheduled_elements(session(), scope(), participant_id)
    shows_place = participant.address_protection is AddressProtection.NONE
    return render_template(
        "attendance/timetable/participant.html",
        participant_id=participant_id,
        person=full_name(participant),
        grid=week_grid(found, shows_room=shows_place),
        check=check_view(check),
        elements=element_rows(
            plan.elements if plan else (), scheduled, found.on, shows_place=shows_place
        ),
    )


@bp.route(
    "/deltakere/<uuid:participant_id>/timeplan/<uuid:plan_element_id>", methods=["GET", "POST"]
)
@access(*CASE_STAFF)
@transactional
def schedule_element(participant_id: UUID, plan_element_id: UUID) -> ResponseReturnValue:
    """Give an element of the plan times of its own."""
    element = elements.get_element(session(), scope(), participant_id, plan_element_id)
    participant = looking.open_participant(session(), clock(), actor(), participant_id)
    first_day = max(element.first_day, current_day())
    form = ElementForm(
        name=element.title or element_name(element.kind),
        place=place_of(element),
        contact=element.responsible,
        first_day=first_day,
        last_day=min(element.last_day, first_day + elements.LONGEST),
    )
    form.offer_teachers(teachers())
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id, plan_element_id)
            elements.schedule_element(session(), clock(), actor(), command)
        except CannotScheduleElement as refusal:
            field, message = element_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Opplegget har fått timeplan. Oppmøtet føres som i en gruppe."), "success")
            return redirect(url_for(".show_participant", participant_id=participant_id), 303)
    return render_template(
        "attendance/timetable/element_form.html",
        form=form,
        participant_id=participant_id,
        person=full_name(participant),
    )
