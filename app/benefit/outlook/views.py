"""The page where a caseworker sees what days away would mean."""

from uuid import UUID

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.attendance.errors import CannotRegisterAbsence
from app.attendance.presenters.absences import absence_refusal, child_text
from app.benefit.outlook.asking import ways_of
from app.benefit.outlook.forms import AskForm
from app.benefit.outlook.presenters import Answer, answers
from app.benefit.outlook.service import look_ahead, open_asking
from app.core.actor import CASE_STAFF
from app.enrolment.facts import children_in_care
from app.enrolment.queries import Part, get_participant
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("outlook", __name__, url_prefix="/deltakere/<uuid:participant_id>/fravaer/spor")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def ask(participant_id: UUID) -> ResponseReturnValue:
    """Say what days away would mean; nothing is saved."""
    participant = open_asking(session(), clock(), actor(), participant_id)
    form, found = answer_question(participant_id)
    return render_template(
        "benefit/outlook/ask.html",
        form=form,
        answers=found,
        participant_id=participant_id,
        person=participant.full_name,
    )


def answer_question(participant_id: UUID) -> tuple[AskForm, list[Answer]]:
    """Return the form, and the answers if it asks something that can be answered."""
    participant = get_participant(session(), scope(), participant_id, Part.CHILDREN)
    form = AskForm()
    form.offer([(child.id, child_text(child.born_on)) for child in children_in_care(participant)])
    if not form.validate_on_submit():
        return form, []
    ways = ways_of(form.question(), current_day())
    try:
        found = [
            (way, look_ahead(session(), clock(), scope(), participant_id, content))
            for way, content in ways
        ]
    except CannotRegisterAbsence as refusal:
        field, message = absence_refusal(refusal.reason)
        form.refuse(message, field if field in form else None)
        return form, []
    return form, answers(found)
