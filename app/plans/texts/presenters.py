"""The texts of a plan beside their translations, for the pages of the caseworker."""

from dataclasses import dataclass
from typing import Any

from flask import url_for

from app.i18n.bidi import isolated_text
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, Language, find_language
from app.i18n.spoken import language_name
from app.i18n.text import gettext as _
from app.plans.models import IntegrationPlan
from app.plans.paper.written import TranslationState
from app.plans.texts.models import PlanTextTranslation
from app.plans.texts.pieces import Piece, element_key
from app.plans.texts.service import OpenedTexts
from app.plans.texts.table import FileRow
from app.plans.texts.wording import piece_title, row_fault_text, state_text
from app.plans.wording import element_name


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text, its translation to one language, and what is known of it."""

    key: str
    title: str
    source: str
    source_language: str
    """BCP 47 code; the page says it in words beside the text."""
    source_language_name: str
    text: str
    """Empty: not translated."""
    status: str
    tone: str
    outdated_source: str
    """What stood here when it was last translated; empty: the translation is of these words."""
    outdated_text: str
    url: str


@dataclass(frozen=True, slots=True)
class LanguagePart:
    """All texts for one language."""

    language: Language
    name: str
    """In the caseworker's language."""
    rows: tuple[TextRow, ...]
    missing: int
    export_url: str
    file_url: str


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of a translator's file, and what becomes of it."""

    number: int
    title: str
    text: str
    outcome: str
    tone: str


def language_parts(opened: OpenedTexts) -> tuple[LanguagePart, ...]:
    """Return everything that has to be translated, language by language."""
    return tuple(_part(opened, code) for code in opened.languages())


def text_row(opened: OpenedTexts, piece: Piece, language: str) -> TextRow:
    """Return one text with its translation."""
    found = opened.translations.find(piece, language)
    outdated = opened.translations.find_outdated(piece, language)
    status, tone = _status(found, outdated)
    place = _place(opened.plan, language)
    return TextRow(
        key=piece.key,
        title=title_of(opened.plan, piece.key),
        source=piece.text,
        source_language=piece.language,
        source_language_name=language_name(piece.language),
        text=found.text if found else "",
        status=status,
        tone=tone,
        outdated_source=outdated.source_text if outdated else "",
        outdated_text=outdated.text if outdated else "",
        url=url_for("plan_texts.translate", **place, piece=piece.key),
    )


def preview_rows(opened: OpenedTexts, rows: tuple[FileRow, ...]) -> tuple[PreviewRow, ...]:
    """Return what would become of each row of a file."""
    return tuple(
        PreviewRow(
            number=row.number,
            title=title_of(opened.plan, row.key) if _is_known(opened, row.key) else row.key[:40],
            text=row.text[:200],
            outcome=row_fault_text(row.fault) if row.fault else _("Blir tatt inn."),
            tone="warning" if row.fault else "success",
        )
        for row in rows
    )


def title_of(plan: IntegrationPlan, key: str) -> str:
    """Return what a text of the plan is about."""
    for element in plan.elements:
        if key.startswith(element_key(element.position, "")):
            return piece_title(key, element_name(element.kind, ""))
    return piece_title(key, "")


def language_of(code: str) -> Language:
    """Return the language of a translation."""
    return find_language(code) or DEFAULT


def _part(opened: OpenedTexts, code: str) -> LanguagePart:
    rows = tuple(text_row(opened, piece, code) for piece in opened.pieces_for(code))
    place = _place(opened.plan, code)
    return LanguagePart(
        language=language_of(code),
        name=language_name(code),
        rows=rows,
        missing=sum(not row.text for row in rows),
        export_url=url_for("plan_texts.export", **place),
        file_url=url_for("plan_texts.take_in", **place),
    )


def _place(plan: IntegrationPlan, language: str) -> dict[str, Any]:
    return {
        "participant_id": plan.participant_id,
        "version": plan.version,
        "language": language,
    }


def _status(
    found: PlanTextTranslation | None, outdated: PlanTextTranslation | None
) -> tuple[str, str]:
    if found is not None:
        text = state_text(
            found.state,
            isolated_text(found.translated_by),
            isolated_text(short_date(found.translated_on)),
        )
        is_draft = found.state is TranslationState.MACHINE_DRAFT
        return text, "warning" if is_draft else "success"
    if outdated is not None:
        return _("Teksten er endret etter at den ble oversatt."), "warning"
    return _("Ikke oversatt ennå"), "danger"


def _is_known(opened: OpenedTexts, key: str) -> bool:
    return any(piece.key == key for piece in opened.pieces)
