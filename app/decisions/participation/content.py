"""What stands in a certificate, and how it is kept. Never absence, reductions or health."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.accounts.models import LanguageForm
from app.core.pii import PersonName
from app.decisions.participation.kinds import ProgrammeEnding
from app.pdf.printable import Unprintable
from app.plans.paper.freezing import plain, thaw_words, words_model
from app.plans.paper.printable import first_fault
from app.plans.paper.words import PlanWords, read_words

_WORDS = Path(__file__).resolve().parent / "words"
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class CertificateContent:
    """Everything that the paper says beside its fixed words."""

    participant_name: PersonName
    born_on: date
    municipality: str
    """Without the word "kommune"."""
    first_day: date
    last_day: date
    ending: ProgrammeEnding
    contents: tuple[str, ...]
    """One line for each thing that she took part in."""
    results: tuple[str, ...]
    signed_by: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate as it is printed."""

    content: CertificateContent
    words: PlanWords
    """In bokmål or nynorsk."""
    english: PlanWords
    code: str
    """From `app.papers.code`, without separators; empty on a preview."""
    made_on: date


@lru_cache(maxsize=4)
def certificate_words(language: str) -> PlanWords:
    """Return the fixed words: `nb`, `nn` or `en`.

    Raises:
        PlanWordsError: the file has other words or fields than the one in bokmål.
    """
    bokmal = LanguageForm.NB.value
    norwegian = None if language == bokmal else certificate_words(bokmal)
    return read_words(_WORDS / f"{language}.toml", norwegian)


def freeze(content: CertificateContent, words: PlanWords, english: PlanWords) -> dict[str, Any]:
    """Return what a certificate is made of as plain values."""
    return {
        "content": plain(content),
        "words": words_model(words),
        "english": words_model(english),
    }


def thaw(model: Mapping[str, Any], code: str, made_on: date) -> Certificate:
    """Return the certificate as it was frozen."""
    stored = model["content"]
    content = CertificateContent(
        participant_name=PersonName(stored["participant_name"]),
        born_on=date.fromisoformat(stored["born_on"]),
        municipality=stored["municipality"],
        first_day=date.fromisoformat(stored["first_day"]),
        last_day=date.fromisoformat(stored["last_day"]),
        ending=ProgrammeEnding(stored["ending"]),
        contents=tuple(stored["contents"]),
        results=tuple(stored["results"]),
        signed_by=stored["signed_by"],
    )
    words, english = thaw_words(model["words"]), thaw_words(model["english"])
    return Certificate(content, words, english, code, made_on)


def find_fault(content: CertificateContent) -> Unprintable | None:
    """Return the first thing that cannot be printed, or None."""
    return first_fault(_texts(content))


def _texts(content: CertificateContent) -> Iterator[str]:
    yield from (content.participant_name.reveal(), content.municipality, content.signed_by)
    yield from content.contents
    yield from content.results
