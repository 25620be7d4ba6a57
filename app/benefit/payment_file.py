"""The payment file: what the payroll system reads, as the municipality's layout says; CRLF.

One line per wage type and rate; a participant's lines sum to her payout. No cell can be taken for
a formula by a spreadsheet, whatever somebody is called.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from app.benefit.payroll.cells import number_cell, spelled_in, text_cell
from app.benefit.payroll.layout import Column, ColumnKind, Layout, LineKind
from app.benefit.payroll.presets import PORTAL_LAYOUT
from app.benefit.snapshot import AbsenceLine, Snapshot
from app.core.period import Period
from app.core.pii import IdentityNumber, PersonName
from app.rules.benefit import Basis, DayKind


@dataclass(frozen=True, slots=True)
class Payee:
    """Whom a payment belongs to."""

    participant_id: UUID
    name: PersonName
    identity_number: IdentityNumber | None
    employee_number: str = ""
    """Her number in the payroll system; empty: she has none."""


@dataclass(frozen=True, slots=True)
class PayrollLine:
    """One wage type with one rate: reductions are negative."""

    kind: LineKind
    quantity: Fraction
    unit: str
    rate_ore: int | None
    """None: the amount is no product of a rate."""
    amount_ore: int
    period: Period


def payroll_lines(snapshot: Snapshot) -> list[PayrollLine]:
    """Return the payment as lines that sum to its payout."""
    lines = [
        PayrollLine(
            kind=LineKind.BENEFIT,
            quantity=Fraction(line.days_counted),
            unit="dag",
            rate_ore=line.day_rate_ore,
            amount_ore=line.amount_ore,
            period=line.period,
        )
        for line in snapshot.segments
    ]
    reduced = [line for line in snapshot.absences if line.amount_ore]
    lines += [_reduction(line) for line in reduced]
    lines += [
        PayrollLine(LineKind.OTHER, Fraction(1), "stk", None, -line.amount_ore, snapshot.period)
        for line in snapshot.others
    ]
    return lines


def after_payment_lines(corrected: Period, amount_ore: int) -> list[PayrollLine]:
    """Return what is paid after for an earlier month; nothing where nothing is due."""
    if not amount_ore:
        return []
    return [PayrollLine(LineKind.AFTER_PAYMENT, Fraction(1), "stk", None, amount_ore, corrected)]


def render_file(
    payments: Iterable[tuple[Payee, Iterable[PayrollLine]]], layout: Layout = PORTAL_LAYOUT
) -> bytes:
    """Return the bytes of the file, in the order of `payments`."""
    separator = layout.separator.value
    rows = []
    if layout.has_headings:
        rows.append([_text(column.heading, layout) for column in layout.columns])
    rows += [
        [_cell(column, payee, line, layout) for column in layout.columns]
        for payee, lines in payments
        for line in lines
    ]
    return "".join(f"{separator.join(row)}\r\n" for row in rows).encode(layout.encoding.value)


def _reduction(line: AbsenceLine) -> PayrollLine:
    quantity, unit = _measure(line)
    return PayrollLine(
        kind=_line_kind(line.kind),
        quantity=quantity,
        unit=unit,
        rate_ore=line.rate_ore,
        amount_ore=-line.amount_ore,
        period=Period(line.day, line.day),
    )


def _measure(line: AbsenceLine) -> tuple[Fraction, str]:
    match line.basis:
        case Basis.HOUR if line.hours is not None:
            return line.hours, "time"
        case Basis.DAY | Basis.WHOLE_PERIOD | Basis.HOUR:
            return Fraction(1), "dag"
        case _:
            assert_never(line.basis)


def _line_kind(kind: DayKind) -> LineKind:
    match kind:
        case DayKind.INVALID:
            return LineKind.ABSENCE
        case DayKind.UNPAID:
            return LineKind.UNPAID_LEAVE
        case DayKind.PAID:
            raise AssertionError("a paid day reduces nothing")
        case _:
            assert_never(kind)


def _cell(  # noqa: C901 (one value per column, nothing more)
    column: Column, payee: Payee, line: PayrollLine, layout: Layout
) -> str:
    mark = layout.decimal_mark.value
    match column.kind:
        case ColumnKind.PARTICIPANT:
            return str(payee.participant_id)
        case ColumnKind.NAME:
            return _text(payee.name.reveal(), layout)
        case ColumnKind.IDENTITY_NUMBER:
            return payee.identity_number.reveal() if payee.identity_number else ""
        case ColumnKind.EMPLOYEE_NUMBER:
            return _text(payee.employee_number, layout)
        case ColumnKind.WAGE_TYPE:
            return _text(layout.wage_types[line.kind], layout)
        case ColumnKind.QUANTITY:
            return number_cell(round(line.quantity * 100), mark)
        case ColumnKind.UNIT:
            return line.unit
        case ColumnKind.RATE:
            return "" if line.rate_ore is None else number_cell(line.rate_ore, mark)
        case ColumnKind.AMOUNT:
            return number_cell(line.amount_ore, mark)
        case ColumnKind.FIRST_DAY:
            return layout.day(line.period.first_day)
        case ColumnKind.LAST_DAY:
            return layout.day(line.period.last_day)
        case ColumnKind.FIXED:
            return _text(column.value, layout)
        case _:
            assert_never(column.kind)


def _text(value: str, layout: Layout) -> str:
    # Spelled first: what is left out must not bring a sign to the front.
    return text_cell(spelled_in(value, layout.encoding.value), layout.separator.value)
