"""The page from which a paper goes to the archive."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.declarations import presenters
from app.declarations.archive import service
from app.declarations.archive.errors import CannotMakePackage
from app.declarations.archive.forms import PackageForm
from app.declarations.archive.models import PackageState
from app.declarations.archive.presenters import package_refusal, package_text
from app.declarations.archive.queries import newest_packages
from app.declarations.opening import open_issued
from app.enrolment.queries import get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.responses import file_to_keep
from app.web.transactions import transactional

bp = Blueprint("archive", __name__, url_prefix="/deltakere/<uuid:participant_id>/erklaering")


@bp.route("/<uuid:declaration_id>/arkivpakke", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Show how far the package has come, and ask for one."""
    participant = get_participant(session(), scope(), participant_id)
    issued = open_issued(participant_id, declaration_id)
    form = PackageForm()
    if form.validate_on_submit():
        try:
            service.request_package(session(), clock(), actor(), issued)
        except CannotMakePackage as refusal:
            form.refuse(package_refusal(refusal.reason))
        else:
            flash(_("Arkivpakken lages nå. Den er klar om et øyeblikk."))
            here = url_for(".show", participant_id=participant_id, declaration_id=declaration_id)
            return redirect(here, 303)
    package = newest_packages(session(), [declaration_id]).get(declaration_id)
    return render_template(
        "declarations/archive.html",
        participant_id=participant_id,
        person=participant.full_name,
        form=form,
        row=presenters.issued_rows([issued], names={})[0],
        state=package_text(package),
        is_ready=package is not None and package.state is PackageState.READY,
        declaration_id=declaration_id,
    )


@bp.get("/<uuid:declaration_id>/arkivpakke.zip")
@access(*CASE_STAFF)
@transactional
def download(participant_id: UUID, declaration_id: UUID) -> ResponseReturnValue:
    """Return the newest package."""
    issued, content = service.download_package(
        session(), clock(), actor(), participant_id, declaration_id
    )
    return file_to_keep(content, "application/zip", f"{issued.document.code}-arkiv.zip")
