"""The tray: what did not find its way, and what a person does with it."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.declarations.intake.forms import FileForm, SetAsideForm, UseForm
from app.declarations.intake.presenters.refusals import filing_refusal
from app.declarations.intake.presenters.tray import page_view, tray_rows
from app.declarations.intake.queries import find_standings
from app.declarations.intake.service import note_page, open_tray
from app.declarations.intake.views.blueprint import bp
from app.i18n.text import gettext as _
from app.papers.code import grouped
from app.papers.intake.errors import CannotFilePage
from app.papers.intake.queries import TRAY_PAGE, count_tray, get_page
from app.papers.intake.service import tray as service
from app.papers.models import IssuedDocument
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional


@bp.get("/skuff")
@access(*CASE_STAFF)
@transactional
def show_tray() -> ResponseReturnValue:
    """Show what waits for a person, oldest first."""
    count = count_tray(session(), scope())
    page_count = max(1, -(-count // TRAY_PAGE))
    number = min(max(request.args.get("side", 1, type=int), 1), page_count)
    pages = open_tray(session(), clock(), actor(), (number - 1) * TRAY_PAGE)
    return render_template(
        "papers/tray.html",
        rows=tray_rows(pages),
        count=count,
        pages=[
            {"number": each, "url": url_for(".show_tray", side=each), "is_current": each == number}
            for each in range(1, page_count + 1)
        ],
        previous_url=url_for(".show_tray", side=number - 1) if number > 1 else None,
        next_url=url_for(".show_tray", side=number + 1) if number < page_count else None,
    )


@bp.route("/skuff/<uuid:page_id>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_page(page_id: UUID) -> ResponseReturnValue:
    """Show one page, and file it by the code that is typed."""
    page = get_page(session(), scope(), page_id)
    marked = {
        "row_version": page.row_version,
        "paper_code": grouped(page.marked_code) if page.marked_code else "",
        "page": page.marked_page,
    }
    form = FileForm(data=marked)
    if form.validate_on_submit():
        command = form.to_command(page_id)
        try:
            document = service.file_page(session(), clock(), actor(), find_standings, command)
        except CannotFilePage as refusal:
            field, message = filing_refusal(refusal.reason)
            form.refuse(message, field)
        else:
            return _filed(document)
    return _page(page_id, form=form)


@bp.post("/skuff/<uuid:page_id>/legg-bort")
@access(*CASE_STAFF)
@transactional
def set_page_aside(page_id: UUID) -> ResponseReturnValue:
    """Take the page out of the tray, with the reason."""
    get_page(session(), scope(), page_id)
    form = SetAsideForm()
    if form.validate_on_submit():
        service.set_page_aside(session(), clock(), actor(), form.to_command(page_id))
        flash(_("Siden er lagt bort. Den er tatt vare på."), "success")
        return redirect(url_for(".show_tray"), 303)
    return _page(page_id, aside=form)


@bp.post("/skuff/<uuid:page_id>/bruk")
@access(*CASE_STAFF)
@transactional
def use_page(page_id: UUID) -> ResponseReturnValue:
    """Let the page stand in the case instead of the earlier scan."""
    get_page(session(), scope(), page_id)
    command = UseForm().to_command(page_id)
    try:
        document = service.use_page_instead(session(), clock(), actor(), find_standings, command)
    except CannotFilePage as refusal:
        flash(filing_refusal(refusal.reason)[1], "danger")
        return redirect(url_for(".show_page", page_id=page_id), 303)
    return _filed(document)


def _filed(document: IssuedDocument) -> ResponseReturnValue:
    flash(_("Siden er lagt i saken med ark %(code)s.", code=grouped(document.code)), "success")
    return redirect(url_for(".show_tray"), 303)


def _page(
    page_id: UUID, *, form: FileForm | None = None, aside: SetAsideForm | None = None
) -> ResponseReturnValue:
    """Show the page with its forms; the one that was not sent begins anew."""
    page = get_page(session(), scope(), page_id)
    person = note_page(session(), clock(), actor(), page)
    return render_template(
        "papers/page.html",
        page_id=page_id,
        row_version=page.row_version,
        view=page_view(page),
        person=person,
        form=form or FileForm(formdata=None, data={"row_version": page.row_version}),
        aside=aside or SetAsideForm(formdata=None),
        sent=form or aside,
    )
