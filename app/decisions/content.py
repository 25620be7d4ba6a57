"""Everything that stands in a letter beside its fixed words, frozen when the decision is issued."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.pii import PersonName
from app.decisions.states import LetterKind
from app.decisions.words import LetterWords


class Role(StrEnum):
    """How a sentence stands on the page."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One of a list."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One of the fixed sentences, with what is filled in, and what somebody wrote after it."""

    key: str
    """Among the words, as `facts.settled`."""
    values: Mapping[str, str] = field(default_factory=dict)
    quote: str = ""
    """In somebody's own words; empty: nothing follows."""
    role: Role = Role.PARAGRAPH


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the letter."""

    key: str
    """Of its heading, without `headings.`."""
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A provision that was used."""

    citation: str
    """In words: `integreringsloven § 46 andre ledd bokstav c`."""
    key: str
    """Of the sentence that says what it is about, without `rules.`."""


@dataclass(frozen=True, slots=True)
class LetterContent:
    """A letter: a decision, or what comes before or after one."""

    kind: LetterKind
    participant_name: PersonName
    address: str
    """Empty: unknown, or protected."""
    born_on: date
    municipality: str
    """Without the word "kommune"."""
    decided_on: date
    decided_by: str
    approved_by: str
    """Empty: nobody else looked at it."""
    plan_version: int | None
    """None: the letter is not about a plan."""
    parts: tuple[Part, ...]
    rules: tuple[Rule, ...]
    summary: tuple[Statement, ...]
    """Among the words of summaries."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is printed."""

    content: LetterContent
    words: LetterWords
    """In bokmål or nynorsk."""
    summary_words: LetterWords | None
    """In the participant's language; None: she reads Norwegian."""
    code: str
    """From `app.papers.code`, without separators; empty on a preview."""
    made_on: date
