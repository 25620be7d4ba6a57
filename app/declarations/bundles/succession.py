"""What changes when one version of a text takes the place of another."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from app.declarations.bundles.translation import ClauseTranslation
from app.declarations.bundles.types import Clause, TextBundle


class Change(StrEnum):
    """What has become of a clause."""

    SAME = "same"
    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a difference."""

    text: str
    is_old: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause, before and after."""

    clause: Clause
    """As it is after; as it was, where it is removed."""
    change: Change
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class LanguageEffect:
    """What a new version does to one language, in numbers of clauses."""

    language: str
    from_file: int
    """The new version brings them."""
    carried_over: int
    """Their Norwegian clause is the same."""
    outdated: int
    """Carried over, but their Norwegian clause has changed."""
    missing: int


def clause_changes(old: TextBundle | None, new: TextBundle) -> list[ClauseChange]:
    """Return every clause of the new version in its order, then those that it has no more."""
    before = {clause.clause_id: clause for clause in (old.clauses if old else ())}
    changes = [_change(before.get(clause.clause_id), clause) for clause in new.clauses]
    kept = {clause.clause_id for clause in new.clauses}
    return changes + [
        ClauseChange(clause, Change.REMOVED, (Words(clause.text, is_old=True, is_new=False),))
        for name, clause in before.items()
        if name not in kept
    ]


def word_difference(old: str, new: str) -> tuple[Words, ...]:
    """Return both texts as one, word by word, each piece marked by whose it is."""
    a, b = old.split(" "), new.split(" ")
    pieces: list[Words] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Words(" ".join(a[a1:a2]), is_old=True, is_new=True))
            continue
        if a1 < a2:
            pieces.append(Words(" ".join(a[a1:a2]), is_old=True, is_new=False))
        if b1 < b2:
            pieces.append(Words(" ".join(b[b1:b2]), is_old=False, is_new=True))
    return tuple(pieces)


def carried_over(
    old: TextBundle | None, new: TextBundle
) -> dict[str, dict[str, ClauseTranslation]]:
    """Return, by language and clause, the translations that the new version lacks and the old has.

    They say which Norwegian words they translate, so those of a changed clause are outdated.
    """
    own = {each.language: each.clauses for each in new.translations}
    wanted = [clause.clause_id for clause in new.translatable]
    found: dict[str, dict[str, ClauseTranslation]] = {}
    for translation in old.translations if old else ():
        has = own.get(translation.language, {})
        found[translation.language] = {
            name: translation.clauses[name]
            for name in wanted
            if name in translation.clauses and name not in has
        }
    return found


def language_effects(
    old: TextBundle | None, new: TextBundle, languages: Iterable[str]
) -> list[LanguageEffect]:
    """Return what becomes of each language."""
    own = {each.language: each.clauses for each in new.translations}
    taken = carried_over(old, new)
    digests = {clause.clause_id: clause.digest for clause in new.translatable}
    effects = []
    for language in languages:
        brought, kept = own.get(language, {}), taken.get(language, {})
        outdated = sum(entry.of != digests[name] for name, entry in {**brought, **kept}.items())
        effects.append(
            LanguageEffect(
                language=language,
                from_file=len(brought),
                carried_over=len(kept),
                outdated=outdated,
                missing=len(digests) - len(brought) - len(kept),
            )
        )
    return effects


def _change(before: Clause | None, after: Clause) -> ClauseChange:
    if before is None:
        return ClauseChange(after, Change.NEW, (Words(after.text, is_old=False, is_new=True),))
    if before.text == after.text:
        return ClauseChange(after, Change.SAME, (Words(after.text, is_old=True, is_new=True),))
    return ClauseChange(after, Change.CHANGED, word_difference(before.text, after.text))
