"""The words of an explanation, in every language that participants read: `texts/<code>.toml`."""

from functools import lru_cache
from pathlib import Path

from app.i18n.locales import DEFAULT, Language, document_languages
from app.plans.paper.words import PlanWords, read_words

ExplanationWords = PlanWords
"""Read, compared and filled in as the fixed words of plans are."""

_TEXTS = Path(__file__).resolve().parent / "texts"


@lru_cache(maxsize=32)
def explanation_words(language: str) -> ExplanationWords:
    """Return the words in this language; in Norwegian where there are none.

    Raises:
        PlanWordsError: the file has other words or fields than the Norwegian.
    """
    if language not in _codes():
        return explanation_words(DEFAULT.code)
    norwegian = None if language == DEFAULT.code else explanation_words(DEFAULT.code)
    return read_words(_TEXTS / f"{language}.toml", norwegian)


def explained_languages() -> tuple[Language, ...]:
    """Return the languages that have words, in the order of the portal's list."""
    return tuple(each for each in document_languages() if each.code in _codes())


@lru_cache(maxsize=1)
def _codes() -> frozenset[str]:
    return frozenset(path.stem for path in _TEXTS.glob("*.toml"))


def load_all_words() -> None:
    """Read every file, so that a fault stops the start and not a participant.

    Raises:
        PlanWordsError: naming file and key.
    """
    for language in _codes():
        explanation_words(language)
