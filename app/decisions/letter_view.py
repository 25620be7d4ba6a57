"""A letter as paragraphs and lists: the same for the PDF and for the page that shows it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from app.decisions.content import Letter, Part, Role, Statement
from app.decisions.states import LetterKind, OtherLetter
from app.decisions.words import LetterWords
from app.i18n.bidi import isolate


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of ours, and below it what somebody wrote, line by line."""

    text: Markup
    quote: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences that follow each other: paragraphs, or the items of a list."""

    is_list: bool
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class PartView:
    """A part of the letter under its heading."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class SummaryView:
    """What follows the letter in the participant's language."""

    language: str
    direction: str
    own_name: str
    title: str
    notes: tuple[str, ...]
    """What this text is, and that nobody has checked it if nobody has."""
    sentences: tuple[Markup, ...]


_BEFORE_RULES = frozenset({"reasons", "considered", "answered"})
"""The part whose rules follow it."""
_NOTICES = frozenset(OtherLetter) - {OtherLetter.COMPLAINT_ANSWER}


def title_of(letter: Letter) -> str:
    """Return what the letter is about."""
    return letter.words.texts[f"titles.{letter.content.kind.value}"]


def parts_of(letter: Letter) -> tuple[PartView, ...]:
    """Return the parts in the order of the page; the rules stand after the reasons."""
    return tuple(_parts(letter))


def summary_of(letter: Letter) -> SummaryView | None:
    """Return the summary, or None for who reads Norwegian."""
    words = letter.summary_words
    if words is None:
        return None
    drafts = (words.texts["summary.draft"],) if words.is_draft else ()
    section = _section_of(letter.content.kind)
    return SummaryView(
        language=words.language.code,
        direction=words.language.direction,
        own_name=words.language.own_name,
        title=words.texts[f"{section}.title"],
        notes=(words.texts[f"{section}.binding"], *drafts),
        sentences=tuple(words.markup(each.key, **each.values) for each in letter.content.summary),
    )


def _section_of(kind: LetterKind) -> str:
    """Return where the words of the summary stand: every notice is a notice."""
    if not isinstance(kind, OtherLetter):
        return "summary"
    return OtherLetter.REDUCTION_NOTICE.value if kind in _NOTICES else kind.value


def _parts(letter: Letter) -> Iterator[PartView]:
    for part in letter.content.parts:
        yield _part(letter.words, part)
        if part.key in _BEFORE_RULES:
            yield _rules(letter)


def _part(words: LetterWords, part: Part) -> PartView:
    return PartView(
        part.key, words.texts[f"headings.{part.key}"], tuple(_blocks(words, part.statements))
    )


def _blocks(words: LetterWords, statements: Iterable[Statement]) -> Iterator[Block]:
    for role, same in groupby(statements, key=lambda each: each.role):
        yield Block(role is Role.ITEM, tuple(_sentence(words, each) for each in same))


def _sentence(words: LetterWords, statement: Statement) -> Sentence:
    lines = (line.strip() for line in statement.quote.splitlines())
    return Sentence(
        words.markup(statement.key, **statement.values), tuple(line for line in lines if line)
    )


def _rules(letter: Letter) -> PartView:
    words = letter.words
    lines = tuple(
        Sentence(
            Markup("{}: {}").format(
                isolate(_capital(rule.citation)), escape(words.texts[f"rules.{rule.key}"])
            )
        )
        for rule in letter.content.rules
    )
    return PartView("rules", words.texts["headings.rules"], (Block(is_list=True, sentences=lines),))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
