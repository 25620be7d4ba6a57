"""Pages for issuing the document of § 16, and for filing the signed paper."""

from uuid import UUID

from flask import Blueprint, flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF, Role
from app.core.errors import NotFound
from app.declarations import presenters, service
from app.declarations.errors import CannotIssueDeclaration, CannotRegisterSigning
from app.declarations.explanations.errors import CannotExplainDocument
from app.declarations.explanations.presenters import explanation_refusal
from app.declarations.forms import IssueForm, NotSignedForm, SigningForm
from app.declarations.models import SigningStatus
from app.declarations.opening import likely_language, open_issued
from app.declarations.outcomes.presenters import scan_refusal, signing_refusal
from app.declarations.outcomes.service import register_not_signed, register_signing
from app.declarations.queries import get_declaration
from app.enrolment.queries import find_participant_of_user, get_participant
from app.i18n.format import short_date
from app.i18n.text import gettext as _
from app.papers import service as papers
from app.papers.errors import CannotStoreScan
from app.papers.queries import get_document, get_scan
from app.plans.queries import find_current_plan
from app.web.access import access
from app.web.context import actor, clock, current_day, installation_dates, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("declarations", __name__, url_prefix="/deltakere/<uuid:participant_id>/erklaering")


@bp.route("", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show what was issued, and issue a new sheet."""
    participant = get_participant(session(), scope(), participant_id)
    plan = find_current_plan(session(), scope(), participant_id)
    form = IssueForm()
    info = None
    if plan is not None:
        bundle = service.bundle_for(
            session(), scope(), plan.made_on, installation_dates(), current_day()
        )
        info = presenters.text_info(bundle, short_date(plan.made_on))
        form.language.choices = presenters.language_choices(bundle)
        if not form.is_submitted():
            offered = {code for code, _name in form.language.choices}
            reads = participant.reading_language
            form.language.data = reads if reads in offered else "nb"
    if plan is not None and form.validate_on_submit():
        try:
            service.issue_declaration(
                session(),
                clock(),
                actor(),
                installation_dates(),
                participant_id,
                form.language.data,
                form.layout(),
            )
        except CannotIssueDeclaration as refusal:
            form.refuse(presenters.issue_refusal(refusal.reason))
        else:
            flash(_("Arket lages nå. Det er klart om et øyeblikk."))
            return redirect(url_for(".show", participant_id=participant_id), 303)
    issued = service.open_declarations(session(), clock(), actor(), participant_id)
    return render_template(
        "declarations/show.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        info=info,
        rows=presenters.issued_rows(issued, names=user_names(session(), scope())),
    )


@bp.get("/<uuid:declaration_id>/status")
@access(*CASE_STAFF)
@transactional
def status(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page whether the sheet is ready."""
    issued = get_declaration(session(), scope(), participant_id, declaration_id)
    return jsonify(status=issued.document.status.value)


@bp.get("/<uuid:declaration_id>/pdf")
@access(*CASE_STAFF, Role.PARTICIPANT)
@transactional
def download(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Return the sheet; a participant gets only her own."""
    _refuse_others(participant_id)
    issued = get_declaration(session(), scope(), participant_id, declaration_id)
    document = get_document(session(), scope(), issued.document.id, with_content=True)
    if document.content is None:
        raise NotFound
    is_withdrawn = issued.declaration.status is SigningStatus.WITHDRAWN
    if is_withdrawn and actor().role is Role.PARTICIPANT:
        raise NotFound  # it may show another person's data
    papers.note_download(session(), clock(), actor(), document)
    name = f"TRUKKET-TILBAKE-{document.code}.pdf" if is_withdrawn else f"{document.code}.pdf"
    return file_to_keep(document.content, "application/pdf", name)


@bp.route("/<uuid:declaration_id>/underskrift", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def sign(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Register that the paper was signed, with its scan."""
    participant = get_participant(session(), scope(), participant_id)
    issued = open_issued(participant_id, declaration_id)
    form = SigningForm(
        is_explained=bool(issued.explanations),
        data={
            "row_version": issued.declaration.row_version,
            "language": likely_language(issued, participant),
        },
    )
    if form.validate_on_submit():
        try:
            register_signing(
                session(), clock(), actor(), participant_id, declaration_id, form.to_command()
            )
        except CannotRegisterSigning as refusal:
            field, message = signing_refusal(refusal.reason)
            form.refuse(message, field)
        except CannotExplainDocument as refusal:
            field, message = explanation_refusal(refusal.reason)
            form.refuse(message, field)
        except CannotStoreScan as refusal:
            form.refuse(scan_refusal(refusal.reason), "scan")
        else:
            flash(_("Underskriften er registrert, og papiret er lagret."))
            return redirect(url_for(".show", participant_id=participant_id), 303)
    row = presenters.issued_rows([issued], names={})[0]
    return render_template(
        "declarations/sign.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        row=row,
    )


@bp.route("/<uuid:declaration_id>/ikke-underskrevet", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def not_signed(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Register that the paper was not signed, and why."""
    participant = get_participant(session(), scope(), participant_id)
    issued = open_issued(participant_id, declaration_id)
    form = NotSignedForm(data={"row_version": issued.declaration.row_version})
    if form.validate_on_submit():
        try:
            register_not_signed(
                session(), clock(), actor(), participant_id, declaration_id, form.to_command()
            )
        except CannotRegisterSigning as refusal:
            field, message = signing_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Det er registrert at papiret ikke er underskrevet."))
            return redirect(url_for(".show", participant_id=participant_id), 303)
    row = presenters.issued_rows([issued], names={})[0]
    return render_template(
        "declarations/not_signed.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        row=row,
    )


@bp.get("/<uuid:declaration_id>/skann")
@access(*CASE_STAFF)
@transactional
def scan(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Return the scanned paper."""
    issued = get_declaration(session(), scope(), participant_id, declaration_id)
    if issued.declaration.scan_id is None:
        raise NotFound
    paper = get_scan(session(), scope(), issued.declaration.scan_id)
    papers.note_scan_view(session(), clock(), actor(), paper, participant_id)
    ending = paper.media_type.rsplit("/", 1)[1]
    return file_to_keep(paper.content, paper.media_type, f"{issued.document.code}-skannet.{ending}")


def _refuse_others(participant_id: UUID) -> None:
    """Let a participant at her own papers only: another's do not exist for her."""
    if actor().role is not Role.PARTICIPANT:
        return
    own = find_participant_of_user(session(), scope(), actor().user_id)
    if own is None or own.id != participant_id:
        raise NotFound
