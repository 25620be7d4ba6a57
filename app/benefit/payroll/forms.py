"""The forms of the payment file's layout and of numbers of employees."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any
from uuid import UUID

from flask_wtf.file import FileField
from wtforms import FieldList, Form, FormField, HiddenField, StringField

from app.benefit.payroll.commands import ChooseLayout, RegisterNumber
from app.benefit.payroll.layout import (
    MOST_COLUMNS,
    MOST_LETTERS,
    Column,
    ColumnKind,
    DayForm,
    DecimalMark,
    FileEncoding,
    Layout,
    LineKind,
    Separator,
)
from app.benefit.payroll.wording import (
    column_text,
    day_text,
    decimal_text,
    encoding_text,
    line_text,
    problem_text,
    separator_text,
)
from app.core.sheets import MOST_PASTED
from app.i18n.text import gettext as _
from app.i18n.text import lazy_gettext as _l
from app.web.fields import checkbox_field, radio_field, select_field, version_field
from app.web.forms import PortalForm, text_field

_CHOOSE = _l("Velg ett av alternativene.")


def _codes(kinds: type[StrEnum], text: Callable[[Any], str]) -> Callable[[], list[tuple[str, str]]]:
    # By name: a tabulator does not survive as the value of a choice.
    return lambda: [(each.name, text(each)) for each in kinds]


def _wage_type() -> Any:
    required = _l("Skriv lønnsarten slik den heter i lønnssystemet.")
    return text_field("", required=required, most=MOST_LETTERS)


class ColumnForm(Form):
    """One column; without a kind there is none."""

    kind: Any = select_field(
        _l("Innhold"),
        lambda: [("", "–"), *((each.value, column_text(each)) for each in ColumnKind)],
    )
    heading: Any = text_field(_l("Overskrift"), most=MOST_LETTERS)
    value: Any = text_field(_l("Fast tekst"), most=MOST_LETTERS)


class LayoutForm(PortalForm):
    """The whole layout."""

    seen: Any = version_field()
    columns: Any = FieldList(
        FormField(ColumnForm), min_entries=MOST_COLUMNS, max_entries=MOST_COLUMNS
    )
    separator: Any = radio_field(
        _l("Skilletegn mellom kolonnene"), _codes(Separator, separator_text), required=_CHOOSE
    )
    decimal_mark: Any = radio_field(
        _l("Desimaltegn"), _codes(DecimalMark, decimal_text), required=_CHOOSE
    )
    day_form: Any = radio_field(_l("Datoer"), _codes(DayForm, day_text), required=_CHOOSE)
    encoding: Any = radio_field(
        _l("Tegnsett"), _codes(FileEncoding, encoding_text), required=_CHOOSE
    )
    has_headings: Any = checkbox_field(_l("Første linje er overskrifter"))
    benefit: Any = _wage_type()
    absence: Any = _wage_type()
    unpaid_leave: Any = _wage_type()
    other: Any = _wage_type()
    after_payment: Any = _wage_type()

    def __init__(self, layout: Layout, seen: int) -> None:
        kept = {
            "seen": seen,
            "columns": [
                {"kind": each.kind.value, "heading": each.heading, "value": each.value}
                for each in layout.columns
            ],
            "separator": layout.separator.name,
            "decimal_mark": layout.decimal_mark.name,
            "day_form": layout.day_form.name,
            "encoding": layout.encoding.name,
            "has_headings": layout.has_headings,
            **{kind.value: layout.wage_types[kind] for kind in LineKind},
        }
        super().__init__(data=kept)
        for kind in LineKind:
            self[kind.value].label.text = line_text(kind)

    @property
    def wage_fields(self) -> list[Any]:
        """The wage type of each kind of line."""
        return [self[kind.value] for kind in LineKind]

    def is_whole(self) -> bool:
        """Tell whether a file can be made of it, and say what must be mended."""
        problems = self._layout().problems()
        for problem in problems:
            self.refuse(problem_text(problem))
        return not problems

    def to_command(self) -> ChooseLayout:
        """Return the layout as a command."""
        return ChooseLayout(self._layout(), self.seen.data)

    def _layout(self) -> Layout:
        return Layout(
            columns=tuple(self._columns()),
            separator=Separator[self.separator.data],
            decimal_mark=DecimalMark[self.decimal_mark.data],
            day_form=DayForm[self.day_form.data],
            encoding=FileEncoding[self.encoding.data],
            has_headings=bool(self.has_headings.data),
            wage_types={kind: self[kind.value].data or "" for kind in LineKind},
        )

    def _columns(self) -> list[Column]:
        columns = []
        for entry in self.columns.entries:
            kind = entry.form.kind.data
            if kind:
                heading, value = entry.form.heading.data or "", entry.form.value.data or ""
                is_fixed = kind == ColumnKind.FIXED.value
                columns.append(Column(ColumnKind(kind), heading, value if is_fixed else ""))
        return columns


class NumberForm(PortalForm):
    """One participant's number."""

    seen = HiddenField()
    number: Any = text_field(
        _l("Lønnsnummer"),
        most=20,
        hint=_l("Nummeret deltakeren har i kommunens lønnssystem. La feltet stå tomt for ingen."),
    )

    def to_command(self, participant_id: UUID) -> RegisterNumber:
        """Return the number as a command."""
        return RegisterNumber(participant_id, self.number.data or "", self.seen.data or "")


class ImportForm(PortalForm):
    """A list of numbers: pasted, or from a file."""

    rows: Any = text_field(
        _l("Liste"),
        most=MOST_PASTED,
        area=True,
        hint=_l(
            "En rad for hver deltaker: portalens referanse eller identitetsnummer, skilletegn, "
            "lønnsnummer. Kopier rett fra et regneark, eller velg en fil under."
        ),
    )
    file: Any = FileField(_l("Fil (CSV)"))
    step = StringField("")
    """Which button was pressed."""

    def content(self) -> bytes | None:
        """Return the bytes of the file, at most one too many; None: there is none."""
        if not self.file.data:
            return None
        with self.file.data.stream as stream:
            content: bytes = stream.read(MOST_PASTED + 1)
        return content

    def refuse_sheet(self) -> None:
        """Say that the list cannot be read."""
        self.refuse(_("Listen kan ikke leses. Lagre den som CSV, og prøv på nytt."), "rows")
