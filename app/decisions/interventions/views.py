"""The caseworker's pages of stops and of withdrawn self-certification."""

from datetime import timedelta
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.attendance.restrictions.errors import CannotRestrict
from app.attendance.restrictions.kinds import RestrictionKind
from app.attendance.restrictions.service import let_stand
from app.attendance.restrictions.service import lift as lift_restriction
from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.decisions.interventions import presenters, service, wording
from app.decisions.interventions.commands import ChangeIntervention, ConsiderIntervention
from app.decisions.interventions.errors import CannotConsider, CannotImpose
from app.decisions.interventions.forms import ConsiderForm, ImposeForm, LiftForm, ReviewForm
from app.decisions.notices import service as notices
from app.decisions.notices.commands import NoticeDetails, NoticePlace
from app.decisions.notices.errors import CannotWriteNotice
from app.decisions.notices.wording import write_refusal
from app.enrolment.models import Participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.forms import PortalForm
from app.web.transactions import transactional

bp = Blueprint(
    "interventions", __name__, url_prefix="/deltakere/<uuid:participant_id>/vedtak/stans"
)


@bp.get("")
@access(*CASE_STAFF)
@transactional
def overview(participant_id: UUID) -> ResponseReturnValue:
    """Show notices of stops and withdrawals, and what holds."""
    book = service.open_interventions(session(), clock(), actor(), participant_id)
    page = presenters.overview_page(book, current_day())
    return _page("interventions/overview.html", book.participant, page=page)


@bp.route("/nytt", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def consider(participant_id: UUID) -> ResponseReturnValue:
    """Begin the notice of a stop or a withdrawal."""
    book = service.open_interventions(session(), clock(), actor(), participant_id)
    form = ConsiderForm()
    if not form.is_submitted():
        details = notices.first_details(session(), actor(), book.participant, current_day())
        form.show(details, 0)
    elif form.validate():
        command = ConsiderIntervention(participant_id, form.to_content(), form.to_details())
        try:
            notice = service.consider(session(), clock(), actor(), command)
        except CannotConsider as refusal:
            _refuse(form, wording.consider_refusal(refusal.reason))
        except CannotWriteNotice as refusal:
            _refuse(form, write_refusal(refusal.reason))
        else:
            flash(_("Utkastet er lagret. Les brevet før du gjør det ferdig."), "success")
            return _to_notice(participant_id, notice.id)
    back = url_for(".overview", participant_id=participant_id)
    used = presenters.used_text(book.self_certification)
    return _page("interventions/edit.html", book.participant, form=form, back=back, used=used)


@bp.route("/varsel/<uuid:intervention_id>/rediger", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def edit(participant_id: UUID, intervention_id: UUID) -> ResponseReturnValue:
    """Write a notice that is a draft."""
    person, file = notices.open_notice(session(), clock(), actor(), participant_id, intervention_id)
    considered, notice = file.intervention, file.notice
    if considered is None:
        raise NotFound
    if not file.is_draft:
        return _to_notice(participant_id, intervention_id)
    form = ConsiderForm()
    if not form.is_submitted():
        details = NoticeDetails(
            notice.form, notice.summary_language, notice.reply_by, notice.reasons
        )
        form.show(details, notice.row_version)
        form.show_content(considered)
    elif form.validate():
        place = NoticePlace(participant_id, intervention_id, form.row_version.data)
        command = ChangeIntervention(place, form.to_content(), form.to_details())
        try:
            service.change(session(), clock(), actor(), command)
        except CannotConsider as refusal:
            _refuse(form, wording.consider_refusal(refusal.reason))
        except CannotWriteNotice as refusal:
            _refuse(form, write_refusal(refusal.reason))
        else:
            flash(_("Utkastet er lagret. Les brevet før du gjør det ferdig."), "success")
            return _to_notice(participant_id, intervention_id)
    back = url_for("notices.show", participant_id=participant_id, notice_id=intervention_id)
    return _page("interventions/edit.html", person, form=form, back=back, used="")


@bp.route("/varsel/<uuid:intervention_id>/vedtak", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def decide(participant_id: UUID, intervention_id: UUID) -> ResponseReturnValue:
    """Choose the days, and begin the decision that follows the notice."""
    person, file = notices.open_notice(session(), clock(), actor(), participant_id, intervention_id)
    considered = file.intervention
    if considered is None:
        raise NotFound
    if service.refusal_to_impose(file, current_day()) is not None:
        return _to_notice(participant_id, intervention_id)
    form = ImposeForm()
    if not form.is_submitted():
        form.show(considered, current_day() + timedelta(days=1))
    elif form.validate():
        command = form.to_command(participant_id, intervention_id)
        try:
            decision = service.begin_decision(session(), clock(), actor(), command)
        except CannotImpose as refusal:
            _refuse(form, wording.impose_refusal(refusal.reason))
        else:
            flash(_("Utkastet er lagret. Skriv begrunnelsen."), "success")
            draft = url_for("decisions.edit", participant_id=participant_id, draft_id=decision.id)
            return redirect(draft, 303)
    return _page(
        "interventions/decide.html",
        person,
        form=form,
        notice_id=intervention_id,
        about=presenters.about_text(considered),
    )


@bp.route("/<uuid:restriction_id>/opphev", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def lift(participant_id: UUID, restriction_id: UUID) -> ResponseReturnValue:
    """Let it hold no more."""
    opened = service.open_restriction(session(), clock(), actor(), participant_id, restriction_id)
    form = LiftForm()
    if form.validate_on_submit():
        place = participant_id, restriction_id
        free_from, reason = form.free_from.data, form.reason.data
        try:
            lift_restriction(session(), clock(), actor(), place, free_from, reason)
        except CannotRestrict as refusal:
            _refuse(form, wording.restriction_refusal(refusal.reason))
        else:
            flash(_("Det er opphevet. Måneder som er beregnet, rettes ved neste beregning."))
            return _to_overview(participant_id)
    facts = presenters.restriction_facts(opened.restriction)
    return _page("interventions/lift.html", opened.participant, form=form, facts=facts)


@bp.route("/<uuid:restriction_id>/vurder", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def review(participant_id: UUID, restriction_id: UUID) -> ResponseReturnValue:
    """Look at it anew, and let it stand."""
    opened = service.open_restriction(session(), clock(), actor(), participant_id, restriction_id)
    if opened.restriction.kind is not RestrictionKind.NO_SELF_CERTIFICATION:
        raise NotFound
    form = ReviewForm()
    if form.validate_on_submit():
        place = participant_id, restriction_id
        try:
            let_stand(session(), clock(), actor(), place, form.reason.data)
        except CannotRestrict as refusal:
            _refuse(form, wording.restriction_refusal(refusal.reason))
        else:
            flash(_("Vurderingen er lagret. Vedtaket gjelder fortsatt."), "success")
            return _to_overview(participant_id)
    facts = presenters.restriction_facts(opened.restriction)
    lift_url = url_for(".lift", participant_id=participant_id, restriction_id=restriction_id)
    return _page(
        "interventions/review.html", opened.participant, form=form, facts=facts, lift_url=lift_url
    )


def _refuse(form: PortalForm, refused: wording.Refused) -> None:
    field, message = refused
    form.refuse(message, field)


def _page(template: str, person: Participant, **values: object) -> ResponseReturnValue:
    return render_template(template, participant_id=person.id, person=person.full_name, **values)


def _to_notice(participant_id: UUID, notice_id: UUID) -> Response:
    place = url_for("notices.show", participant_id=participant_id, notice_id=notice_id)
    return redirect(place, 303)


def _to_overview(participant_id: UUID) -> Response:
    return redirect(url_for(".overview", participant_id=participant_id), 303)
