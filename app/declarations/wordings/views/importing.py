"""Importing an official text: upload, look at what it changes, approve by a second person."""

from collections.abc import Callable
from uuid import UUID

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import Role
from app.declarations.bundles.content import bundle_of
from app.declarations.bundles.types import BundleError
from app.declarations.wordings.commands import DecideText
from app.declarations.wordings.errors import CannotDecideText, CannotImportText
from app.declarations.wordings.forms import DecisionForm, ImportForm
from app.declarations.wordings.presenters.faults import FaultRow, fault_rows
from app.declarations.wordings.presenters.imports import import_page
from app.declarations.wordings.presenters.refusals import decision_refusal, import_refusal
from app.declarations.wordings.queries.texts import find_replaced, get_imported
from app.declarations.wordings.service import importing
from app.declarations.wordings.views.blueprint import DECIDERS, TEXT_STAFF, bp
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional


@bp.route("/import", methods=["GET", "POST"])
@access(Role.ADMINISTRATOR)
@transactional
def import_text() -> ResponseReturnValue:
    """Take in a file, or say what is wrong with it."""
    form = ImportForm()
    faults: list[FaultRow] = []
    if form.validate_on_submit():
        try:
            imported = importing.import_text(session(), clock(), actor(), *form.upload())
        except BundleError as error:
            faults = fault_rows(error)
            form.refuse(_("Filen kan ikke tas inn. Se hva som må rettes."), "text_file")
        except CannotImportText as refusal:
            form.refuse(import_refusal(refusal.reason), "text_file")
        else:
            flash(_("Teksten er tatt imot. En annen person må godkjenne den."), "success")
            return redirect(url_for(".show_import", text_id=imported.id), 303)
    return render_template("texts/import.html", form=form, faults=faults)


@bp.get("/import/<uuid:text_id>")
@access(*TEXT_STAFF)
@transactional
def show_import(text_id: UUID) -> ResponseReturnValue:
    """Show what the text changes, and let another than who imported it decide."""
    imported = get_imported(session(), scope(), text_id)
    bundle = bundle_of(imported.content)
    replaced = find_replaced(
        session(), scope(), bundle.kind, bundle.valid_from, without=bundle.version
    )
    page = import_page(imported, bundle, replaced, user_names(session(), scope()), actor())
    return render_template(
        "texts/import_show.html",
        text_id=text_id,
        page=page,
        form=DecisionForm(row_version=imported.row_version),
        is_decider=actor().role in DECIDERS,
    )


@bp.get("/import/<uuid:text_id>/fil")
@access(*TEXT_STAFF)
@transactional
def download_import(text_id: UUID) -> ResponseReturnValue:
    """Return the file as it was received."""
    imported = get_imported(session(), scope(), text_id)
    return attachment(imported.original, "application/octet-stream", f"{imported.version}.bin")


@bp.post("/import/<uuid:text_id>/godkjenn")
@access(*DECIDERS)
@transactional
def approve_import(text_id: UUID) -> ResponseReturnValue:
    """Approve the text."""
    return _decide(text_id, importing.approve_text, _("Teksten er godkjent."))


@bp.post("/import/<uuid:text_id>/avvis")
@access(*DECIDERS)
@transactional
def reject_import(text_id: UUID) -> ResponseReturnValue:
    """Reject the text."""
    return _decide(text_id, importing.reject_text, _("Teksten er avvist."))


@bp.post("/import/<uuid:text_id>/trekk-tilbake")
@access(*DECIDERS)
@transactional
def withdraw_import(text_id: UUID) -> ResponseReturnValue:
    """Withdraw the text."""
    return _decide(text_id, importing.withdraw_text, _("Teksten er trukket tilbake."))


def attachment(content: bytes, media_type: str, name: str) -> Response:
    """Return a file to keep, which never runs on our origin."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _decide(
    text_id: UUID,
    decide: Callable[..., None],
    done: str,
) -> ResponseReturnValue:
    form = DecisionForm()
    reason = form.reason.data if form.validate() else ""
    command = DecideText(text_id, form.row_version.data, reason or "")
    try:
        decide(session(), clock(), actor(), command)
    except CannotDecideText as refusal:
        flash(decision_refusal(refusal.reason), "danger")
    else:
        flash(done, "success")
    return redirect(url_for(".show_import", text_id=text_id), 303)
