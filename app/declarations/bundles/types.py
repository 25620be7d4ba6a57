"""What a text bundle is: Norwegian clauses that apply, and translations made of exactly those."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from string import Formatter

NORWEGIAN = "nb"
"""The language of the text that applies."""


class BundleError(Exception):
    """A bundle does not exist or does not hold together; the message names the file or clause."""


class BundleKind(StrEnum):
    """The two documents of integreringsloven § 16."""

    INTEGRATION_DECLARATION = "integration_declaration"
    """Integreringserklæring: § 16 as adopted by LOV-2026-06-12-23."""
    INTEGRATION_CONTRACT = "integration_contract"
    """Integreringskontrakt: § 16 as it reads until then."""


class BundleStatus(StrEnum):
    """How far the Norwegian text has come."""

    CONSULTATION_DRAFT = "consultation_draft"
    """Høringsutkast: printed on every sheet."""
    MUNICIPAL_TEMPLATE = "municipal_template"
    """Our own wording, which the municipality answers for."""
    OFFICIAL = "official"
    WITHDRAWN = "withdrawn"


class Party(StrEnum):
    """Who signs."""

    PARTICIPANT = "participant"
    MUNICIPALITY = "municipality"


class ClauseRole(StrEnum):
    """Where a clause stands on the sheet."""

    TITLE = "title"
    HEADING = "heading"
    FIELD = "field"
    """A line about the person, with `{placeholders}`."""
    LEAD = "lead"
    """The beginning of a sentence that each following point completes."""
    POINT = "point"
    PARAGRAPH = "paragraph"
    SIGNATURE = "signature"
    """The text at a line to write on."""
    NOTE = "note"
    """Our own words about the sheet; not part of what is signed."""
    OFFICE = "office"
    """Our own words for those who file the sheet; Norwegian only, never translated."""


class TranslationStatus(StrEnum):
    """Who has looked at a translation. From REVIEWED on, it carries no warning on the sheet."""

    MACHINE_DRAFT = "machine_draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Clause:
    """One piece of the Norwegian text. Its id stays the same from version to version."""

    clause_id: str
    role: ClauseRole
    text: str

    @property
    def digest(self) -> str:
        """What a translation records, to know later whether this is still the text it is of."""
        return text_digest(self.text)


@dataclass(frozen=True, slots=True)
class Translation:
    """The clauses in one other language, and who answers for them."""

    language: str
    """BCP 47 code."""
    status: TranslationStatus
    translator: str
    reviewer: str | None
    translated_on: date
    texts: Mapping[str, str]
    """By clause id; complete but for what is for the office only."""
    outdated_clauses: tuple[str, ...]
    """Clauses whose Norwegian text has changed since; such a translation may not be issued."""

    @property
    def is_outdated(self) -> bool:
        """Whether some Norwegian clause has changed since it was translated."""
        return bool(self.outdated_clauses)

    @property
    def is_reviewed(self) -> bool:
        """Whether a named person has compared it with the Norwegian text."""
        return self.status in (TranslationStatus.REVIEWED, TranslationStatus.APPROVED)


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """The provision that asks for the document."""

    provision: str
    amended_by: str
    url: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the Norwegian wording comes from."""

    title: str
    publisher: str


@dataclass(frozen=True, slots=True)
class TextBundle:
    """One version of one document, in every language it exists in."""

    kind: BundleKind
    version: str
    status: BundleStatus
    legal_basis: LegalBasis
    source: Source
    signed_by: tuple[Party, ...]
    valid_from: date
    """First day on which this version may be issued."""
    valid_to: date | None
    """Last day on which it may be issued; None: until further notice."""
    clauses: tuple[Clause, ...]
    translations: tuple[Translation, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of all languages, Norwegian first."""
        return (NORWEGIAN, *(translation.language for translation in self.translations))

    def clause(self, clause_id: str) -> Clause:
        """Return the clause.

        Raises:
            BundleError: there is none with this id.
        """
        for clause in self.clauses:
            if clause.clause_id == clause_id:
                return clause
        raise BundleError(f"{self.kind} {self.version} has no clause {clause_id!r}")

    def translation(self, language: str) -> Translation:
        """Return the translation into this language.

        Raises:
            BundleError: there is none; Norwegian is no translation.
        """
        for translation in self.translations:
            if translation.language == language:
                return translation
        raise BundleError(f"{self.kind} {self.version} has no translation into {language!r}")

    def is_valid_on(self, day: date) -> bool:
        """Return whether this version may be issued on this day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def digest(self, language: str) -> str:
        """Return the sha256 of every word that a sheet in this language has, Norwegian included."""
        texts = [clause.text for clause in self.clauses]
        if language != NORWEGIAN:
            translated = self.translation(language).texts
            texts += [translated.get(clause.clause_id, "") for clause in self.clauses]
        return text_digest("\x1f".join(texts))


def text_digest(text: str) -> str:
    """Return the sha256 of a text, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces, in the order of the text."""
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)
