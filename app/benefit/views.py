"""Pages of the month: prepare, look, approve, send; and a participant's payments."""

from uuid import UUID

from flask import (
    Blueprint,
    Response,
    flash,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit import queries, service
from app.benefit.closing import closes_on, list_unregistered
from app.benefit.commands import CreateFile
from app.benefit.errors import CannotApproveRun, CannotCreateFile, CannotPrepareRun, RunChanged
from app.benefit.explanations.presenters import after_payments, explain, language_links
from app.benefit.explanations.words import explanation_words
from app.benefit.forms import ApproveForm, PrepareForm, month_code, read_month
from app.benefit.presenters.closing import closing_page
from app.benefit.presenters.corrections import correction_view
from app.benefit.presenters.participant import participant_page
from app.benefit.presenters.payment import name_days, payment_view, period_text
from app.benefit.presenters.protocol import protocol_page
from app.benefit.presenters.refusals import approve_refusal, file_refusal, prepare_refusal
from app.benefit.presenters.run import progress_view, run_page, run_rows
from app.benefit.stored import from_json
from app.core.actor import CASE_STAFF, Role
from app.core.period import Period, month_period
from app.i18n.locales import DEFAULT
from app.i18n.text import gettext as _
from app.web.access import access
from app.web.context import actor, clock, current_day, scope, session
from app.web.transactions import transactional

bp = Blueprint("payments", __name__)


@bp.route("/utbetaling", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def list_runs() -> ResponseReturnValue:
    """List the months, and prepare one."""
    form = PrepareForm()
    if form.validate_on_submit():
        try:
            run = service.start_run(session(), clock(), actor(), form.to_command())
        except CannotPrepareRun as refusal:
            form.refuse(prepare_refusal(refusal.reason), "month")
        else:
            return redirect(url_for(".show_run", run_id=run.id), 303)
    rows = run_rows(queries.list_runs(session(), scope()))
    return render_template("benefit/runs.html", form=form, rows=rows)


@bp.get("/utbetaling/oppmote")
@access(*CASE_STAFF)
@transactional
def show_closing() -> ResponseReturnValue:
    """Show which attendance of a month is not registered, by teacher. Names no participant."""
    present_day = current_day()
    this_month = month_period(present_day.year, present_day.month)
    period = read_month(request.args.get("maned")) or this_month
    until = min(period.last_day, present_day)
    missing = (
        list_unregistered(session(), scope(), Period(period.first_day, until))
        if period.first_day <= until
        else []
    )
    last_day = closes_on(session(), scope(), period.last_day)
    return render_template(
        "benefit/closing.html", page=closing_page(period, last_day, present_day, missing)
    )


@bp.get("/utbetaling/<uuid:run_id>")
@access(*CASE_STAFF)
@transactional
def show_run(run_id: UUID) -> ResponseReturnValue:
    """Show a month with everyone in it."""
    page_number = request.args.get("side", 1, type=int)
    opened = service.open_run(session(), clock(), actor(), run_id, page_number)
    page = run_page(opened, user_names(session(), scope()), actor())
    return render_template(
        "benefit/run.html", page=page, month_code=month_code(opened.run.first_day)
    )


@bp.get("/utbetaling/<uuid:run_id>/protokoll")
@access(*CASE_STAFF)
@transactional
def show_protocol(run_id: UUID) -> ResponseReturnValue:
    """Show what was done with a month, for the file and for the auditor."""
    opened = service.open_protocol(session(), clock(), actor(), run_id)
    page = protocol_page(opened, user_names(session(), scope()))
    return render_template("benefit/protocol.html", page=page, run_id=run_id)


@bp.get("/utbetaling/<uuid:run_id>/status")
@access(*CASE_STAFF)
@transactional
def run_status(run_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page how far the computing has come."""
    run = queries.get_run(session(), scope(), run_id)
    progress = progress_view(run.status, *queries.get_progress(session(), scope(), run_id))
    return jsonify(
        settled=progress.settled,
        total=progress.total,
        text=progress.text,
        is_finished=progress.is_finished,
    )


@bp.post("/utbetaling/<uuid:run_id>/godkjenning")
@access(Role.LEADER)
@transactional
def approve(run_id: UUID) -> ResponseReturnValue:
    """Approve a month as it was shown."""
    command = ApproveForm().to_command(run_id)
    try:
        service.approve_run(session(), clock(), actor(), command)
    except RunChanged:
        return render_template("benefit/run_changed.html", run_id=run_id), 409
    except CannotApproveRun as refusal:
        flash(approve_refusal(refusal.reason), "danger")
    else:
        flash(_("Måneden er godkjent. Nå kan utbetalingsfilen lages."), "success")
    return redirect(url_for(".show_run", run_id=run_id), 303)


@bp.post("/utbetaling/<uuid:run_id>/fil")
@access(*CASE_STAFF)
@transactional
def create_file(run_id: UUID) -> ResponseReturnValue:
    """Make the payment file, once."""
    try:
        service.create_file(session(), clock(), actor(), CreateFile(run_id))
    except RunChanged:
        return render_template("benefit/run_changed.html", run_id=run_id), 409
    except CannotCreateFile as refusal:
        flash(file_refusal(refusal.reason), "danger")
    else:
        flash(
            _("Utbetalingsfilen er laget. Den kan lastes ned, men ikke lages på nytt."), "success"
        )
    return redirect(url_for(".show_run", run_id=run_id), 303)


@bp.get("/utbetaling/<uuid:run_id>/fil")
@access(*CASE_STAFF)
@transactional
def download_file(run_id: UUID) -> ResponseReturnValue:
    """Return the payment file: the same bytes every time."""
    run = queries.get_run(session(), scope(), run_id)
    content = service.download_file(session(), clock(), actor(), run_id)
    response = Response(content, content_type="text/csv")  # the layout says in which letters
    name = f"utbetaling-{month_code(run.first_day)}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@bp.get("/utbetaling/<uuid:run_id>/<uuid:participant_id>")
@access(*CASE_STAFF)
@transactional
def show_payment(run_id: UUID, participant_id: UUID) -> ResponseReturnValue:
    """Show how one payment of a month came about."""
    opened = service.open_payment(session(), clock(), actor(), run_id, participant_id)
    payment = opened.payment
    registered_by = name_days(opened.registered_by, user_names(session(), scope()))
    own = opened.participant.reading_language or DEFAULT.code
    words = explanation_words(request.args.get("sprak") or own)
    here = url_for(".show_payment", run_id=run_id, participant_id=participant_id)
    return render_template(
        "benefit/payment.html",
        run_id=run_id,
        participant_id=participant_id,
        name=opened.participant.full_name,
        month=period_text(Period(opened.run.first_day, opened.run.last_day)),
        payment=payment_view(
            from_json(payment.assessment),
            participant_id,
            for_staff=True,
            registered_by=registered_by,
        )
        if payment
        else None,
        explanation=explain(
            from_json(payment.assessment),
            after_payments(each.line for each in opened.corrections),
            words,
            registered_by,
        )
        if payment
        else None,
        spoken_languages=language_links(here, words.language.code),
        corrections=[correction_view(each, for_staff=True) for each in opened.corrections],
    )


@bp.get("/deltakere/<uuid:participant_id>/utbetaling")
@access(*CASE_STAFF)
@transactional
def show_participant(participant_id: UUID) -> ResponseReturnValue:
    """Show what a month gives a participant as it stands, and her earlier payments."""
    today = current_day()
    period = read_month(request.args.get("maned")) or month_period(today.year, today.month)
    month = service.open_participant(session(), clock(), actor(), participant_id, period)
    return render_template(
        "benefit/participant.html",
        participant_id=participant_id,
        person=month.participant.full_name,
        page=participant_page(month, today, user_names(session(), scope())),
    )
