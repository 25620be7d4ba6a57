"""The participant's own pages of when she is registered as away, and for saying it is wrong."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.attendance.reconciliation.errors import CannotObjectToMark, MarkChanged
from app.attendance.reconciliation.forms import ObjectionForm
from app.attendance.reconciliation.presenters import missed_rows, when_text, where_text
from app.attendance.reconciliation.service import object_to_mark as keep_objection
from app.attendance.reconciliation.wording import missed_text, objection_refusal_text
from app.core.actor import Role
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.views import NORWEGIAN, bp
from app.web.access import access
from app.web.context import actor, clock, session
from app.web.language import current_language
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/fravaer/registrert")
@access(Role.PARTICIPANT)
@transactional
def show_missed() -> ResponseReturnValue:
    """Show the sessions that she missed something of, and what became of her objections."""
    missed = service.open_missed(session(), clock(), actor())
    return render_template(
        "mypage/missed.html",
        rows=missed_rows(missed),
        reads_norwegian=current_language().code in NORWEGIAN,
    )


@bp.route("/fravaer/registrert/<uuid:session_id>", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def object_to_mark(session_id: UUID) -> ResponseReturnValue:
    """Say in her own words that she was there."""
    participant, mark = service.open_mark(session(), clock(), actor(), session_id)
    form = ObjectionForm()
    if not form.is_submitted():
        form.show(mark, participant.reading_language)
    elif form.validate() and form.is_whole():
        try:
            keep_objection(session(), clock(), actor(), participant, form.to_command(session_id))
        except CannotObjectToMark as refusal:
            form.refuse(objection_refusal_text(refusal.reason))
        except MarkChanged:
            form.refuse(_("Registreringen er endret siden du åpnet siden. Se på den igjen."))
            form.mark_version.data = mark.mark_version
        else:
            flash(_("Sendt. Ingenting trekkes for dagen før kommunen har svart deg."), "success")
            return redirect(url_for(".show_missed"), 303)
    return render_template(
        "mypage/object.html",
        form=form,
        when=when_text(mark),
        where=where_text(mark),
        missed=missed_text(mark.minutes_absent, mark.minutes),
    )
