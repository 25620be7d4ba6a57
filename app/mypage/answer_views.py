"""What the participant says of her plan, and what is new in it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.i18n.text import gettext as _
from app.mypage import service
from app.mypage.presenters.plan import reading_language
from app.mypage.views import bp
from app.plans.answers import wording
from app.plans.answers.errors import CannotAnswerPlan
from app.plans.answers.forms import OwnAnswerForm
from app.plans.answers.own_words import own_words
from app.plans.answers.presenters import answer_view
from app.plans.answers.service import give_answer
from app.plans.answers.service.reading import read_answers
from app.plans.paper.words import plan_words
from app.plans.versions.presenters import difference_view
from app.plans.versions.service import find_last_change
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.language import current_language
from app.web.transactions import transactional

__all__ = ["bp"]


@bp.route("/plan/svar", methods=["GET", "POST"])
@access(Role.PARTICIPANT)
@transactional
def answer_plan() -> ResponseReturnValue:
    """Tell what an answer means, and keep it; show what was answered before."""
    case = service.open_plan(session(), clock(), actor())
    current = case.current
    form = OwnAnswerForm(
        data={
            "version": current.version if current else 0,
            "words_language": case.participant.reading_language or current_language().code,
        }
    )
    language = reading_language(case.participant.reading_language, current_language().code)
    own = own_words(plan_words(language)) if language != current_language().code else None
    if own is not None:
        form.speak(own)
    if form.validate_on_submit():
        reply = form.to_reply(language)
        try:
            give_answer(session(), clock(), actor(), case, reply)
        except CannotAnswerPlan as refusal:
            field, message = wording.answer_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Takk. Svaret ditt er lagret."), "success")
            return redirect(url_for(".show_plan"), 303)
    said = read_answers(session(), scope(), case)
    return render_template(
        "mypage/plan_answer.html",
        form=form,
        own=own,
        version=current.version if current else None,
        answers=[answer_view(each, said.names, for_staff=False) for each in said.answers],
    )


@bp.get("/plan/endringer")
@access(Role.PARTICIPANT)
@transactional
def show_plan_changes() -> ResponseReturnValue:
    """Show what is new in the plan that holds."""
    case = service.open_plan(session(), clock(), actor())
    compared = find_last_change(case)
    view = difference_view(compared) if compared else None
    return render_template("mypage/plan_changes.html", view=view)
