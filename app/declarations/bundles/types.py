"""What a text bundle is: Norwegian clauses that apply, and translations made of exactly those."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from hashlib import sha256

from app.declarations.bundles.translation import Translation

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


class Audience(StrEnum):
    """Whom a part of a document is for."""

    EVERYONE = "everyone"
    NEWLY_ARRIVED = "newly_arrived"
    """Those who came to live in Norway a short time ago (`bundles.audience`)."""


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
    SIGNATURE_HEADING = "signature_heading"
    """The heading above the lines to write on."""
    SIGNATURE = "signature"
    """The text at a line to write on."""
    NOTE = "note"
    """Our own words about the sheet; not part of what is signed."""
    OFFICE = "office"
    """Our own words for those who file the sheet; Norwegian only, never translated."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One piece of the Norwegian text. Its id stays the same from version to version."""

    clause_id: str
    role: ClauseRole
    text: str
    part: str | None = None
    """The part it belongs to; None: the whole document."""

    @property
    def digest(self) -> str:
        """What a translation records, to know later whether this is still the text it is of."""
        return text_digest(self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a document with readers and signatures of its own."""

    part_id: str
    audience: Audience
    signed_by: tuple[Party, ...]


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
    parts: tuple[Part, ...]
    """In the order of the sheet; a document without parts is one part, for everyone."""
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

    @property
    def signed_by(self) -> tuple[Party, ...]:
        """Everybody who signs some part."""
        return tuple(
            party for party in Party if any(party in part.signed_by for part in self.parts)
        )

    @property
    def translatable(self) -> tuple[Clause, ...]:
        """The clauses that every language has."""
        return tuple(clause for clause in self.clauses if clause.role is not ClauseRole.OFFICE)

    def for_audiences(self, audiences: Collection[Audience]) -> "TextBundle":
        """Return the text without the parts that are not for somebody of these audiences."""
        shown = {Audience.EVERYONE, *audiences}
        parts = tuple(part for part in self.parts if part.audience in shown)
        names = {None, *(part.part_id for part in parts)}
        clauses = tuple(clause for clause in self.clauses if clause.part in names)
        kept = {clause.clause_id for clause in clauses}
        return replace(
            self,
            parts=parts,
            clauses=clauses,
            translations=tuple(each.of_clauses(kept) for each in self.translations),
        )

    def in_language(self, language: str) -> "TextBundle":
        """Return the text with this language beside the Norwegian, and no other.

        Raises:
            BundleError: there is no such translation.
        """
        if language == NORWEGIAN:
            return replace(self, translations=())
        return replace(self, translations=(self.translation(language),))

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
