"""The list of texts, and each language in numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from flask import url_for
from markupsafe import Markup

from app.declarations.bundles.translation import Translation, TranslationStatus
from app.declarations.bundles.types import NORWEGIAN, BundleKind, ClauseRole, TextBundle
from app.declarations.presenters import bundle_status, document_title
from app.declarations.wordings.models import TextState
from app.declarations.wordings.presenters.marked import language_of, marked
from app.declarations.wordings.queries.texts import KnownText
from app.i18n.format import short_date
from app.i18n.locales import document_languages
from app.i18n.text import gettext as _
from app.papers.models import DocumentKind


@dataclass(frozen=True, slots=True)
class TextRow:
    """One version of a document."""

    title: str
    version: str
    status: str
    validity: str
    origin: str
    use: str
    tone: str
    ready: str
    """How many languages it can be issued in."""
    url: str
    import_url: str | None


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """One language of a version, in numbers of clauses."""

    name: str
    code: str
    direction: str
    state: str
    tone: str
    drafts: int
    translated: int
    reviewed: int
    approved: int
    outdated: int
    missing: int
    url: str


@dataclass(frozen=True, slots=True)
class NorwegianClause:
    """A clause of the text that applies."""

    clause_id: str
    text: Markup
    is_heading: bool


def kind_title(kind: BundleKind) -> str:
    """Return what the document is called."""
    return document_title(DocumentKind(kind.value))


def text_rows(texts: Sequence[KnownText], current: Sequence[TextBundle]) -> list[TextRow]:
    """Return the versions as rows; `current` are those that are issued today."""
    in_use = {(each.kind, each.version) for each in current}
    return [text_row(text, is_current=_key(text) in in_use) for text in texts]


def text_row(text: KnownText, *, is_current: bool) -> TextRow:
    """Return one version as a row."""
    bundle = text.bundle
    use, tone = _use(text, is_current=is_current)
    ready = sum(translation.may_be_issued for translation in bundle.translations)
    return TextRow(
        title=kind_title(bundle.kind),
        version=bundle.version,
        status=bundle_status(bundle.status),
        validity=validity(bundle),
        origin=_("Følger med portalen") if text.imported is None else _("Importert av kommunen"),
        use=use,
        tone=tone,
        ready=_(
            "Kan skrives ut på %(ready)s av %(all)s språk ved siden av norsk.",
            ready=ready,
            all=len(document_languages()) - 1,
        ),
        url=url_for("texts.show_text", kind=bundle.kind, text_version=bundle.version),
        import_url=url_for("texts.show_import", text_id=text.imported.id)
        if text.imported
        else None,
    )


def language_rows(bundle: TextBundle) -> list[LanguageRow]:
    """Return every language of documents, also those that nobody has begun with."""
    found = {each.language: each for each in bundle.translations}
    codes = [language.code for language in document_languages() if language.code != NORWEGIAN]
    everything = tuple(clause.clause_id for clause in bundle.translatable)
    return [
        language_row(bundle, found.get(code) or Translation(code, {}, (), everything))
        for code in codes
    ]


def language_row(bundle: TextBundle, translation: Translation) -> LanguageRow:
    """Return one language in numbers; an outdated clause counts as that and nothing else."""
    language = language_of(translation.language)
    current = [
        clause.status
        for name, clause in translation.clauses.items()
        if name not in translation.outdated_clauses
    ]
    state, tone = _language_state(translation)
    return LanguageRow(
        name=language.own_name,
        code=language.code,
        direction=language.direction,
        state=state,
        tone=tone,
        drafts=current.count(TranslationStatus.MACHINE_DRAFT),
        translated=current.count(TranslationStatus.TRANSLATED),
        reviewed=current.count(TranslationStatus.REVIEWED),
        approved=current.count(TranslationStatus.APPROVED),
        outdated=len(translation.outdated_clauses),
        missing=len(translation.missing_clauses),
        url=url_for(
            "texts.show_language",
            kind=bundle.kind,
            text_version=bundle.version,
            language=language.code,
        ),
    )


def norwegian_clauses(bundle: TextBundle) -> list[NorwegianClause]:
    """Return the text that applies, as it stands on the sheet."""
    headings = {ClauseRole.TITLE, ClauseRole.HEADING, ClauseRole.SIGNATURE_HEADING}
    return [
        NorwegianClause(clause.clause_id, marked(clause.text), clause.role in headings)
        for clause in bundle.clauses
    ]


def validity(bundle: TextBundle) -> str:
    """Return from when, and until when, a version may be issued."""
    if bundle.valid_to is None:
        return _("Gjelder fra %(first)s", first=short_date(bundle.valid_from))
    return _(
        "Gjelder fra %(first)s til %(last)s",
        first=short_date(bundle.valid_from),
        last=short_date(bundle.valid_to),
    )


def status_word(status: TranslationStatus) -> tuple[str, str]:
    """Return the status of one clause in a word, and its tone."""
    match status:
        case TranslationStatus.MACHINE_DRAFT:
            return _("Maskinutkast"), "neutral"
        case TranslationStatus.TRANSLATED:
            return _("Oversatt"), "info"
        case TranslationStatus.REVIEWED:
            return _("Gjennomgått"), "success"
        case TranslationStatus.APPROVED:
            return _("Godkjent"), "success"
        case _:
            assert_never(status)


def _language_state(translation: Translation) -> tuple[str, str]:
    if translation.missing_clauses:
        return _("Mangler"), "danger"
    if translation.outdated_clauses:
        return _("Utdatert"), "warning"
    return status_word(translation.status)


def _use(text: KnownText, *, is_current: bool) -> tuple[str, str]:
    if text.imported is not None and text.imported.state is TextState.WITHDRAWN:
        return _("Trukket tilbake"), "neutral"
    if is_current:
        return _("Brukes nå"), "success"
    return _("Brukes ikke nå"), "neutral"


def _key(text: KnownText) -> tuple[BundleKind, str]:
    return text.bundle.kind, text.bundle.version
