"""A translator's file: what goes out comes back, and what does not fit is named row by row."""

import csv
import io

import pytest

from app.plans.texts.errors import CannotReadFile, FileFault, RowFault
from app.plans.texts.pieces import Piece
from app.plans.texts.table import (
    COLUMNS,
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_ROWS,
    read_table,
    write_table,
)

GOALS = Piece("long_term_goals", "=SUM av mange\nmål; «bakeri»", "nb")
REASONS = Piece("reasons", "Praksis gir norsk.", "nb")
PIECES = (GOALS, REASONS)


def filled(**texts: str) -> bytes:
    """Return the file as a translator would send it back."""
    return write_table([(piece, texts.get(piece.key, "")) for piece in PIECES])


def faults(content: bytes) -> list[RowFault | None]:
    return [row.fault for row in read_table(content, PIECES)]


def with_cells(*rows: dict[str, str]) -> bytes:
    content = io.StringIO()
    writer = csv.DictWriter(content, COLUMNS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return content.getvalue().encode()


def row_of(piece: Piece, text: str, **changes: str) -> dict[str, str]:
    cells = {
        "key": piece.key,
        "source_digest": piece.digest,
        "source_language": piece.language,
        "source_text": piece.text,
        "translation": text,
    }
    return {**cells, **changes}


def test_what_goes_out_comes_back() -> None:
    texts = {"long_term_goals": '=خباز\nوأيضا; "ناجح"', "reasons": "- تدريب"}
    rows = read_table(filled(**texts), PIECES)
    assert {row.key: row.text for row in rows} == texts
    assert [row.fault for row in rows] == [None, None]
    assert [row.number for row in rows] == [2, 3]


def test_no_cell_is_a_formula() -> None:
    assert b"'=SUM av mange" in filled()
    assert b"\n=" not in filled(long_term_goals="=1+1").replace(b"\r", b"")


def test_an_empty_row_is_left_out() -> None:
    assert faults(filled(reasons="تدريب")) == [RowFault.EMPTY, None]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_other_spreadsheets_use_other_separators(separator: str) -> None:
    content = filled(long_term_goals="خباز", reasons="تدريب").decode("utf-8-sig")
    rows = csv.reader(io.StringIO(content), delimiter=";")
    again = io.StringIO()
    csv.writer(again, delimiter=separator).writerows(rows)
    assert faults(again.getvalue().encode()) == [None, None]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (row_of(GOALS, "خباز", key="unknown"), RowFault.UNKNOWN_PIECE),
        (row_of(GOALS, "خباز", source_digest="0" * 64), RowFault.SOURCE_CHANGED),
        (row_of(GOALS, " \n "), RowFault.EMPTY),
        (row_of(GOALS, "خ" * (MOST_CHARACTERS + 1)), RowFault.TOO_LONG),
        (row_of(GOALS, "خ" * MOST_CHARACTERS), None),
        (row_of(GOALS, "خب\u202eاز"), RowFault.UNPRINTABLE),
        (row_of(GOALS, "\U0001f600 \x07"), RowFault.UNPRINTABLE),
    ],
)
def test_a_row_that_does_not_fit_is_named(row: dict[str, str], fault: RowFault | None) -> None:
    assert faults(with_cells(row)) == [fault]


def test_a_text_counts_once() -> None:
    content = with_cells(row_of(GOALS, "one"), row_of(GOALS, "two"))
    assert faults(content) == [None, RowFault.TWICE]


def test_letters_are_composed() -> None:
    (row,) = read_table(with_cells(row_of(GOALS, "fiance\u0301")), PIECES)
    assert row.text == "fianc\u00e9"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\xff\xfe\x00", FileFault.NOT_TEXT),
        (b"", FileFault.NO_COLUMNS),
        (b"name;text\r\nAli;x\r\n", FileFault.NO_COLUMNS),
        (b"x" * (MOST_BYTES + 1), FileFault.TOO_LARGE),
        (b"key;source_digest;translation\r\n" + b";\n" * (MOST_ROWS + 1), FileFault.TOO_LARGE),
        (b'key;source_digest;translation\r\n"open', FileFault.BROKEN),
        (b"key;source_digest;translation\r\n" + b"x" * 140_000 + b";;", FileFault.BROKEN),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes, fault: FileFault) -> None:
    with pytest.raises(CannotReadFile) as refused:
        read_table(content, PIECES)
    assert refused.value.fault is fault


def test_a_short_row_has_empty_cells() -> None:
    content = b"key;source_digest;translation\r\nlong_term_goals\r\n"
    assert faults(content) == [RowFault.EMPTY]
