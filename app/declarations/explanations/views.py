"""The page on which a paper is stamped as explained."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.declarations import presenters
from app.declarations.explanations.errors import CannotExplainDocument
from app.declarations.explanations.forms import ExplanationForm
from app.declarations.explanations.presenters import explanation_refusal
from app.declarations.explanations.service import explain_document
from app.declarations.opening import likely_language, open_issued
from app.enrolment.queries import get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("explanations", __name__, url_prefix="/deltakere/<uuid:participant_id>/erklaering")


@bp.route("/<uuid:declaration_id>/forklart", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def explain(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Register how a paper was explained."""
    participant = get_participant(session(), scope(), participant_id)
    issued = open_issued(participant_id, declaration_id)
    form = ExplanationForm(data={"language": likely_language(issued, participant)})
    if form.validate_on_submit():
        try:
            explain_document(session(), clock(), actor(), issued, form.to_explanation())
        except CannotExplainDocument as refusal:
            field, message = explanation_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Det er registrert at papiret er forklart."))
            return redirect(url_for("declarations.show", participant_id=participant_id), 303)
    return render_template(
        "declarations/explain.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        row=presenters.issued_rows([issued], names={})[0],
    )
