"""The pages about participants: list, enrolment, overview and what can be changed."""

from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import list_users_with_role
from app.core.actor import CASE_STAFF, Role
from app.enrolment import presenters, service
from app.enrolment.commands import ChangeParticipant, EnrolParticipant
from app.enrolment.errors import CannotLinkUser, CannotSaveParticipant, ParticipantChanged
from app.enrolment.facts import assess_participant, assessment_day, details_of
from app.enrolment.forms import (
    ASSESS,
    ChangeForm,
    EnrolForm,
    FilterForm,
    HouseholdForm,
    LinkForm,
    details_as_data,
)
from app.enrolment.household import change_household as save_household
from app.enrolment.listing import open_list
from app.enrolment.mapping.presenters import summary_rows
from app.enrolment.mapping.queries import find_mapping
from app.enrolment.models import Participant
from app.enrolment.presenters.fields import Row
from app.enrolment.protection import may_see_contact
from app.enrolment.queries import Part, ParticipantFilter, get_participant, list_linked_users
from app.enrolment.refusals import link_refusal_text
from app.enrolment.target_group_view import TargetGroupView, number_warnings, target_group_view
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, installation_dates, scope, session
from app.web.fields import Choice
from app.web.looks import shown
from app.web.transactions import transactional

bp = Blueprint("participants", __name__, url_prefix="/deltakere")

ALL = tuple(Part)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def list_participants() -> ResponseReturnValue:
    """Show the participants of the municipality, by name."""
    form = FilterForm(request.args)
    page = open_list(
        session(),
        clock(),
        actor(),
        installation_dates(),
        chosen=ParticipantFilter(
            adviser_id=actor().user_id if form.is_mine else None, status=form.chosen_status
        ),
        group=form.group,
        number=request.args.get("side", 1, type=int),
    )

    def page_url(number: int) -> str:
        return url_for(".list_participants", side=number, **form.codes())

    view = presenters.list_view(page, _advisers(), current_day(), page_url)
    return render_template("enrolment/list.html", page=view, form=form)


@bp.route("/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def enrol() -> ResponseReturnValue:
    """Show the target group of somebody, and register her."""
    form = EnrolForm(_adviser_choices())
    if request.method == "GET" and actor().role is Role.CASEWORKER:
        form.adviser_id.data = str(actor().user_id)
    action = request.form.get("action", "")
    group = None
    if action == ASSESS:
        group = _preview(form)
    elif not form.reshape(action) and form.validate_on_submit():
        command = EnrolParticipant(
            form.to_details(), form.to_household(), form.is_somebody_else.data
        )
        try:
            participant = service.enrol_participant(session(), clock(), actor(), command)
        except CannotSaveParticipant as refusal:
            form.add_refusal(refusal)
        else:
            flash(_("Deltakeren er registrert."), "success")
            return redirect(url_for(".show", participant_id=participant.id), 303)
    warnings = number_warnings(form.identity_digits) if form.is_submitted() else ()
    return render_template("enrolment/enrol.html", form=form, group=group, warnings=warnings)


@bp.get("/<uuid:participant_id>")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show everything about one participant."""
    participant = service.open_participant(session(), clock(), actor(), participant_id, *ALL)
    users = list_users_with_role(session(), scope(), Role.PARTICIPANT, *CASE_STAFF)
    names = {user.id: user.display_name for user in users}
    page = presenters.overview_view(
        participant,
        assess_participant(participant, current_day(), installation_dates()),
        names,
        names.get(participant.user_id, "") if participant.user_id else "",
        current_day(),
        mapping=summary_rows(find_mapping(session(), scope(), participant_id)),
        is_contact_shown=may_see_contact(actor(), participant),
        find_url=lambda endpoint: _find_url(endpoint, participant_id),
    )
    return _page("enrolment/show.html", participant, page=page)


@bp.route("/<uuid:participant_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change(participant_id: UUID) -> ResponseReturnValue:
    """Change what is registered about the participant herself."""
    participant = _open(participant_id)
    data = details_as_data(details_of(participant))
    form = ChangeForm(_adviser_choices(), data={**data, "row_version": participant.row_version})
    if not may_see_contact(actor(), participant):
        form.lock_contact()
    stale: tuple[Row, ...] = ()
    group = None
    if request.form.get("action") == ASSESS:
        group = _preview(form)
    elif form.validate_on_submit():
        command = ChangeParticipant(
            participant_id, form.row_version.data, form.to_details(), form.is_somebody_else.data
        )
        try:
            service.change_participant(session(), clock(), actor(), command)
        except CannotSaveParticipant as refusal:
            form.add_refusal(refusal)
        except ParticipantChanged as changed:
            stale = _renew(form, participant, changed)
        else:
            flash(_("Opplysningene er lagret."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return _page("enrolment/change.html", participant, form=form, stale=stale, group=group)


@bp.route("/<uuid:participant_id>/husholdning", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def change_household(participant_id: UUID) -> ResponseReturnValue:
    """Register how the participant lives from a day on, and her children."""
    participant = _open(participant_id)
    form = HouseholdForm(data=presenters.household_data(participant))
    stale: tuple[Row, ...] = ()
    action = request.form.get("action", "")
    if not form.reshape(action) and form.validate_on_submit():
        try:
            save_household(session(), clock(), actor(), form.to_command(participant_id))
        except CannotSaveParticipant as refusal:
            form.add_refusal(refusal)
        except ParticipantChanged as changed:
            stale = _renew(form, participant, changed)
        else:
            flash(_("Husholdningen er lagret."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    view = presenters.household_view(participant, current_day())
    return _page("enrolment/household.html", participant, form=form, stale=stale, page=view)


@bp.route("/<uuid:participant_id>/bruker", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def link_user(participant_id: UUID) -> ResponseReturnValue:
    """Let the participant see her own pages with a sign-in of her own."""
    participant = _open(participant_id)
    taken = list_linked_users(session(), scope())
    users = list_users_with_role(session(), scope(), Role.PARTICIPANT)
    form = LinkForm([(str(user.id), user.display_name) for user in users if user.id not in taken])
    if form.validate_on_submit():
        try:
            service.link_user(session(), clock(), actor(), participant_id, UUID(form.user_id.data))
        except CannotLinkUser as refusal:
            form.refuse(link_refusal_text(refusal.reason))
        else:
            flash(_("Deltakeren kan nå logge inn og se sine egne sider."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return _page("enrolment/link_user.html", participant, form=form)


def _open(participant_id: UUID) -> Participant:
    """Return the participant; a look is recorded when a form is shown."""
    return shown(
        lambda: service.open_participant(session(), clock(), actor(), participant_id, *ALL),
        lambda: get_participant(session(), scope(), participant_id, *ALL),
    )


def _preview(form: EnrolForm | ChangeForm) -> TargetGroupView | None:
    if not form.may_be_assessed():
        return None
    details = form.to_details()
    try:
        assessment = service.preview_target_group(clock(), details, installation_dates())
    except CannotSaveParticipant as refusal:
        form.add_refusal(refusal)
        return None
    day = current_day()
    return target_group_view(assessment, assessment_day(details, None, day))


def _renew(
    form: ChangeForm | HouseholdForm,
    participant: Participant,
    changed: ParticipantChanged,
) -> tuple[Row, ...]:
    """Let the form be sent again from the version that is saved now; return what changed."""
    form.row_version.data = changed.row_version
    shown = may_see_contact(actor(), participant)
    return presenters.stale_text(participant, changed, _advisers(), is_contact_shown=shown)


def _page(template: str, participant: Participant, **context: object) -> str:
    return render_template(
        template,
        participant_id=participant.id,
        person=presenters.full_name(participant),
        **context,
    )


def _find_url(endpoint: str, participant_id: UUID) -> str | None:
    """Return the address of a page of the participant's, if the portal has that page."""
    if endpoint not in current_app.view_functions:
        return None
    return url_for(endpoint, participant_id=participant_id)


def _adviser_choices() -> list[Choice]:
    return [(str(user_id), name) for user_id, name in _advisers().items()]


def _advisers() -> dict[UUID, str]:
    users = list_users_with_role(session(), scope(), *CASE_STAFF)
    return {user.id: user.display_name for user in users}
