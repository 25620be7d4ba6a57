"""Reading an issued sheet on the screen, and taking home a print in one language."""

from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.declarations.words import service
from app.declarations.words.errors import CannotMakeInformationSheet
from app.declarations.words.presenters import information_refusal, words_page
from app.enrolment.queries import get_participant
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint(
    "declaration_words",
    __name__,
    url_prefix="/deltakere/<uuid:participant_id>/erklaering/<uuid:declaration_id>",
)


@bp.get("/les")
@access(*CASE_STAFF)
@transactional
def read(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Show the words of the sheet, clause beside clause."""
    participant = get_participant(session(), scope(), participant_id)
    opened = service.open_words(session(), clock(), actor(), participant_id, declaration_id)
    return render_template(
        "declarations/read.html",
        participant_id=participant_id,
        person=participant.full_name,
        page=words_page(opened, participant_id, declaration_id, for_staff=True),
    )


@bp.get("/til-informasjon")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def print_information(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Return the words in the participant's language alone; a participant gets only her own."""
    ids = participant_id, declaration_id
    sheet = service.find_information_sheet(session(), actor(), *ids)
    session().rollback()  # nobody else waits for the database while the sheet is made
    try:
        pdf = service.make_information_sheet(current_app.extensions["introportalen.pdf"], sheet)
    except CannotMakeInformationSheet as refusal:
        flash(information_refusal(refusal.reason))
        return redirect(_page_of(*ids), 303)
    service.note_information_sheet(session(), clock(), actor(), *ids)
    return file_to_keep(pdf, "application/pdf", "til-informasjon.pdf")


def _page_of(participant_id: UUID, declaration_id: UUID) -> str:
    """Return where this reader reads the words."""
    if actor().role is Role.PARTICIPANT:
        return url_for("mypage.read_paper", declaration_id=declaration_id)
    return url_for(".read", participant_id=participant_id, declaration_id=declaration_id)
