"""The caseworker's pages of what a participant has proposed."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.enrolment.presenters import full_name
from app.enrolment.queries import get_participant
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.plans.catalogue import CATALOGUE
from app.plans.commands import ElementDetails
from app.plans.elements import details_of_element
from app.plans.errors import CannotSaveElement, PlanChanged
from app.plans.forms import ElementForm
from app.plans.models import IntegrationPlan, PlanElement
from app.plans.proposals import service
from app.plans.proposals.commands import TakeProposal
from app.plans.proposals.errors import CannotAnswerProposal
from app.plans.proposals.forms import DeclineForm, TakeGoalForm
from app.plans.proposals.kinds import ProposalKind
from app.plans.proposals.presenters import proposal_row, proposal_rows
from app.plans.proposals.queries import Standing
from app.plans.proposals.wording import answer_refusal_text
from app.plans.queries import find_draft
from app.plans.reading import get_case, programme_period
from app.plans.wording import element_refusal_field, element_refusal_text
from app.rules.plan import ElementKind
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint(
    "plan_proposals", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan/forslag"
)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what the participant has proposed, and what became of it."""
    found = service.open_proposals(session(), clock(), actor(), participant_id)
    return render_template(
        "plans/proposals/show.html",
        participant_id=participant_id,
        person=full_name(found.participant),
        rows=proposal_rows(found.standings),
        has_draft=found.draft is not None,
        has_plan=found.current is not None,
    )


@bp.route("/<uuid:proposal_id>/ta-inn", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def take(participant_id: UUID, proposal_id: UUID) -> ResponseReturnValue:
    """Put a proposal into the draft: the element form, filled in with what is known."""
    standing = service.open_proposal(session(), clock(), actor(), participant_id, proposal_id)
    draft = find_draft(session(), scope(), participant_id)
    if draft is None or standing.answer is not None:
        return _to_list(participant_id)
    if standing.proposal.kind is ProposalKind.CHANGE_GOAL:
        return _take_goal(participant_id, standing)
    copy = service.line_in_draft(draft, standing.line)
    form = ElementForm()
    if not form.is_submitted():
        form.show(_proposed(participant_id, draft, standing, copy))
        form.row_version.data = copy.row_version if copy else 0
    elif form.validate():
        command = TakeProposal(
            participant_id,
            proposal_id,
            form.to_addition(participant_id).element,
            copy.id if copy else None,
            form.row_version.data,
        )
        try:
            service.take_proposal(session(), clock(), actor(), command)
        except CannotSaveElement as refusal:
            reason = refusal.reason
            form.refuse(element_refusal_text(reason), element_refusal_field(reason))
        except CannotAnswerProposal as refusal:
            form.refuse(answer_refusal_text(refusal.reason))
        except PlanChanged as changed:
            form.row_version.data = changed.row_version
            form.refuse(_("Andre har endret linjen siden du åpnet siden. Se over og lagre igjen."))
        else:
            flash(_("Forslaget er tatt inn i utkastet."), "success")
            return redirect(_url_of_plan(participant_id, "elements"), 303)
    return _page("plans/proposals/take.html", participant_id, standing, form)


@bp.route("/<uuid:proposal_id>/ikke-ta-inn", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def decline(participant_id: UUID, proposal_id: UUID) -> ResponseReturnValue:
    """Say no to a proposal, with a reason that the participant reads."""
    standing = service.open_proposal(session(), clock(), actor(), participant_id, proposal_id)
    if standing.answer is not None:
        return _to_list(participant_id)
    form = DeclineForm()
    language = get_participant(session(), scope(), participant_id).reading_language
    form.translation.label.text = _(
        "Det samme på deltakerens språk (%(language)s)", language=language_name(language)
    )
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id, proposal_id)
            service.decline_proposal(session(), clock(), actor(), command)
        except CannotAnswerProposal as refusal:
            form.refuse(answer_refusal_text(refusal.reason))
        else:
            flash(_("Deltakeren ser nå svaret ditt."), "success")
            return _to_list(participant_id)
    return _page("plans/proposals/decline.html", participant_id, standing, form, language=language)


def _take_goal(participant_id: UUID, standing: Standing) -> ResponseReturnValue:
    """Note that the goal follows the proposal, and open the draft's goals for writing."""
    form = TakeGoalForm()
    if form.validate_on_submit():
        try:
            command = TakeProposal(participant_id, standing.proposal.id)
            service.take_proposal(session(), clock(), actor(), command)
        except CannotAnswerProposal as refusal:
            form.refuse(answer_refusal_text(refusal.reason))
        else:
            flash(_("Forslaget er tatt inn. Skriv målet i planen her."), "success")
            url = url_for("plans.edit", participant_id=participant_id, _anchor="long_term_goals")
            return redirect(url, 303)
    return _page("plans/proposals/take.html", participant_id, standing, form)


def _proposed(
    participant_id: UUID, draft: IntegrationPlan, standing: Standing, copy: PlanElement | None
) -> ElementDetails:
    """Return the line as it is in the draft, as it was in the plan, or as the catalogue has it."""
    known = copy or standing.line
    if known is not None:
        return details_of_element(known)
    kind = standing.proposal.element_kind or ElementKind.OTHER
    period = programme_period(get_case(session(), scope(), participant_id), draft)
    minutes = CATALOGUE[kind].minutes_per_week
    return ElementDetails(kind, period.first_day, period.last_day, minutes)


def _to_list(participant_id: UUID) -> ResponseReturnValue:
    return redirect(url_for(".show", participant_id=participant_id), 303)


def _url_of_plan(participant_id: UUID, anchor: str) -> str:
    return url_for("plans.show", participant_id=participant_id, _anchor=anchor)


def _page(
    template: str, participant_id: UUID, standing: Standing, form: object, **more: object
) -> str:
    participant = get_participant(session(), scope(), participant_id)
    return render_template(
        template,
        participant_id=participant_id,
        person=full_name(participant),
        row=proposal_row(standing),
        form=form,
        **more,
    )
