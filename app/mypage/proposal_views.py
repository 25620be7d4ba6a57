"""The participant's own pages for proposing something in her plan."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.views import NORWEGIAN, bp
from app.plans.proposals import wording
from app.plans.proposals.errors import CannotProposeChange
from app.plans.proposals.forms import ProposalForm
from app.plans.proposals.kinds import ProposalKind
from app.plans.proposals.presenters import line_choices, proposal_rows
from app.plans.proposals.service import MOST_IN_A_DAY, propose_change
from app.web.access import access
from app.web.context import actor, clock, session
from app.web.language import current_language
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.get("/plan/forslag")
@access(Role.PARTICIPANT)
@transactional
def show_proposals() -> ResponseReturnValue:
    """Show what she has proposed, and what became of it."""
    own = service.open_proposals(session(), clock(), actor())
    return render_template(
        "mypage/proposals.html",
        rows=proposal_rows(own.standings),
        reads_norwegian=current_language().code in NORWEGIAN,
    )


@bp.route("/plan/forslag/nytt", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def propose() -> ResponseReturnValue:
    """Choose what it is about, and write it in own words."""
    own = service.open_proposals(session(), clock(), actor())
    lines = line_choices(own.current)
    kind = _chosen_kind(has_lines=bool(lines))
    if kind is None:
        return render_template(
            "mypage/propose_what.html",
            kinds=[
                (each.value, wording.kind_text(each))
                for each in ProposalKind
                if lines or each is not ProposalKind.CHANGE_ELEMENT
            ],
        )
    form = ProposalForm()
    form.fit(kind, lines)
    if not form.is_submitted():
        form.show(own.participant.reading_language, request.args.get("linje", ""))
    elif form.validate():
        try:
            command = form.to_command(kind)
            propose_change(session(), clock(), actor(), own.participant, command)
        except CannotProposeChange as refusal:
            form.refuse(wording.proposal_refusal_text(refusal.reason, MOST_IN_A_DAY))
        else:
            flash(_("Forslaget er sendt til rådgiveren din."), "success")
            return redirect(url_for(".show_proposals"), 303)
    return render_template("mypage/propose.html", form=form, kind=wording.kind_text(kind))


def _chosen_kind(*, has_lines: bool) -> ProposalKind | None:
    code = request.args.get("hva", "")
    if code not in set(ProposalKind):
        return None
    kind = ProposalKind(code)
    return kind if has_lines or kind is not ProposalKind.CHANGE_ELEMENT else None
