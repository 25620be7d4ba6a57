"""Files to and from translators."""

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.declarations.bundles.xliff_reading import XliffError
from app.declarations.wordings.errors import CannotTakeInFile
from app.declarations.wordings.forms import TakeInForm, TranslationFileForm
from app.declarations.wordings.presenters.faults import xliff_fault
from app.declarations.wordings.presenters.files import file_page
from app.declarations.wordings.presenters.marked import language_of
from app.declarations.wordings.presenters.refusals import file_refusal
from app.declarations.wordings.presenters.texts import kind_title
from app.declarations.wordings.service import exchange, translating
from app.declarations.wordings.views.blueprint import TEXT_STAFF, bp, place_of
from app.declarations.wordings.views.importing import attachment
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, session
from app.web.transactions import transactional

XLIFF = "application/xliff+xml"


@bp.get("/<kind>/<text_version>/<language>/xliff")
@access(*TEXT_STAFF)
@transactional
def export_language(kind: str, text_version: str, language: str) -> ResponseReturnValue:
    """Return the file for a translator."""
    place = place_of(kind, text_version, language)
    content = exchange.export_language(session(), clock(), actor(), place)
    name = f"{place.kind}-{place.version}-{language}.xlf"
    return attachment(content, XLIFF, name)


@bp.route("/<kind>/<text_version>/<language>/fil", methods=["GET", "POST"])
@access(*TEXT_STAFF)
@transactional
def upload_file(kind: str, text_version: str, language: str) -> ResponseReturnValue:
    """Take a translator's file, and go on to what it would change."""
    place = place_of(kind, text_version, language)
    translating.open_place(session(), actor(), place)
    form = TranslationFileForm()
    if form.validate_on_submit():
        try:
            file = exchange.upload_file(session(), clock(), actor(), form.to_command(place))
        except XliffError as error:
            form.refuse(xliff_fault(error.fault), "translation_file")
        else:
            return redirect(url_for(".show_file", file_id=file.id), 303)
    return render_template(
        "texts/upload.html",
        form=form,
        place=place,
        title=kind_title(place.kind),
        language=language_of(language),
    )


@bp.route("/filer/<uuid:file_id>", methods=["GET", "POST"])
@access(*TEXT_STAFF)
@transactional
def show_file(file_id: UUID) -> ResponseReturnValue:
    """Show what a file would change, and take it in."""
    file, outcomes = exchange.outcomes_of(session(), actor(), file_id)
    form = TakeInForm(row_version=file.row_version)
    if request.method == "POST":
        try:
            count = exchange.take_in_file(
                session(), clock(), actor(), file_id, form.row_version.data
            )
        except CannotTakeInFile as refusal:
            flash(file_refusal(refusal.reason), "danger")
        else:
            text = ngettext(
                "%(count)s ledd har fått ny tekst.",
                "%(count)s ledd har fått ny tekst.",
                count,
                count=count,
            )
            flash(text, "success")
        return redirect(
            url_for(
                ".show_language",
                kind=file.kind,
                text_version=file.version,
                language=file.language,
            ),
            303,
        )
    return render_template(
        "texts/file.html",
        file=file,
        form=form,
        title=kind_title(file.kind),
        language=language_of(file.language),
        page=file_page(outcomes, file.language),
        is_taken_in=file.taken_in_at is not None,
    )
