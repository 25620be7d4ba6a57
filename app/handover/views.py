"""Pages where a case leaves for another municipality, and where one comes in."""

from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF, Role
from app.enrolment.protection import may_see_contact
from app.handover import presenters, service, wording
from app.handover.bundle import MOST_PACKED
from app.handover.commands import MakeBundle
from app.handover.errors import BadBundle, CannotHandOver, CannotReceive, ReceiveRefusal
from app.handover.forms import SendForm, TakeOverForm, UploadForm
from app.handover.kinds import HandoverGround
from app.handover.signing import fingerprint, public_bytes, signing_key
from app.i18n.text import gettext as _
from app.papers.intake.limits import ENVELOPE_BYTES
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional
from app.web.uploads import takes_upload

bp = Blueprint("handover", __name__, url_prefix="/deltakere/<uuid:participant_id>/overlevering")
takeovers_bp = Blueprint("takeovers", __name__, url_prefix="/overtakelser")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show the bundles that were made, and make one."""
    sent = service.open_made(session(), clock(), actor(), participant_id)
    form = SendForm()
    if form.validate_on_submit():
        command = MakeBundle(
            participant_id,
            form.recipient.data,
            HandoverGround(form.ground.data),
            form.reason.data,
        )
        try:
            service.make_bundle(session(), clock(), actor(), _secret(), command)
        except CannotHandOver as refusal:
            form.refuse(wording.send_refusal(refusal.reason), "recipient")
        else:
            flash(_("Saken er pakket. Last ned filen, og send den på en sikker måte."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return render_template(
        "handover/send.html",
        participant_id=participant_id,
        person=sent.participant.full_name,
        form=form,
        page=presenters.sent_view(
            sent,
            user_names(session(), scope()),
            may_send=may_see_contact(actor(), sent.participant),
        ),
        fingerprint=fingerprint(public_bytes(signing_key(_secret()))),
    )


@bp.get("/<uuid:handover_id>")
@access(*CASE_STAFF)
@transactional
def download(participant_id: UUID, handover_id: UUID) -> ResponseReturnValue:
    """Return a bundle."""
    try:
        made = service.download_bundle(session(), clock(), actor(), participant_id, handover_id)
    except CannotHandOver as refusal:
        flash(wording.send_refusal(refusal.reason), "warning")
        return redirect(url_for(".show", participant_id=participant_id), 303)
    return file_to_keep(made.content, "application/zip", f"overlevering-{made.id}.zip")


@takeovers_bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@takes_upload(MOST_PACKED + ENVELOPE_BYTES)
@transactional
def list_received() -> ResponseReturnValue:
    """Show the bundles that came in, and take one in."""
    received, known = service.open_received(session(), clock(), actor())
    form = UploadForm()
    if form.validate_on_submit():
        try:
            found = service.receive(session(), clock(), actor(), form.content())
        except BadBundle as fault:
            form.refuse(wording.fault_text(fault), "bundle")
        except CannotReceive as refusal:
            form.refuse(wording.receive_refusal(refusal.reason), "bundle")
        else:
            return redirect(url_for(".show_received", received_id=found.id), 303)
    names = user_names(session(), scope())
    return render_template(
        "handover/received.html",
        form=form,
        rows=presenters.received_rows(received),
        may_forget=actor().role is Role.LEADER,
        senders=presenters.sender_rows(known, names),
    )


@takeovers_bp.route("/<uuid:received_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_received(received_id: UUID) -> ResponseReturnValue:
    """Show what a bundle holds, and take the case in."""
    preview = service.look_into(session(), clock(), actor(), received_id)
    form = TakeOverForm()
    if form.validate_on_submit():
        try:
            participant_id = service.take_over(
                session(), clock(), actor(), received_id, is_confirmed=form.is_confirmed.data
            )
        except BadBundle as fault:
            form.refuse(wording.fault_text(fault))
        except CannotReceive as refusal:
            field = "is_confirmed" if refusal.reason is ReceiveRefusal.NOT_CONFIRMED else None
            form.refuse(wording.receive_refusal(refusal.reason), field)
        else:
            flash(_("Saken er tatt inn. Se over opplysningene, og velg veileder."), "success")
            return redirect(url_for("participants.show", participant_id=participant_id), 303)
    return render_template(
        "handover/preview.html",
        form=form,
        page=presenters.preview_view(preview),
        received_id=received_id,
    )


@takeovers_bp.post("/<uuid:received_id>/forkast")
@access(*CASE_STAFF)
@transactional
def discard(received_id: UUID) -> ResponseReturnValue:
    """Throw away a bundle that nobody has taken in."""
    try:
        service.discard(session(), clock(), actor(), received_id)
    except CannotReceive as refusal:
        flash(wording.receive_refusal(refusal.reason), "warning")
    else:
        flash(_("Filen er forkastet."), "success")
    return redirect(url_for(".list_received"), 303)


@takeovers_bp.post("/avsendere/<uuid:sender_id>/glem")
@access(Role.LEADER)
@transactional
def forget_sender(sender_id: UUID) -> ResponseReturnValue:
    """Trust a fingerprint no longer without comparing it again."""
    service.forget_sender(session(), clock(), actor(), sender_id)
    flash(_("Avsenderen må bekreftes på nytt neste gang."), "success")
    return redirect(url_for(".list_received"), 303)


def _secret() -> str:
    secret: str = current_app.config["SECRET_KEY"]
    return secret
