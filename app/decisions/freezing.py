"""A letter as plain values for a JSON column, and back.

The fixed words are frozen too: a file of words that is mended later changes no letter that is out.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.core.pii import PersonName
from app.decisions.content import Letter, LetterContent, Part, Role, Rule, Statement
from app.decisions.states import DecisionKind, LetterKind, OtherLetter
from app.decisions.words import LetterWords
from app.plans.paper.freezing import plain, thaw_words, words_model


def freeze(
    content: LetterContent, words: LetterWords, summary: LetterWords | None
) -> dict[str, Any]:
    """Return what a letter is made of as plain values."""
    return {
        "content": plain(content),
        "words": words_model(words),
        "summary_words": words_model(summary) if summary else None,
    }


def thaw(model: Mapping[str, Any], code: str, made_on: date) -> Letter:
    """Return the letter as it was frozen."""
    summary = model["summary_words"]
    return Letter(
        _content(model["content"]),
        thaw_words(model["words"]),
        thaw_words(summary) if summary else None,
        code,
        made_on,
    )


def _content(model: Mapping[str, Any]) -> LetterContent:
    return LetterContent(
        kind=_kind(model["kind"]),
        participant_name=PersonName(model["participant_name"]),
        address=model["address"],
        born_on=date.fromisoformat(model["born_on"]),
        municipality=model["municipality"],
        decided_on=date.fromisoformat(model["decided_on"]),
        decided_by=model["decided_by"],
        approved_by=model["approved_by"],
        plan_version=model["plan_version"],
        parts=tuple(
            Part(part["key"], tuple(map(_statement, part["statements"]))) for part in model["parts"]
        ),
        rules=tuple(Rule(rule["citation"], rule["key"]) for rule in model["rules"]),
        summary=tuple(map(_statement, model["summary"])),
    )


def _statement(model: Mapping[str, Any]) -> Statement:
    return Statement(model["key"], model["values"], model["quote"], Role(model["role"]))


def _kind(code: str) -> LetterKind:
    return OtherLetter(code) if code in set(OtherLetter) else DecisionKind(code)
