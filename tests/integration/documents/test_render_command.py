"""`introportal declaration render`: one person or many, without a database."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest

from app.core.clock import fixed_clock
from app.declarations.layouts import SheetLayout
from app.declarations.render_command import RenderCommandError, render_batch, render_from_file
from app.declarations.sheet import render_sheet_html
from app.pdf.renderer import PdfRenderer
from tests.support.sheets import CODE, make_sheet

CLOCK = fixed_clock(datetime(2026, 11, 22, 12, tzinfo=UTC))
PERSON = {
    "name": "Amina Al-Hassan Øverlid",
    "identity_number": "41819012345",
    "municipality": "Fjordvik",
    "settled_on": "2026-08-14",
    "decided_on": "2026-09-01",
    "version": "2026-hearing",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    file = tmp_path / "person.json"
    file.write_text(json.dumps(PERSON | {"code": CODE}), encoding="utf-8")
    return file


def test_one_person_becomes_the_sheet_that_the_portal_would_print(
    data: Path, tmp_path: Path, renderer: PdfRenderer
) -> None:
    out = tmp_path / "sheet.pdf"
    render_from_file(data, "ar", out, clock=CLOCK)
    assert out.read_bytes() == renderer.render(render_sheet_html(make_sheet(language="ar")))


def test_the_layout_of_the_line_goes_before_the_layout_of_the_command(
    data: Path, tmp_path: Path, renderer: PdfRenderer
) -> None:
    mirrored = renderer.render(
        render_sheet_html(make_sheet(language="ar", layout=SheetLayout.MIRRORED))
    )
    batch = tmp_path / "people.jsonl"
    person = PERSON | {"code": CODE}
    batch.write_text(
        "\n".join(map(json.dumps, [person, person | {"layout": "norwegian_left"}])),
        encoding="utf-8",
    )
    render_batch(batch, "ar", tmp_path, lambda _: None, layout="mirrored", clock=CLOCK)
    assert (tmp_path / "0001.pdf").read_bytes() == mirrored
    assert (tmp_path / "0002.pdf").read_bytes() != mirrored


def test_a_batch_numbers_its_sheets_and_tells_how_far_it_is(tmp_path: Path) -> None:
    lines = [PERSON, PERSON | {"language": "nb"}, PERSON | {"kind": "integration_contract"}]
    lines[2]["version"] = "2026-1"
    batch = tmp_path / "people.jsonl"
    batch.write_text("\n".join(map(json.dumps, lines)) + "\n\n", encoding="utf-8")
    told: list[str] = []
    count = render_batch(batch, "uk", tmp_path / "out", told.append, clock=CLOCK)
    assert count == 3
    assert told == ["1/3", "2/3", "3/3"]
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name for file in files] == ["0001.pdf", "0002.pdf", "0003.pdf"]
    pages = []
    for file in files:
        with pypdfium2.PdfDocument(file) as pdf:
            pages.append(len(pdf))
    assert pages == [2, 1, 2]


def test_every_sheet_gets_a_code_of_its_own(tmp_path: Path) -> None:
    batch = tmp_path / "people.jsonl"
    batch.write_text("\n".join([json.dumps(PERSON)] * 2), encoding="utf-8")
    render_batch(batch, "nb", tmp_path, lambda _: None, clock=CLOCK)
    assert (tmp_path / "0001.pdf").read_bytes() != (tmp_path / "0002.pdf").read_bytes()


@pytest.mark.parametrize(
    ("change", "language", "message"),
    [
        ({"name": ""}, "ar", "name must be a text"),
        ({"name": 7}, "ar", "name must be a text"),
        ({"settled_on": "14.08.2026"}, "ar", "settled_on must be a date: YYYY-MM-DD"),
        ({"version": "1999"}, "ar", "has no version '1999'"),
        ({"kind": "receipt"}, "ar", "kind must be one of integration_declaration"),
        ({"code": "ABCD"}, "ar", "code is not a code"),
        ({"shoe_size": "43"}, "ar", r"unknown \['shoe_size'\]"),
        ({}, "xx", "language 'xx' is not one of the portal's"),
        ({"layout": "mirrored"}, "uk", "layout must be one of norwegian_left, own_language_only"),
        ({"layout": "mirrored"}, "nb", "layout must be one of norwegian_only"),
        ({"layout": "sideways"}, "ar", "layout must be one of norwegian_left, mirrored, own"),
        ({"name": "\N{GRINNING FACE}"}, "nb", r"cannot be printed \(missing_glyph: U\+1F600\)"),
    ],
)
def test_faults_name_file_and_line(
    tmp_path: Path, change: dict[str, object], language: str, message: str
) -> None:
    batch = tmp_path / "people.jsonl"
    batch.write_text("\n" + json.dumps(PERSON | change), encoding="utf-8")
    with pytest.raises(RenderCommandError, match=rf"people\.jsonl:2: .*{message}"):
        render_batch(batch, language, tmp_path, lambda _: None, clock=CLOCK)


def test_missing_keys_broken_json_and_missing_files_are_named(tmp_path: Path) -> None:
    file = tmp_path / "person.json"
    out = tmp_path / "out.pdf"
    with pytest.raises(RenderCommandError, match="cannot be read"):
        render_from_file(file, "ar", out, clock=CLOCK)
    for content, message in (
        ("{", "is not JSON"),
        ("[]", "must be a JSON object"),
        ('{"name": "A"}', r"missing \['identity_number'"),
    ):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(RenderCommandError, match=message):
            render_from_file(file, "ar", out, clock=CLOCK)
    file.write_bytes(b"\xff")
    with pytest.raises(RenderCommandError, match="is not UTF-8"):
        render_from_file(file, "ar", out, clock=CLOCK)
    assert not out.exists()


def test_a_place_that_cannot_be_written_is_named(data: Path, tmp_path: Path) -> None:
    with pytest.raises(RenderCommandError, match=r"missing/sheet\.pdf: cannot be written"):
        render_from_file(data, "nb", tmp_path / "missing/sheet.pdf", clock=CLOCK)


def test_nothing_is_rendered_when_one_line_is_wrong(tmp_path: Path) -> None:
    batch = tmp_path / "people.jsonl"
    batch.write_text(json.dumps(PERSON) + "\n{}", encoding="utf-8")
    with pytest.raises(RenderCommandError, match=r"people\.jsonl:2"):
        render_batch(batch, "nb", tmp_path / "out", lambda _: None, clock=CLOCK)
    assert not (tmp_path / "out").exists()
