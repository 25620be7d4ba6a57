"""The administrator's start page: what the municipality has chosen where the law is silent."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_municipality
from app.benefit.policies.forms import PoliciesForm
from app.benefit.policies.service import (
    PoliciesChanged,
    change_policies,
    changed_keys,
    read_policy,
)
from app.benefit.presenters.policies import policy_sentence
from app.core.actor import Role
from app.i18n.text import gettext as _
from app.rules.benefit import Policy
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("municipality_settings", __name__)


@bp.route("/innstillinger", methods=["GET", "POST"])
@access(Role.ADMINISTRATOR)
@transactional
def show() -> ResponseReturnValue:
    """Show the municipality's choices and change them."""
    policy, mark = read_policy(session(), scope())
    form = PoliciesForm(policy, mark)
    theirs: list[str] = []
    if form.validate_on_submit():
        try:
            changed = change_policies(session(), clock(), actor(), form.to_command())
        except PoliciesChanged as conflict:
            theirs = _differences(conflict.current, form.to_command().policy)
            form.seen.data = conflict.mark
        else:
            flash(_("Valgene er lagret.") if changed else _("Ingen valg er endret."), "success")
            return redirect(url_for(".show"), 303)
    name = get_municipality(session(), scope()).name
    return render_template("benefit/policies.html", form=form, theirs=theirs, name=name)


def _differences(current: Policy, typed: Policy) -> list[str]:
    """Return what stands now, where it differs from what was typed."""
    return [policy_sentence(key, current.value(key)) for key in changed_keys(typed, current)]
