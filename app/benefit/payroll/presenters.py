"""Layouts that were chosen, and lists of numbers, as pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from app.benefit.payroll.importing import NumberRow
from app.benefit.payroll.layout import Layout
from app.benefit.payroll.models import PayrollLayout
from app.benefit.payroll.presets import Preset, preset_of
from app.benefit.payroll.wording import preset_text, row_problem_text
from app.i18n import format as fmt
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """A layout that somebody chose."""

    name: str
    chosen: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of a list of numbers."""

    line: int
    name: str
    """Empty: nobody."""
    number: str
    what: str
    tone: str


def layout_rows(layouts: Sequence[PayrollLayout], names: Mapping[UUID, str]) -> list[LayoutRow]:
    """Return the layouts, newest first; the portal's own is what there was before."""
    rows = [
        LayoutRow(
            name=preset_text(preset_of(Layout.from_json(each.layout))),
            chosen=f"{names.get(each.chosen_by, '')} {fmt.moment(each.chosen_at)}",
            is_current=number == 0,
        )
        for number, each in enumerate(layouts)
    ]
    return [*rows, LayoutRow(preset_text(Preset.PORTAL), "", not rows)]


def import_rows(rows: Sequence[NumberRow]) -> list[ImportRow]:
    """Return what each row of a list does."""
    return [
        ImportRow(
            line=row.line,
            name=f"{row.employee.family_name}, {row.employee.given_name}" if row.employee else "",
            number=row.number,
            what=_what(row),
            tone=_tone(row),
        )
        for row in rows
    ]


def _what(row: NumberRow) -> str:
    if row.problem:
        return row_problem_text(row.problem)
    if row.is_known:
        return _("Er registrert fra før")
    if row.employee and row.employee.number:
        return _("Erstatter %(number)s", number=row.employee.number)
    return _("Nytt nummer")


def _tone(row: NumberRow) -> str:
    if row.problem:
        return "danger"
    return "neutral" if row.is_known else "success"
