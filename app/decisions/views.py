"""The pages of a participant's decisions."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.decisions import presenters, service, wording
from app.decisions.commands import BeginDecision, Place
from app.decisions.complaints.presenters import rows_of
from app.decisions.complaints.queries import find_talk, list_complaints
from app.decisions.errors import (
    CannotApproveDecision,
    CannotDraftDecision,
    CannotIssueDecision,
    CannotRegisterNotice,
)
from app.decisions.forms import (
    ApprovalForm,
    ArrivalForm,
    BeginForm,
    ConfirmForm,
    DraftForm,
    SendingForm,
)
from app.decisions.queries import DecisionFile, find_own_download
from app.decisions.service import reading
from app.decisions.service.approving import is_own_work
from app.decisions.states import DecisionKind
from app.enrolment.queries import find_participant_of_user, get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, installation_dates, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("decisions", __name__, url_prefix="/deltakere/<uuid:participant_id>/vedtak")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def list_decisions(participant_id: UUID) -> ResponseReturnValue:
    """Show the decisions, and which one is due."""
    case = reading.open_decisions(session(), clock(), actor(), participant_id)
    return _page(
        "decisions/list.html", case, participant_id, page=presenters.list_view(case, current_day())
    )


@bp.post("/nytt")
@access(*CASE_STAFF)
@transactional
def begin(participant_id: UUID) -> ResponseReturnValue:
    """Begin the decision that is due."""
    get_participant(session(), scope(), participant_id)
    form = BeginForm()
    if not form.validate():
        return _back(participant_id)
    command = BeginDecision(participant_id, DecisionKind(form.kind.data))
    try:
        decision = service.begin_decision(session(), clock(), actor(), command)
    except CannotDraftDecision as refusal:
        flash(wording.draft_refusal(refusal.reason)[1], "warning")
        return _back(participant_id)
    return redirect(url_for(".edit", participant_id=participant_id, draft_id=decision.id), 303)


@bp.get("/<uuid:decision_id>")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Show a decision: of a draft, the letter as it would be."""
    case, file = _open(participant_id, decision_id)
    letter = reading.read_letter(session(), clock(), actor(), installation_dates(), case, file)
    letter_id = file.decision.document_id
    opened_at = find_own_download(session(), scope(), letter_id) if letter_id else None
    names = user_names(session(), scope())
    page = presenters.decision_page(
        case, file, letter, names, actor().role, current_day(), opened_at
    )
    complaints = list_complaints(session(), scope(), participant_id)
    is_reduction = file.decision.kind is DecisionKind.BENEFIT_REDUCTION and not file.is_draft
    return _page(
        "decisions/show.html",
        case,
        participant_id,
        page=page,
        decision_id=decision_id,
        complaints=rows_of(complaints, decision_id),
        ask_social_assistance=is_reduction and find_talk(session(), decision_id) is None,
    )


@bp.route("/utkast/<uuid:draft_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit(participant_id: UUID, draft_id: UUID) -> ResponseReturnValue:
    """Write a draft."""
    case, file = _open_draft(participant_id, draft_id)
    form = DraftForm(obj=file.decision)
    if not form.is_submitted():
        form.form.data = file.decision.form.value
    if form.validate_on_submit():
        command = form.to_command(participant_id, draft_id)
        try:
            service.change_draft(session(), clock(), actor(), command)
        except CannotDraftDecision as refusal:
            field, message = wording.draft_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Utkastet er lagret. Les brevet før du gjør vedtaket."), "success")
            return _to(participant_id, draft_id)
    return _form("decisions/edit.html", case, participant_id, file, form)


@bp.route("/utkast/<uuid:draft_id>/forkast", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def discard(participant_id: UUID, draft_id: UUID) -> ResponseReturnValue:
    """Ask, and throw away a draft."""
    case, file = _open_draft(participant_id, draft_id)
    form = ConfirmForm(obj=file.decision)
    if form.validate_on_submit():
        place = Place(participant_id, draft_id, form.row_version.data)
        service.discard_draft(session(), clock(), actor(), place)
        flash(_("Utkastet er forkastet."), "success")
        return _back(participant_id)
    return _form("decisions/discard.html", case, participant_id, file, form)


@bp.post("/utkast/<uuid:draft_id>/til-godkjenning")
@access(*CASE_STAFF)
@transactional
def ask(participant_id: UUID, draft_id: UUID) -> ResponseReturnValue:
    """Send a draft to a leader."""
    try:
        service.ask_approval(session(), clock(), actor(), _place(participant_id, draft_id))
    except CannotApproveDecision as refusal:
        flash(wording.approval_refusal(refusal.reason)[1], "warning")
    else:
        flash(_("Vedtaket er sendt til en leder."), "success")
    return _to(participant_id, draft_id)


@bp.route("/utkast/<uuid:draft_id>/godkjenn", methods=["GET", "POST"])
@access(Role.LEADER)
@transactional
def approve(participant_id: UUID, draft_id: UUID) -> ResponseReturnValue:
    """Approve a draft, or send it back."""
    case, file = _open_draft(participant_id, draft_id)
    form = ApprovalForm(obj=file.decision)
    if form.validate_on_submit():
        command = form.to_command(participant_id, draft_id)
        try:
            service.decide_approval(session(), clock(), actor(), command)
        except CannotApproveDecision as refusal:
            field, message = wording.approval_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Svaret er lagret."), "success")
            return _to(participant_id, draft_id)
    is_own = is_own_work(session(), actor(), file)
    return _form("decisions/approve.html", case, participant_id, file, form, is_own=is_own)


@bp.post("/utkast/<uuid:draft_id>/gjor-vedtak")
@access(*CASE_STAFF)
@transactional
def issue(participant_id: UUID, draft_id: UUID) -> ResponseReturnValue:
    """Make the decision."""
    place = _place(participant_id, draft_id)
    try:
        service.issue_decision(session(), clock(), actor(), installation_dates(), place)
    except CannotIssueDecision as refusal:
        flash(wording.issue_refusal(refusal), "danger")
    else:
        flash(_("Vedtaket er gjort. Brevet lages nå."), "success")
    return _to(participant_id, draft_id)


@bp.get("/<uuid:decision_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the letter is ready."""
    file = reading.find_own_file(session(), scope(), participant_id, decision_id)
    assert file.letter is not None, "an issued decision has a letter"
    return jsonify(status=file.letter.status.value)


@bp.post("/<uuid:decision_id>/brev/igjen")
@access(*CASE_STAFF)
@transactional
def make_again(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Make the PDF of a letter once more, where that failed."""
    service.make_letter_again(session(), clock(), actor(), participant_id, decision_id)
    flash(_("Brevet lages på nytt."))
    return _to(participant_id, decision_id)


@bp.get("/<uuid:decision_id>/brev")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Return the letter; a participant gets only her own."""
    if actor().role is Role.PARTICIPANT:
        own = find_participant_of_user(session(), scope(), actor().user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    code, content = service.download_letter(
        session(), clock(), actor(), participant_id, decision_id
    )
    return file_to_keep(content, "application/pdf", f"{code}.pdf")


@bp.route("/<uuid:decision_id>/sendt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_sending(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Register that the letter was sent."""
    case, file = _open_issued(participant_id, decision_id)
    form = SendingForm(data={"day": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, decision_id)
        try:
            service.register_sending(session(), clock(), actor(), command)
        except CannotRegisterNotice as refusal:
            field, message = wording.registration_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Det er lagret at brevet er sendt."), "success")
            return _to(participant_id, decision_id)
    return _form("decisions/sending.html", case, participant_id, file, form)


@bp.route("/<uuid:decision_id>/framme", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_arrival(participant_id: UUID, decision_id: UUID) -> ResponseReturnValue:
    """Register when the letter reached the participant."""
    case, file = _open_issued(participant_id, decision_id)
    form = ArrivalForm(data={"day": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, decision_id)
        try:
            service.register_arrival(session(), clock(), actor(), command)
        except CannotRegisterNotice as refusal:
            field, message = wording.registration_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Det er lagret når brevet kom fram."), "success")
            return _to(participant_id, decision_id)
    return _form("decisions/arrival.html", case, participant_id, file, form)


def _open(participant_id: UUID, decision_id: UUID) -> tuple[reading.DecisionCase, DecisionFile]:
    return reading.open_decision(session(), clock(), actor(), participant_id, decision_id)


def _open_draft(
    participant_id: UUID, decision_id: UUID
) -> tuple[reading.DecisionCase, DecisionFile]:
    case, file = _open(participant_id, decision_id)
    if not file.is_draft:
        raise NotFound
    return case, file


def _open_issued(
    participant_id: UUID, decision_id: UUID
) -> tuple[reading.DecisionCase, DecisionFile]:
    case, file = _open(participant_id, decision_id)
    if file.is_draft:
        raise NotFound
    return case, file


def _place(participant_id: UUID, decision_id: UUID) -> Place:
    return Place(participant_id, decision_id, ConfirmForm().row_version.data)


def _page(
    template: str, case: reading.DecisionCase, participant_id: UUID, **values: object
) -> ResponseReturnValue:
    return render_template(
        template,
        participant_id=participant_id,
        person=case.plans.participant.full_name,
        **values,
    )


def _form(
    template: str,
    case: reading.DecisionCase,
    participant_id: UUID,
    file: DecisionFile,
    form: object,
    **values: object,
) -> ResponseReturnValue:
    return _page(
        template,
        case,
        participant_id,
        form=form,
        decision_id=file.decision.id,
        title=wording.kind_text(file.decision.kind),
        **values,
    )


def _back(participant_id: UUID) -> Response:
    return redirect(url_for(".list_decisions", participant_id=participant_id), 303)


def _to(participant_id: UUID, decision_id: UUID) -> Response:
    return redirect(url_for(".show", participant_id=participant_id, decision_id=decision_id), 303)
