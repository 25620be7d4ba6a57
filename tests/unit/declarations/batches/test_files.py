"""The files of a batch: nothing on the wrong back, nothing that a spreadsheet would run."""

import io
import zipfile
from datetime import datetime

import pikepdf
import pypdfium2

from app.core.clock import OSLO
from app.core.spreadsheet import csv_file, read_cell
from app.declarations.batches.files import join_sheets, pack_sheets


def sheet(*widths: int) -> bytes:
    """Return a PDF whose pages are told apart by their widths."""
    made = pikepdf.new()
    for width in widths:
        made.add_blank_page(page_size=(width, 800))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def widths(pdf: bytes) -> list[int]:
    return [round(page.get_width()) for page in pypdfium2.PdfDocument(pdf)]


def test_pages_follow_each_other() -> None:
    joined = join_sheets([sheet(100, 110), sheet(200)], is_two_sided=False)
    assert widths(joined) == [100, 110, 200]


def test_nobody_begins_on_the_back_of_another() -> None:
    joined = join_sheets([sheet(100), sheet(200, 210), sheet(300, 310, 320)], is_two_sided=True)
    assert widths(joined) == [100, 595, 200, 210, 300, 310, 320, 595]


def test_the_same_sheets_give_the_same_file() -> None:
    sheets = [sheet(100), sheet(200)]
    assert join_sheets(sheets, is_two_sided=True) == join_sheets(sheets, is_two_sided=True)


def test_a_zip_holds_its_files_by_name() -> None:
    at = datetime(2026, 11, 20, 10, 5, 30, tzinfo=OSLO)
    packed = pack_sheets([("a.pdf", b"one"), ("index.csv", b"two")], at)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "a.pdf": b"one",
            "index.csv": b"two",
        }
        assert archive.getinfo("a.pdf").date_time == (2026, 11, 20, 10, 5, 0)


def test_no_cell_is_a_formula() -> None:
    table = csv_file(["Navn"], [["=1+1"], ["@SUM(A1)"], ["Øst; Vest"], ["Ali"]])
    assert table.decode("utf-8-sig").split("\r\n") == [
        "Navn",
        "'=1+1",
        "'@SUM(A1)",
        '"Øst; Vest"',
        "Ali",
        "",
    ]


def test_a_cell_is_read_as_it_was_before_it_was_made_harmless() -> None:
    table = csv_file(["Navn"], [["=1+1"], ["'Ali'"], ["- og så"]]).decode("utf-8-sig")
    assert [read_cell(cell) for cell in table.splitlines()[1:]] == ["=1+1", "'Ali'", "- og så"]
