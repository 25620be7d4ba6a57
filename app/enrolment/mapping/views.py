"""The pages of the mapping: everything, one part at a time, and the history."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.enrolment.mapping import presenters
from app.enrolment.mapping.commands import SavePart
from app.enrolment.mapping.errors import CannotSaveMapping, MappingChanged
from app.enrolment.mapping.forms import FORMS, PartForm
from app.enrolment.mapping.kinds import MappingPart
from app.enrolment.mapping.models import MappingEntry
from app.enrolment.mapping.queries import find_newest, list_entries, newest_entries
from app.enrolment.mapping.service import open_mapping, save_part
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.looks import shown
from app.web.transactions import transactional

bp = Blueprint("mapping", __name__, url_prefix="/deltakere/<uuid:participant_id>/kartlegging")

PARTS = {slug: part for part, slug in presenters.SLUGS.items()}
NEXT = "next"
"""What the button that saves and goes on to the next part says in the field `action`."""


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show every part with what is known, ready to be printed."""
    participant = open_mapping(session(), clock(), actor(), participant_id)
    entries = newest_entries(session(), scope(), participant_id)
    return _page(
        "enrolment/mapping/show.html",
        participant,
        parts=presenters.mapping_view(entries, user_names(session(), scope())),
        progress=presenters.progress_text(entries),
    )


@bp.get("/tidligere")
@access(*CASE_STAFF)
@transactional
def show_history(participant_id: UUID) -> ResponseReturnValue:
    """Show every version of every part, newest first."""
    participant = open_mapping(session(), clock(), actor(), participant_id)
    entries = list_entries(session(), scope(), participant_id)
    history = presenters.history_view(entries, user_names(session(), scope()))
    return _page("enrolment/mapping/history.html", participant, history=history)


@bp.route("/<string:part>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit(participant_id: UUID, part: str) -> ResponseReturnValue:
    """Register one part."""
    if part not in PARTS:
        raise NotFound
    wanted = PARTS[part]
    participant = _open(participant_id)
    newest = find_newest(session(), scope(), participant_id, wanted)
    form = _form(wanted, newest, participant)
    stale = None
    action = request.form.get("action", "")
    if not form.reshape(action) and form.validate_on_submit():
        command = SavePart(participant_id, form.version.data, form.to_content())
        try:
            save_part(session(), clock(), actor(), command)
        except CannotSaveMapping as refusal:
            form.add_refusal(refusal)
        except MappingChanged as changed:
            form.version.data = changed.version
            stale = presenters.part_view(wanted, newest, user_names(session(), scope()))
        else:
            return _saved(participant_id, wanted, goes_on=action == NEXT)
    form.offer_line()
    view = presenters.part_view(wanted, None, {})
    following = presenters.next_part(wanted)
    return _page(
        "enrolment/mapping/part.html",
        participant,
        form=form,
        part=view,
        stale=stale,
        following=following,
    )


def _form(part: MappingPart, newest: MappingEntry | None, participant: Participant) -> PartForm:
    """Return the form with what is saved; a part's first version begins with what is known."""
    if newest is None:
        return FORMS[part](data=presenters.known_already(part, participant))
    return FORMS[part](obj=newest.content, data={"version": newest.version})


def _saved(participant_id: UUID, part: MappingPart, *, goes_on: bool) -> ResponseReturnValue:
    flash(_("Delen er lagret."), "success")
    following = presenters.next_part(part) if goes_on else None
    if following is not None:
        url = url_for(".edit", participant_id=participant_id, part=following.slug)
    else:
        url = url_for(".show", participant_id=participant_id)
    return redirect(url, 303)


def _open(participant_id: UUID) -> Participant:
    """Return the participant; a look is recorded when a form is shown."""
    return shown(
        lambda: open_mapping(session(), clock(), actor(), participant_id),
        lambda: get_participant(session(), scope(), participant_id),
    )


def _page(template: str, participant: Participant, **context: object) -> str:
    return render_template(
        template, participant_id=participant.id, person=participant.full_name, **context
    )
