"""Pages for printing for many: choose, follow, stop, and take the sheets to the printer."""

from datetime import datetime
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
from app.attendance.queries import list_groups
from app.core.actor import CASE_STAFF
from app.core.clock import OSLO
from app.core.spreadsheet import csv_file
from app.declarations.batches.errors import CannotPrintBatch
from app.declarations.batches.files import join_sheets, pack_sheets
from app.declarations.batches.forms import BatchForm, SelectionForm
from app.declarations.batches.presenters import printing
from app.declarations.batches.presenters.choosing import choose_page, print_refusal
from app.declarations.batches.queries.batches import (
    PAGE,
    count_batches,
    get_batch,
    get_line,
    list_batches,
)
from app.declarations.batches.service.choosing import open_prospects
from app.declarations.batches.service.printing import cancel_batch, create_batch
from app.declarations.batches.service.taking import collect_sheets, note_taken, open_items
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, current_day, installation_dates, scope, session
from app.web.transactions import transactional

bp = Blueprint("print_batches", __name__, url_prefix="/papirer/utskrift")

TWO_SIDED = "tosidig"


@bp.get("")
@access(*CASE_STAFF)
@transactional
def list_all() -> ResponseReturnValue:
    """Show what was printed for many, newest first."""
    page_count = max(1, -(-count_batches(session(), scope()) // PAGE))
    number = min(max(request.args.get("side", 1, type=int), 1), page_count)
    names = user_names(session(), scope())
    lines = list_batches(session(), scope(), (number - 1) * PAGE)
    return render_template(
        "declarations/batches/list.html",
        rows=[printing.batch_row(line, names) for line in lines],
        pages=[
            {"number": each, "url": url_for(".list_all", side=each), "is_current": each == number}
            for each in range(1, page_count + 1)
        ],
        previous_url=url_for(".list_all", side=number - 1) if number > 1 else None,
        next_url=url_for(".list_all", side=number + 1) if number < page_count else None,
    )


@bp.route("/ny", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def choose() -> ResponseReturnValue:
    """Choose whom to print for, and begin."""
    groups = list_groups(session(), scope(), current_day())
    selection = SelectionForm(
        request.args, [(group.id, group.name) for group in groups if group.is_active]
    )
    selected = selection.to_selected()
    prospects = open_prospects(session(), clock(), actor(), installation_dates(), selected)
    form = BatchForm()
    if form.validate_on_submit():
        chosen = form.read(prospects, request.form)
        try:
            if not form.form_errors:
                batch = create_batch(session(), clock(), actor(), selected, prospects, chosen)
                return redirect(url_for(".show", batch_id=batch.id), 303)
        except CannotPrintBatch as refusal:
            form.refuse(print_refusal(refusal.reason))
    sent = request.form if form.is_submitted() else None
    return render_template(
        "declarations/batches/choose.html",
        selection=selection,
        form=form,
        page=choose_page(prospects, sent),
    )


@bp.get("/<uuid:batch_id>")
@access(*CASE_STAFF)
@transactional
def show(batch_id: UUID) -> ResponseReturnValue:
    """Show how far the batch has come; when it is finished, what became of each sheet."""
    line = get_line(session(), scope(), batch_id)
    progress = printing.progress_view(line.progress)
    page = None
    if progress.is_finished:
        items = open_items(session(), clock(), actor(), batch_id)
        page = printing.batch_page(line, items)
    return render_template(
        "declarations/batches/show.html",
        batch_id=batch_id,
        what=printing.selection_text(line),
        is_cancelled=line.batch.cancelled_at is not None,
        progress=progress,
        page=page,
        two_sided=TWO_SIDED,
    )


@bp.get("/<uuid:batch_id>/status")
@access(*CASE_STAFF)
@transactional
def status(batch_id: UUID) -> ResponseReturnValue:
    """Tell the waiting page how far the batch has come."""
    progress = printing.progress_view(get_line(session(), scope(), batch_id).progress)
    return jsonify(
        settled=progress.settled,
        total=progress.total,
        text=progress.text,
        is_finished=progress.is_finished,
    )


@bp.post("/<uuid:batch_id>/avbryt")
@access(*CASE_STAFF)
@transactional
def cancel(batch_id: UUID) -> ResponseReturnValue:
    """Stop the batch."""
    stopped = cancel_batch(session(), clock(), actor(), batch_id)
    if stopped:
        flash(
            ngettext(
                "Utskriften er avbrutt. %(num)s ark blir ikke laget.",
                "Utskriften er avbrutt. %(num)s ark blir ikke laget.",
                stopped,
            )
        )
    else:
        flash(_("Alle arkene var allerede utstedt. Ingenting ble avbrutt."))
    return redirect(url_for(".show", batch_id=batch_id), 303)


@bp.get("/<uuid:batch_id>/pdf")
@access(*CASE_STAFF)
@transactional
def download_pdf(batch_id: UUID) -> ResponseReturnValue:
    """Return all sheets in one file, for the printer."""
    sheets = collect_sheets(session(), actor(), batch_id)
    is_two_sided = request.args.get(TWO_SIDED) == "ja"
    content = join_sheets((sheet.pdf for sheet in sheets), is_two_sided=is_two_sided)
    note_taken(session(), clock(), actor(), sheets)
    return _file(content, "application/pdf", f"utskrift-{_begun_at(batch_id):%Y-%m-%d}.pdf")


@bp.get("/<uuid:batch_id>/zip")
@access(*CASE_STAFF)
@transactional
def download_zip(batch_id: UUID) -> ResponseReturnValue:
    """Return the single sheets with an index; nothing in it holds a personal number."""
    sheets = collect_sheets(session(), actor(), batch_id)
    rows = printing.index_rows(sheets)
    columns = printing.index_columns()
    page = render_template("declarations/batches/index.html", columns=columns, rows=rows)
    files = [
        ("index.html", page.encode()),
        ("index.csv", csv_file(columns, map(printing.index_cells, rows))),
        *((row.file_name, sheet.pdf) for row, sheet in zip(rows, sheets, strict=True)),
    ]
    begun_at = _begun_at(batch_id)
    content = pack_sheets(files, begun_at)
    note_taken(session(), clock(), actor(), sheets)
    return _file(content, "application/zip", f"utskrift-{begun_at:%Y-%m-%d}.zip")


def _begun_at(batch_id: UUID) -> datetime:
    return get_batch(session(), scope(), batch_id).created_at.astimezone(OSLO)


def _file(content: bytes, media_type: str, name: str) -> Response:
    """Return a file to keep, which never runs on our origin."""
    response = Response(content, mimetype=media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
