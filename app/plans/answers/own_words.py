"""The answers and what they mean in a language that the portal's pages are not written in."""

from dataclasses import dataclass

from app.plans.answers.kinds import AnswerKind
from app.plans.paper.words import PlanWords

_ANSWERS = {
    AnswerKind.READ: "signing.read",
    AnswerKind.AGREES: "signing.agree",
    AnswerKind.DISAGREES: "signing.disagree",
}
_MEANING = ("duties.disagreement", "appeal.right", "appeal.deadline")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the page says in the participant's language."""

    language: str
    direction: str
    meaning: tuple[str, ...]
    """What an answer leads to, sentence by sentence."""
    answers: tuple[tuple[str, str], ...]
    """Value and sentence of each answer."""


def own_words(words: PlanWords) -> OwnWords:
    """Return the answers in the language of these words."""
    return OwnWords(
        language=words.language.code,
        direction=words.language.direction,
        meaning=tuple(words.text(key) for key in _MEANING),
        answers=tuple((kind.value, words.text(key)) for kind, key in _ANSWERS.items()),
    )
