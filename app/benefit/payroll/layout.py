"""The layout of the payment file: which columns, in which order, and how values are written.

What a municipality chooses is checked here and kept as JSON with every file that was made by it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.benefit.payroll.cells import could_be_formula, has_control

MOST_COLUMNS = 12
MOST_LETTERS = 40


class ColumnKind(StrEnum):
    """What a column holds."""

    PARTICIPANT = "participant"
    """The portal's own reference."""
    NAME = "name"
    IDENTITY_NUMBER = "identity_number"
    EMPLOYEE_NUMBER = "employee_number"
    WAGE_TYPE = "wage_type"
    QUANTITY = "quantity"
    UNIT = "unit"
    RATE = "rate"
    AMOUNT = "amount"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    FIXED = "fixed"
    """The same text on every line."""


IDENTIFYING = frozenset(
    {ColumnKind.PARTICIPANT, ColumnKind.IDENTITY_NUMBER, ColumnKind.EMPLOYEE_NUMBER}
)


class LineKind(StrEnum):
    """What a line of the file pays or takes; each has a wage type."""

    BENEFIT = "benefit"
    ABSENCE = "absence"
    UNPAID_LEAVE = "unpaid_leave"
    OTHER = "other"
    AFTER_PAYMENT = "after_payment"


class Separator(StrEnum):
    """What stands between two columns."""

    SEMICOLON = ";"
    COMMA = ","
    TAB = "\t"
    BAR = "|"


class DecimalMark(StrEnum):
    """What stands before the øre."""

    COMMA = ","
    POINT = "."


class DayForm(StrEnum):
    """How a day is written, as strftime writes it."""

    ISO = "%Y-%m-%d"
    NORWEGIAN = "%d.%m.%Y"
    DIGITS = "%Y%m%d"
    SHORT = "%d%m%y"


class FileEncoding(StrEnum):
    """How letters become bytes, as Python names it."""

    UTF_8_MARKED = "utf-8-sig"
    UTF_8 = "utf-8"
    LATIN_1 = "iso-8859-1"
    WINDOWS = "cp1252"


class LayoutProblem(StrEnum):
    """What is wrong with a layout."""

    NOBODY = "nobody"
    """No column says whom a line is for."""
    NO_AMOUNT = "no_amount"
    NO_WAGE_TYPE = "no_wage_type"
    TWICE = "twice"
    """The same value in two columns."""
    SAME_MARKS = "same_marks"
    """The decimal mark would separate columns."""
    FORMULA = "formula"
    """A text that a spreadsheet would compute."""
    UNSEEN = "unseen"
    """A text with a character that nobody sees."""
    TOO_LONG = "too_long"
    EMPTY_WAGE_TYPE = "empty_wage_type"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, its heading, and its text where it is fixed."""

    kind: ColumnKind
    heading: str = ""
    value: str = ""


OWN_WAGE_TYPES: Mapping[LineKind, str] = MappingProxyType(
    {
        LineKind.BENEFIT: "INTRO-STONAD",
        LineKind.ABSENCE: "INTRO-FRAVAR",
        LineKind.UNPAID_LEAVE: "INTRO-PERMISJON",
        LineKind.OTHER: "INTRO-ANNET",
        LineKind.AFTER_PAYMENT: "INTRO-ETTERBETALING",
    }
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a payment file is written."""

    columns: tuple[Column, ...]
    separator: Separator = Separator.SEMICOLON
    decimal_mark: DecimalMark = DecimalMark.COMMA
    day_form: DayForm = DayForm.ISO
    encoding: FileEncoding = FileEncoding.UTF_8_MARKED
    has_headings: bool = True
    wage_types: Mapping[LineKind, str] = field(default_factory=lambda: OWN_WAGE_TYPES)

    @property
    def needs_employee_numbers(self) -> bool:
        """Tell whether nobody can be paid without a number in the payroll system."""
        return any(column.kind is ColumnKind.EMPLOYEE_NUMBER for column in self.columns)

    def day(self, day: date) -> str:
        """Return a day as the file writes it."""
        return day.strftime(self.day_form.value)

    def problems(self) -> tuple[LayoutProblem, ...]:
        """Return what must be mended before a file can be made; nothing: it is whole."""
        kinds = [column.kind for column in self.columns]
        values = [kind for kind in kinds if kind is not ColumnKind.FIXED]
        texts = [text for column in self.columns for text in (column.heading, column.value)]
        texts += self.wage_types.values()
        wrong = {
            LayoutProblem.NOBODY: not IDENTIFYING & set(kinds),
            LayoutProblem.NO_AMOUNT: ColumnKind.AMOUNT not in kinds,
            LayoutProblem.NO_WAGE_TYPE: ColumnKind.WAGE_TYPE not in kinds,
            LayoutProblem.TWICE: len(values) != len(set(values)),
            LayoutProblem.SAME_MARKS: self.separator.value == self.decimal_mark.value,
            LayoutProblem.FORMULA: any(map(could_be_formula, texts)),
            LayoutProblem.UNSEEN: any(map(has_control, texts)),
            LayoutProblem.TOO_LONG: any(len(text) > MOST_LETTERS for text in texts),
            LayoutProblem.EMPTY_WAGE_TYPE: not all(
                self.wage_types.get(kind, "").strip() for kind in LineKind
            ),
            LayoutProblem.TOO_MANY: len(self.columns) > MOST_COLUMNS,
        }
        return tuple(problem for problem, is_so in wrong.items() if is_so)

    def to_json(self) -> dict[str, Any]:
        """Return the layout as it is kept."""
        return {
            "columns": [[each.kind.value, each.heading, each.value] for each in self.columns],
            "separator": self.separator.value,
            "decimal_mark": self.decimal_mark.value,
            "day_form": self.day_form.value,
            "encoding": self.encoding.value,
            "has_headings": self.has_headings,
            "wage_types": {kind.value: self.wage_types[kind] for kind in LineKind},
        }

    @staticmethod
    def from_json(kept: Mapping[str, Any]) -> "Layout":
        """Return the layout that was kept."""
        return Layout(
            columns=tuple(
                Column(ColumnKind(kind), heading, value) for kind, heading, value in kept["columns"]
            ),
            separator=Separator(kept["separator"]),
            decimal_mark=DecimalMark(kept["decimal_mark"]),
            day_form=DayForm(kept["day_form"]),
            encoding=FileEncoding(kept["encoding"]),
            has_headings=kept["has_headings"],
            wage_types={LineKind(kind): code for kind, code in kept["wage_types"].items()},
        )
