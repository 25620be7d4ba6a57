"""The pages on which versions are compared, and a change is judged."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.core.actor import CASE_STAFF
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans.errors import PlanChanged
from app.plans.versions import presenters, service, wording
from app.plans.versions.errors import CannotJudgeChange
from app.plans.versions.forms import ChangeKindForm
from app.plans.versions.queries import find_change_kind
from app.plans.versions.service import Compared
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("plan_versions", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan")


@bp.get("/versjoner/<int(max=9999):version>/mot/<int(max=9999):other>")
@access(*CASE_STAFF)
@transactional
def compare(participant_id: UUID, version: int, other: int) -> ResponseReturnValue:
    """Show what a version has that an other one has not, in sentences and side by side."""
    compared = service.open_versions(session(), clock(), actor(), participant_id, other, version)
    return _page("plans/compare.html", participant_id, compared)


@bp.route("/endring", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def judge(participant_id: UUID) -> ResponseReturnValue:
    """Decide whether the draft is a small or an essential change."""
    compared = service.open_change(session(), clock(), actor(), participant_id)
    form = ChangeKindForm(data={"row_version": compared.after.row_version})
    if form.validate_on_submit():
        try:
            service.judge_change(session(), clock(), actor(), form.to_command(participant_id))
        except CannotJudgeChange as refusal:
            field, message = wording.refusal_text(refusal.reason)
            form.refuse(message, field)
        except PlanChanged as changed:
            form.row_version.data = changed.row_version
            form.refuse(_("Andre har endret utkastet. Les endringene på nytt før du avgjør."))
        else:
            flash(_("Det er lagret hva slags endring dette er."), "success")
            return redirect(url_for("plans.show", participant_id=participant_id), 303)
    return _page("plans/judge_change.html", participant_id, compared, form=form)


def _page(
    template: str, participant_id: UUID, compared: Compared, **context: object
) -> ResponseReturnValue:
    judged = find_change_kind(session(), scope(), compared.after.id)
    is_draft = compared.after.fixed_at is None
    return render_template(
        template,
        participant_id=participant_id,
        person=full_name(compared.case.participant),
        view=presenters.difference_view(compared),
        signs=presenters.sign_views(compared),
        judgement=presenters.judgement_view(
            judged,
            compared.after.row_version if is_draft else None,
            user_names(session(), scope()),
        ),
        **context,
    )
