"""What a translation is: for each clause its words, what they are made of, and who answers."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TranslationStatus(StrEnum):
    """Who has looked at a translation. From REVIEWED on, it carries no warning on the sheet."""

    MACHINE_DRAFT = "machine_draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class ClauseTranslation:
    """One clause in one other language."""

    text: str
    of: str
    """Digest of the Norwegian clause that it translates."""
    status: TranslationStatus
    translator: str
    translated_on: date
    reviewer: str | None = None
    """Who compared it with the Norwegian text; a person, by name."""
    reviewed_on: date | None = None
    approver: str | None = None
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """The clauses in one other language."""

    language: str
    """BCP 47 code."""
    clauses: Mapping[str, ClauseTranslation]
    """By clause id."""
    outdated_clauses: tuple[str, ...] = ()
    """Clauses whose Norwegian text has changed since."""
    missing_clauses: tuple[str, ...] = ()
    """Clauses that nobody has translated."""

    @classmethod
    def made_of(
        cls, language: str, clauses: Mapping[str, ClauseTranslation], digests: Mapping[str, str]
    ) -> "Translation":
        """Return the translation, compared with the digests of the Norwegian clauses by id."""
        return cls(
            language,
            {name: clauses[name] for name in digests if name in clauses},
            tuple(
                name for name in digests if name in clauses and clauses[name].of != digests[name]
            ),
            tuple(name for name in digests if name not in clauses),
        )

    @property
    def texts(self) -> Mapping[str, str]:
        """The words by clause id."""
        return {name: clause.text for name, clause in self.clauses.items()}

    @property
    def status(self) -> TranslationStatus:
        """As good as its least good clause."""
        order = list(TranslationStatus)
        return min(
            (clause.status for clause in self.clauses.values()),
            key=order.index,
            default=TranslationStatus.MACHINE_DRAFT,
        )

    @property
    def reviewers(self) -> tuple[str, ...]:
        """Those who have compared some clause with the Norwegian text."""
        names = (clause.reviewer for clause in self.clauses.values())
        return tuple(sorted({name for name in names if name}))

    @property
    def is_outdated(self) -> bool:
        """Whether some Norwegian clause has changed since it was translated."""
        return bool(self.outdated_clauses)

    @property
    def may_be_issued(self) -> bool:
        """Whether it says all that the Norwegian text says now."""
        return not self.outdated_clauses and not self.missing_clauses

    @property
    def is_reviewed(self) -> bool:
        """Whether a named person has compared every clause with the Norwegian text."""
        return self.status in (TranslationStatus.REVIEWED, TranslationStatus.APPROVED)

    def of_clauses(self, kept: Collection[str]) -> "Translation":
        """Return only these clauses."""
        return Translation(
            self.language,
            {name: clause for name, clause in self.clauses.items() if name in kept},
            _among(self.outdated_clauses, kept),
            _among(self.missing_clauses, kept),
        )


def _among(names: Iterable[str], kept: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in kept)
