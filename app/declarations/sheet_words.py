"""The clauses of a sheet with the person's data filled in, in each language that it shows."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.types import NORWEGIAN, ClauseRole, Part, TextBundle
from app.declarations.layouts import SheetLayout
from app.i18n.bidi import isolate
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, Language, find_language

_BODY = frozenset(
    {
        ClauseRole.HEADING,
        ClauseRole.FIELD,
        ClauseRole.LEAD,
        ClauseRole.POINT,
        ClauseRole.PARAGRAPH,
    }
)
_NUMBERED = frozenset({ClauseRole.POINT, ClauseRole.PARAGRAPH})


@dataclass(frozen=True, slots=True)
class DeclarationSheet:
    """Everything that stands on one sheet."""

    bundle: TextBundle
    language: str
    """BCP 47 code of the language beside the Norwegian; `nb` for Norwegian alone."""
    participant_name: PersonName
    identity_number: IdentityNumber
    municipality_name: str
    """Without the word "kommune"."""
    settled_on: date
    decided_on: date
    """Day of the decision on programme and plan."""
    code: str
    """From `app.papers.code`, without separators."""
    issued_on: date
    layout: SheetLayout = SheetLayout.NORWEGIAN_LEFT

    @property
    def columns(self) -> tuple[Language, ...]:
        """The languages of the sheet, in the order in which it is read: Norwegian first.

        Raises:
            ValueError: no language of the portal, or nothing but a language that is not there.
        """
        own = find_language(self.language)
        if own is None:
            raise ValueError(f"{self.language!r} is no language of the portal")
        if self.layout is SheetLayout.OWN_LANGUAGE_ONLY:
            if own == DEFAULT:
                raise ValueError("Norwegian is no language beside the Norwegian")
            return (own,)
        if own == DEFAULT or self.layout is SheetLayout.NORWEGIAN_ONLY:
            return (DEFAULT,)
        return (DEFAULT, own)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One clause in the languages of the sheet."""

    clause_id: str
    role: str
    number: int | None
    texts: tuple[Markup, ...]
    """In the order of the columns. What is only for those who file the sheet is Norwegian."""


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One part of the document: its clauses, and the lines that those who sign it write on."""

    part_id: str
    body: list[SheetRow]
    heading: SheetRow | None
    """Above the lines."""
    signatures: list[SheetRow]


@dataclass(frozen=True, slots=True)
class SheetWords:
    """All words of a sheet."""

    columns: tuple[Language, ...]
    rows: dict[str, SheetRow]
    """By clause id, in the order of the bundle."""
    sections: list[SheetSection]
    is_unreviewed: bool
    """Whether a language is shown in which nobody has compared the words with the Norwegian."""


def words_of(sheet: DeclarationSheet) -> SheetWords:
    """Return the clauses as they stand on the sheet.

    Raises:
        BundleError: the bundle has no translation into the language.
        ValueError: as for `DeclarationSheet.columns`.
    """
    columns = sheet.columns
    rows = _rows(sheet, columns)
    return SheetWords(
        columns=columns,
        rows=rows,
        sections=[_section(sheet.bundle, part, rows) for part in sheet.bundle.parts],
        is_unreviewed=any(
            not sheet.bundle.translation(column.code).is_reviewed
            for column in columns
            if column != DEFAULT
        ),
    )


def _section(bundle: TextBundle, part: Part, rows: dict[str, SheetRow]) -> SheetSection:
    """Return a part; what belongs to none stands at the beginning of the first."""
    names = {part.part_id, None if part is bundle.parts[0] else part.part_id}
    own = [clause for clause in bundle.clauses if clause.part in names]

    def of_role(*roles: ClauseRole) -> list[SheetRow]:
        return [rows[clause.clause_id] for clause in own if clause.role in roles]

    headings = of_role(ClauseRole.SIGNATURE_HEADING)
    return SheetSection(
        part_id=part.part_id,
        body=of_role(*_BODY),
        heading=headings[0] if headings else None,
        signatures=of_role(ClauseRole.SIGNATURE),
    )


def _rows(sheet: DeclarationSheet, columns: tuple[Language, ...]) -> dict[str, SheetRow]:
    values = {
        "name": sheet.participant_name.reveal(),
        "identity_number": _readable(sheet.identity_number.reveal()),
        "municipality": sheet.municipality_name,
        "settled_on": short_date(sheet.settled_on),
        "decided_on": short_date(sheet.decided_on),
    }
    fields = {name: Markup("<strong>{}</strong>").format(isolate(values[name])) for name in values}
    texts = [
        None if column.code == NORWEGIAN else sheet.bundle.translation(column.code).texts
        for column in columns
    ]
    rows: dict[str, SheetRow] = {}
    number = 0
    for clause in sheet.bundle.clauses:
        number += clause.role in _NUMBERED
        is_office = clause.role is ClauseRole.OFFICE
        words = [
            clause.text if is_office or own is None else own[clause.clause_id]
            for own in (texts[:1] if is_office else texts)
        ]
        rows[clause.clause_id] = SheetRow(
            clause_id=clause.clause_id,
            role=clause.role.value,
            number=number if clause.role in _NUMBERED else None,
            texts=tuple(escape(text).format(**fields) for text in words),
        )
    return rows


def _readable(number: str) -> str:
    """Return eleven digits as six and five, as they stand on cards and letters."""
    return f"{number[:6]}\N{NO-BREAK SPACE}{number[6:]}" if len(number) == 11 else number
