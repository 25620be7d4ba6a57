"""Translating: one language clause by clause, and one clause with its story."""

import unicodedata

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.accounts.queries import get_user, user_names
from app.core.errors import NotFound
from app.declarations.bundles.translation import Translation
from app.declarations.bundles.types import TextBundle
from app.declarations.bundles.wording import tidied
from app.declarations.wordings.commands import Place
from app.declarations.wordings.errors import CannotChangeTranslation
from app.declarations.wordings.forms import ClauseForm, ReviewLanguageForm
from app.declarations.wordings.presenters.clauses import clause_row, clause_rows, step_rows
from app.declarations.wordings.presenters.marked import language_of
from app.declarations.wordings.presenters.refusals import translation_refusal
from app.declarations.wordings.presenters.texts import kind_title, language_row
from app.declarations.wordings.queries.texts import list_steps, wordings_by_digest
from app.declarations.wordings.service import translating
from app.declarations.wordings.views.blueprint import DECIDERS, TEXT_STAFF, bp, place_of
from app.i18n.text import gettext as _
from app.i18n.text import ngettext
from app.web.access import access
from app.web.context import actor, clock, scope, session
from app.web.transactions import transactional


@bp.get("/<kind>/<text_version>/<language>")
@access(*TEXT_STAFF)
@transactional
def show_language(kind: str, text_version: str, language: str) -> ResponseReturnValue:
    """Show a language, source beside target."""
    place = place_of(kind, text_version, language)
    bundle = translating.open_place(session(), actor(), place)
    translation = _translation(bundle, language)
    return render_template(
        "texts/language.html",
        place=place,
        title=kind_title(place.kind),
        language=language_of(language),
        summary=language_row(bundle, translation),
        rows=clause_rows(bundle, language, _earlier(bundle, translation)),
        form=ReviewLanguageForm(),
        is_decider=actor().role in DECIDERS,
    )


@bp.route("/<kind>/<text_version>/<language>/ledd/<clause>", methods=["GET", "POST"])
@access(*TEXT_STAFF)
@transactional
def edit_clause(kind: str, text_version: str, language: str, clause: str) -> ResponseReturnValue:
    """Show a clause with its story; change, comment, review or approve it."""
    place = place_of(kind, text_version, language)
    bundle = translating.open_place(session(), actor(), place)
    found = next((each for each in bundle.translatable if each.clause_id == clause), None)
    if found is None:
        raise NotFound
    translation = _translation(bundle, language)
    state = translation.clauses.get(clause)
    steps = [
        step
        for step in list_steps(session(), scope(), bundle, language)
        if step.clause_id == clause
    ]
    form = ClauseForm(
        seen=steps[0].number if steps else 0,
        text=state.text if state else "",
        translator=get_user(session(), scope(), actor().user_id).display_name,
    )
    if form.validate_on_submit():
        try:
            done = _act(form, place, clause, state.text if state else "")
        except CannotChangeTranslation as refusal:
            field, message = translation_refusal(refusal.reason)
            form.refuse(message, field)
            form.seen.data = steps[0].number if steps else 0
        else:
            if done:
                flash(done, "success")
                return redirect(request.path, 303)
    return render_template(
        "texts/clause.html",
        place=place,
        title=kind_title(place.kind),
        language=language_of(language),
        row=clause_row(bundle, language, found, state, _earlier(bundle, translation)),
        steps=step_rows(steps, user_names(session(), scope())),
        form=form,
        is_decider=actor().role in DECIDERS,
    )


@bp.post("/<kind>/<text_version>/<language>/gjennomgang")
@access(*TEXT_STAFF)
@transactional
def review_language(kind: str, text_version: str, language: str) -> ResponseReturnValue:
    """Note who has reviewed everything that can be reviewed."""
    place = place_of(kind, text_version, language)
    translating.open_place(session(), actor(), place)
    form = ReviewLanguageForm()
    if not form.validate():
        flash(next(message for _field, message in form.error_items()), "danger")
    else:
        try:
            count = translating.review_language(
                session(), clock(), actor(), place, form.reviewer.data
            )
        except CannotChangeTranslation as refusal:
            flash(translation_refusal(refusal.reason)[1], "danger")
        else:
            flash(_counted_reviewed(count), "success")
    return redirect(_language_url(place), 303)


@bp.post("/<kind>/<text_version>/<language>/godkjenning")
@access(*DECIDERS)
@transactional
def approve_language(kind: str, text_version: str, language: str) -> ResponseReturnValue:
    """Approve everything that is reviewed."""
    place = place_of(kind, text_version, language)
    try:
        count = translating.approve_language(session(), clock(), actor(), place)
    except CannotChangeTranslation as refusal:
        flash(translation_refusal(refusal.reason)[1], "danger")
    else:
        text = ngettext(
            "%(count)s ledd er godkjent.", "%(count)s ledd er godkjent.", count, count=count
        )
        flash(text, "success")
    return redirect(_language_url(place), 303)


def _act(form: ClauseForm, place: Place, clause: str, before: str) -> str:
    """Do what the pressed button says, and return the sentence that tells it; empty: refused."""
    work = session(), clock(), actor()
    action = request.form.get("action", "")
    if action in {"review", "approve"} and _same(form.text.data) != _same(before):
        form.refuse(_("Lagre den nye oversettelsen først."), "text")
        return ""
    if action == "comment":
        translating.comment_clause(*work, form.to_comment(place, clause))
        return _("Kommentaren er lagret.")
    if action == "review":
        translating.review_clause(*work, form.to_review(place, clause))
        return _("Gjennomgangen er registrert.")
    if action == "approve":
        if actor().role not in DECIDERS:
            form.refuse(_("Bare leder eller administrator kan godkjenne."))
            return ""
        translating.approve_clause(*work, form.to_approve(place, clause))
        return _("Leddet er godkjent.")
    translating.write_clause(*work, form.to_write(place, clause))
    return _("Oversettelsen er lagret.")


def _same(text: str | None) -> str:
    return unicodedata.normalize("NFC", tidied(text or ""))


def _translation(bundle: TextBundle, language: str) -> Translation:
    for translation in bundle.translations:
        if translation.language == language:
            return translation
    return Translation(language, {}, (), tuple(each.clause_id for each in bundle.translatable))


def _earlier(bundle: TextBundle, translation: Translation) -> dict[str, str]:
    """Return earlier Norwegian words by digest, looked up only where something is outdated."""
    if not translation.outdated_clauses:
        return {}
    steps = list_steps(session(), scope(), bundle, translation.language)
    kept = {step.source_digest: step.source_text for step in steps if step.source_text}
    return {**wordings_by_digest(session(), scope(), bundle.kind), **kept}


def _counted_reviewed(count: int) -> str:
    return ngettext(
        "%(count)s ledd er registrert som gjennomgått.",
        "%(count)s ledd er registrert som gjennomgått.",
        count,
        count=count,
    )


def _language_url(place: Place) -> str:
    return url_for(
        ".show_language",
        kind=place.kind,
        text_version=place.version,
        language=place.language,
    )
