"""The payment file: what the payroll system reads. Text with semicolons, UTF-8 with a mark, CRLF.

One line per wage type and rate; a participant's lines sum to her payout. No cell can be taken for
a formula by a spreadsheet, whatever somebody is called.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from app.benefit.snapshot import AbsenceLine, Snapshot
from app.core.period import Period
from app.core.pii import IdentityNumber, PersonName
from app.rules.benefit import Basis, DayKind

COLUMNS = (
    "Deltaker",
    "Navn",
    "Identitetsnummer",
    "Lønnsart",
    "Antall",
    "Enhet",
    "Sats",
    "Beløp",
    "Fra og med",
    "Til og med",
)
BYTE_ORDER_MARK = "\ufeff"
BENEFIT, ABSENCE, UNPAID_LEAVE, OTHER, AFTER_PAYMENT = (
    "INTRO-STONAD",
    "INTRO-FRAVAR",
    "INTRO-PERMISJON",
    "INTRO-ANNET",
    "INTRO-ETTERBETALING",
)
_FORMULA_STARTS = frozenset("=+-@\N{MINUS SIGN}")
_JOINERS = "\u200c\u200d"
"""Belong to the spelling of Persian and Sorani names."""


@dataclass(frozen=True, slots=True)
class Payee:
    """Whom a payment belongs to."""

    participant_id: UUID
    name: PersonName
    identity_number: IdentityNumber | None


@dataclass(frozen=True, slots=True)
class PayrollLine:
    """One wage type with one rate: reductions are negative."""

    wage_type: str
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
            BENEFIT, Fraction(line.days_counted), "dag", line.day_rate_ore, line.amount_ore,
            line.period,
        )
        for line in snapshot.segments
    ]  # fmt: skip
    reduced = [line for line in snapshot.absences if line.amount_ore]
    lines += [_reduction(line) for line in reduced]
    lines += [
        PayrollLine(OTHER, Fraction(1), "stk", None, -line.amount_ore, snapshot.period)
        for line in snapshot.others
    ]
    return lines


def after_payment_lines(corrected: Period, amount_ore: int) -> list[PayrollLine]:
    """Return what is paid after for an earlier month; nothing where nothing is due."""
    if not amount_ore:
        return []
    return [PayrollLine(AFTER_PAYMENT, Fraction(1), "stk", None, amount_ore, corrected)]


def render_file(payments: Iterable[tuple[Payee, Iterable[PayrollLine]]]) -> bytes:
    """Return the bytes of the file, in the order of `payments`."""
    rows = [";".join(map(text_cell, COLUMNS))]
    for payee, lines in payments:
        number = payee.identity_number.reveal() if payee.identity_number else ""
        who = [text_cell(str(payee.participant_id)), text_cell(payee.name.reveal()), number]
        rows += [";".join([*who, *_cells(line)]) for line in lines]
    return (BYTE_ORDER_MARK + "".join(f"{row}\r\n" for row in rows)).encode()


def text_cell(value: str) -> str:
    """Return a text as a cell that no spreadsheet computes.

    Control characters become blanks. A text whose first visible character could start a formula,
    in any width, gets an apostrophe before it; everything else stays as it is.
    """
    plain = "".join(" " if _is_control(character) else character for character in value)
    plain = plain.strip(f" {_JOINERS}")
    if unicodedata.normalize("NFKC", plain).lstrip()[:1] in _FORMULA_STARTS:
        plain = f"'{plain}"
    if re.search(r'[;"]', plain):
        doubled = plain.replace('"', '""')
        return f'"{doubled}"'
    return plain


def _reduction(line: AbsenceLine) -> PayrollLine:
    quantity, unit = _measure(line)
    return PayrollLine(
        wage_type=_wage_type(line.kind),
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


def _wage_type(kind: DayKind) -> str:
    match kind:
        case DayKind.INVALID:
            return ABSENCE
        case DayKind.UNPAID:
            return UNPAID_LEAVE
        case DayKind.PAID:
            raise AssertionError("a paid day reduces nothing")
        case _:
            assert_never(kind)


def _cells(line: PayrollLine) -> list[str]:
    return [
        line.wage_type,
        _decimal(round(line.quantity * 100)),
        line.unit,
        "" if line.rate_ore is None else _decimal(line.rate_ore),
        _decimal(line.amount_ore),
        line.period.first_day.isoformat(),
        line.period.last_day.isoformat(),
    ]


def _decimal(hundredths: int) -> str:
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return f"{sign}{whole},{rest:02d}"


def _is_control(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind in {"Cc", "Cf", "Zl", "Zp"} and character not in _JOINERS
