"""The caseworker's pages of reductions and advance notices."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.decisions.forms import ConfirmForm
from app.decisions.interventions.service import refusal_to_impose
from app.decisions.interventions.wording import impose_refusal
from app.decisions.notices import presenters, service, wording
from app.decisions.notices.commands import ChangeNotice, NoticeDetails, NoticePlace, WriteNotice
from app.decisions.notices.errors import (
    CannotDecideReduction,
    CannotFollowNotice,
    CannotWriteNotice,
)
from app.decisions.notices.forms import (
    CloseForm,
    NoticeArrivedForm,
    NoticeForm,
    NoticeSentForm,
    ReplyForm,
)
from app.decisions.notices.queries import NoticeFile, get_notice
from app.enrolment.models import Participant
from app.enrolment.queries import find_participant_of_user
from app.i18n.format import month_name
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.forms import PortalForm
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("notices", __name__, url_prefix="/deltakere/<uuid:participant_id>/vedtak/trekk")


@bp.get("")
@access(*CASE_STAFF)
@transactional
def overview(participant_id: UUID) -> ResponseReturnValue:
    """Show the months with reductions, and what was done about them."""
    person, payments, notices = service.open_reductions(session(), clock(), actor(), participant_id)
    rows = presenters.reduced_rows(payments, notices, participant_id, current_day())
    return _page("notices/overview.html", person, rows=rows)


@bp.route("/nytt/<uuid:run_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def write(participant_id: UUID, run_id: UUID) -> ResponseReturnValue:
    """Begin a notice about the reduction of a month."""
    person, payments, _notices = service.open_reductions(
        session(), clock(), actor(), participant_id
    )
    payment = next((each for each in payments if each.run_id == run_id), None)
    if payment is None:
        raise NotFound
    form = NoticeForm()
    if not form.is_submitted():
        form.show(service.first_details(session(), actor(), person, current_day()), 0)
    elif form.validate():
        command = WriteNotice(participant_id, run_id, form.to_details())
        try:
            notice = service.write(session(), clock(), actor(), command)
        except CannotWriteNotice as refusal:
            _refuse(form, wording.write_refusal(refusal.reason))
        else:
            flash(_("Utkastet er lagret. Les brevet før du gjør det ferdig."), "success")
            return _to(participant_id, notice.id)
    month = month_name(payment.reduction.period.first_day)
    return _page(
        "notices/edit.html",
        person,
        form=form,
        month=month,
        back=url_for(".overview", participant_id=participant_id),
    )


@bp.get("/varsel/<uuid:notice_id>")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Show a notice: of a draft, the letter as it would be."""
    person, file = _open(participant_id, notice_id)
    letter = service.read_letter(session(), clock(), actor(), person, file)
    to_issue = (
        service.refusal_to_issue(session(), clock(), actor(), file) if file.is_draft else None
    )
    page = presenters.notice_page(
        file,
        letter,
        user_names(session(), scope()),
        current_day(),
        (to_issue, _cannot_decide(file)),
    )
    return _page("notices/show.html", person, page=page, notice_id=notice_id)


@bp.route("/varsel/<uuid:notice_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Write a notice that is a draft."""
    person, file = _open(participant_id, notice_id)
    if not file.is_draft:
        return _to(participant_id, notice_id)
    if file.intervention is not None:
        edit_url = url_for(
            "interventions.edit", participant_id=participant_id, intervention_id=notice_id
        )
        return redirect(edit_url, 303)
    notice = file.notice
    form = NoticeForm()
    if not form.is_submitted():
        written = NoticeDetails(
            notice.form, notice.summary_language, notice.reply_by, notice.reasons
        )
        form.show(written, notice.row_version)
    elif form.validate():
        place = NoticePlace(participant_id, notice_id, form.row_version.data)
        try:
            service.change(session(), clock(), actor(), ChangeNotice(place, form.to_details()))
        except CannotWriteNotice as refusal:
            _refuse(form, wording.write_refusal(refusal.reason))
        else:
            flash(_("Utkastet er lagret. Les brevet før du gjør det ferdig."), "success")
            return _to(participant_id, notice_id)
    month = month_name(file.reduction.period.first_day)
    back = url_for(".show", participant_id=participant_id, notice_id=notice_id)
    return _page("notices/edit.html", person, form=form, month=month, back=back)


@bp.post("/varsel/<uuid:notice_id>/forkast")
@access(*CASE_STAFF)
@transactional
def discard(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Throw away a draft."""
    file = get_notice(session(), scope(), participant_id, notice_id)
    service.discard(session(), clock(), actor(), _place(participant_id, notice_id))
    flash(_("Utkastet er forkastet."), "success")
    overview = ".overview" if file.intervention is None else "interventions.overview"
    return redirect(url_for(overview, participant_id=participant_id), 303)


@bp.post("/varsel/<uuid:notice_id>/ferdig")
@access(*CASE_STAFF)
@transactional
def issue(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Finish the notice, so that it can be sent."""
    try:
        service.issue(session(), clock(), actor(), _place(participant_id, notice_id))
    except CannotWriteNotice as refusal:
        flash(wording.write_refusal(refusal.reason)[1], "danger")
    else:
        flash(_("Varselet er ferdig. Brevet lages nå."), "success")
    return _to(participant_id, notice_id)


@bp.get("/varsel/<uuid:notice_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the letter is ready."""
    file = get_notice(session(), scope(), participant_id, notice_id)
    if file.status is None:
        raise NotFound
    return jsonify(status=file.status.value)


@bp.post("/varsel/<uuid:notice_id>/brev/igjen")
@access(*CASE_STAFF)
@transactional
def make_again(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Make the PDF of the letter once more, where that failed."""
    service.make_letter_again(session(), clock(), actor(), participant_id, notice_id)
    flash(_("Brevet lages på nytt."))
    return _to(participant_id, notice_id)


@bp.get("/varsel/<uuid:notice_id>/brev")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Return the letter; a participant gets only her own."""
    if actor().role is Role.PARTICIPANT:
        own = find_participant_of_user(session(), scope(), actor().user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    code, content = service.download(session(), clock(), actor(), participant_id, notice_id)
    return file_to_keep(content, "application/pdf", f"{code}.pdf")


@bp.route("/varsel/<uuid:notice_id>/sendt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_sent(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Register that the letter was sent."""
    person, file = _open(participant_id, notice_id)
    form = NoticeSentForm(data={"day": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, notice_id)
        try:
            service.register_sent(session(), clock(), actor(), command)
        except CannotFollowNotice as refusal:
            _refuse(form, wording.follow_refusal(refusal.reason))
        else:
            flash(_("Det er lagret at brevet er sendt."), "success")
            return _to(participant_id, notice_id)
    return _form("notices/sent.html", person, file, form)


@bp.route("/varsel/<uuid:notice_id>/framme", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_arrived(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Register when the letter reached the participant."""
    person, file = _open(participant_id, notice_id)
    form = NoticeArrivedForm(data={"day": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, notice_id)
        try:
            service.register_arrived(session(), clock(), actor(), command)
        except CannotFollowNotice as refusal:
            _refuse(form, wording.follow_refusal(refusal.reason))
        else:
            flash(_("Det er lagret når brevet kom fram."), "success")
            return _to(participant_id, notice_id)
    return _form("notices/arrived.html", person, file, form)


@bp.route("/varsel/<uuid:notice_id>/svar", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def register_reply(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Register what the participant said."""
    person, file = _open(participant_id, notice_id)
    form = ReplyForm(data={"day": current_day()})
    if form.validate_on_submit():
        command = form.to_command(participant_id, notice_id)
        try:
            service.register_reply(session(), clock(), actor(), command)
        except CannotFollowNotice as refusal:
            _refuse(form, wording.follow_refusal(refusal.reason))
        else:
            flash(_("Svaret er lagret."), "success")
            return _to(participant_id, notice_id)
    return _form("notices/reply.html", person, file, form)


@bp.route("/varsel/<uuid:notice_id>/avslutt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def close(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Reduce nothing after all."""
    person, file = _open(participant_id, notice_id)
    form = CloseForm()
    if form.validate_on_submit():
        try:
            service.close(session(), clock(), actor(), form.to_command(participant_id, notice_id))
        except CannotFollowNotice as refusal:
            _refuse(form, wording.follow_refusal(refusal.reason))
        else:
            flash(_("Varselet er avsluttet uten vedtak."), "success")
            return _to(participant_id, notice_id)
    return _form("notices/close.html", person, file, form)


@bp.post("/varsel/<uuid:notice_id>/vedtak")
@access(*CASE_STAFF)
@transactional
def begin_decision(participant_id: UUID, notice_id: UUID) -> ResponseReturnValue:
    """Begin the decision that follows the notice."""
    try:
        decision = service.begin_decision(session(), clock(), actor(), participant_id, notice_id)
    except CannotDecideReduction as refusal:
        flash(wording.decide_refusal(refusal.reason), "warning")
        return _to(participant_id, notice_id)
    edit_url = url_for("decisions.edit", participant_id=participant_id, draft_id=decision.id)
    return redirect(edit_url, 303)


def _cannot_decide(file: NoticeFile) -> str:
    """Return why nothing can be decided after the notice now; empty: it can."""
    if file.intervention is not None:
        refused = refusal_to_impose(file, current_day())
        return impose_refusal(refused)[1] if refused else ""
    payment = service.payment_of(session(), actor(), file.notice)
    refusal = service.refusal_to_decide(file, payment, current_day())
    return wording.decide_refusal(refusal) if refusal else ""


def _open(participant_id: UUID, notice_id: UUID) -> tuple[Participant, NoticeFile]:
    return service.open_notice(session(), clock(), actor(), participant_id, notice_id)


def _place(participant_id: UUID, notice_id: UUID) -> NoticePlace:
    return NoticePlace(participant_id, notice_id, ConfirmForm().row_version.data)


def _refuse(form: PortalForm, refused: wording.Refused) -> None:
    field, message = refused
    form.refuse(message, field)


def _page(template: str, person: Participant, **values: object) -> ResponseReturnValue:
    return render_template(template, participant_id=person.id, person=person.full_name, **values)


def _form(
    template: str, person: Participant, file: NoticeFile, form: object
) -> ResponseReturnValue:
    return _page(
        template,
        person,
        form=form,
        notice_id=file.notice.id,
        month=presenters.about(file),
        is_reduction=file.intervention is None,
    )


def _to(participant_id: UUID, notice_id: UUID) -> Response:
    return redirect(url_for(".show", participant_id=participant_id, notice_id=notice_id), 303)
