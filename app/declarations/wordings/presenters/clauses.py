"""The workbench: each clause with its source, its state and its story."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never
from uuid import UUID

from flask import url_for
from markupsafe import Markup

from app.declarations.bundles.succession import word_difference
from app.declarations.bundles.terms import missing_terms
from app.declarations.bundles.translation import ClauseTranslation
from app.declarations.bundles.types import Clause, TextBundle
from app.declarations.wordings.models import StepKind, TranslationStep
from app.declarations.wordings.presenters.marked import marked, marked_difference
from app.declarations.wordings.presenters.texts import status_word
from app.i18n.format import moment, short_date
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """One clause, in Norwegian and in the other language."""

    clause_id: str
    norwegian: Markup
    text: Markup
    """Empty where nobody has translated it."""
    status: str
    tone: str
    who: list[str]
    is_outdated: bool
    changed: Markup | None
    """What has changed in the Norwegian words since, where the earlier ones are known."""
    terms: list[str]
    """Sentences about fixed terms that the translation does not use."""
    url: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One thing that was done with a clause."""

    what: str
    who: str
    at: str
    text: Markup | None
    """The words, where the step gave new ones."""
    comment: str


def clause_rows(bundle: TextBundle, language: str, earlier: Mapping[str, str]) -> list[ClauseRow]:
    """Return every clause to translate; `earlier` has Norwegian words by their digest."""
    found = [each for each in bundle.translations if each.language == language]
    states = found[0].clauses if found else {}
    return [
        clause_row(bundle, language, clause, states.get(clause.clause_id), earlier)
        for clause in bundle.translatable
    ]


def clause_row(
    bundle: TextBundle,
    language: str,
    clause: Clause,
    state: ClauseTranslation | None,
    earlier: Mapping[str, str],
) -> ClauseRow:
    """Return one clause."""
    is_outdated = state is not None and state.of != clause.digest
    before = earlier.get(state.of) if state is not None and is_outdated else None
    if state is None:
        status, tone = _("Mangler"), "danger"
    elif is_outdated:
        status, tone = _("Utdatert"), "warning"
    else:
        status, tone = status_word(state.status)
    return ClauseRow(
        clause_id=clause.clause_id,
        norwegian=marked(clause.text),
        text=marked(state.text) if state else Markup(""),
        status=status,
        tone=tone,
        who=_who(state) if state else [],
        is_outdated=is_outdated,
        changed=marked_difference(word_difference(before, clause.text)) if before else None,
        terms=_terms(clause, language, state.text) if state else [],
        url=url_for(
            "texts.edit_clause",
            kind=bundle.kind,
            text_version=bundle.version,
            language=language,
            clause=clause.clause_id,
        ),
    )


def step_rows(steps: Sequence[TranslationStep], names: Mapping[UUID, str]) -> list[StepRow]:
    """Return what was done with a clause, newest first."""
    gave_words = {StepKind.WRITTEN, StepKind.FROM_FILE, StepKind.CARRIED_OVER}
    return [
        StepRow(
            what=_done(step),
            who=names.get(step.done_by, ""),
            at=moment(step.done_at),
            text=marked(step.text) if step.done in gave_words else None,
            comment=step.comment,
        )
        for step in steps
    ]


def _who(state: ClauseTranslation) -> list[str]:
    """Return who answers for the words, one sentence for each."""
    who = [
        _(
            "Oversatt av %(name)s, %(day)s",
            name=state.translator,
            day=short_date(state.translated_on),
        )
    ]
    if state.reviewer:
        who.append(_("Gjennomgått av %(name)s", name=_named(state.reviewer, state.reviewed_on)))
    if state.approver:
        who.append(_("Godkjent av %(name)s", name=_named(state.approver, state.approved_on)))
    return who


def _named(name: str, day: date | None) -> str:
    return f"{name}, {short_date(day)}" if day else name


def _terms(clause: Clause, language: str, text: str) -> list[str]:
    return [
        _(
            "Det faste uttrykket for «%(term)s» er ikke brukt. Det er: %(forms)s",
            term=term.norwegian,
            forms=", ".join(term.forms),
        )
        for term in missing_terms(clause.text, language, text)
    ]


def _done(step: TranslationStep) -> str:
    match step.done:
        case StepKind.WRITTEN:
            return _("Skrev oversettelsen")
        case StepKind.FROM_FILE:
            return _("Tok inn oversettelsen fra en fil")
        case StepKind.CARRIED_OVER:
            return _("Tok med oversettelsen fra forrige versjon")
        case StepKind.REVIEWED:
            return _("Registrerte gjennomgang av %(name)s", name=step.reviewer or "")
        case StepKind.APPROVED:
            return _("Godkjente")
        case StepKind.COMMENTED:
            return _("Kommenterte")
        case _:
            assert_never(step.done)
