"""Pages for printing a plan, and for filing the signed paper."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.enrolment.queries import find_participant_of_user, get_participant
from app.i18n.text import gettext as _
from app.plans.paper import service
from app.plans.paper.errors import CannotFileReturnedPlan, CannotIssuePlan
from app.plans.paper.forms import IssuePlanForm
from app.plans.paper.presenters import papers as presenters
from app.plans.paper.queries import get_plan_paper
from app.plans.queries import find_current_plan
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("plan_papers", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan/papir")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what was printed, and print the plan that holds."""
    participant = get_participant(session(), scope(), participant_id)
    form = IssuePlanForm()
    form.language.choices = presenters.language_choices()
    if not form.is_submitted():
        offered = {code for code, _name in form.language.choices}
        reads = participant.reading_language
        form.language.data = reads if reads in offered else "nb"
    if form.validate_on_submit():
        try:
            service.issue_plan(session(), clock(), actor(), participant_id, form.language.data)
        except CannotIssuePlan as refusal:
            form.refuse(presenters.issue_refusal(refusal))
        else:
            flash(_("Planen lages nå. Den er klar om et øyeblikk."))
            return redirect(url_for(".show", participant_id=participant_id), 303)
    papers = service.open_papers(session(), clock(), actor(), participant_id)
    return render_template(
        "plans/papers.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        has_plan=find_current_plan(session(), scope(), participant_id) is not None,
        rows=presenters.paper_rows(papers, participant_id),
    )


@bp.get("/<uuid:document_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the paper is ready."""
    paper = get_plan_paper(session(), scope(), participant_id, document_id)
    return jsonify(status=paper.document.status.value)


@bp.get("/<uuid:document_id>/pdf")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """Return the paper; a participant gets only her own."""
    if actor().role is Role.PARTICIPANT:
        own = find_participant_of_user(session(), scope(), actor().user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    code, content = service.download_paper(session(), clock(), actor(), participant_id, document_id)
    return file_to_keep(content, "application/pdf", f"{code}.pdf")


@bp.post("/<uuid:document_id>/underskrevet")
@access(*CASE_STAFF)
@transactional
def file_returned(participant_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """File the pages that came back as the signed paper; somebody has looked at them."""
    try:
        service.file_returned(session(), clock(), actor(), participant_id, document_id)
    except CannotFileReturnedPlan as refusal:
        flash(presenters.return_refusal(refusal.reason), "danger")
    else:
        if not service.is_answered(session(), scope(), participant_id, document_id):
            flash(
                _("Det underskrevne papiret er lagret. Registrer hva deltakeren krysset av for."),
                "success",
            )
            return redirect(url_for("plan_answers.answer", participant_id=participant_id), 303)
        flash(_("Det underskrevne papiret er lagret."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)


@bp.get("/<uuid:document_id>/skann")
@access(*CASE_STAFF)
@transactional
def scan(participant_id: UUID, document_id: UUID) -> ResponseReturnValue:
    """Return the signed paper."""
    code, paper = service.open_scan(session(), clock(), actor(), participant_id, document_id)
    ending = paper.media_type.rsplit("/", 1)[1]
    return file_to_keep(paper.content, paper.media_type, f"{code}-skannet.{ending}")
