"""What the files say, and what the municipality has done since: the newest applies."""

from collections.abc import Iterable
from dataclasses import replace

from app.declarations.bundles.translation import ClauseTranslation, Translation
from app.declarations.bundles.types import TextBundle
from app.declarations.wordings.models import TranslationStep


def with_steps(bundle: TextBundle, steps: Iterable[TranslationStep]) -> TextBundle:
    """Return the text with these steps on it: the newest of each clause in each language.

    A step in a language that the files lack adds the language.
    """
    entries = {each.language: dict(each.clauses) for each in bundle.translations}
    for step in steps:
        entries.setdefault(step.language, {})[step.clause_id] = state_of(step)
    digests = {clause.clause_id: clause.digest for clause in bundle.translatable}
    return replace(
        bundle,
        translations=tuple(
            Translation.made_of(language, clauses, digests) for language, clauses in entries.items()
        ),
    )


def state_of(step: TranslationStep) -> ClauseTranslation:
    """Return the clause as the step left it."""
    return ClauseTranslation(
        text=step.text,
        of=step.source_digest,
        status=step.status,
        translator=step.translator,
        translated_on=step.translated_on,
        reviewer=step.reviewer,
        reviewed_on=step.reviewed_on,
        approver=step.approver,
        approved_on=step.approved_on,
    )
