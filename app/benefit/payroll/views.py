"""Pages of the payroll system: the layout of the file, and numbers of employees."""

from dataclasses import replace
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import user_names
from app.benefit.payroll import service
from app.benefit.payroll.errors import CannotRegisterNumber, LayoutChanged, NumberRefusal
from app.benefit.payroll.forms import ImportForm, LayoutForm, NumberForm
from app.benefit.payroll.importing import NumberRow
from app.benefit.payroll.presenters import import_rows, layout_rows
from app.benefit.payroll.presets import LAYOUTS, Preset
from app.benefit.payroll.queries import current_layout, list_layouts
from app.benefit.payroll.wording import number_refusal, preset_text
from app.core.actor import CASE_STAFF, Role
from app.core.sheets import MOST_PASTED, UnreadableSheet, text_of
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional

bp = Blueprint("payroll", __name__)
numbers_bp = Blueprint("employee_numbers", __name__)

REGISTER = "register"
"""The step that registers what the preview showed."""


@bp.route("/innstillinger/lonnsfil", methods=["GET", "POST"])
@access(Role.ADMINISTRATOR)
@transactional
def show() -> ResponseReturnValue:
    """Show the layout of the payment file and choose another, from scratch or from a preset."""
    layouts = list_layouts(session(), scope())
    layout = current_layout(session(), scope())
    wanted = request.args.get("forslag", "")
    if wanted in {preset.value for preset in LAYOUTS}:
        layout = replace(LAYOUTS[Preset(wanted)], wage_types=layout.wage_types)
    form = LayoutForm(layout, layouts[0].number if layouts else 0)
    if form.validate_on_submit() and form.is_whole():
        try:
            chosen = service.choose_layout(session(), clock(), actor(), form.to_command())
        except LayoutChanged as conflict:
            form.seen.data = conflict.number
            form.refuse(
                _(
                    "En annen har valgt et format siden du åpnet siden. Ingenting er lagret. "
                    "Lagre på nytt hvis ditt skal gjelde."
                )
            )
        else:
            flash(_("Formatet er lagret.") if chosen else _("Ingenting er endret."), "success")
            return redirect(url_for(".show"), 303)
    return render_template(
        "benefit/payroll/layout.html",
        form=form,
        rows=layout_rows(layouts, user_names(session(), scope())),
        presets=[(preset_text(each), url_for(".show", forslag=each.value)) for each in LAYOUTS],
    )


@numbers_bp.route("/deltakere/<uuid:participant_id>/lonnsnummer", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def show_number(participant_id: UUID) -> ResponseReturnValue:
    """Show a participant's number in the payroll system, and change it."""
    opened = service.open_number(session(), clock(), actor(), participant_id)
    form = NumberForm(data={"number": opened.number, "seen": opened.number})
    if form.validate_on_submit():
        try:
            command = form.to_command(participant_id)
            service.register_number(session(), clock(), actor(), command)
        except CannotRegisterNumber as refusal:
            form.refuse(number_refusal(refusal.reason), "number")
            if refusal.reason is NumberRefusal.CHANGED:
                form.seen.data = opened.number
        else:
            flash(_("Lønnsnummeret er lagret."), "success")
            return redirect(
                url_for("payments.show_participant", participant_id=participant_id), 303
            )
    return render_template(
        "benefit/payroll/number.html",
        participant_id=participant_id,
        person=opened.participant.full_name,
        form=form,
        now=opened.number,
    )


@numbers_bp.route("/utbetaling/lonnsnummer", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def take_in() -> ResponseReturnValue:
    """Take in many numbers: read a list, show what it would do, register what is whole."""
    form = ImportForm()
    rows: list[NumberRow] = []
    if form.validate_on_submit():
        try:
            content = form.content()
            if content is not None:
                form.rows.data = text_of(content, MOST_PASTED)
            rows = service.preview_numbers(session(), clock(), actor(), form.rows.data or "")
            if form.step.data == REGISTER and rows:
                count = service.import_numbers(session(), clock(), actor(), form.rows.data or "")
                flash(
                    ngettext(
                        "%(num)s lønnsnummer er registrert.",
                        "%(num)s lønnsnummer er registrert.",
                        count,
                    ),
                    "success",
                )
                return redirect(url_for("payments.list_runs"), 303)
        except UnreadableSheet:
            form.refuse_sheet()
        except CannotRegisterNumber as refusal:
            form.refuse(number_refusal(refusal.reason), "rows")
        else:
            if not rows:
                form.refuse(_("Lim inn en liste, eller velg en fil."), "rows")
    return render_template(
        "benefit/payroll/import.html",
        form=form,
        rows=import_rows(rows),
        count=sum(not row.problem and not row.is_known for row in rows),
    )
