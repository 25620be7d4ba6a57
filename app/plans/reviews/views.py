"""The pages of reviews and life events, for staff."""

from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.core.period import add_months
from app.enrolment.interpreting.presenters import interpreting_refusal
from app.enrolment.presenters import full_name
from app.i18n.text import gettext as _
from app.plans.answers.errors import CannotRegisterTalk
from app.plans.reviews import presenters, service, wording
from app.plans.reviews.errors import CannotReviewPlan, CannotSaveEvent
from app.plans.reviews.forms import EventForm, ReviewForm, SettleForm
from app.plans.reviews.kinds import ReviewOutcome
from app.plans.reviews.service import Rhythm
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.transactions import transactional

bp = Blueprint("plan_reviews", __name__, url_prefix="/deltakere/<uuid:participant_id>/plan")


@bp.get("/vurderinger")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID) -> ResponseReturnValue:
    """Show the reviews that were held, and what happened in the participant's life."""
    return _page("plans/reviews/show.html", _rhythm(participant_id))


@bp.route("/vurdering", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def review(participant_id: UUID) -> ResponseReturnValue:
    """Write down that the plan was reviewed, and when it will be again."""
    rhythm = _rhythm(participant_id)
    participant = rhythm.case.participant
    if rhythm.case.current is None:
        raise NotFound
    language = participant.interpreter_language or participant.first_language
    months = rhythm.case.policy.plan_review_interval_months.months
    form = ReviewForm(
        data={
            "explained_on": current_day(),
            "next_due_on": add_months(current_day(), months),
            "language": language,
            "words_language": language,
        }
    )
    if form.validate_on_submit():
        command = form.to_command(participant_id)
        try:
            service.review_plan(session(), clock(), actor(), command)
        except CannotReviewPlan as refusal:
            field = wording.review_refusal_field(refusal.reason)
            form.refuse(wording.review_refusal_text(refusal.reason), field)
        except CannotRegisterTalk as refusal:
            talk_field, message = interpreting_refusal(refusal.reason)
            form.refuse(message, talk_field)
        else:
            return _saved(participant_id, command.talk.outcome)
    return _page("plans/reviews/review.html", rhythm, form=form)


@bp.route("/hendelser/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def add_event(participant_id: UUID) -> ResponseReturnValue:
    """Register something that happened in the participant's life."""
    rhythm = _rhythm(participant_id)
    form = EventForm()
    if not form.is_submitted():
        form.show(current_day())
    if form.validate_on_submit():
        try:
            service.register_event(session(), clock(), actor(), form.to_command(participant_id))
        except CannotSaveEvent as refusal:
            field, message = wording.event_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            flash(_("Hendelsen er registrert. Se på planen sammen med deltakeren."), "success")
            return redirect(url_for(".show", participant_id=participant_id), 303)
    return _page("plans/reviews/add_event.html", rhythm, form=form)


@bp.route("/hendelser/vurdert", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def settle_event(participant_id: UUID) -> ResponseReturnValue:
    """Write down what a look at the plan because of an event led to."""
    rhythm = _rhythm(participant_id)
    if rhythm.case.current is None or not rhythm.open:
        return redirect(url_for(".show", participant_id=participant_id), 303)
    form = SettleForm()
    form.offer(presenters.open_choices(rhythm))
    if not form.is_submitted():
        form.event_key.data = rhythm.open[-1].happening.key
    if form.validate_on_submit():
        command = form.to_command(participant_id)
        try:
            service.settle_event(session(), clock(), actor(), command)
        except CannotSaveEvent as refusal:
            field, message = wording.event_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            return _saved(participant_id, command.outcome)
    return _page("plans/reviews/settle_event.html", rhythm, form=form)


def _rhythm(participant_id: UUID) -> Rhythm:
    return service.open_rhythm(session(), clock(), actor(), participant_id)


def _saved(participant_id: UUID, outcome: ReviewOutcome) -> ResponseReturnValue:
    """Go to the list, or to the draft that is to be changed now."""
    flash(_("Vurderingen er lagret."), "success")
    if outcome is ReviewOutcome.NEW_VERSION:
        return redirect(url_for("plans.show", participant_id=participant_id), 303)
    return redirect(url_for(".show", participant_id=participant_id), 303)


def _page(template: str, rhythm: Rhythm, **context: object) -> str:
    participant = rhythm.case.participant
    return render_template(
        template,
        participant_id=participant.id,
        person=full_name(participant),
        has_plan=rhythm.case.current is not None,
        reviews=presenters.review_rows(rhythm),
        happenings=presenters.happening_rows(rhythm.happenings),
        waiting=presenters.happening_rows(rhythm.open),
        **context,
    )
