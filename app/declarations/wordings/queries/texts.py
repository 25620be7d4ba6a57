"""The texts of a municipality: the shipped ones, its own, and its work on the translations."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.content import bundle_of
from app.declarations.bundles.types import BundleError, BundleKind, BundleStatus, TextBundle
from app.declarations.wordings.models import (
    ImportedText,
    StepKind,
    TextState,
    TranslationFile,
    TranslationStep,
)
from app.declarations.wordings.queries.combining import with_steps

_STEP_OF = (
    TranslationStep.kind,
    TranslationStep.version,
    TranslationStep.language,
    TranslationStep.clause_id,
)


@dataclass(frozen=True, slots=True)
class KnownText:
    """A version of a document that a municipality may see."""

    bundle: TextBundle
    """With the municipality's work on its translations."""
    imported: ImportedText | None
    """None: it came with the portal."""

    @property
    def is_in_use(self) -> bool:
        """Whether it may be issued while it is valid."""
        is_approved = self.imported is None or self.imported.state is TextState.APPROVED
        return is_approved and self.bundle.status is not BundleStatus.WITHDRAWN


def list_texts(session: Session, scope: MunicipalityScope) -> list[KnownText]:
    """Return every version but the rejected ones, by kind and then newest first."""
    steps = _newest_steps(session, scope)
    known = [*_shipped(), *_imported(session, scope)]
    known.sort(key=lambda each: each.bundle.valid_from, reverse=True)
    known.sort(key=lambda each: list(BundleKind).index(each.bundle.kind))
    return [
        KnownText(
            with_steps(
                text.bundle,
                [
                    step
                    for step in steps
                    if (step.kind, step.version) == (text.bundle.kind, text.bundle.version)
                ],
            ),
            text.imported,
        )
        for text in known
    ]


def get_text(
    session: Session, scope: MunicipalityScope, kind: BundleKind, version: str
) -> KnownText:
    """Return one version.

    Raises:
        NotFound: the municipality has none, or only a rejected one.
    """
    for text in [*_shipped(kind), *_imported(session, scope, kind)]:
        if text.bundle.version == version:
            steps = _newest_steps(session, scope, kind, version)
            return KnownText(with_steps(text.bundle, steps), text.imported)
    raise NotFound


def current_text(
    session: Session, scope: MunicipalityScope, kind: BundleKind, on: date
) -> TextBundle:
    """Return the version to issue on this day: of those that are valid, the one valid latest.

    Of two that are valid from the same day, the municipality's own.

    Raises:
        BundleError: no version is valid on this day.
    """
    text = _valid_latest([*_shipped(kind), *_imported(session, scope, kind)], on)
    if text is None:
        raise BundleError(f"{kind} has no version valid on {on}")
    bundle = text.bundle
    return with_steps(bundle, _newest_steps(session, scope, kind, bundle.version))


def find_replaced(
    session: Session, scope: MunicipalityScope, kind: BundleKind, on: date, *, without: str = ""
) -> TextBundle | None:
    """Return the text that would be issued on this day if one version did not exist."""
    known = [*_shipped(kind), *_imported(session, scope, kind)]
    text = _valid_latest([each for each in known if each.bundle.version != without], on)
    if text is None:
        return None
    return with_steps(text.bundle, _newest_steps(session, scope, kind, text.bundle.version))


def current_among(texts: list[KnownText], on: date) -> list[TextBundle]:
    """Return those of these texts that are issued on this day, one of each kind at most."""
    found = (
        _valid_latest([text for text in texts if text.bundle.kind is kind], on)
        for kind in BundleKind
    )
    return [text.bundle for text in found if text is not None]


def get_imported(session: Session, scope: MunicipalityScope, text_id: UUID) -> ImportedText:
    """Return a text that the municipality imported.

    Raises:
        NotFound: it has none with this id.
    """
    found = session.scalar(
        select(ImportedText).where(
            ImportedText.id == text_id, ImportedText.municipality_id == scope.municipality_id
        )
    )
    if found is None:
        raise NotFound
    return found


def list_imported(session: Session, scope: MunicipalityScope) -> list[ImportedText]:
    """Return all that the municipality has imported, newest first, rejected ones too."""
    own = select(ImportedText).where(ImportedText.municipality_id == scope.municipality_id)
    return list(session.scalars(own.order_by(ImportedText.imported_at.desc(), ImportedText.id)))


def get_translation_file(
    session: Session, scope: MunicipalityScope, file_id: UUID
) -> TranslationFile:
    """Return a translator's file.

    Raises:
        NotFound: the municipality has none with this id.
    """
    found = session.scalar(
        select(TranslationFile).where(
            TranslationFile.id == file_id, TranslationFile.municipality_id == scope.municipality_id
        )
    )
    if found is None:
        raise NotFound
    return found


def list_steps(
    session: Session, scope: MunicipalityScope, bundle: TextBundle, language: str
) -> list[TranslationStep]:
    """Return all that was done in a language, newest first for each clause."""
    steps = select(TranslationStep).where(
        TranslationStep.municipality_id == scope.municipality_id,
        TranslationStep.kind == bundle.kind,
        TranslationStep.version == bundle.version,
        TranslationStep.language == language,
    )
    return list(session.scalars(steps.order_by(TranslationStep.number.desc())))


def wordings_by_digest(
    session: Session, scope: MunicipalityScope, kind: BundleKind
) -> dict[str, str]:
    """Return the Norwegian clauses of every version, to find what a translation was made of."""
    known = [*_shipped(kind), *_imported(session, scope, kind)]
    return {clause.digest: clause.text for text in known for clause in text.bundle.clauses}


def _valid_latest(texts: list[KnownText], on: date) -> KnownText | None:
    return max(
        (text for text in texts if text.is_in_use and text.bundle.is_valid_on(on)),
        key=lambda text: (text.bundle.valid_from, text.imported is not None),
        default=None,
    )


def _shipped(only: BundleKind | None = None) -> list[KnownText]:
    return [
        KnownText(load_bundle(kind, version), None)
        for kind in ([only] if only else BundleKind)
        for version in versions(kind)
    ]


def _imported(
    session: Session, scope: MunicipalityScope, kind: BundleKind | None = None
) -> list[KnownText]:
    own = select(ImportedText).where(
        ImportedText.municipality_id == scope.municipality_id,
        ImportedText.state.in_((TextState.APPROVED, TextState.WITHDRAWN)),
    )
    if kind is not None:
        own = own.where(ImportedText.kind == kind)
    return [KnownText(bundle_of(row.content), row) for row in session.scalars(own)]


def _newest_steps(
    session: Session,
    scope: MunicipalityScope,
    kind: BundleKind | None = None,
    version: str | None = None,
) -> list[TranslationStep]:
    """Return the last step that changed each clause in each language; comments change nothing."""
    conditions = [
        TranslationStep.municipality_id == scope.municipality_id,
        TranslationStep.done != StepKind.COMMENTED,
    ]
    if kind is not None and version is not None:
        conditions += [TranslationStep.kind == kind, TranslationStep.version == version]
    newest = (
        select(*_STEP_OF, func.max(TranslationStep.number).label("number"))
        .where(*conditions)
        .group_by(*_STEP_OF)
        .subquery()
    )
    steps = select(TranslationStep).join(
        newest,
        (TranslationStep.number == newest.c.number)
        & (TranslationStep.kind == newest.c.kind)
        & (TranslationStep.version == newest.c.version)
        & (TranslationStep.language == newest.c.language)
        & (TranslationStep.clause_id == newest.c.clause_id),
    )
    return list(session.scalars(steps.where(*conditions)))
