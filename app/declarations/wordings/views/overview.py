"""The list of texts, and one version with its languages."""

from flask import render_template
from flask.typing import ResponseReturnValue

from app.core.actor import Role
from app.declarations.wordings.presenters.imports import import_rows
from app.declarations.wordings.presenters.texts import (
    language_rows,
    norwegian_clauses,
    text_row,
    text_rows,
)
from app.declarations.wordings.queries.texts import (
    current_among,
    get_text,
    list_imported,
    list_texts,
)
from app.declarations.wordings.views.blueprint import TEXT_STAFF, bp, kind_of
from app.web.access import access
from app.web.context import actor, current_day, scope, session
from app.web.transactions import transactional


@bp.get("")
@access(*TEXT_STAFF)
@transactional
def list_all() -> ResponseReturnValue:
    """Show every version of every document."""
    texts = list_texts(session(), scope())
    return render_template(
        "texts/list.html",
        rows=text_rows(texts, current_among(texts, current_day())),
        imports=import_rows(list_imported(session(), scope())),
        may_import=actor().role is Role.ADMINISTRATOR,
    )


@bp.get("/<kind>/<text_version>")
@access(*TEXT_STAFF)
@transactional
def show_text(kind: str, text_version: str) -> ResponseReturnValue:
    """Show one version: each language in numbers, and the Norwegian text."""
    text = get_text(session(), scope(), kind_of(kind), text_version)
    current = current_among(list_texts(session(), scope()), current_day())
    is_current = any(
        (each.kind, each.version) == (text.bundle.kind, text.bundle.version) for each in current
    )
    return render_template(
        "texts/show.html",
        text=text_row(text, is_current=is_current),
        language_rows=language_rows(text.bundle),
        clauses=norwegian_clauses(text.bundle),
    )
