"""The fixed words for terms of the law in each language: `texts/terms.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[1] / "texts" / "terms.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A term, and what it is called in one language."""

    norwegian: str
    """How the Norwegian word begins."""
    forms: tuple[str, ...]
    """The forms that the language uses."""


def missing_terms(norwegian: str, language: str, text: str) -> tuple[Term, ...]:
    """Return the terms of a Norwegian clause that its translation calls something else."""
    folded = text.casefold()
    return tuple(
        term
        for term in _terms(language)
        if re.search(rf"\b{re.escape(term.norwegian)}", norwegian, re.IGNORECASE)
        and not any(form.casefold() in folded for form in term.forms)
    )


@lru_cache(maxsize=32)
def _terms(language: str) -> tuple[Term, ...]:
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8")).values()
    return tuple(
        Term(entry["norwegian"], tuple(entry["forms"][language]))
        for entry in entries
        if language in entry["forms"]
    )
