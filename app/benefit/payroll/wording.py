"""Columns, marks and refusals in words."""

from typing import assert_never

from app.benefit.payroll.errors import NumberRefusal
from app.benefit.payroll.importing import RowProblem
from app.benefit.payroll.layout import (
    ColumnKind,
    DayForm,
    DecimalMark,
    FileEncoding,
    LayoutProblem,
    LineKind,
    Separator,
)
from app.benefit.payroll.presets import Preset
from app.i18n.text import gettext as _


def column_text(kind: ColumnKind) -> str:  # noqa: C901 (one name per column, nothing more)
    """Return what a column holds."""
    match kind:
        case ColumnKind.PARTICIPANT:
            return _("Portalens referanse")
        case ColumnKind.NAME:
            return _("Navn")
        case ColumnKind.IDENTITY_NUMBER:
            return _("Identitetsnummer")
        case ColumnKind.EMPLOYEE_NUMBER:
            return _("Lønnsnummer")
        case ColumnKind.WAGE_TYPE:
            return _("Lønnsart")
        case ColumnKind.QUANTITY:
            return _("Antall")
        case ColumnKind.UNIT:
            return _("Enhet")
        case ColumnKind.RATE:
            return _("Sats")
        case ColumnKind.AMOUNT:
            return _("Beløp")
        case ColumnKind.FIRST_DAY:
            return _("Fra og med")
        case ColumnKind.LAST_DAY:
            return _("Til og med")
        case ColumnKind.FIXED:
            return _("Fast tekst")
        case _:
            assert_never(kind)


def line_text(kind: LineKind) -> str:
    """Return what a line of the file pays or takes."""
    match kind:
        case LineKind.BENEFIT:
            return _("Lønnsart for stønad")
        case LineKind.ABSENCE:
            return _("Lønnsart for trekk for ugyldig fravær")
        case LineKind.UNPAID_LEAVE:
            return _("Lønnsart for lovlig fravær uten stønad")
        case LineKind.OTHER:
            return _("Lønnsart for andre reduksjoner")
        case LineKind.AFTER_PAYMENT:
            return _("Lønnsart for etterbetaling")
        case _:
            assert_never(kind)


def separator_text(mark: Separator) -> str:
    """Return what stands between two columns."""
    match mark:
        case Separator.SEMICOLON:
            return _("Semikolon ;")
        case Separator.COMMA:
            return _("Komma ,")
        case Separator.TAB:
            return _("Tabulator")
        case Separator.BAR:
            return _("Loddrett strek |")
        case _:
            assert_never(mark)


def decimal_text(mark: DecimalMark) -> str:
    """Return how an amount looks."""
    match mark:
        case DecimalMark.COMMA:
            return _("Komma: 1234,50")
        case DecimalMark.POINT:
            return _("Punktum: 1234.50")
        case _:
            assert_never(mark)


def day_text(form: DayForm) -> str:
    """Return how the last day of October 2026 looks."""
    match form:
        case DayForm.ISO:
            return "2026-10-31"
        case DayForm.NORWEGIAN:
            return "31.10.2026"
        case DayForm.DIGITS:
            return "20261031"
        case DayForm.SHORT:
            return "311026"
        case _:
            assert_never(form)


def encoding_text(encoding: FileEncoding) -> str:
    """Return what the letters of the file are called."""
    match encoding:
        case FileEncoding.UTF_8_MARKED:
            return _("UTF-8 med merke, for regneark")
        case FileEncoding.UTF_8:
            return _("UTF-8 uten merke")
        case FileEncoding.LATIN_1:
            return "ISO 8859-1 (Latin-1)"
        case FileEncoding.WINDOWS:
            return "Windows-1252"
        case _:
            assert_never(encoding)


def preset_text(preset: Preset) -> str:
    """Return what a layout is called."""
    match preset:
        case Preset.PORTAL:
            return _("Portalens eget format")
        case Preset.VISMA:
            return _("Visma Lønn")
        case Preset.OWN:
            return _("Kommunens eget format")
        case _:
            assert_never(preset)


def problem_text(problem: LayoutProblem) -> str:  # noqa: C901 (one sentence per problem)
    """Return what must be mended."""
    match problem:
        case LayoutProblem.NOBODY:
            return _(
                "En kolonne må si hvem linjen gjelder: lønnsnummer, identitetsnummer eller "
                "portalens referanse."
            )
        case LayoutProblem.NO_AMOUNT:
            return _("En kolonne må være beløpet.")
        case LayoutProblem.NO_WAGE_TYPE:
            return _("En kolonne må være lønnsarten.")
        case LayoutProblem.TWICE:
            return _("Den samme opplysningen står i to kolonner.")
        case LayoutProblem.SAME_MARKS:
            return _("Skilletegnet og desimaltegnet kan ikke være det samme.")
        case LayoutProblem.FORMULA:
            return _("En tekst kan ikke begynne med =, +, - eller @. Et regneark ville regnet.")
        case LayoutProblem.UNSEEN:
            return _("En tekst har et tegn som ikke vises. Skriv den på nytt.")
        case LayoutProblem.TOO_LONG:
            return _("En tekst er for lang. Det er plass til 40 tegn.")
        case LayoutProblem.EMPTY_WAGE_TYPE:
            return _("Hver slags linje må ha en lønnsart.")
        case LayoutProblem.TOO_MANY:
            return _("Det er for mange kolonner.")
        case _:
            assert_never(problem)


def number_refusal(reason: NumberRefusal) -> str:
    """Return why a number is not registered."""
    match reason:
        case NumberRefusal.ODD:
            return _("Skriv bare tall og bokstaver, høyst 20 tegn.")
        case NumberRefusal.TAKEN:
            return _("En annen deltaker har dette nummeret.")
        case NumberRefusal.CHANGED:
            return _("Noen har endret nummeret siden du åpnet siden. Se hva som står nå.")
        case _:
            assert_never(reason)


def row_problem_text(problem: RowProblem) -> str:
    """Return why a row of a list registers nothing."""
    match problem:
        case RowProblem.INCOMPLETE:
            return _("Raden mangler hvem det gjelder, eller nummeret.")
        case RowProblem.UNKNOWN:
            return _("Ingen deltaker i kommunen har denne referansen.")
        case RowProblem.ODD:
            return _("Skriv bare tall og bokstaver, høyst 20 tegn.")
        case RowProblem.TWICE:
            return _("Deltakeren eller nummeret står flere ganger i listen.")
        case RowProblem.TAKEN:
            return _("En annen deltaker har dette nummeret.")
        case _:
            assert_never(problem)
