"""The warning itself: what costs something, and what a participant reads about it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.benefit.warnings.words import warning_words
from app.core.money import ORE_A_KRONE
from app.core.period import Period


@dataclass(frozen=True, slots=True)
class Pending:
    """What a participant's days without a reason take from a month that is open."""

    participant_id: UUID
    full_name: str
    month: Period
    days: tuple[date, ...]
    amount_ore: int
    closes_on: date
    """The last day to say why."""
    warned_on: date | None
    """When she was last told; None: nobody has told her."""


@dataclass(frozen=True, slots=True)
class WarningText:
    """A warning in one language."""

    language: str
    """BCP 47 code: that of the reader, or Norwegian where there are no words in hers."""
    direction: str
    """`ltr` or `rtl`."""
    is_draft: bool
    """No native reader has compared the words with the Norwegian."""
    title: str
    sentences: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Return everything as one text, to be kept or copied."""
        return "\n".join((self.title, *self.sentences))


@dataclass(frozen=True, slots=True)
class WarningTitle:
    """The first line of a warning, where there is room for no more."""

    language: str
    direction: str
    text: str


def warning_title(language: str) -> WarningTitle:
    """Return that she was away and nobody knows why, in this language."""
    words = warning_words(language)
    return WarningTitle(words.language.code, words.language.direction, words.text("warning.title"))


def warning_text(pending: Pending, language: str) -> WarningText:
    """Return the warning in this language; in Norwegian where there are no words in it."""
    words = warning_words(language)
    days = ", ".join(f"{day:%d.%m.%Y}" for day in pending.days)
    return WarningText(
        language=words.language.code,
        direction=words.language.direction,
        is_draft=words.is_draft,
        title=words.text("warning.title"),
        sentences=(
            words.text("warning.missed", days=days),
            words.text(
                "warning.effect",
                last_day=f"{pending.closes_on:%d.%m.%Y}",
                amount=_kroner(pending.amount_ore),
            ),
            words.text("warning.tell"),
        ),
    )


def _kroner(ore: int) -> str:
    whole, part = divmod(ore, ORE_A_KRONE)
    thousands = f"{whole:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{thousands},{part:02d}"
