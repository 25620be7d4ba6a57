"""A receipt beside what was sent."""

from uuid import UUID

import pytest

from app.benefit.receipts.kinds import LineProblem, Outcome, ReceiptProblem
from app.benefit.receipts.reading import CannotReadReceipt, Sent, ore_of, read_receipt

AMINA, BILAL, CARMEN = (UUID(f"00000000-0000-4000-8000-00000000000{each}") for each in "abc")
SENT = [
    Sent(AMINA, 2_275_817, (str(AMINA), "101", "")),
    Sent(BILAL, 100_000, (str(BILAL), "102", "")),
    Sent(CARMEN, 50_000, (str(CARMEN), "", "01019012345")),
]
HEADINGS = "Ansattnummer;Beløp;Status;Årsak\n"


def outcomes(text: str) -> dict[str, Outcome]:
    return {line.reference: line.outcome for line in read_receipt(text, SENT).lines}


def test_every_outcome() -> None:
    text = HEADINGS + (
        "101;22 758,17;Betalt;\n102;1000,00;Avvist;Ukjent konto\n999;5;betalt;\n"
        "01019012345;499,50;Betalt;"
    )
    assert outcomes(text) == {
        "101": Outcome.PAID,
        "102": Outcome.REJECTED,
        "999": Outcome.UNKNOWN,
        "01019012345": Outcome.OTHER_AMOUNT,
    }
    rejected = read_receipt(text, SENT).lines[1]
    assert (rejected.participant_id, rejected.reason) == (BILAL, "Ukjent konto")


def test_an_identity_number_is_masked_before_it_is_kept() -> None:
    text = HEADINGS + "01019012345;500;Betalt;\n020290123456;5;Betalt;\n101;22758,17;ok;\n"
    lines = read_receipt(text, SENT).lines
    assert [line.kept_reference for line in lines] == ["********345", "*********456", "101"]
    assert [line.outcome for line in lines] == [Outcome.PAID, Outcome.UNKNOWN, Outcome.PAID]


def test_columns_in_any_order_and_with_any_separator() -> None:
    text = f"status,reference,amount\npaid,{str(AMINA).upper()},22758.17\n"
    assert list(outcomes(text).values()) == [Outcome.PAID]


def test_the_same_answer_has_the_same_digest() -> None:
    one = HEADINGS + "101;22758,17;Betalt;\n102;1000,00;Avvist;Konto\n"
    other = "Status;Årsak;Beløp;Ansattnummer\r\nAvvist;Konto;1000;102\r\nOK;;22 758,17;101\r\n"
    assert read_receipt(one, SENT).digest == read_receipt(other, SENT).digest
    third = one.replace("Konto", "Navn")
    assert read_receipt(one, SENT).digest != read_receipt(third, SENT).digest


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", ReceiptProblem.EMPTY),
        (HEADINGS, ReceiptProblem.EMPTY),
        ("Navn;Beløp;Status\nA;1;ok", ReceiptProblem.NO_REFERENCE),
        ("Referanse;Status\n101;ok", ReceiptProblem.NO_AMOUNT),
        ("Referanse;Beløp\n101;1", ReceiptProblem.NO_STATUS),
    ],
)
def test_a_file_that_is_no_receipt(text: str, problem: ReceiptProblem) -> None:
    with pytest.raises(CannotReadReceipt) as refusal:
        read_receipt(text, SENT)
    assert refusal.value.problem is problem


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (";1;ok;", LineProblem.REFERENCE_MISSING),
        ("101;mye;ok;", LineProblem.AMOUNT),
        ("101;;ok;", LineProblem.AMOUNT),
        ("101;1;kanskje;", LineProblem.STATUS),
        (f"101;1;ok;\n{AMINA};1;ok;", LineProblem.REFERENCE_TWICE),
    ],
)
def test_a_line_that_is_not_understood_stops_everything(line: str, problem: LineProblem) -> None:
    with pytest.raises(CannotReadReceipt) as refusal:
        read_receipt(HEADINGS + line, SENT)
    assert refusal.value.problem is None
    assert refusal.value.lines[0] == (1, problem)


@pytest.mark.parametrize(
    ("typed", "ore"),
    [
        ("1", 100),
        ("1,5", 150),
        ("-1,05", -105),
        ("22 758,17", 2_275_817),
        ("22.758,17", 2_275_817),
        ("1234.50", 123_450),
        ("100 kr", 10_000),
        ("1.234", 123_400),
        ("1,2,3", None),
        ("", None),
        ("1,234,567", None),
        ("٣", None),
    ],
)
def test_amounts(typed: str, ore: int | None) -> None:
    assert ore_of(typed) == ore
