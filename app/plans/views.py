"""The pages of programme and plan."""

from datetime import date
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_municipality
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.core.period import add_months
from app.enrolment.models import Participant
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans import presenters, service, wording
from app.plans.answers.presenters import said_view
from app.plans.answers.service.reading import read_said
from app.plans.commands import FixPlan, PlanDetails, ProgrammeDetails
from app.plans.errors import CannotFixPlan, CannotSavePlan, PlanChanged
from app.plans.facts import details_of, programme_details_of
from app.plans.forms import ConfirmForm, PlanForm
from app.plans.foundations.gathering import begin_with, proposals_for
from app.plans.models import IntegrationPlan
from app.plans.reading import PlanCase, end_goal_options, get_case
from app.plans.voices import read_voices
from app.rules.plan import NorwegianGoals, propose_norwegian_goals
from app.rules.policy import Policy
from app.rules.programme import EducationLevel, EndGoal
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.looks import shown
from app.web.transactions import transactional

bp = Blueprint("plans", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show the plan that holds and the draft, with what the law still demands."""
    case = service.open_case(session(), clock(), actor(), participant_id)
    page = presenters.plan_page(case, current_day(), _find_url(participant_id))
    said = said_view(read_said(session(), scope(), case), actor().role)
    voices = read_voices(session(), scope(), case)
    return _page("plans/show.html", case.participant, page=page, said=said, voices=voices)


@bp.get("/versjoner/<int(max=9999):version>")
@access(*CASE_STAFF)
@transactional
def show_version(participant_id: UUID, version: int) -> ResponseReturnValue:
    """Show one version as it was."""
    case, plan = service.open_version(session(), clock(), actor(), participant_id, version)
    view = presenters.version_view(case, plan, current_day(), _find_url(participant_id))
    return _page("plans/version.html", case.participant, version=view)


@bp.route("/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit(participant_id: UUID) -> ResponseReturnValue:
    """Begin the programme and its plan, or change the draft."""
    case = _case(participant_id)
    draft, education = case.draft, case.education
    if education is None or (draft is None and case.versions):
        return redirect(url_for(".show", participant_id=participant_id), 303)
    form = _plan_form(case, education)
    theirs: tuple[presenters.TheirValue, ...] = ()
    if form.validate_on_submit():
        try:
            if draft is None:
                service.create_plan(session(), clock(), actor(), form.to_creation(participant_id))
            else:
                service.change_plan(session(), clock(), actor(), form.to_change(participant_id))
        except CannotSavePlan as refusal:
            field = wording.plan_refusal_field(refusal.reason)
            form.refuse(wording.plan_refusal_text(refusal.reason), field)
        except PlanChanged as changed:
            theirs = _renew_plan(form, case, changed)
        else:
            flash(_("Planen er lagret som utkast."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    options = end_goal_options(case, education, _decision(case))
    return _page(
        "plans/edit.html",
        case.participant,
        form=form,
        theirs=theirs,
        is_new=draft is None,
        goal_findings=presenters.goal_findings(options),
    )


@bp.post("/ny-versjon")
@access(*CASE_STAFF)
@transactional
def start_version(participant_id: UUID) -> ResponseReturnValue:
    """Copy the fixed plan to a draft."""
    try:
        service.start_new_version(session(), clock(), actor(), participant_id)
    except CannotSavePlan as refusal:
        flash(wording.plan_refusal_text(refusal.reason), "warning")
    else:
        flash(_("Du har fått et utkast som er likt planen. Endre det du trenger."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)


@bp.route("/forkast", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def discard(participant_id: UUID) -> ResponseReturnValue:
    """Ask, and throw away the draft of a later version."""
    case = _case(participant_id)
    if case.draft is None or case.draft.version == 1:
        raise NotFound
    form = ConfirmForm(obj=case.draft)
    if form.validate_on_submit():
        service.discard_draft(session(), clock(), actor(), participant_id, form.row_version.data)
        flash(_("Utkastet er forkastet. Planen gjelder som før."), "success")
        return redirect(url_for(".show", participant_id=participant_id), 303)
    return _page("plans/discard.html", case.participant, form=form)


@bp.post("/fastsett")
@access(*CASE_STAFF)
@transactional
def fix(participant_id: UUID) -> ResponseReturnValue:
    """Decide that the draft is the plan."""
    form = ConfirmForm()
    try:
        command = FixPlan(participant_id, form.row_version.data)
        service.fix_plan(session(), clock(), actor(), command)
    except CannotFixPlan as refusal:
        flash(wording.fix_refusal_text(refusal.reason), "danger")
    except CannotSavePlan as refusal:
        flash(wording.plan_refusal_text(refusal.reason), "danger")
    except PlanChanged:
        flash(
            _("Andre har endret planen siden du åpnet siden. Les den på nytt før du fastsetter."),
            "warning",
        )
    else:
        flash(_("Planen er fastsatt."), "success")
    return redirect(url_for(".show", participant_id=participant_id), 303)


def _case(participant_id: UUID) -> PlanCase:
    """Return the case; a look is recorded when a form is shown."""
    return shown(
        lambda: service.open_case(session(), clock(), actor(), participant_id),
        lambda: get_case(session(), scope(), participant_id),
    )


def _plan_form(case: PlanCase, education: EducationLevel) -> PlanForm:
    form = PlanForm()
    draft = case.draft
    if draft is not None and draft.version > 1:
        form.leave_out_programme()
    options = end_goal_options(case, education, _decision(case))
    form.offer_goals(presenters.goal_labels(options))
    if form.is_submitted():
        return form
    if draft is None:
        decision = _decision(case)
        proposals = proposals_for(case.participant, case.mapping, education, decision)
        language = get_municipality(session(), scope()).language_form.value
        form.show(begin_with(_proposal(education), proposals, language), None)
        form.end_goal.data = proposals.end_goal.end_goal if proposals.end_goal else None
    else:
        form.show(details_of(draft), _decision(case) if draft.version == 1 else None)
        form.row_version.data = draft.row_version
    return form


def _proposal(education: EducationLevel) -> PlanDetails:
    """Return what a new plan begins with; the end goal is for the participant to choose."""
    goals: NorwegianGoals = propose_norwegian_goals(education)
    return PlanDetails(
        made_on=current_day(),
        end_goal=EndGoal.WORK,
        norwegian_goals=goals,
        review_due_on=_next_review(current_day()),
    )


def _next_review(after: date) -> date:
    policies = get_municipality(session(), scope()).policies
    return add_months(after, Policy.from_mapping(policies).plan_review_interval_months.months)


def _decision(case: PlanCase) -> ProgrammeDetails:
    """Return the decision, or before there is one, as if it were made today."""
    if case.programme is not None:
        return programme_details_of(case.programme)
    day = case.participant.decided_on or current_day()
    return ProgrammeDetails(offered_start_on=day, starts_on=day, decided_on=day)


def _renew_plan(
    form: PlanForm, case: PlanCase, changed: PlanChanged
) -> tuple[presenters.TheirValue, ...]:
    """Let the form be sent again from the version that is saved now; return what changed."""
    form.row_version.data = changed.row_version
    labels = {field.name: field.label.text for field in form}
    labels["norwegian_goals"] = _("Norskmål (lytte, lese, skrive, snakke)")
    saved: IntegrationPlan | None = case.draft
    assert saved is not None, "only a draft that is there can have changed"
    return presenters.their_values(changed.fields, labels, details_of(saved), _decision(case))


def _find_url(participant_id: UUID) -> presenters.FindUrl:
    def find(anchor: str | None) -> str:
        if anchor is None:
            return url_for("mapping.show", participant_id=participant_id)
        if anchor == "elements":
            return url_for(".show", participant_id=participant_id, _anchor="elements")
        return url_for(".edit", participant_id=participant_id, _anchor=anchor)

    return find


def _page(template: str, participant: Participant, **context: object) -> str:
    return render_template(
        template,
        participant_id=participant.id,
        person=full_name(participant),
        **context,
    )
