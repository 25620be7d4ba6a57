"""The pages of approvals, answers and disagreements, for staff."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.enrolment.interpreting.presenters import interpreting_refusal
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans import service as plans
from app.plans.answers import presenters, service, wording
from app.plans.answers.errors import (
    CannotAnswerPlan,
    CannotApprovePlan,
    CannotDecideDisagreement,
    CannotRegisterTalk,
)
from app.plans.answers.forms import (
    ApprovalForm,
    AskApprovalForm,
    DisagreementForm,
    MeetingAnswerForm,
)
from app.plans.answers.kinds import ApprovalOutcome
from app.plans.answers.service.reading import Said, read_said
from app.plans.errors import PlanChanged
from app.plans.reading import get_case
from app.rules.law.sources import INTEGRERINGSLOVEN
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.law_views import ProvisionLink
from app.web.looks import shown
from app.web.transactions import transactional

bp = Blueprint("plan_answers", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan")


@bp.route("/godkjenning", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def ask(participant_id: UUID) -> ResponseReturnValue:
    """Send the draft to a leader."""
    said = _said(participant_id)
    draft = said.case.draft
    if draft is None:
        raise NotFound
    form = AskApprovalForm(data={"row_version": draft.row_version})
    if form.validate_on_submit():
        try:
            service.ask_approval(session(), clock(), actor(), form.to_command(participant_id))
        except CannotApprovePlan as refusal:
            form.refuse(wording.approval_refusal(refusal.reason)[1])
        except PlanChanged as changed:
            form.row_version.data = changed.row_version
            form.refuse(_("Andre har endret utkastet. Les det på nytt før du sender det."))
        else:
            flash(_("Utkastet er sendt til en leder."), "success")
            return _to_plan(participant_id)
    return _page("plans/ask_approval.html", said, form=form)


@bp.route("/godkjenning/svar", methods=["GET", "POST"])
@access(Role.LEADER)
@transactional
def approve(participant_id: UUID) -> ResponseReturnValue:
    """Approve the draft that was sent, or send it back."""
    said = _said(participant_id)
    draft = said.case.draft
    if draft is None:
        raise NotFound
    form = ApprovalForm(data={"row_version": draft.row_version})
    if form.validate_on_submit():
        command = form.to_command(participant_id)
        try:
            service.decide_approval(session(), clock(), actor(), command)
        except CannotApprovePlan as refusal:
            field, message = wording.approval_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            is_approved = command.outcome is ApprovalOutcome.APPROVED
            flash(
                _("Utkastet er godkjent.") if is_approved else _("Utkastet er sendt tilbake."),
                "success",
            )
            return _to_plan(participant_id)
    is_own = service.is_own_work(session(), actor(), draft)
    return _page("plans/approve.html", said, form=form, is_own=is_own)


@bp.route("/svar", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def answer(participant_id: UUID) -> ResponseReturnValue:
    """Show every answer, and register what the participant said at a meeting."""
    said = _said(participant_id)
    current = said.case.current
    participant = said.case.participant
    language = participant.interpreter_language or participant.first_language
    form = MeetingAnswerForm(
        data={
            "version": current.version if current else 0,
            "explained_on": current_day(),
            "language": language,
            "words_language": language,
        }
    )
    if form.validate_on_submit():
        try:
            service.register_answer(session(), clock(), actor(), form.to_command(participant_id))
        except CannotAnswerPlan as refusal:
            field, message = wording.answer_refusal(refusal.reason)
            form.refuse(message, field)
        except CannotRegisterTalk as refusal:
            talk_field, message = interpreting_refusal(refusal.reason)
            form.refuse(message, talk_field)
        else:
            flash(_("Svaret er registrert."), "success")
            return _to_plan(participant_id)
    return _page("plans/answers.html", said, form=form)


@bp.route("/uenighet", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def decide(participant_id: UUID) -> ResponseReturnValue:
    """Decide what the plan says where the participant does not agree."""
    said = _said(participant_id)
    last = said.last
    form = DisagreementForm(data={"number": last.answer.number if last else 0})
    if form.validate_on_submit():
        try:
            service.decide_disagreement(
                session(), clock(), actor(), form.to_command(participant_id)
            )
        except CannotDecideDisagreement as refusal:
            field, message = wording.disagreement_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Avgjørelsen er lagret. Deltakeren ser den på siden sin."), "success")
            return _to_plan(participant_id)
    source = ProvisionLink.of(INTEGRERINGSLOVEN.section("15", "(5)"))
    return _page("plans/decide_disagreement.html", said, form=form, source=source)


def _said(participant_id: UUID) -> Said:
    """Return what was said; a look is recorded when a form is shown."""
    case = shown(
        lambda: plans.open_case(session(), clock(), actor(), participant_id),
        lambda: get_case(session(), scope(), participant_id),
    )
    return read_said(session(), scope(), case)


def _to_plan(participant_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("plans.show", participant_id=participant_id), 303)


def _page(template: str, said: Said, **context: object) -> ResponseReturnValue:
    participant = said.case.participant
    return render_template(
        template,
        participant_id=participant.id,
        person=full_name(participant),
        said=presenters.said_view(said, actor().role),
        answers=[presenters.answer_view(each, said.names) for each in said.answers],
        current_version=said.case.current.version if said.case.current else None,
        draft_version=said.case.draft.version if said.case.draft else None,
        **context,
    )
