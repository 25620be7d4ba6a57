"""The sheet that is printed and signed: the Norwegian clauses, with the person's language beside.

Integreringsloven § 16. Clause stands beside clause, so that a finger on one finds the other.
"""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from app.core.pii import IdentityNumber, PersonName
from app.declarations.bundles.translation import Translation
from app.declarations.bundles.types import (
    NORWEGIAN,
    ClauseRole,
    Part,
    TextBundle,
)
from app.i18n.bidi import isolate
from app.i18n.format import short_date
from app.i18n.locales import DEFAULT, find_language
from app.papers.code import grouped
from app.papers.document_templates import render_document
from app.papers.qr import qr_svg

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
MOST_PAGES = 3
"""So many pages have a square of their own (`static/css/document.css`); a sheet takes two."""


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


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One clause in Norwegian and, on a sheet in two languages, in the other."""

    clause_id: str
    role: str
    number: int | None
    norwegian: Markup
    own: Markup | None


@dataclass(frozen=True, slots=True)
class SheetSection:
    """One part of the document: its clauses, and the lines that those who sign it write on."""

    part_id: str
    body: list[SheetRow]
    heading: SheetRow | None
    """Above the lines."""
    signatures: list[SheetRow]


def render_sheet_html(sheet: DeclarationSheet) -> str:
    """Return the sheet as HTML for `PdfRenderer.render`.

    Raises:
        BundleError: the bundle has no translation into the language.
    """
    bilingual = sheet.language != NORWEGIAN
    language = find_language(sheet.language) if bilingual else None
    if bilingual and language is None:
        raise ValueError(f"{sheet.language!r} is no language of the portal")
    rows = _rows(sheet, sheet.bundle.translation(sheet.language) if bilingual else None)
    return render_document(
        "documents/declaration.html",
        norwegian=DEFAULT,
        language=language,
        title=sheet.bundle.clause("title").text,
        rows=rows,
        sections=[_section(sheet.bundle, part, rows) for part in sheet.bundle.parts],
        version=sheet.bundle.version,
        issued_on=sheet.issued_on,
        code=grouped(sheet.code),
        squares=[qr_svg(sheet.code, page) for page in range(1, MOST_PAGES + 1)],
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


def _rows(sheet: DeclarationSheet, translation: Translation | None) -> dict[str, SheetRow]:
    """Return every clause with its fields filled in, by clause id, in the order of the bundle."""
    values = {
        "name": sheet.participant_name.reveal(),
        "identity_number": _readable(sheet.identity_number.reveal()),
        "municipality": sheet.municipality_name,
        "settled_on": short_date(sheet.settled_on),
        "decided_on": short_date(sheet.decided_on),
    }
    rows: dict[str, SheetRow] = {}
    number = 0
    for clause in sheet.bundle.clauses:
        number += clause.role in _NUMBERED
        own = translation.texts.get(clause.clause_id) if translation else None
        rows[clause.clause_id] = SheetRow(
            clause_id=clause.clause_id,
            role=clause.role.value,
            number=number if clause.role in _NUMBERED else None,
            norwegian=_filled(clause.text, values),
            own=None if own is None else _filled(own, values),
        )
    if translation is None or translation.is_reviewed:
        del rows["note_unreviewed"]
    return rows


def _filled(text: str, values: dict[str, str]) -> Markup:
    """Return the clause with each field shielded from the direction of the text around it."""
    fields = {name: Markup("<strong>{}</strong>").format(isolate(values[name])) for name in values}
    return escape(text).format(**fields)


def _readable(number: str) -> str:
    """Return eleven digits as six and five, as they stand on cards and letters."""
    return f"{number[:6]}\N{NO-BREAK SPACE}{number[6:]}" if len(number) == 11 else number
