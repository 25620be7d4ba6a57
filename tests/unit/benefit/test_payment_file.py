"""The payment file: no formula, no lost øre, the same bytes every time."""

import csv
import io
from dataclasses import replace
from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.benefit.payment_file import Payee, payroll_lines, render_file
from app.benefit.payroll.cells import text_cell
from app.core.pii import IdentityNumber, PersonName
from tests.support.payments import snapshot_of

WHO = UUID("00000000-0000-4000-8000-000000000001")
DANGEROUS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "﹢", "﹣", "\N{MINUS SIGN}")


def read(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


@pytest.mark.parametrize("start", DANGEROUS)
@pytest.mark.parametrize(
    "before", ["", " ", "\t", "\r", "\n", "\x00", "\N{NO-BREAK SPACE}", "\u200c"]
)
def test_a_formula_becomes_text(start: str, before: str) -> None:
    cell = text_cell(f"{before}{start}cmd|' /C calc'!A0")
    assert cell.startswith("'")
    assert not set(cell) & set("\t\r\n\x00")


@pytest.mark.parametrize("name", ["Ola Nordmann", "Anne-Lise", "O'Brien", "رُقَيّة", "می\u200cنا", ""])
def test_an_ordinary_name_stays(name: str) -> None:
    assert text_cell(name) == name


def test_the_separator_and_quotes_stay_inside_their_cell() -> None:
    cells = [text_cell("a;b"), text_cell('c "d"'), "e"]
    row = next(csv.reader([";".join(cells)], delimiter=";"))
    assert row == ["a;b", 'c "d"', "e"]


@given(st.text())
def test_no_text_ever_breaks_out_of_its_cell(value: str) -> None:
    cell = text_cell(value)
    (row,) = csv.reader(io.StringIO(f"{cell};end", newline=""), delimiter=";")
    assert len(row) == 2
    assert not row[0].lstrip()[:1] or row[0].lstrip()[0] not in "=+-@"


def test_the_lines_of_a_participant_sum_to_the_payout() -> None:
    snapshot = snapshot_of(
        gross=Fraction(136549, 6), invalid=[Fraction(136549, 180)] * 7, unpaid=[Fraction(10, 3)]
    )
    lines = payroll_lines(snapshot)
    assert sum(line.amount_ore for line in lines) == snapshot.payout_ore
    payee = Payee(WHO, PersonName("Amina Yusuf"), IdentityNumber("01019012345"))
    rows = read(render_file([(payee, payroll_lines(snapshot))]))
    assert rows[0][:3] == ["Deltaker", "Navn", "Identitetsnummer"]
    assert {tuple(row[:3]) for row in rows[1:]} == {(str(WHO), "Amina Yusuf", "01019012345")}
    ore = sum(int(row[7].replace(",", "")) for row in rows[1:])
    assert ore == snapshot.payout_ore
    assert [row[3] for row in rows[1:]] == [
        "INTRO-STONAD",
        *["INTRO-FRAVAR"] * 7,
        "INTRO-PERMISJON",
    ]


def test_the_form_of_the_file() -> None:
    payee = Payee(WHO, PersonName("=HYPERLINK(1)"), None)
    content = render_file([(payee, payroll_lines(snapshot_of(gross=Fraction(100))))])
    assert (
        content
        == (
            "\ufeffDeltaker;Navn;Identitetsnummer;Lønnsart;Antall;Enhet;Sats;Beløp;"
            "Fra og med;Til og med\r\n"
            f"{WHO};'=HYPERLINK(1);;INTRO-STONAD;30,00;dag;3,33;100,00;2026-10-01;2026-10-31\r\n"
        ).encode()
    )


def test_hours_are_counted_in_hours() -> None:
    snapshot = snapshot_of(gross=Fraction(100), invalid=[Fraction(10)])
    (line,) = snapshot.absences
    hourly = replace(snapshot, absences=(replace(line, hours=Fraction(5, 2)),))
    assert payroll_lines(hourly)[1].unit == "dag"
    by_hour = replace(line, hours=Fraction(5, 2), basis=type(line.basis)("hour"))
    assert payroll_lines(replace(snapshot, absences=(by_hour,)))[1].quantity == Fraction(5, 2)
    assert payroll_lines(replace(snapshot, absences=(by_hour,)))[1].unit == "time"
    assert by_hour.day == date(2026, 10, 1)
