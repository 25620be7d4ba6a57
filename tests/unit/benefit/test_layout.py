"""Layouts of the payment file: whole, kept exactly, and never a formula."""

import csv
import io
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benefit.payment_file import Payee, payroll_lines, render_file
from app.benefit.payroll.cells import NUMBER, spelled_in
from app.benefit.payroll.layout import (
    Column,
    ColumnKind,
    DayForm,
    DecimalMark,
    FileEncoding,
    Layout,
    LayoutProblem,
    LineKind,
    Separator,
)
from app.benefit.payroll.presets import (
    LAYOUTS,
    PORTAL_LAYOUT,
    VISMA_LAYOUT,
    Preset,
    preset_of,
)
from app.core.pii import PersonName
from tests.support.payments import snapshot_of

WHO = UUID("00000000-0000-4000-8000-000000000001")
CODES = {kind: str(5000 + number) for number, kind in enumerate(LineKind)}


def payee(name: str = "Amina Yusuf", number: str = "04711") -> Payee:
    return Payee(WHO, PersonName(name), None, number)


def test_visma_wants_number_wage_type_quantity_rate_and_amount() -> None:
    layout = replace(VISMA_LAYOUT, wage_types=CODES)
    snapshot = snapshot_of(gross=Fraction(3000), invalid=[Fraction(100)])
    content = render_file([(payee(), payroll_lines(snapshot))], layout)
    assert content == b"04711;5000;30,00;100,00;3000,00\r\n04711;5001;1,00;100,00;-100,00\r\n"
    assert layout.needs_employee_numbers
    assert preset_of(layout) is Preset.VISMA


@pytest.mark.parametrize("preset", LAYOUTS)
def test_presets_are_whole_and_known(preset: Preset) -> None:
    layout = LAYOUTS[preset]
    assert layout.problems() == ()
    assert preset_of(layout) is preset
    assert Layout.from_json(layout.to_json()) == layout


def test_own_columns() -> None:
    layout = Layout(
        (
            Column(ColumnKind.FIXED, "Firma", "12|3"),
            Column(ColumnKind.AMOUNT, "Sum"),
            Column(ColumnKind.LAST_DAY, "Dato"),
            Column(ColumnKind.EMPLOYEE_NUMBER, "Nr"),
            Column(ColumnKind.WAGE_TYPE, "Art"),
        ),
        separator=Separator.BAR,
        decimal_mark=DecimalMark.POINT,
        day_form=DayForm.SHORT,
        encoding=FileEncoding.LATIN_1,
        wage_types=CODES,
    )
    assert layout.problems() == ()
    assert preset_of(layout) is Preset.OWN
    content = render_file([(payee(), payroll_lines(snapshot_of(gross=Fraction(100))))], layout)
    assert content.decode("iso-8859-1").splitlines() == [
        "Firma|Sum|Dato|Nr|Art",
        '"12|3"|100.00|311026|04711|5000',
    ]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"columns": PORTAL_LAYOUT.columns[3:]}, LayoutProblem.NOBODY),
        ({"columns": PORTAL_LAYOUT.columns[:7]}, LayoutProblem.NO_AMOUNT),
        ({"columns": (*PORTAL_LAYOUT.columns, PORTAL_LAYOUT.columns[0])}, LayoutProblem.TWICE),
        ({"columns": PORTAL_LAYOUT.columns * 2}, LayoutProblem.TOO_MANY),
        ({"separator": Separator.COMMA}, LayoutProblem.SAME_MARKS),
        ({"wage_types": {**CODES, LineKind.OTHER: "=1+1"}}, LayoutProblem.FORMULA),
        ({"wage_types": {**CODES, LineKind.OTHER: " "}}, LayoutProblem.EMPTY_WAGE_TYPE),
        ({"wage_types": {**CODES, LineKind.OTHER: "a\tb"}}, LayoutProblem.UNSEEN),
        ({"wage_types": {**CODES, LineKind.OTHER: "a" * 41}}, LayoutProblem.TOO_LONG),
    ],
)
def test_what_is_not_whole(change: dict[str, object], problem: LayoutProblem) -> None:
    assert problem in replace(PORTAL_LAYOUT, **change).problems()  # type: ignore[arg-type]


@given(st.text(), st.sampled_from(Separator), st.sampled_from(FileEncoding))
def test_no_name_becomes_a_formula_in_any_layout(
    name: str, separator: Separator, encoding: FileEncoding
) -> None:
    layout = replace(
        PORTAL_LAYOUT, separator=separator, encoding=encoding, decimal_mark=DecimalMark.POINT
    )
    content = render_file(
        [(payee(name), payroll_lines(snapshot_of(gross=Fraction(100))))], layout
    ).decode(encoding.value)
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator.value))
    assert [len(row) for row in rows] == [len(PORTAL_LAYOUT.columns)] * 2
    assert rows[1][1].lstrip()[:1] not in tuple("=+-@\t\r")


def test_letters_that_an_encoding_lacks_become_the_nearest() -> None:
    assert spelled_in("Łukasz Čapek Åse", "iso-8859-1") == "?ukasz Capek Åse"
    assert spelled_in("Ünal", "iso-8859-1") == "Ünal"


@pytest.mark.parametrize("number", ["0047", "A12", "12-3", "9"])
def test_numbers(number: str) -> None:
    assert NUMBER.fullmatch(number)


@pytest.mark.parametrize("odd", ["", "=1", "-5", "+47", "@a", "1;2", "1 2", "١٢", "1" * 21])
def test_odd_numbers(odd: str) -> None:
    assert NUMBER.fullmatch(odd) is None
