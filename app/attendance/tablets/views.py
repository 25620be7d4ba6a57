"""The municipality's pages about tablets and codes."""

from uuid import UUID

from flask import Blueprint, flash, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug import Response

from app.attendance.tablets import service
from app.attendance.tablets.forms import TabletForm
from app.attendance.tablets.queries import list_tablets
from app.core.actor import CASE_STAFF
from app.enrolment.queries import get_participant
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, scope, session, settings
from app.web.transactions import transactional

bp = Blueprint("tablets", __name__)


@bp.route("/oppmote/nettbrett", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show() -> ResponseReturnValue:
    """Show the tablets, and set up one."""
    form = TabletForm()
    if form.validate_on_submit():
        tablet, secret = service.set_up_tablet(session(), clock(), actor(), form.name.data)
        address = url_for("tablet.enter", address=secret, _external=True)
        page = render_template("attendance/tablets/made.html", name=tablet.name, address=address)
        return _told_once(page, url_for(".show"))
    return render_template(
        "attendance/tablets/list.html", form=form, tablets=list_tablets(session(), scope())
    )


@bp.post("/oppmote/nettbrett/<uuid:tablet_id>/steng")
@access(*CASE_STAFF)
@transactional
def close(tablet_id: UUID) -> ResponseReturnValue:
    """Let a tablet open nothing any more."""
    service.close_tablet(session(), clock(), actor(), tablet_id)
    flash(_("Nettbrettet er stengt. Adressen åpner ingenting lenger."), "success")
    return redirect(url_for(".show"), 303)


@bp.post("/deltakere/<uuid:participant_id>/fravaer/kode")
@access(*CASE_STAFF)
@transactional
def give_code(participant_id: UUID) -> ResponseReturnValue:
    """Give a participant a new code, on a page that can be printed."""
    person = get_participant(session(), scope(), participant_id)
    code = service.give_code(session(), clock(), actor(), participant_id, settings().secret_key)
    page = render_template(
        "attendance/tablets/code.html",
        participant_id=participant_id,
        person=person.full_name,
        code=f"{code[:4]} {code[4:]}",
    )
    return _told_once(page, url_for("statements.show", participant_id=participant_id))


def _told_once(page: str, afterwards: str) -> Response:
    """Answer with what is told only now; sending the form again leads on."""
    response = make_response(page, 201)
    response.headers["Location"] = afterwards
    return response
