"""An imported text before it is approved: what it changes, and what becomes of translations."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from markupsafe import Markup

from app.core.actor import Actor
from app.declarations.bundles.succession import (
    Change,
    LanguageEffect,
    clause_changes,
    language_effects,
)
from app.declarations.bundles.types import NORWEGIAN, Audience, Party, TextBundle
from app.declarations.presenters import bundle_status
from app.declarations.wordings.models import ImportedText, TextState
from app.declarations.wordings.presenters.marked import language_of, marked_difference
from app.declarations.wordings.presenters.texts import kind_title, validity
from app.i18n.bidi import isolate
from app.i18n.format import moment
from app.i18n.locales import document_languages
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An imported text in the list."""

    text_id: UUID
    title: str
    state: str
    tone: str
    at: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A clause before and after."""

    clause_id: str
    change: str
    tone: str
    words: Markup


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What becomes of a language."""

    name: str
    code: str
    direction: str
    effect: LanguageEffect


@dataclass(frozen=True, slots=True)
class Fact:
    """A term and its value."""

    term: str
    value: Markup


@dataclass(frozen=True, slots=True)
class ImportPage:
    """Everything that the second person looks at."""

    title: str
    state: str
    tone: str
    facts: list[Fact]
    parts: list[str]
    changes: list[ChangeRow]
    same_count: int
    """Clauses that are word for word as before; they are left out of `changes`."""
    compared_with: str | None
    """Version that applies without this one; None: there is none."""
    effects: list[EffectRow]
    may_decide: bool
    is_own: bool
    """The reader imported it, and cannot approve it."""
    may_withdraw: bool


def import_rows(texts: Sequence[ImportedText]) -> list[ImportRow]:
    """Return the imports as rows."""
    rows = []
    for text in texts:
        state, tone = _state(text.state)
        title = f"{kind_title(text.kind)} {text.version}"
        rows.append(ImportRow(text.id, title, state, tone, moment(text.imported_at)))
    return rows


def import_page(
    imported: ImportedText,
    bundle: TextBundle,
    replaced: TextBundle | None,
    names: Mapping[UUID, str],
    reader: Actor,
) -> ImportPage:
    """Return the page; `replaced` is what would be issued without this text."""
    state, tone = _state(imported.state)
    changes = clause_changes(replaced, bundle)
    codes = [each.code for each in document_languages() if each.code != NORWEGIAN]
    is_own = imported.imported_by == reader.user_id
    return ImportPage(
        title=f"{kind_title(bundle.kind)} {bundle.version}",
        state=state,
        tone=tone,
        facts=_facts(imported, bundle, names),
        parts=[_part(bundle, index) for index in range(len(bundle.parts))]
        if len(bundle.parts) > 1
        else [],
        changes=[
            ChangeRow(
                each.clause.clause_id, *_change(each.change), words=marked_difference(each.words)
            )
            for each in changes
            if each.change is not Change.SAME
        ],
        same_count=sum(each.change is Change.SAME for each in changes),
        compared_with=replaced.version if replaced else None,
        effects=[
            EffectRow(
                language_of(each.language).own_name,
                each.language,
                language_of(each.language).direction,
                each,
            )
            for each in language_effects(replaced, bundle, codes)
        ],
        may_decide=imported.state is TextState.PROPOSED,
        is_own=is_own,
        may_withdraw=imported.state is TextState.APPROVED,
    )


def _facts(imported: ImportedText, bundle: TextBundle, names: Mapping[UUID, str]) -> list[Fact]:
    facts = [
        (_("Status i filen"), bundle_status(bundle.status)),
        (_("Gyldighet"), validity(bundle)),
        (_("Hjemmel"), f"{bundle.legal_basis.provision} ({bundle.legal_basis.amended_by})"),
        (_("Kilde"), f"{bundle.source.title}, {bundle.source.publisher}"),
        (_("Fil"), imported.file_name),
        (_("Importert"), _by(names, imported.imported_by, moment(imported.imported_at))),
    ]
    if imported.decided_by and imported.decided_at:
        term = _("Avvist") if imported.state is TextState.REJECTED else _("Godkjent")
        facts.append((term, _by(names, imported.decided_by, moment(imported.decided_at))))
    if imported.withdrawn_by and imported.withdrawn_at:
        by = _by(names, imported.withdrawn_by, moment(imported.withdrawn_at))
        facts.append((_("Trukket tilbake"), by))
    reason = imported.withdrawal_reason or imported.rejection_reason
    if reason:
        facts.append((_("Begrunnelse"), reason))
    return [Fact(term, isolate(value)) for term, value in facts]


def _by(names: Mapping[UUID, str], user_id: UUID, at: str) -> str:
    return f"{names.get(user_id, '')}, {at}"


def _part(bundle: TextBundle, index: int) -> str:
    part = bundle.parts[index]
    return _(
        "Del %(number)s er for %(audience)s. Under skriver: %(signers)s.",
        number=index + 1,
        audience=_audience(part.audience),
        signers=", ".join(_party(party) for party in part.signed_by),
    )


def _audience(audience: Audience) -> str:
    match audience:
        case Audience.EVERYONE:
            return _("alle")
        case Audience.NEWLY_ARRIVED:
            return _("dem som har vært bosatt i mindre enn to år")
        case _:
            assert_never(audience)


def _party(party: Party) -> str:
    match party:
        case Party.PARTICIPANT:
            return _("deltakeren")
        case Party.MUNICIPALITY:
            return _("kommunen")
        case _:
            assert_never(party)


def _change(change: Change) -> tuple[str, str]:
    match change:
        case Change.SAME:
            return _("Uendret"), "neutral"
        case Change.CHANGED:
            return _("Endret"), "warning"
        case Change.NEW:
            return _("Nytt"), "info"
        case Change.REMOVED:
            return _("Tatt bort"), "danger"
        case _:
            assert_never(change)


def _state(state: TextState) -> tuple[str, str]:
    match state:
        case TextState.PROPOSED:
            return _("Venter på godkjenning"), "warning"
        case TextState.APPROVED:
            return _("Godkjent"), "success"
        case TextState.REJECTED:
            return _("Avvist"), "neutral"
        case TextState.WITHDRAWN:
            return _("Trukket tilbake"), "neutral"
        case _:
            assert_never(state)
