"""Pages where what is written in a plan is translated, by hand or with a translator's file."""

from uuid import UUID

from flask import Blueprint, Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.actor import CASE_STAFF
from app.core.errors import NotFound
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.plans.paper.written import TranslationState
from app.plans.texts import presenters, service
from app.plans.texts.commands import TakeInTranslations, TextPlace
from app.plans.texts.errors import CannotReadFile, CannotTranslateText
from app.plans.texts.forms import FileForm, TakeInForm, TranslationForm
from app.plans.texts.pieces import Piece
from app.plans.texts.table import MOST_BYTES
from app.plans.texts.wording import file_fault_text, refusal_text
from app.web.access import access
from app.web.context import actor, clock, current_day, session
from app.web.looks import shown
from app.web.transactions import transactional
from app.web.uploads import takes_upload

bp = Blueprint(
    "plan_texts",
    __name__,
    url_prefix="/deltakere/<uuid:participant_id>/plan/versjoner/<int(max=9999):version>/tekster",
)
_MOST_REQUEST = 2 * MOST_BYTES


@bp.get("")
@access(*CASE_STAFF)
@transactional
def show(participant_id: UUID, version: int) -> ResponseReturnValue:
    """Show every text beside its translations."""
    opened = service.open_texts(session(), clock(), actor(), participant_id, version)
    return _page("plans/texts.html", opened, parts=presenters.language_parts(opened))


@bp.route("/<language>/<piece>", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
def translate(participant_id: UUID, version: int, language: str, piece: str) -> ResponseReturnValue:
    """Type in a translation beside its text."""
    opened = _open(participant_id, version)
    source = opened.piece(piece, language)
    form = TranslationForm()
    if not form.is_submitted():
        _show_newest(form, opened, source, language)
    elif form.validate():
        command = form.to_command(TextPlace(participant_id, version, language), piece)
        try:
            service.write_translation(session(), clock(), actor(), command)
        except CannotTranslateText as refusal:
            field, message = refusal_text(refusal.reason)
            form.refuse(message, field)
            _renew(form, participant_id, version, piece, language)
            opened = service.read_texts(session(), actor(), participant_id, version)
        else:
            flash(_("Oversettelsen er lagret."), "success")
            return _to_texts(participant_id, version)
    return _page(
        "plans/translate_text.html",
        opened,
        form=form,
        row=presenters.text_row(opened, source, language),
        language=presenters.language_of(language),
        language_name=language_name(language),
    )


@bp.get("/<language>/fil")
@access(*CASE_STAFF)
@transactional
def export(participant_id: UUID, version: int, language: str) -> ResponseReturnValue:
    """Return the texts as a file for a translator."""
    place = TextPlace(participant_id, version, language)
    content = service.export_texts(session(), clock(), actor(), place)
    response = Response(content, mimetype="text/csv")
    name = f"plan-{version}-{language}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@bp.route("/<language>/ta-inn", methods=["GET", "POST"])
@access(*CASE_STAFF)
@transactional
@takes_upload(_MOST_REQUEST)
def take_in(participant_id: UUID, version: int, language: str) -> ResponseReturnValue:
    """Take a translator's file, and show what would become of each row; nothing is saved yet."""
    opened = _open(participant_id, version)
    if language not in opened.languages():
        raise NotFound
    form = FileForm()
    if not form.is_submitted():
        form.show_day(current_day())
    elif form.validate():
        content = form.content()
        try:
            service.check_answers(clock(), form.to_answers())
            rows = service.read_file(opened, language, content)
        except CannotTranslateText as refusal:
            field, message = refusal_text(refusal.reason)
            form.refuse(message, field)
        except CannotReadFile as refusal:
            form.refuse(file_fault_text(refusal.fault), "translation_file")
        else:
            take = TakeInForm()
            take.file.data = TakeInForm.packed(content)
            return _page(
                "plans/preview_texts.html",
                opened,
                form=take,
                rows=presenters.preview_rows(opened, rows),
                count=sum(row.fault is None for row in rows),
                language=presenters.language_of(language),
            )
    return _page(
        "plans/upload_texts.html", opened, form=form, language_name=language_name(language)
    )


@bp.post("/<language>/lagre")
@access(*CASE_STAFF)
@transactional
@takes_upload(_MOST_REQUEST)
def save_file(participant_id: UUID, version: int, language: str) -> ResponseReturnValue:
    """Save the rows of a file that were shown."""
    opened = service.read_texts(session(), actor(), participant_id, version)
    if language not in opened.languages():
        raise NotFound
    form = TakeInForm()
    if not form.validate():
        flash(_("Noe mangler. Last opp filen på nytt."), "danger")
        return redirect(_file_url(participant_id, version, language), 303)
    place = TextPlace(participant_id, version, language)
    try:
        rows = service.read_file(opened, language, form.content())
        texts = {row.key: (row.digest, row.text) for row in rows if row.fault is None}
        command = TakeInTranslations(place, texts, form.to_answers())
        count = service.take_in(session(), clock(), actor(), command)
    except CannotReadFile as refusal:
        flash(file_fault_text(refusal.fault), "danger")
    except CannotTranslateText as refusal:
        flash(refusal_text(refusal.reason)[1], "danger")
    else:
        text = ngettext(
            "%(count)s tekst har fått oversettelse.",
            "%(count)s tekster har fått oversettelse.",
            count,
            count=count,
        )
        flash(text, "success")
        return _to_texts(participant_id, version)
    return redirect(_file_url(participant_id, version, language), 303)


def _open(participant_id: UUID, version: int) -> service.OpenedTexts:
    """Return the texts; a look is recorded when a form is shown."""
    return shown(
        lambda: service.open_texts(session(), clock(), actor(), participant_id, version),
        lambda: service.read_texts(session(), actor(), participant_id, version),
    )


def _show_newest(
    form: TranslationForm, opened: service.OpenedTexts, piece: Piece, language: str
) -> None:
    newest = opened.translations.find(piece, language)
    form.source_digest.data = piece.digest
    form.on.data = current_day()
    if newest is None:
        form.state.data = TranslationState.TRANSLATED.value
        return
    form.seen.data = str(newest.id)
    form.text.data = newest.text
    form.state.data = newest.state.value
    form.by.data = newest.translated_by


def _renew(
    form: TranslationForm, participant_id: UUID, version: int, piece: str, language: str
) -> None:
    """Let the page carry what stands there now, and keep what was typed."""
    opened = service.read_texts(session(), actor(), participant_id, version)
    source = opened.piece(piece, language)
    newest = opened.translations.find(source, language)
    form.source_digest.data = source.digest
    form.seen.data = str(newest.id) if newest else ""


def _page(template: str, opened: service.OpenedTexts, **values: object) -> str:
    return render_template(
        template,
        participant_id=opened.participant.id,
        person=opened.participant.full_name,
        version=opened.plan.version,
        **values,
    )


def _to_texts(participant_id: UUID, version: int) -> ResponseReturnValue:
    return redirect(url_for(".show", participant_id=participant_id, version=version), 303)


def _file_url(participant_id: UUID, version: int, language: str) -> str:
    return url_for(".take_in", participant_id=participant_id, version=version, language=language)
