"""The fixed words of letters in bokmål and nynorsk, and of their summaries in every language.

`letters/<form>.toml` and `texts/<code>.toml`; the bokmål file says which words there are.
"""

from functools import lru_cache
from pathlib import Path

from app.accounts.models import LanguageForm
from app.i18n.locales import DEFAULT, document_languages
from app.plans.paper.words import PlanWords, PlanWordsError, read_words

LetterWords = PlanWords
"""Read, compared and filled in as the fixed words of plans are."""

_HERE = Path(__file__).resolve().parent
_LETTERS, _SUMMARIES = _HERE / "letters", _HERE / "texts"
NORWEGIAN = frozenset(form.value for form in LanguageForm)
"""Who reads one written Norwegian reads the other, and needs no summary of the letter."""


@lru_cache(maxsize=2)
def letter_words(form: LanguageForm) -> LetterWords:
    """Return the words of letters in this form of Norwegian.

    Raises:
        PlanWordsError: the file has other words or fields than the one in bokmål.
    """
    path = _LETTERS / f"{form.value}.toml"
    bokmal = None if form is LanguageForm.NB else letter_words(LanguageForm.NB)
    return read_words(path, bokmal)


@lru_cache(maxsize=32)
def summary_words(language: str) -> LetterWords:
    """Return the words of summaries in this language.

    Raises:
        PlanWordsError: there are none, or the file has other words or fields than the Norwegian.
    """
    if language not in languages_with_words():
        raise PlanWordsError(f"no summaries in {language!r}")
    norwegian = None if language == DEFAULT.code else summary_words(DEFAULT.code)
    return read_words(_SUMMARIES / f"{language}.toml", norwegian)


@lru_cache(maxsize=1)
def languages_with_words() -> tuple[str, ...]:
    """Return the codes of the languages that have words, in the order of the portal's list."""
    found = {path.stem for path in _SUMMARIES.glob("*.toml")}
    return tuple(each.code for each in document_languages() if each.code in found)


def summary_languages() -> tuple[str, ...]:
    """Return the languages in which a summary can follow the letter: all but Norwegian."""
    return tuple(code for code in languages_with_words() if code not in NORWEGIAN)


def load_all_words() -> None:
    """Read every file, so that a fault stops the start and not a caseworker.

    Raises:
        PlanWordsError: naming file and key.
    """
    for form in LanguageForm:
        letter_words(form)
    for language in languages_with_words():
        summary_words(language)
