"""Uploading a stack, following how it is read, and registering what it shows."""

from datetime import date
from uuid import UUID

from flask import flash, jsonify, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_municipality, user_names
from app.core.actor import CASE_STAFF
from app.declarations.intake.errors import CannotRegisterPaper, CannotRegisterPapers
from app.declarations.intake.forms import RegisterForm, StackForm
from app.declarations.intake.presenters import stacks as presenters
from app.declarations.intake.presenters.refusals import (
    paper_refusal,
    register_refusal,
    upload_refusal,
)
from app.declarations.intake.queries import ReturnedPaper
from app.declarations.intake.service import open_returned, register_papers
from app.declarations.intake.views.blueprint import bp
from app.i18n.text import ngettext
from app.papers.intake.errors import CannotReceiveStack
from app.papers.intake.limits import ENVELOPE_BYTES, MOST_UPLOAD_BYTES
from app.papers.intake.queries import (
    count_stack,
    count_tray,
    get_stack,
    list_files,
    list_needless,
    list_stacks,
)
from app.papers.intake.service import tray
from app.papers.intake.service.receiving import receive_stack
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional
from app.web.uploads import takes_upload


@bp.get("")
@access(*CASE_STAFF)
@transactional
def overview() -> ResponseReturnValue:
    """Show the ways into the work with paper, and the newest stacks."""
    names = user_names(session(), scope())
    return render_template(
        "papers/overview.html",
        rows=presenters.stack_rows(list_stacks(session(), scope()), names),
        tray_count=count_tray(session(), scope()),
    )


@bp.route("/skann", methods=["GET", "POST"])
@access(*CASE_STAFF)
@takes_upload(MOST_UPLOAD_BYTES + ENVELOPE_BYTES)
@transactional
def upload() -> ResponseReturnValue:
    """Take in scanned files."""
    form = StackForm()
    if form.validate_on_submit():
        try:
            stack = receive_stack(session(), clock(), actor(), form.contents())
        except CannotReceiveStack as refusal:
            form.refuse(upload_refusal(refusal.reason), "files")
        else:
            return redirect(url_for(".show_stack", stack_id=stack.id), 303)
    return render_template("papers/upload.html", form=form)


@bp.route("/skann/<uuid:stack_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_stack(stack_id: UUID) -> ResponseReturnValue:
    """Show how far the reading is; then what came back, and register it."""
    counts = count_stack(session(), scope(), stack_id)
    returned = open_returned(session(), clock(), actor(), stack_id)
    form = RegisterForm(data=_offered(returned))
    if form.validate_on_submit():
        try:
            count = register_papers(session(), clock(), actor(), form.to_command(stack_id))
        except CannotRegisterPapers as refusal:
            field, message = register_refusal(refusal.reason)
            form.refuse(message, field)
        except CannotRegisterPaper as refusal:
            field, message = paper_refusal(refusal)
            form.refuse(message, field)
        else:
            flash(
                ngettext("%(num)s ark er registrert.", "%(num)s ark er registrert.", count),
                "success",
            )
            return redirect(url_for(".show_stack", stack_id=stack_id), 303)
    ready = [paper for paper in returned if paper.may_be_registered]
    return render_template(
        "papers/stack.html",
        stack_id=stack_id,
        counts=counts,
        progress=presenters.progress_view(counts),
        problems=list(presenters.file_problems(list_files(session(), scope(), stack_id))),
        form=form,
        ready=presenters.paper_rows(ready),
        others=presenters.paper_rows(each for each in returned if not each.may_be_registered),
        needless_count=len(list_needless(session(), scope(), stack_id)),
    )


@bp.get("/skann/<uuid:stack_id>/status")
@access(*CASE_STAFF)
@transactional
def stack_status(stack_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page how far the reading is."""
    progress = presenters.progress_view(count_stack(session(), scope(), stack_id))
    return jsonify(
        settled=progress.settled,
        total=progress.total,
        text=progress.text,
        is_finished=progress.is_finished,
    )


@bp.post("/skann/<uuid:stack_id>/rydd")
@access(*CASE_STAFF)
@transactional
def set_needless_aside(stack_id: UUID) -> ResponseReturnValue:
    """Take the blank pages and the very same scans of a stack out of the tray."""
    get_stack(session(), scope(), stack_id)
    count = tray.set_needless_aside(session(), clock(), actor(), stack_id)
    flash(ngettext("%(num)s side er lagt bort.", "%(num)s sider er lagt bort.", count), "success")
    return redirect(url_for(".show_stack", stack_id=stack_id), 303)


def _offered(returned: list[ReturnedPaper]) -> dict[str, object]:
    """Return what the form begins with: the complete papers, and the day used before."""
    days: list[date] = [
        paper.declaration.signed_on for paper in returned if paper.declaration.signed_on
    ]
    complete = presenters.paper_rows(paper for paper in returned if paper.may_be_registered)
    return {
        "place": get_municipality(session(), scope()).name,
        "signed_on": days[-1] if days else None,
        "chosen": [row.declaration_id for row in complete if row.is_complete],
    }
