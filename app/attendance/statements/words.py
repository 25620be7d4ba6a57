"""The words of the screens, in every language that participants read: `texts/<code>.toml`."""

from functools import lru_cache
from pathlib import Path

from app.i18n.locales import DEFAULT
from app.plans.paper.words import PlanWords, read_words

ReportWords = PlanWords
"""Read, compared and filled in as the fixed words of plans are."""

_TEXTS = Path(__file__).resolve().parent / "texts"


@lru_cache(maxsize=32)
def report_words(language: str) -> ReportWords:
    """Return the words in this language; in Norwegian where there are none.

    Raises:
        PlanWordsError: the file has other words or fields than the Norwegian.
    """
    if language not in languages_with_words():
        return report_words(DEFAULT.code)
    norwegian = None if language == DEFAULT.code else report_words(DEFAULT.code)
    return read_words(_TEXTS / f"{language}.toml", norwegian)


@lru_cache(maxsize=1)
def languages_with_words() -> frozenset[str]:
    """Return the codes of the languages that have words."""
    return frozenset(path.stem for path in _TEXTS.glob("*.toml"))


def load_all_words() -> None:
    """Read every file, so that a fault stops the start and not a participant.

    Raises:
        PlanWordsError: naming file and key.
    """
    for language in languages_with_words():
        report_words(language)
